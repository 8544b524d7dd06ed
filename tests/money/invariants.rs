//! What must hold of money whatever happens, in whatever order, however often.

use std::collections::BTreeSet;
use std::sync::Arc;

use app::{Brand, Cash, Mode, State};
use chrono::{DateTime, Utc};
use fakepay::{Become, Faults, Message};
use kernel::{Currency, Date, Money};
use payments::{Paid, Refund, RefundState, Snapshot};
use proptest::prelude::*;

use crate::ground::{Ground, ground, host_in, now, treasurer, zero};
use crate::servers::record;

/// I2: two providers and the cash desk at once: one settles, the rest is credit; no payment pays more than it is.
#[test]
fn many_payments_at_once_settle_a_fee_once() {
    let lakes = Arc::new(ground(&[("Heron", 20_000)], Faults::default()));
    let (_, link) = lakes.invoice("Heron");
    let card = lakes.begin(Brand::Stripe, &[&link]).unwrap();
    let paypal = lakes.begin(Brand::Paypal, &[&link]).unwrap();
    lakes.pay(&card);
    lakes.pay(&paypal);
    std::thread::scope(|scope| {
        for worker in 0..6 {
            let lakes = &lakes;
            scope.spawn(move || {
                if worker < 2 {
                    let cash = cash("Heron", &format!("till-{worker}"));
                    lakes.platform.take_cash(&lakes.lakes(), &cash, treasurer(), now()).unwrap();
                }
                lakes.follow();
            });
        }
    });
    assert!(lakes.invoice("Heron").0.open.is_zero());
    assert_eq!(lakes.balances()["credit"], "USD -45", "four payments of 15, one fee of 15");
    assert_eq!(lakes.acts("settle-fee"), ["Heron"]);
}

fn cash(payer: &str, attempt: &str) -> Cash {
    Cash {
        attempt: attempt.to_owned(),
        payer: payer.to_owned(),
        invoices: Vec::new(),
        given: "USD 15".parse().unwrap(),
        rate: None,
        place: String::from("meeting"),
        counted_by: String::from("auditor"),
        on: Date::from_civil(now().date_naive()).unwrap(),
        is_gift: false,
    }
}

/// Everything that can happen to one payment: messages in the order in which they were sent.
fn a_whole_life(lakes: &Ground, member: &str) -> Vec<Message> {
    let (_, link) = lakes.invoice(member);
    let session = lakes.begin(Brand::Stripe, &[&link]).unwrap();
    for what in [Become::Paid, Become::Refunded(500), Become::Disputed, Become::Decided(false)] {
        assert!(lakes.fake.become_(&session, &what), "{what:?}");
    }
    let messages = lakes.fake.take_messages();
    assert_eq!(messages.len(), 5, "completed, succeeded, refunded, dispute created and closed");
    messages
}

/// What was booked for a member, without the provider's names.
fn story(lakes: &Ground, member: &str) -> Vec<String> {
    let view = lakes.platform.payer(&lakes.lakes(), member, now()).unwrap();
    let (invoice, _) = view.fees.into_iter().find_map(|(_, invoice)| invoice).unwrap();
    let view = lakes.platform.invoice_with_entries(&lakes.lakes(), &invoice.number).unwrap().unwrap();
    let mut lines: Vec<String> = view
        .entries
        .iter()
        .map(|booked| {
            let mut postings: Vec<String> =
                booked.entry.postings().iter().map(|p| format!("{} {}", p.account, p.amount)).collect();
            postings.sort();
            format!("{} {} {}", booked.key.split(':').next().unwrap(), booked.on, postings.join("; "))
        })
        .collect();
    lines.sort();
    lines.push(format!("open {}", view.invoice.open));
    lines
}

/// Every order of five things.
fn orders() -> Vec<Vec<usize>> {
    let mut all = vec![Vec::new()];
    for _ in 0..5 {
        let longer = |order: &Vec<usize>| {
            let next = (0..5).filter(|place| !order.contains(place));
            next.map(|place| [order.clone(), vec![place]].concat()).collect::<Vec<_>>()
        };
        all = all.iter().flat_map(longer).collect();
    }
    all
}

/// I3, I4, I5: messages in any of the 120 orders, each of them twice, lead to the same books.
#[test]
fn the_order_of_messages_does_not_matter() {
    let names: Vec<String> = (0..120).map(|number| format!("M{number:03}")).collect();
    let members: Vec<(&str, u32)> = names.iter().map(|name| (name.as_str(), 20_000)).collect();
    let lakes = ground(&members, Faults::default());
    let mut stories = BTreeSet::new();
    for (order, member) in orders().iter().zip(&names) {
        let messages = a_whole_life(&lakes, member);
        for place in order.iter().chain(order.iter().rev()) {
            lakes.deliver(&messages[*place]);
            lakes.follow_messages();
        }
        stories.insert(story(&lakes, member));
    }
    assert_eq!(stories.len(), 1, "{stories:#?}");
    let story = stories.into_iter().next().unwrap();
    assert_eq!(story.last().unwrap(), "open USD 15", "5 was given back, and 10 lost in the dispute");
    assert_eq!(lakes.acts("settle-fee").len(), 120);
    assert_eq!(lakes.acts("reopen-fee").len(), 120, "each is reopened once");
    lakes.balances();
}

/// I4: what was received is followed again, any part of it, in any order: no posting changes.
#[test]
fn a_replay_changes_nothing() {
    let lakes = ground(&[("Heron", 20_000), ("Crane", 90_000)], Faults::default());
    for member in ["Heron", "Crane"] {
        for message in a_whole_life(&lakes, member) {
            lakes.deliver(&message);
        }
    }
    lakes.follow();
    let before = lakes.journal();
    let since = now() - chrono::Duration::hours(1);
    assert_eq!(lakes.platform.replay(&lakes.lakes(), Brand::Stripe, (since, now()), now()).unwrap(), 10);
    assert_eq!(lakes.follow_messages().booked, 0);
    lakes.follow();
    assert_eq!(lakes.journal(), before);
    assert!(before.contains("dispute-ended"), "there was something to change");
}

/// I7: every message is lost: whoever asks the providers finds everything.
#[test]
fn without_any_message_everything_is_found() {
    let names: Vec<String> = (0..20).map(|number| format!("M{number:02}")).collect();
    let members: Vec<(&str, u32)> = names.iter().map(|name| (name.as_str(), 20_000)).collect();
    let lakes = ground(&members, Faults { drop: 1000, ..Faults::default() });
    for (number, member) in names.iter().enumerate() {
        let (_, link) = lakes.invoice(member);
        let brand = if number % 2 == 0 { Brand::Stripe } else { Brand::Paypal };
        let session = lakes.begin(brand, &[&link]).unwrap();
        lakes.pay(&session);
    }
    assert!(lakes.fake.take_messages().is_empty());
    lakes.follow();
    assert_eq!(lakes.acts("settle-fee").len(), 20);
    // Refunds and disputes of what was paid long ago are found by the accounts' changes.
    for purchase in lakes.fake.purchases() {
        lakes.fake.become_(&purchase.id, &Become::Refunded(1500));
    }
    lakes.follow();
    assert_eq!(lakes.acts("reopen-fee").len(), 20);
    assert!(lakes.platform.open_invoices(&lakes.lakes()).unwrap().iter().all(|invoice| invoice.open.minor() == 1500));
}

/// I8: the message first, the payer's way back first, or neither: the same books.
#[test]
fn whoever_comes_first_the_books_are_the_same() {
    let lakes = ground(&[("Hook", 20_000), ("Back", 20_000), ("Neither", 20_000)], Faults::default());
    let attempt = |member: &str| {
        let (_, link) = lakes.invoice(member);
        let session = lakes.begin(Brand::Stripe, &[&link]).unwrap();
        lakes.pay(&session);
        let purchase = lakes.fake.purchases().into_iter().find(|one| one.id == session).unwrap();
        (purchase.attempt.parse().unwrap(), lakes.fake.take_messages())
    };
    let (hook, messages) = attempt("Hook");
    messages.iter().for_each(|message| lakes.deliver(message));
    lakes.follow_messages();
    assert_eq!(lakes.platform.look_at(&lakes.lakes(), hook, now()).unwrap().state, "succeeded");
    let (back, messages) = attempt("Back");
    assert_eq!(lakes.platform.look_at(&lakes.lakes(), back, now()).unwrap().state, "succeeded");
    messages.iter().for_each(|message| lakes.deliver(message));
    lakes.follow_messages();
    attempt("Neither");
    lakes.follow();
    let stories: BTreeSet<_> = ["Hook", "Back", "Neither"].iter().map(|member| story(&lakes, member)).collect();
    assert_eq!(stories.len(), 1, "{stories:#?}");
}

/// I9: a fee is overdue from midnight of the day after, where the network is: neither a second before nor a second after.
#[test]
fn a_fee_is_overdue_from_the_networks_own_midnight() {
    let record = record();
    for (slug, zone, midnight) in [
        ("east", "Pacific/Kiritimati", "2026-11-30T10:00:00Z"),
        ("west", "Etc/GMT+12", "2026-12-01T12:00:00Z"),
        ("bangkok", "Asia/Bangkok", "2026-11-30T17:00:00Z"),
        ("zurich", "Europe/Zurich", "2026-11-30T23:00:00Z"),
        ("santiago", "America/Santiago", "2026-12-01T03:00:00Z"),
    ] {
        host_in(&record, slug, &[("Heron", 20_000)], zone, true);
        let platform = crate::ground::platform(&record, "http://127.0.0.1:1");
        let midnight: DateTime<Utc> = midnight.parse().unwrap();
        let network = platform.hosted(slug).unwrap().unwrap();
        let before = midnight - chrono::Duration::seconds(1);
        let invoice = platform.invoice(&network, "Heron", ("membership-fee", "2026"), before).unwrap().unwrap();
        let overdue = |at: DateTime<Utc>| invoice.is_overdue(network.today(at).to_civil());
        assert!(!overdue(before), "{slug}: in time until the last second of 30 November");
        assert!(overdue(midnight), "{slug}: overdue from the first of 1 December");
    }
}

/// I13: no more is given back than came in, whatever a provider says; and a fee is reopened once.
#[test]
fn more_than_came_in_is_never_given_back() {
    let lakes = ground(&[("Heron", 20_000)], Faults::default());
    let (_, link) = lakes.invoice("Heron");
    let session = lakes.begin(Brand::Stripe, &[&link]).unwrap();
    lakes.pay(&session);
    lakes.follow();
    let purchase = lakes.fake.purchases().into_iter().find(|one| one.id == session).unwrap();
    let usd = Currency::new("USD").unwrap();
    let refund = |reference: &str, minor: i64| Refund {
        reference: reference.to_owned(),
        amount: Money::of_minor(minor, usd),
        at: now(),
        state: RefundState::Done,
    };
    let told = |refunds: Vec<Refund>| Snapshot {
        session: session.clone(),
        attempt: Some(purchase.attempt.clone()),
        live: false,
        state: State::Paid,
        paid: Some(Paid {
            reference: purchase.payment().unwrap().to_owned(),
            gross: purchase.amount,
            fee: None,
            at: purchase.paid_at().unwrap(),
        }),
        refunds,
        disputes: Vec::new(),
    };
    let apply = |snapshot: Snapshot| {
        lakes.platform.apply(&lakes.lakes(), "stripe", Mode::StandIn, &snapshot, now()).unwrap().booked
    };
    assert_eq!(apply(told(vec![refund("r1", 1000), refund("r2", 600)])), 0, "sixteen of fifteen");
    let findings = lakes.platform.money_desk(&lakes.lakes(), now()).unwrap().findings;
    assert!(findings.iter().any(|finding| finding.kind == "too-much-given-back"), "somebody is told");
    assert_eq!(apply(told(vec![refund("r1", 1000)])), 1);
    assert_eq!(apply(told(vec![refund("r1", 1000), refund("r3", 500)])), 1);
    assert_eq!(lakes.invoice("Heron").0.open, purchase.amount);
    assert_eq!(lakes.acts("reopen-fee"), ["Heron"], "once, whatever came after");
}

/// Money that is not what was asked for is never refused: it is booked, and somebody is told.
#[test]
fn money_is_never_refused() {
    let lakes = ground(&[("Heron", 20_000)], Faults::default());
    let usd = Currency::new("USD").unwrap();
    let snapshot = Snapshot {
        session: String::from("cs_nobody"),
        attempt: Some(String::from("not ours")),
        live: false,
        state: State::Paid,
        paid: Some(Paid { reference: String::from("pi_x"), gross: Money::of_minor(700, usd), fee: None, at: now() }),
        refunds: Vec::new(),
        disputes: Vec::new(),
    };
    let apply =
        |snapshot: &Snapshot, mode| lakes.platform.apply(&lakes.lakes(), "stripe", mode, snapshot, now()).unwrap();
    assert_eq!(apply(&snapshot, Mode::StandIn).booked, 1);
    assert_eq!(apply(&snapshot, Mode::StandIn).booked, 0);
    assert_eq!(lakes.balances()["suspense"], "USD -7");
    let live = Snapshot { live: true, session: String::from("cs_live"), ..snapshot };
    assert_eq!(apply(&live, Mode::StandIn).booked, 0, "real money never enters a demonstration");
    let findings = lakes.platform.money_desk(&lakes.lakes(), now()).unwrap().findings;
    let kinds: Vec<&str> = findings.iter().map(|finding| finding.kind.as_str()).collect();
    assert!(kinds.contains(&"nobody-began-it") && kinds.contains(&"other-money"), "{kinds:?}");
    assert_eq!(zero(), chrono::Duration::zero());
}

/// The tenant whose fee the next law is about.
fn tiers() -> interpreter::Interpreter {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let path = root.join("deploy/tenants/mmn/charter/2015-03-19.md");
    let source = std::fs::read_to_string(path).unwrap();
    let network = charter::Network::read(vec![(String::from("2015-03-19.md"), source)], Vec::new());
    interpreter::Interpreter::new(&network)
}

fn fee_at(minor: i64) -> charter::Value {
    thread_local! {
        static TIERS: interpreter::Interpreter = tiers();
    }
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let source = std::fs::read_to_string(root.join("deploy/tenants/mmn/charter/2015-03-19.md")).unwrap();
    TIERS.with(|interpreter| {
        let network = charter::Network::read(vec![(String::from("2015-03-19.md"), source)], Vec::new());
        let income = Money::of_minor(minor, Currency::new("USD").unwrap());
        let lines = format!(
            "{{\"id\":\"e\",\"act\":\"enrol\",\"by\":\"secretariat\",\"about\":\"A\",\"on\":\"2020-02-03\",\"fields\":{{\"country\":\"Thailand\"}}}}\n\
             {{\"id\":\"d\",\"act\":\"declare-income\",\"by\":\"A\",\"on\":\"2026-02-03\",\"fields\":{{\"annual-income-for\":\"2025\",\"annual-income\":\"{income}\"}}}}"
        );
        let (register, findings) = charter::Register::read(&lines, &network);
        assert!(findings.iter().all(|finding| finding.severity() != charter_syntax::Severity::Error), "{findings:?}");
        let index = interpreter.index(&register, DateTime::<Utc>::MAX_UTC);
        let question = charter::Question::parse("membership-fee of A for 2026").unwrap();
        interpreter.judge(&index, &interpreter::Moment::on("2026-11-25".parse().unwrap()), &question).value
    })
}

/// I16: every income that can be said falls into exactly one tier, at the edges too; and a higher one never pays less.
#[test]
fn every_income_falls_into_one_tier() {
    let dollars = |minor: i64| match fee_at(minor) {
        charter::Value::Amount(amount) => amount.minor() / 100,
        other => panic!("{minor}: {other:?}"),
    };
    for (minor, fee) in [
        (0, 1),
        (999_999, 1),
        (1_000_000, 15),
        (5_000_000, 15),
        (5_000_001, 20),
        (10_000_000, 20),
        (10_000_001, 50),
        (900_000_000_000_000_000, 50),
    ] {
        assert_eq!(dollars(minor), fee, "{minor}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn a_higher_income_never_pays_less(one in 0_i64..20_000_000, more in 0_i64..900_000_000_000_000_000) {
        let (low, high) = (fee_at(one), fee_at(one.saturating_add(more).min(900_000_000_000_000_000)));
        match (low, high) {
            (charter::Value::Amount(low), charter::Value::Amount(high)) => prop_assert!(low.minor() <= high.minor()),
            other => prop_assert!(false, "{other:?}"),
        }
    }
}
