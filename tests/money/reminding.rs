//! I15: a letter that asks for money is not sent once it came: looked at again in the transaction that sends.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use app::{Cash, Sending};
use fakepay::Faults;

use crate::ground::{Ground, ground, now, treasurer};

fn pay(lakes: &Ground, attempt: &str) {
    let cash = Cash {
        attempt: attempt.to_owned(),
        payer: String::from("Heron"),
        invoices: Vec::new(),
        given: "USD 15".parse().unwrap(),
        rate: None,
        place: String::from("meeting"),
        counted_by: String::from("auditor"),
        on: lakes.lakes().today(now()),
        is_gift: false,
    };
    lakes.platform.take_cash(&lakes.lakes(), &cash, treasurer(), now()).unwrap();
}

#[test]
fn what_was_paid_is_not_asked_for() {
    let lakes = ground(&[("Heron", 20_000)], Faults::default());
    lakes.invoice("Heron");
    pay(&lakes, "before");
    let first =
        lakes.platform.send_next("lakes", |posted| panic!("{} was sent", posted.message.subject), now()).unwrap();
    assert_eq!(first, Sending::Withdrawn);
    let mut sent = Vec::new();
    let second = lakes
        .platform
        .send_next(
            "lakes",
            |posted| {
                sent.push(posted.message.text.clone());
                Ok(())
            },
            now(),
        )
        .unwrap();
    assert_eq!(second, Sending::Sent);
    assert!(sent[0].contains("Receipt R-"), "the receipt goes out: {}", sent[0]);
}

#[test]
fn nobody_pays_while_the_letter_is_being_sent() {
    let lakes = ground(&[("Heron", 20_000)], Faults::default());
    lakes.invoice("Heron");
    let paid = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let sending = lakes.platform.send_next(
            "lakes",
            |posted| {
                assert!(posted.message.text.contains("USD 15"), "{}", posted.message.text);
                scope.spawn(|| {
                    pay(&lakes, "meanwhile");
                    paid.store(true, Ordering::SeqCst);
                });
                // The mail server takes its time; whoever books waits for it.
                std::thread::sleep(Duration::from_millis(400));
                assert!(!paid.load(Ordering::SeqCst), "booked while the letter was on its way");
                Ok(())
            },
            now(),
        );
        assert_eq!(sending.unwrap(), Sending::Sent);
    });
    assert!(paid.load(Ordering::SeqCst), "and was booked afterwards");
}

/// A reminder that a fee falls due is about its invoice: paid before the mail server takes it, it is not sent.
#[test]
fn a_reminder_knows_its_invoice() {
    let lakes = ground(&[("Heron", 20_000)], Faults::default());
    let year = crate::ground::this_year();
    let at = |day: &str| format!("{year}-{day}T05:00:00Z").parse::<chrono::DateTime<chrono::Utc>>().unwrap();
    let url = "http://lakes.localhost";
    lakes.platform.follow("lakes", url, at("10-20")).unwrap();
    let lakes_then = lakes.lakes();
    lakes.platform.invoice(&lakes_then, "Heron", ("membership-fee", &year.to_string()), at("10-20")).unwrap().unwrap();
    let told = lakes.platform.follow("lakes", url, at("11-24")).unwrap();
    assert!(told > 0, "a week before the day");
    pay(&lakes, "in time");
    let mut sent = Vec::new();
    while lakes
        .platform
        .send_next(
            "lakes",
            |posted| {
                sent.push(posted.message.subject.clone());
                Ok(())
            },
            now(),
        )
        .unwrap()
        != Sending::NothingWaits
    {}
    assert!(sent.iter().all(|subject| subject.contains("Receipt")), "{sent:?}");
}
