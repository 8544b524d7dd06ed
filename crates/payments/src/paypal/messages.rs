//! What PayPal's messages point at.

use serde::Deserialize;

use crate::{Event, Hint, NotGenuine};

#[derive(Deserialize)]
struct Message {
    id: String,
    event_type: String,
    resource: Resource,
}

#[derive(Deserialize)]
struct Resource {
    id: Option<String>,
    #[serde(default)]
    links: Vec<Link>,
    supplementary_data: Option<Supplementary>,
    #[serde(default)]
    disputed_transactions: Vec<Disputed>,
}

#[derive(Deserialize)]
struct Link {
    href: String,
    rel: String,
}

#[derive(Deserialize)]
struct Supplementary {
    related_ids: Related,
}

#[derive(Deserialize)]
struct Related {
    order_id: Option<String>,
}

#[derive(Deserialize)]
struct Disputed {
    seller_transaction_id: Option<String>,
}

/// A message whose genuineness is proved.
pub fn read(body: &[u8]) -> Result<Event, NotGenuine> {
    let message: Message = serde_json::from_slice(body).map_err(|_| NotGenuine::Body)?;
    let hint = hint(&message.event_type, message.resource);
    Ok(Event { id: message.id, kind: message.event_type, hint })
}

fn hint(kind: &str, resource: Resource) -> Hint {
    let order = resource.supplementary_data.and_then(|data| data.related_ids.order_id);
    let found = match kind {
        kind if kind.starts_with("CHECKOUT.ORDER.") => resource.id.map(Hint::Session),
        kind if kind.starts_with("CUSTOMER.DISPUTE.") => {
            let disputed = resource.disputed_transactions.into_iter().next();
            disputed.and_then(|disputed| disputed.seller_transaction_id).map(Hint::Payment)
        }
        "PAYMENT.CAPTURE.REFUNDED" | "PAYMENT.CAPTURE.REVERSED" => {
            let of = resource.links.iter().find(|link| link.rel == "up");
            of.and_then(|link| link.href.rsplit('/').next()).map(|id| Hint::Payment(id.to_owned()))
        }
        kind if kind.starts_with("PAYMENT.CAPTURE.") => {
            order.map(Hint::Session).or_else(|| resource.id.map(Hint::Payment))
        }
        _ => None,
    };
    found.unwrap_or(Hint::Nothing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_message_points_at_what_to_look_at() {
        let points = |text: &str| read(text.as_bytes()).unwrap().hint;
        assert_eq!(
            points(r#"{"id":"WH-1","event_type":"CHECKOUT.ORDER.APPROVED","resource":{"id":"O1"}}"#),
            Hint::Session(String::from("O1"))
        );
        assert_eq!(
            points(
                r#"{"id":"WH-2","event_type":"PAYMENT.CAPTURE.COMPLETED","resource":{"id":"C1","supplementary_data":{"related_ids":{"order_id":"O1"}}}}"#
            ),
            Hint::Session(String::from("O1"))
        );
        assert_eq!(
            points(
                r#"{"id":"WH-3","event_type":"PAYMENT.CAPTURE.REFUNDED","resource":{"id":"R1","links":[{"rel":"up","href":"https://api-m.paypal.com/v2/payments/captures/C1"}]}}"#
            ),
            Hint::Payment(String::from("C1"))
        );
        assert_eq!(points(r#"{"id":"WH-4","event_type":"BILLING.PLAN.CREATED","resource":{"id":"P"}}"#), Hint::Nothing);
        assert_eq!(read(b"[]").map(|event| event.id), Err(NotGenuine::Body));
    }
}
