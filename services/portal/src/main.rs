//! The portal's program.

use std::io::Write;

use clap::{Parser, Subcommand};
use portal::Settings;
use portal::session::{Role, Sessions};

/// The pages of every hosted network.
#[derive(Debug, Parser)]
#[command(name = "portal", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve until stopped.
    Serve(Settings),
    /// Print the OpenAPI document of the programming interface.
    Openapi,
    /// Print a link that signs in to a network, once, within an hour.
    Link {
        /// The network's name in addresses.
        network: String,
        /// For whom one acts: an office, a body, a name of the register, or a new name that applies.
        #[arg(long = "as")]
        party: String,
        /// As what: party, secretariat, treasurer, returning-officer, auditor; operator, for the network `console`.
        #[arg(long, default_value = "party", value_parser = role)]
        role: Role,
        /// Redis, for sessions and one-time links.
        #[arg(long, env = "REDIS_URL", hide_env_values = true)]
        redis_url: String,
        /// The port of the pages on this machine.
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
}

fn role(name: &str) -> Result<Role, String> {
    Role::named(name).ok_or_else(|| format!("no role `{name}`"))
}

#[actix_web::main]
async fn main() -> anyhow::Result<()> {
    match Arguments::parse().command {
        Command::Serve(settings) => {
            let _telemetry = telemetry::Telemetry::start("portal")?;
            let (server, address) = portal::serve(&settings)?;
            tracing::info!(%address, "serving");
            Ok(server.await?)
        }
        Command::Openapi => {
            writeln!(std::io::stdout(), "{}", serde_json::to_string_pretty(&portal::openapi())?)?;
            Ok(())
        }
        Command::Link { network, party, role, redis_url, port } => {
            let token = Sessions::connect(&redis_url, false)?.make_link(&network, role, &party)?;
            let way = if role == Role::Operator { "console/sign-in" } else { "sign-in" };
            writeln!(std::io::stdout(), "http://{network}.localhost:{port}/{way}/{token}")?;
            Ok(())
        }
    }
}
