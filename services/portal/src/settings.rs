//! Settings, from the environment or the command line.

use clap::Args;

/// What the portal needs to know.
#[derive(Clone, Debug, Args)]
pub struct Settings {
    /// The database, under the application's role.
    #[arg(long, env = "DATABASE_URL", hide_env_values = true)]
    pub database_url: String,
    /// Redis, for sessions and one-time links.
    #[arg(long, env = "REDIS_URL", hide_env_values = true)]
    pub redis_url: String,
    /// The key that wraps the keys of sealed data: 64 hexadecimal digits.
    #[arg(long, env = "QUORATE_MASTER_KEY", hide_env_values = true)]
    pub master_key: Secret,
    /// Where documents are kept: a folder, or an address such as `s3://bucket` where this was built with the feature `s3`.
    #[arg(long, env = "QUORATE_DOCUMENTS")]
    pub documents: String,
    /// The address to listen on.
    #[arg(long, env = "QUORATE_LISTEN", default_value = "127.0.0.1:8080")]
    pub listen: String,
    /// The address of a network's pages as people reach it, for links in mail; `{network}` stands for its name.
    #[arg(long, env = "QUORATE_PUBLIC_URL", default_value = "http://{network}.localhost:8080")]
    pub public_url: String,
    /// The address of the stand-ins for payment providers, for demonstrations; left out: nothing can be paid online in them.
    #[arg(long, env = "QUORATE_STAND_IN")]
    pub stand_in: Option<String>,
    /// The program that sets papers as PDF; left out: the one beside this program.
    #[arg(long, env = "QUORATE_TYPESET")]
    pub typeset: Option<String>,
    /// Proxies of yours, by address and with commas between: what they say of whoever asked is believed.
    #[arg(long, env = "QUORATE_TRUSTED_PROXIES", value_delimiter = ',')]
    pub trusted_proxies: Vec<std::net::IpAddr>,
    /// Cookies are sent over encrypted connections only. Leave it off for a trial on one machine.
    #[arg(long, env = "QUORATE_SECURE_COOKIES", default_value_t = false)]
    pub secure_cookies: bool,
}

/// A text that never prints.
#[derive(Clone)]
pub struct Secret(pub String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("secret")
    }
}

impl std::str::FromStr for Secret {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Secret, Self::Err> {
        Ok(Secret(text.to_owned()))
    }
}
