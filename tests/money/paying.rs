//! From the charter's table to a receipt: invoiced once, paid online, in cash, at the bank; too much, twice, given back.

use std::collections::BTreeMap;

use app::{Brand, Cash, Error, GivenUp, NotDone};
use fakepay::{Become, Faults};

use crate::ground::{Ground, ground, now, treasurer};

fn lakes() -> Ground {
    ground(&[("Otter", 5_000), ("Heron", 20_000), ("Crane", 90_000)], Faults::default())
}

fn balances(of: &[(&str, &str)]) -> BTreeMap<String, String> {
    of.iter().map(|(account, amount)| ((*account).to_owned(), (*amount).to_owned())).collect()
}

#[test]
fn what_the_charter_asks_for_is_invoiced_once() {
    let lakes = lakes();
    let period = lakes.period();
    let invoice_all = || lakes.platform.invoice_all(&lakes.lakes(), ("membership-fee", &period), now()).unwrap();
    let first = invoice_all();
    assert_eq!((first.issued, first.unchanged, first.blocked), (3, 0, 0));
    let again = invoice_all();
    assert_eq!((again.issued, again.unchanged), (0, 3), "done again it changes nothing");
    let (heron, _) = lakes.invoice("Heron");
    assert_eq!(heron.amount.to_string(), "USD 15");
    assert_eq!(heron.due_on.to_string(), format!("{period}-11-30"));
    assert_eq!(lakes.journal().lines().count(), 3);
}

#[test]
fn without_a_declaration_nothing_is_asked_and_no_band_is_guessed() {
    let lakes = ground(&[("Otter", 5_000)], Faults::default());
    let enter =
        r#"{"id":"x","act":"enter","by":"secretary","about":"Quiet","on":"2021-01-10","fields":{"region":"south"}}"#;
    let act: charter::act::Act = serde_json::from_str(enter).unwrap();
    let tenant = lakes.record.store.tenant("lakes").unwrap().unwrap();
    lakes.record.store.within(&tenant, |unit| unit.append(vec![act.into()], now())).unwrap();
    let period = lakes.period();
    let issued = lakes.platform.invoice_all(&lakes.lakes(), ("membership-fee", &period), now()).unwrap();
    assert_eq!((issued.issued, issued.blocked), (1, 1));
    let rows = lakes.platform.fee_rows(&lakes.lakes(), ("membership-fee", &period), now()).unwrap();
    let quiet = rows.iter().find(|row| row.member == "Quiet").unwrap();
    assert!(quiet.invoice.is_none() && quiet.assessment.amount.is_none());
    assert!(quiet.assessment.answer.contains("income"), "it says what is missing: {}", quiet.assessment.answer);
    assert_eq!(quiet.group.as_deref(), Some("south"));
}

#[test]
fn a_card_pays_and_the_register_is_told_once() {
    let lakes = lakes();
    let (invoice, link) = lakes.invoice("Heron");
    let session = lakes.begin(Brand::Stripe, &[&link]).unwrap();
    lakes.pay(&session);
    lakes.deliver_messages();
    assert_eq!(lakes.follow_messages().messages, 2);
    let (paid, _) = lakes.invoice("Heron");
    assert!(paid.open.is_zero());
    assert_eq!(
        lakes.balances(),
        balances(&[
            ("clearing:stripe", "USD 13.99"),
            ("income:membership-fee/".to_owned().as_str(), ""),
            ("provider-fees:stripe", "USD 1.01"),
        ])
        .into_iter()
        .filter(|(account, _)| !account.ends_with('/'))
        .chain([(format!("income:membership-fee/{}", lakes.period()), String::from("USD -15"))])
        .collect()
    );
    assert_eq!(lakes.acts("settle-fee"), ["Heron"]);
    let view = lakes.platform.payer(&lakes.lakes(), "Heron", now()).unwrap();
    assert_eq!(view.papers.len(), 1);
    assert!(view.papers[0].number.starts_with("R-"), "{}", view.papers[0].number);
    assert!(view.fees[0].0.fee.settled, "the charter knows that it is settled");
    assert_eq!(invoice.number, paid.number);
}

#[test]
fn paypal_is_taken_by_us_whoever_looks_first() {
    let lakes = lakes();
    let (_, link) = lakes.invoice("Crane");
    let session = lakes.begin(Brand::Paypal, &[&link]).unwrap();
    lakes.pay(&session);
    // Nobody told us: the poller finds it approved, and takes it.
    lakes.fake.take_messages();
    assert!(lakes.follow().booked > 0);
    assert!(lakes.invoice("Crane").0.open.is_zero());
    let before = lakes.journal();
    lakes.deliver_messages();
    lakes.follow();
    assert_eq!(lakes.journal(), before, "what comes later changes nothing");
}

#[test]
fn paid_twice_is_paid_once_and_in_credit() {
    let lakes = lakes();
    let (invoice, link) = lakes.invoice("Heron");
    let card = lakes.begin(Brand::Stripe, &[&link]).unwrap();
    let paypal = lakes.begin(Brand::Paypal, &[&link]).unwrap();
    lakes.pay(&card);
    lakes.pay(&paypal);
    let cash = cash("Heron", "USD 15");
    lakes.platform.take_cash(&lakes.lakes(), &cash, treasurer(), now()).unwrap();
    lakes.platform.take_cash(&lakes.lakes(), &cash, treasurer(), now()).unwrap();
    lakes.follow();
    let (after, _) = lakes.invoice("Heron");
    assert!(after.open.is_zero());
    assert_eq!(lakes.balances()["credit"], "USD -30", "two payments too many are owed to the payer");
    assert_eq!(lakes.acts("settle-fee"), ["Heron"]);
    assert_eq!(after.id, invoice.id);
}

fn cash(payer: &str, given: &str) -> Cash {
    Cash {
        attempt: format!("cash-{payer}-{given}"),
        payer: payer.to_owned(),
        invoices: Vec::new(),
        given: given.parse().unwrap(),
        rate: None,
        place: String::from("conference"),
        counted_by: String::from("auditor"),
        on: now()
            .with_timezone(&chrono::FixedOffset::east_opt(7 * 3600).unwrap())
            .date_naive()
            .to_string()
            .parse()
            .unwrap(),
        is_gift: false,
    }
}

#[test]
fn baht_in_cash_pay_a_fee_in_dollars() {
    let lakes = lakes();
    lakes.invoice("Heron");
    let rate = "34.67".parse().unwrap();
    let given = Cash { rate: Some((rate, Some("USD 15".parse().unwrap()))), ..cash("Heron", "THB 519") };
    lakes.platform.take_cash(&lakes.lakes(), &given, treasurer(), now()).unwrap();
    assert!(lakes.invoice("Heron").0.open.is_zero());
    let balances = lakes.balances();
    assert_eq!(balances["cash:conference"], "THB 519");
    assert_eq!(balances["exchange-difference"], "USD 0.03");
    let far = Cash {
        attempt: String::from("far"),
        rate: Some((rate, Some("USD 50".parse().unwrap()))),
        ..cash("Crane", "THB 519")
    };
    lakes.invoice("Crane");
    let refused = lakes.platform.take_cash(&lakes.lakes(), &far, treasurer(), now());
    assert!(matches!(refused, Err(Error::Money(NotDone::Amount))), "a fee of 50 is not paid by 15");
}

#[test]
fn parts_and_several_members_in_one_payment() {
    let lakes = lakes();
    let (_, heron) = lakes.invoice("Heron");
    let (_, otter) = lakes.invoice("Otter");
    assert!(
        matches!(
            lakes.begin(Brand::Stripe, &[&link_of(&lakes, "Crane"), "nothing"]),
            Err(Error::Money(NotDone::Missing))
        ),
        "a key that opens nothing is refused"
    );
    lakes.platform.take_cash(&lakes.lakes(), &cash("Heron", "USD 6"), treasurer(), now()).unwrap();
    assert_eq!(lakes.invoice("Heron").0.open.to_string(), "USD 9");
    assert!(lakes.acts("settle-fee").is_empty(), "a part is not the whole");
    let session = lakes.begin(Brand::Stripe, &[&heron, &otter]).unwrap();
    lakes.pay(&session);
    lakes.follow();
    let mut settled = lakes.acts("settle-fee");
    settled.sort();
    assert_eq!(settled, ["Heron", "Otter"]);
    let otter = lakes.platform.payer(&lakes.lakes(), "Otter", now()).unwrap();
    assert_eq!(otter.papers.len(), 1, "a member has a receipt whoever paid for it");
}

fn link_of(lakes: &Ground, member: &str) -> String {
    lakes.invoice(member).1
}

#[test]
fn a_dollar_is_not_raised_to_what_a_provider_takes() {
    let lakes = lakes();
    let (_, link) = lakes.invoice("Otter");
    lakes.begin(Brand::Stripe, &[&link]).unwrap();
    lakes.platform.take_cash(&lakes.lakes(), &cash("Otter", "USD 0.60"), treasurer(), now()).unwrap();
    match lakes.begin(Brand::Stripe, &[&link]) {
        Err(Error::Money(NotDone::TooSmall(smallest))) => assert_eq!(smallest.to_string(), "USD 0.50"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_changed_income_supersedes_and_what_was_paid_counts() {
    let lakes = lakes();
    let (old, link) = lakes.invoice("Heron");
    let session = lakes.begin(Brand::Stripe, &[&link]).unwrap();
    lakes.pay(&session);
    lakes.follow();
    let year = crate::ground::this_year() - 1;
    let text = format!(
        "{{\"id\":\"i-2\",\"act\":\"state-income\",\"by\":\"Heron\",\"on\":\"{}-02-20\",\"fields\":{{\"income-for\":\"{year}\",\"income\":\"USD 60000\"}}}}",
        year + 1
    );
    let act: charter::act::Act = serde_json::from_str(&text).unwrap();
    let tenant = lakes.record.store.tenant("lakes").unwrap().unwrap();
    lakes.record.store.within(&tenant, |unit| unit.append(vec![act.into()], now())).unwrap();
    let (fresh, _) = lakes.invoice("Heron");
    assert_ne!(fresh.id, old.id);
    assert_eq!((fresh.amount.to_string(), fresh.open.to_string()), (String::from("USD 50"), String::from("USD 35")));
    let view = lakes.platform.invoice_with_entries(&lakes.lakes(), &old.number).unwrap().unwrap();
    assert!(view.invoice.cancelled_on.is_some(), "the number stays, by a credit note");
    assert_eq!(lakes.acts("reopen-fee"), ["Heron"]);
    lakes.balances();
}

#[test]
fn a_refund_reopens_the_fee_and_says_so_once() {
    let lakes = lakes();
    let (_, link) = lakes.invoice("Heron");
    let session = lakes.begin(Brand::Stripe, &[&link]).unwrap();
    lakes.pay(&session);
    lakes.follow();
    lakes.fake.become_(&session, &Become::Refunded(500));
    lakes.follow();
    lakes.deliver_messages();
    lakes.follow();
    assert_eq!(lakes.invoice("Heron").0.open.to_string(), "USD 5");
    assert_eq!(lakes.acts("reopen-fee"), ["Heron"]);
    lakes.fake.become_(&session, &Become::RefundFailed);
    lakes.deliver_messages();
    lakes.follow();
    assert!(lakes.invoice("Heron").0.open.is_zero(), "a refund that did not arrive is paid again");
    assert_eq!(lakes.acts("settle-fee").len(), 2);
    let view = lakes.platform.payer(&lakes.lakes(), "Heron", now()).unwrap();
    let refused = lakes.platform.give_back(
        &lakes.lakes(),
        view.payments[0].id,
        "USD 16".parse().unwrap(),
        (&treasurer(), "too much"),
        now(),
    );
    assert!(matches!(refused, Err(Error::Money(NotDone::Amount))), "no more than came in");
}

#[test]
fn a_fee_is_given_up_on_somebodys_authority_alone() {
    let lakes = lakes();
    let (invoice, _) = lakes.invoice("Heron");
    let without = GivenUp { as_lost: false, authority: String::new(), reason: String::from("flood") };
    let give_up =
        |given_up: &GivenUp, actor| lakes.platform.give_up(&lakes.lakes(), invoice.id, given_up, actor, now());
    assert!(matches!(give_up(&without, treasurer()), Err(Error::Money(NotDone::Authority))));
    let whole = GivenUp { authority: String::from("board, 3 May"), ..without };
    let mut somebody = treasurer();
    somebody.role = Some(String::from("party"));
    assert!(give_up(&whole, somebody).is_err(), "the database refuses whoever is no treasurer");
    give_up(&whole, treasurer()).unwrap();
    assert!(lakes.invoice("Heron").0.open.is_zero());
    assert_eq!(lakes.acts("waive-fee"), ["Heron"]);
    assert_eq!(lakes.balances()["waivers"], "USD 15");
}

#[test]
fn a_statement_matches_what_it_names_and_keeps_the_rest_for_somebody() {
    let lakes = lakes();
    let (invoice, _) = lakes.invoice("Heron");
    lakes.invoice("Crane");
    let table = format!(
        "date,amount,currency,reference,text\n2026-01-05,15.00,USD,B1,FEE {} HERON\n2026-01-06,50.00,USD,B2,thank you\n",
        invoice.number
    );
    let brought = lakes.platform.bring_statement(&lakes.lakes(), &table, &treasurer(), now()).unwrap();
    assert_eq!((brought.new, brought.matched), (2, 1));
    let again = lakes.platform.bring_statement(&lakes.lakes(), &table, &treasurer(), now()).unwrap();
    assert_eq!((again.new, again.known), (0, 2), "the same line is one");
    assert!(lakes.invoice("Heron").0.open.is_zero());
    assert_eq!(lakes.balances()["suspense"], "USD -50");
    lakes.platform.match_line(&lakes.lakes(), "B2", "Crane", treasurer(), now()).unwrap();
    assert!(lakes.invoice("Crane").0.open.is_zero());
    assert!(!lakes.balances().contains_key("suspense"));
    let broken = "date,amount,currency,reference,text\n2026-01-05,15.005,USD,B3,x\n2026-01-05,1,USD,B4,x\n";
    let brought = lakes.platform.bring_statement(&lakes.lakes(), broken, &treasurer(), now()).unwrap();
    assert_eq!((brought.unreadable, brought.new), (vec![2], 0), "with a row that cannot be read nothing is brought");
}

#[test]
fn what_is_given_freely_pays_no_fee_and_has_a_receipt() {
    let lakes = lakes();
    lakes.invoice("Heron");
    let gift = Cash { is_gift: true, ..cash("Heron", "USD 40") };
    lakes.platform.take_cash(&lakes.lakes(), &gift, treasurer(), now()).unwrap();
    assert_eq!(lakes.invoice("Heron").0.open.to_string(), "USD 15");
    assert_eq!(lakes.balances()["donations"], "USD -40");
    let view = lakes.platform.payer(&lakes.lakes(), "Heron", now()).unwrap();
    assert!(view.credit.is_empty() && view.papers.len() == 1, "a receipt, and no credit");
    assert!(lakes.acts("settle-fee").is_empty());
}

#[test]
fn the_key_of_what_is_settled_opens_it_for_half_a_year() {
    let lakes = lakes();
    let (invoice, link) = lakes.invoice("Heron");
    let opens = |days: i64| {
        lakes
            .platform
            .invoices_with(&lakes.lakes(), std::slice::from_ref(&link), now() + chrono::Duration::days(days))
            .is_ok()
    };
    assert!(opens(800), "what is owed can be paid");
    lakes.platform.take_cash(&lakes.lakes(), &cash("Heron", "USD 15"), treasurer(), now()).unwrap();
    let last = invoice.due_on.max(invoice.issued_on).signed_duration_since(now().date_naive()).num_days();
    assert!(opens(last + 180) && !opens(last + 190), "then the link that lies in a mailbox opens nothing");
}

/// A payment settles one fee and its rest another; then it is given back in two parts: each fee is owed again once.
#[test]
fn a_refund_in_parts_reopens_each_fee_once() {
    let lakes = lakes();
    let (_, heron) = lakes.invoice("Heron");
    let card = lakes.begin(Brand::Stripe, &[&heron]).unwrap();
    let paypal = lakes.begin(Brand::Paypal, &[&heron]).unwrap();
    lakes.pay(&card);
    lakes.pay(&paypal);
    lakes.follow();
    assert_eq!(lakes.balances()["credit"], "USD -15");
    for minor in [700, 800] {
        lakes.fake.become_(&card, &Become::Refunded(minor));
        lakes.follow();
    }
    assert!(lakes.invoice("Heron").0.open.is_zero(), "the second payment's credit goes first");
    for minor in [700, 800] {
        lakes.fake.become_(&paypal, &Become::Refunded(minor));
        lakes.follow();
    }
    assert_eq!(lakes.invoice("Heron").0.open.to_string(), "USD 15", "owed once, not twice");
    assert!(!lakes.balances().contains_key("credit"));
}

/// Money that nobody began is somebody's all the same; given back before anybody knows whose, nothing is left of it.
#[test]
fn money_of_nobody_is_matched_or_leaves_no_trace() {
    let lakes = lakes();
    lakes.invoice("Heron");
    let provider = crate::providers::open(Brand::Stripe, "lakes", &lakes.base);
    for (number, attempt) in ["elsewhere-1", "elsewhere-2"].iter().enumerate() {
        let begun = provider.begin(&crate::providers::order(attempt, "USD 15")).unwrap();
        lakes.pay(&begun.session);
        if number == 1 {
            lakes.fake.become_(&begun.session, &Become::Refunded(1500));
        }
    }
    lakes.follow();
    assert_eq!(lakes.balances()["suspense"], "USD -15", "of the one that was given back nothing is left");
    let findings = lakes.platform.money_desk(&lakes.lakes(), now()).unwrap().findings;
    let kept = lakes.fake.purchases().into_iter().find(|one| one.refunds.is_empty()).unwrap();
    let reference = kept.payment().unwrap().to_owned();
    assert!(findings.iter().any(|finding| finding.reference == reference));
    let matched = || lakes.platform.match_payment(&lakes.lakes(), ("stripe", &reference), "Heron", treasurer(), now());
    matched().unwrap();
    matched().unwrap();
    assert!(lakes.invoice("Heron").0.open.is_zero());
    assert!(!lakes.balances().contains_key("suspense"));
    assert_eq!(lakes.acts("settle-fee"), ["Heron"]);
}

/// Cash that is brought to the bank is the line on its statement: once.
#[test]
fn cash_brought_to_the_bank_is_there_once() {
    let lakes = lakes();
    lakes.invoice("Heron");
    lakes.platform.take_cash(&lakes.lakes(), &cash("Heron", "USD 15"), treasurer(), now()).unwrap();
    let brought = |attempt: &str| {
        let deposited = app::Deposited {
            attempt: attempt.to_owned(),
            place: String::from("conference"),
            taken: "USD 15".parse().unwrap(),
            counted: "USD 15".parse().unwrap(),
        };
        lakes.platform.deposit(&lakes.lakes(), &deposited, treasurer(), now())
    };
    brought("one").unwrap();
    brought("one").unwrap();
    assert!(matches!(brought("two"), Err(Error::Money(NotDone::Amount))), "there is no more cash to bring");
    let table = "date,amount,currency,reference,text\n2026-01-05,15.00,USD,B1,deposit\n";
    let lines = lakes.platform.bring_statement(&lakes.lakes(), table, &treasurer(), now()).unwrap();
    assert_eq!((lines.new, lines.matched), (1, 1));
    let balances = lakes.balances();
    assert_eq!(balances["bank:main"], "USD 15");
    assert!(!balances.contains_key("suspense") && !balances.contains_key("cash:conference"), "{balances:?}");
}

/// A form that was used is not used again for somebody else; baht are not taken for dollars.
#[test]
fn a_used_form_and_another_currency_are_asked_about() {
    let lakes = lakes();
    lakes.invoice("Heron");
    lakes.invoice("Crane");
    let first = cash("Heron", "USD 15");
    lakes.platform.take_cash(&lakes.lakes(), &first, treasurer(), now()).unwrap();
    let reused = Cash { payer: String::from("Crane"), ..first };
    let take = |cash: &Cash| lakes.platform.take_cash(&lakes.lakes(), cash, treasurer(), now());
    assert!(matches!(take(&reused), Err(Error::Money(NotDone::Used))));
    assert!(matches!(take(&cash("Crane", "THB 1700")), Err(Error::Money(NotDone::Rate))));
    assert_eq!(lakes.invoice("Crane").0.open.to_string(), "USD 50");
}

/// What is booked late, about an earlier day, has the last word all the same.
#[test]
fn the_register_says_last_what_the_books_say() {
    let lakes = lakes();
    let (_, link) = lakes.invoice("Heron");
    let session = lakes.begin(Brand::Stripe, &[&link]).unwrap();
    lakes.pay(&session);
    lakes.fake.become_(&session, &Become::Refunded(1500));
    lakes.follow();
    let mut earlier = cash("Heron", "USD 15");
    earlier.on = earlier.on.previous().previous();
    lakes.platform.take_cash(&lakes.lakes(), &earlier, treasurer(), now()).unwrap();
    let view = lakes.platform.payer(&lakes.lakes(), "Heron", now()).unwrap();
    assert!(view.fees[0].1.as_ref().unwrap().0.open.is_zero() && view.fees[0].0.fee.settled);
}
