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
    /// Print a link that signs in to a network as its secretariat, once, within an hour.
    Link {
        /// The network's name in addresses.
        network: String,
        /// Redis, for sessions and one-time links.
        #[arg(long, env = "REDIS_URL", hide_env_values = true)]
        redis_url: String,
        /// The port of the pages on this machine.
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
}

#[actix_web::main]
async fn main() -> anyhow::Result<()> {
    match Arguments::parse().command {
        Command::Serve(settings) => {
            let filter =
                tracing_subscriber::EnvFilter::try_from_default_env().unwrap_or_else(|_| "warn,portal=info".into());
            tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
            let (server, address) = portal::serve(&settings)?;
            tracing::info!(%address, "serving");
            Ok(server.await?)
        }
        Command::Link { network, redis_url, port } => {
            let token = Sessions::connect(&redis_url, false)?.make_link(&network, Role::Secretariat)?;
            writeln!(std::io::stdout(), "http://{network}.localhost:{port}/sign-in/{token}")?;
            Ok(())
        }
    }
}
