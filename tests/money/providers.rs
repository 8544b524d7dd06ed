//! The adapters of Stripe and PayPal against the stand-ins, over HTTP: what is true there is what they say.

use chrono::{Duration, Utc};
use fakepay::{Become, FakePay, Faults};
use kernel::Money;
use payments::{
    Account, Brand, DisputeState, Fault, Hint, Mode, NotGenuine, Order, Provider, Providers, RefundState, Secrets,
    State,
};
use payments_stripe::BuiltIn;

/// The stand-ins, serving; and their address.
pub fn stand_ins(faults: Faults) -> (FakePay, String) {
    let fake = FakePay::with_faults(faults);
    let (sender, receiver) = std::sync::mpsc::channel();
    let serving = fake.clone();
    std::thread::spawn(move || {
        actix_web::rt::System::new().block_on(async move {
            let (server, address) = serving.serve("127.0.0.1:0", 1).unwrap();
            sender.send(address).unwrap();
            server.await.unwrap();
        });
    });
    let address = receiver.recv().unwrap();
    (fake, format!("http://{address}"))
}

/// An account of a network at a stand-in.
pub fn account(brand: Brand, network: &str) -> Account {
    let client = format!("stand-in-{network}");
    let (key, webhook) = match brand {
        Brand::Stripe => (format!("rk_test_{client}"), format!("whsec_{client}")),
        Brand::Paypal => (client.clone(), format!("WH-{client}")),
    };
    Account {
        brand,
        mode: Mode::StandIn,
        secrets: Secrets { key, client, webhooks: vec![webhook], on_behalf_of: None },
    }
}

pub fn open(brand: Brand, network: &str, base: &str) -> Box<dyn Provider> {
    BuiltIn { stand_in: Some(base.to_owned()) }.open(&account(brand, network)).unwrap()
}

pub fn order(attempt: &str, amount: &str) -> Order {
    Order {
        attempt: attempt.to_owned(),
        amount: amount.parse().unwrap(),
        what: String::from("Membership fee 2026"),
        back: String::from("http://a.localhost/pay/back"),
        cancelled: String::from("http://a.localhost/pay"),
        until: Utc::now() + Duration::hours(2),
        language: String::from("km"),
    }
}

const BOTH: [Brand; 2] = [Brand::Stripe, Brand::Paypal];

fn of(text: &str) -> Money {
    text.parse().unwrap()
}

#[test]
fn what_is_paid_given_back_and_disputed_is_what_the_adapters_say() {
    let (fake, base) = stand_ins(Faults::default());
    for brand in BOTH {
        let provider = open(brand, "a", &base);
        let begun = provider.begin(&order("attempt-1", "USD 15")).unwrap();
        assert!(provider.is_page(&begun.page), "{}", begun.page);
        let session = Hint::Session(begun.session.clone());
        let snapshot = provider.look(&session).unwrap();
        assert_eq!((snapshot.state, snapshot.paid, snapshot.live), (State::Open, None, false));

        assert!(fake.become_(&begun.session, &Become::Paid));
        let snapshot = provider.look(&session).unwrap();
        assert_eq!(snapshot.attempt.as_deref(), Some("attempt-1"));
        let paid = snapshot.paid.unwrap();
        assert_eq!((paid.gross, paid.fee), (of("USD 15"), Some(of("USD 1.01"))), "{brand:?}");

        provider.refund(&paid.reference, of("USD 5"), "refund-1").unwrap();
        provider.refund(&paid.reference, of("USD 5"), "refund-1").unwrap();
        let refunds = provider.look(&Hint::Payment(paid.reference.clone())).unwrap().refunds;
        assert_eq!(refunds.len(), 1, "one key gives back once");
        assert_eq!((refunds[0].amount, refunds[0].state), (of("USD 5"), RefundState::Done));
        assert!(matches!(provider.refund(&paid.reference, of("USD 11"), "refund-2"), Err(Fault::Refused(_))));

        assert!(fake.become_(&begun.session, &Become::Disputed));
        assert_eq!(provider.look(&session).unwrap().disputes[0].state, DisputeState::Open);
        assert!(fake.become_(&begun.session, &Become::Decided(false)));
        let lost = &provider.look(&session).unwrap().disputes[0];
        assert_eq!((lost.state, lost.amount), (DisputeState::Lost, of("USD 10")));
        let changes = provider.changes(Utc::now() - Duration::hours(1), Utc::now()).unwrap();
        assert!(changes.iter().any(|touched| touched.at == Hint::Payment(paid.reference.clone())), "{changes:?}");
    }
}

#[test]
fn beginning_twice_is_beginning_once_and_other_accounts_see_nothing() {
    let (fake, base) = stand_ins(Faults::default());
    for brand in BOTH {
        let provider = open(brand, "a", &base);
        let first = provider.begin(&order("attempt-2", "USD 20")).unwrap();
        assert_eq!(provider.begin(&order("attempt-2", "USD 20")).unwrap(), first);
        let other = open(brand, "b", &base);
        assert_eq!(other.look(&Hint::Session(first.session.clone())), Err(Fault::Unknown));
        assert_eq!(provider.look(&Hint::Session(String::from("nothing"))), Err(Fault::Unknown));
    }
    assert_eq!(fake.purchases().len(), 2);
    let stripe = open(Brand::Stripe, "a", &base);
    assert!(matches!(stripe.begin(&order("small", "USD 0.49")), Err(Fault::Refused(_))), "Stripe takes no 49 cents");
}

#[test]
fn messages_are_believed_from_their_provider_alone() {
    let (fake, base) = stand_ins(Faults { two_secrets: true, ..Faults::default() });
    for brand in BOTH {
        let provider = open(brand, "a", &base);
        let begun = provider.begin(&order("attempt-3", "USD 15")).unwrap();
        fake.become_(&begun.session, &Become::Paid);
        provider.look(&Hint::Session(begun.session.clone())).unwrap();
        let messages = fake.take_messages();
        assert!(!messages.is_empty());
        for message in &messages {
            let (headers, body, now) = (&message.headers, message.body.as_bytes(), Utc::now());
            let event = provider.verify(headers, body, now).unwrap();
            let hint = provider.look(&event.hint).unwrap();
            assert_eq!(hint.session, begun.session, "every message points at the payment");

            let changed = message.body.replace("attempt-3", "attempt-4").replace(&begun.session, "X");
            assert_eq!(provider.verify(headers, changed.as_bytes(), now), Err(NotGenuine::Signature), "{brand:?}");
            assert_eq!(open(brand, "b", &base).verify(headers, body, now), Err(NotGenuine::Signature));
            let late = now + Duration::days(5);
            assert_eq!(provider.verify(headers, body, late), Err(NotGenuine::Time));
        }
        if brand == Brand::Paypal {
            let mut headers = messages[0].headers.clone();
            let elsewhere = String::from("http://127.0.0.1:1/paypal/v1/notifications/certs/x");
            headers
                .iter_mut()
                .filter(|(name, _)| name == "paypal-cert-url")
                .for_each(|(_, url)| url.clone_from(&elsewhere));
            let verified = provider.verify(&headers, messages[0].body.as_bytes(), Utc::now());
            assert_eq!(verified, Err(NotGenuine::Signature), "a certificate from elsewhere is not even fetched");
        }
    }
    let mut live = account(Brand::Stripe, "a");
    live.mode = Mode::Live;
    let live = BuiltIn { stand_in: None }.open(&live).unwrap();
    let stripe = open(Brand::Stripe, "a", &base);
    let begun = stripe.begin(&order("attempt-5", "USD 15")).unwrap();
    fake.become_(&begun.session, &Become::Paid);
    let message = &fake.take_messages()[0];
    let verified = live.verify(&message.headers, message.body.as_bytes(), Utc::now());
    assert_eq!(verified, Err(NotGenuine::Account), "a message of test mode never speaks for real money");
}

#[test]
fn what_is_uncertain_is_never_called_a_refusal() {
    for (faults, certain) in [
        (Faults { fail_before: 1000, ..Faults::default() }, false),
        (Faults { fail_after: 1000, ..Faults::default() }, false),
        (Faults { silent_after: 1000, ..Faults::default() }, false),
        (Faults::default(), true),
    ] {
        let (_, base) = stand_ins(faults.clone());
        for brand in BOTH {
            match open(brand, "a", &base).begin(&order("attempt-6", "USD 15")) {
                Ok(_) => assert!(certain, "{brand:?} {faults:?}"),
                Err(Fault::Uncertain(_)) => assert!(!certain, "{brand:?} {faults:?}"),
                Err(other) => panic!("{brand:?} {faults:?}: {other}"),
            }
        }
    }
}
