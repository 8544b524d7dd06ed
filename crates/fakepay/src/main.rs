//! The stand-ins as a program, for demonstrations.

use clap::Parser;
use fakepay::{FakePay, Faults, Reach};

/// Stand-ins for Stripe and PayPal: no money moves.
#[derive(Parser)]
#[command(name = "fakepay", version)]
struct Settings {
    /// Where to listen.
    #[arg(long, default_value = "127.0.0.1:8081")]
    listen: String,
    /// Where messages are sent: the address of the portal on this machine.
    #[arg(long, default_value = "127.0.0.1:8080")]
    portal: String,
    /// The host name under which the portal knows a network; `{network}` stands for its name.
    #[arg(long, default_value = "{network}.localhost")]
    host: String,
    /// Things go wrong by this seed: messages twice, late, out of order or never, answers lost.
    #[arg(long)]
    faults: Option<u64>,
}

#[actix_web::main]
async fn main() -> anyhow::Result<()> {
    let settings = Settings::parse();
    let fake = FakePay::with_faults(settings.faults.map(Faults::of_seed).unwrap_or_default());
    fake.send_messages_to(Reach { portal: settings.portal, host: settings.host });
    let (server, _) = fake.serve(&settings.listen, 1)?;
    Ok(server.await?)
}
