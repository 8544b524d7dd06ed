//! What Stripe's messages point at, and whether they are meant for this account.

use payments::{Account, Event, Hint, Mode, NotGenuine};
use serde::Deserialize;

#[derive(Deserialize)]
struct Message {
    id: String,
    #[serde(rename = "type")]
    kind: String,
    livemode: bool,
    account: Option<String>,
    data: Data,
}

#[derive(Deserialize)]
struct Data {
    object: Object,
}

#[derive(Deserialize)]
struct Object {
    id: Option<String>,
    payment_intent: Option<Named>,
}

/// An object by its name, or the object itself.
#[derive(Deserialize)]
#[serde(untagged)]
enum Named {
    Name(String),
    Whole { id: String },
}

impl Named {
    fn name(self) -> String {
        match self {
            Named::Name(id) | Named::Whole { id } => id,
        }
    }
}

/// A message whose signature is proved.
pub fn read(body: &[u8], account: &Account) -> Result<Event, NotGenuine> {
    let message: Message = serde_json::from_slice(body).map_err(|_| NotGenuine::Body)?;
    if message.livemode != (account.mode == Mode::Live) || message.account != account.secrets.on_behalf_of {
        return Err(NotGenuine::Account);
    }
    let object = message.data.object;
    let hint = match message.kind.split_once('.').map(|(what, _)| what) {
        Some("checkout") => object.id.map(Hint::Session),
        Some("payment_intent") => object.id.map(Hint::Payment),
        Some("charge" | "refund") => object.payment_intent.map(Named::name).map(Hint::Payment),
        _ => None,
    };
    Ok(Event { id: message.id, kind: message.kind, hint: hint.unwrap_or(Hint::Nothing) })
}
