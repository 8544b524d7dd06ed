//! An account at a provider: which, for what money, with which secrets.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Which provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Brand {
    /// Cards and what else Stripe's pages offer.
    Stripe,
    /// PayPal.
    Paypal,
}

impl Brand {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Brand::Stripe => "stripe",
            Brand::Paypal => "paypal",
        }
    }
}

impl FromStr for Brand {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        [Brand::Stripe, Brand::Paypal].into_iter().find(|brand| brand.name() == text).ok_or(())
    }
}

/// What money is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// Real money.
    Live,
    /// The provider's own test mode: no money moves.
    Test,
    /// The stand-in of a demonstration: nobody but this machine is asked.
    StandIn,
}

impl Mode {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Mode::Live => "live",
            Mode::Test => "test",
            Mode::StandIn => "stand-in",
        }
    }
}

impl FromStr for Mode {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        [Mode::Live, Mode::Test, Mode::StandIn].into_iter().find(|mode| mode.name() == text).ok_or(())
    }
}

/// What opens an account. It never prints.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Secrets {
    /// Stripe: the restricted key. PayPal: the client's secret.
    pub key: String,
    /// PayPal: the client's identifier.
    #[serde(default)]
    pub client: String,
    /// What proves messages: Stripe's endpoint secrets, the newest first (two while one is exchanged); PayPal's identifiers of
    /// the webhook.
    #[serde(default)]
    pub webhooks: Vec<String>,
    /// Stripe Connect: the connected account that is charged directly, where the key is a platform's.
    #[serde(default)]
    pub on_behalf_of: Option<String>,
}

impl fmt::Debug for Secrets {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Secrets")
    }
}

impl Secrets {
    /// The end of the key, by which people tell keys apart.
    pub fn key_end(&self) -> String {
        let letters: Vec<char> = self.key.chars().collect();
        letters.iter().skip(letters.len().saturating_sub(4)).collect()
    }
}

/// An account at a provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Which provider.
    pub brand: Brand,
    /// What money is meant.
    pub mode: Mode,
    /// What opens it.
    pub secrets: Secrets,
}
