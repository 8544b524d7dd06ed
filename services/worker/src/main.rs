//! The worker: sends what waits in the outbox of every network, until it is stopped.

mod smtp;

use std::sync::mpsc;
use std::time::Duration;

use anyhow::{Result, anyhow};
use app::{MasterKey, Platform};
use chrono::Utc;
use clap::Parser;

use crate::smtp::Post;

/// Sends the mail of every hosted network.
#[derive(Debug, Parser)]
#[command(name = "worker", version)]
struct Settings {
    /// The database, under the application's role.
    #[arg(long, env = "DATABASE_URL", hide_env_values = true)]
    database_url: String,
    /// The key that wraps the keys of sealed data: 64 hexadecimal digits.
    #[arg(long, env = "QUORATE_MASTER_KEY", hide_env_values = true)]
    master_key: String,
    /// The mail server: `smtps://user:password@host`, or `smtp://127.0.0.1:1025` on one's own machine.
    #[arg(long, env = "QUORATE_SMTP_URL", hide_env_values = true)]
    smtp_url: String,
    /// The address that mail comes from.
    #[arg(long, env = "QUORATE_MAIL_FROM")]
    mail_from: String,
}

/// How long the worker rests when nothing waits.
const REST: Duration = Duration::from_secs(1);

fn main() -> Result<()> {
    let settings = Settings::parse();
    let filter = tracing_subscriber::EnvFilter::try_from_default_env().unwrap_or_else(|_| "warn,worker=info".into());
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    let keys = MasterKey::read(&settings.master_key)
        .ok_or_else(|| anyhow!("QUORATE_MASTER_KEY must be 64 hexadecimal digits"))?;
    let platform = Platform::connect(&settings.database_url, 2, keys)?;
    let post = Post::at(&settings.smtp_url, &settings.mail_from)?;
    let (stop, stopped) = mpsc::channel();
    ctrlc::set_handler(move || {
        // Whoever listened has gone already.
        let _ = stop.send(());
    })?;
    while stopped.recv_timeout(REST).is_err() {
        if let Err(error) = round(&platform, &post) {
            tracing::error!(%error, "a round was broken off; the next one begins anew");
        }
    }
    Ok(())
}

/// Everything that waits now, in every network.
fn round(platform: &Platform, post: &Post) -> Result<()> {
    for network in platform.networks()? {
        while platform.send_next(&network, |posted| post.send(posted), Utc::now())? {}
    }
    Ok(())
}
