//! Calls to PayPal's interface: each within a time, each that changes something under a name of ours.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use data_encoding::BASE64;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::{Fault, Secrets};

/// How long one call may take.
const WITHIN: Duration = Duration::from_secs(20);

/// Calls under one account.
pub struct Caller {
    agent: ureq::Agent,
    base: String,
    login: String,
    token: Mutex<Option<Token>>,
}

/// What PayPal gives for the credentials, for some hours.
struct Token {
    text: String,
    until: Instant,
}

#[derive(Deserialize)]
struct Given {
    access_token: String,
    expires_in: u64,
}

#[derive(Default, Deserialize)]
struct Refusal {
    #[serde(default)]
    name: String,
    #[serde(default)]
    message: String,
}

impl Caller {
    pub fn new(base: &str, secrets: &Secrets) -> Caller {
        let config = ureq::Agent::config_builder().timeout_global(Some(WITHIN)).http_status_as_error(false).build();
        let login = BASE64.encode(format!("{}:{}", secrets.client, secrets.key).as_bytes());
        Caller { agent: config.into(), base: base.to_owned(), login, token: Mutex::new(None) }
    }

    /// What stands at a path.
    pub fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T, Fault> {
        let authorization = self.authorization()?;
        let call = self.agent.get(format!("{}{path}", self.base)).header("Authorization", authorization);
        answer(call.call())
    }

    /// Does something, under a name of ours: done twice under it, it is done once.
    pub fn post<T: DeserializeOwned>(&self, path: &str, name: &str, body: &serde_json::Value) -> Result<T, Fault> {
        let call = self
            .agent
            .post(format!("{}{path}", self.base))
            .header("Authorization", self.authorization()?)
            .header("Content-Type", "application/json")
            .header("PayPal-Request-Id", name)
            .header("Prefer", "return=representation");
        answer(call.send(body.to_string()))
    }

    fn authorization(&self) -> Result<String, Fault> {
        let mut token = self.token.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = token.as_ref().filter(|known| Instant::now() < known.until) {
            return Ok(format!("Bearer {}", known.text));
        }
        let call = self
            .agent
            .post(format!("{}/v1/oauth2/token", self.base))
            .header("Authorization", format!("Basic {}", self.login))
            .header("Content-Type", "application/x-www-form-urlencoded");
        let given: Given = answer(call.send("grant_type=client_credentials"))?;
        // Renewed a minute before it ends.
        let lasts = Duration::from_secs(given.expires_in.saturating_sub(60));
        let until = Instant::now().checked_add(lasts).unwrap_or_else(Instant::now);
        let text = format!("Bearer {}", given.access_token);
        *token = Some(Token { text: given.access_token, until });
        Ok(text)
    }
}

/// What a call came to. Only an answer that says no is a refusal; whatever else goes wrong leaves open what happened there.
fn answer<T: DeserializeOwned>(called: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Result<T, Fault> {
    let mut response = called.map_err(|error| Fault::Uncertain(error.to_string()))?;
    let status = response.status().as_u16();
    let body = response.body_mut().read_to_string().map_err(|error| Fault::Uncertain(error.to_string()))?;
    match status {
        200..=299 => serde_json::from_str(&body).map_err(|error| Fault::Uncertain(format!("its answer: {error}"))),
        404 => Err(Fault::Unknown),
        408 | 409 | 429 | 500.. => Err(Fault::Uncertain(format!("status {status}"))),
        _ => {
            let refusal: Refusal = serde_json::from_str(&body).unwrap_or_default();
            Err(Fault::Refused(format!("{status} {} {}", refusal.name, refusal.message)))
        }
    }
}
