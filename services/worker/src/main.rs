//! The worker: follows the clock of every network and sends what waits in its outbox, until it is stopped.

mod smtp;

use std::sync::{Arc, mpsc};
use std::time::Duration;

use anyhow::{Result, anyhow};
use app::{MasterKey, Patience, Platform, Sending};
use chrono::Utc;
use clap::Parser;
use payments_stripe::BuiltIn;

use crate::smtp::Post;

/// Follows the clock of every hosted network, and sends its mail.
#[derive(Debug, Parser)]
#[command(name = "worker", version)]
struct Settings {
    /// The database, under the application's role.
    #[arg(long, env = "DATABASE_URL", hide_env_values = true)]
    database_url: String,
    /// The key that wraps the keys of sealed data: 64 hexadecimal digits.
    #[arg(long, env = "QUORATE_MASTER_KEY", hide_env_values = true)]
    master_key: String,
    /// The mail server: `smtps://user:password@host`, or `smtp://127.0.0.1:1025` on one's own machine. Left out: mail
    /// waits, and that of demonstrations goes to their mailbox page alone.
    #[arg(long, env = "QUORATE_SMTP_URL", hide_env_values = true, requires = "mail_from")]
    smtp_url: Option<String>,
    /// The address that mail comes from.
    #[arg(long, env = "QUORATE_MAIL_FROM")]
    mail_from: Option<String>,
    /// The address of a network's pages as people reach it, for links in mail; `{network}` stands for its name.
    #[arg(long, env = "QUORATE_PUBLIC_URL", default_value = "http://{network}.localhost:8080")]
    public_url: String,
    /// The address of the stand-ins for payment providers, for demonstrations.
    #[arg(long, env = "QUORATE_STAND_IN")]
    stand_in: Option<String>,
    /// How long a payment that was begun is left alone while a message of its provider may still come, in seconds.
    #[arg(long, env = "QUORATE_PATIENCE", default_value_t = 600)]
    patience: u32,
}

/// In one turn a network sends so many messages at most, and is refused so often: a slow mail server keeps no other from its
/// turn.
const MOST: usize = 100;
const REFUSALS: i32 = 2;

/// How long the worker rests when nothing waits.
const REST: Duration = Duration::from_secs(1);

fn main() -> Result<()> {
    let settings = Settings::parse();
    let _telemetry = telemetry::Telemetry::start("worker")?;
    let keys = MasterKey::read(&settings.master_key)
        .ok_or_else(|| anyhow!("QUORATE_MASTER_KEY must be 64 hexadecimal digits"))?;
    let providers = Arc::new(BuiltIn { stand_in: settings.stand_in.clone() });
    let platform = Platform::connect(&settings.database_url, 2, keys)?.with_providers(providers, &settings.public_url);
    let post = match (&settings.smtp_url, &settings.mail_from) {
        (Some(url), Some(from)) => Some(Post::at(url, from)?),
        _ => None,
    };
    let (stop, stopped) = mpsc::channel();
    ctrlc::set_handler(move || {
        // Whoever listened has gone already.
        let _ = stop.send(());
    })?;
    while stopped.recv_timeout(REST).is_err() {
        match platform.networks() {
            Ok(networks) => networks.iter().for_each(|network| {
                // What one network fails at keeps no other from its turn.
                if let Err(error) = round(&platform, network, &settings, post.as_ref()) {
                    tracing::error!(%error, network, "a round was broken off; the next one begins anew");
                }
            }),
            Err(error) => tracing::error!(%error, "the networks cannot be listed"),
        }
    }
    Ok(())
}

/// One network's turn: its money is followed, what is new is told, what waits is sent.
fn round(platform: &Platform, network: &str, settings: &Settings, post: Option<&Post>) -> Result<()> {
    let patience = Duration::from_secs(settings.patience.into());
    let patience = Patience { attempts: chrono::Duration::from_std(patience)?, ..Patience::default() };
    // What goes wrong with money keeps nobody from their notices.
    match platform.follow_money(network, patience, Utc::now()) {
        Ok(followed) if followed.booked > 0 => {
            tracing::info!(network, followed.booked, followed.messages, followed.looked_at, "money booked");
        }
        Ok(_) => {}
        Err(error) => tracing::error!(%error, network, "money cannot be followed now"),
    }
    let told = platform.follow(network, &settings.public_url.replace("{network}", network), Utc::now())?;
    if told > 0 {
        tracing::info!(network, told, "notices written");
    }
    let is_demonstration = platform.hosted(network)?.is_some_and(|hosted| hosted.is_demonstration());
    let mut refusals = 0;
    for _ in 0..MOST {
        let sending = match post {
            Some(post) => platform.send_next(network, |posted| post.send(posted), Utc::now())?,
            None if is_demonstration => platform.send_next(network, |_| Ok(()), Utc::now())?,
            None => break,
        };
        refusals += i32::from(sending == Sending::Refused);
        if sending == Sending::NothingWaits || refusals >= REFUSALS {
            break;
        }
    }
    Ok(())
}
