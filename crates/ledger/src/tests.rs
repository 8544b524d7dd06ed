//! What must hold of any history of money.

use kernel::{Currency, Money, Ratio};
use proptest::prelude::*;

use crate::booking::{self, Exchanged, Issued, Received};
use crate::{Account, Books, Entry, InvoiceId, Kind, NotBooked, Owed, Unbalanced, allocate};

fn usd(minor: i64) -> Money {
    Money::of_minor(minor, Currency::new("USD").unwrap())
}

fn money(text: &str) -> Money {
    text.parse().unwrap()
}

fn owed(invoice: u128, open: i64) -> Owed {
    Owed { invoice: InvoiceId(invoice), payer: String::from("A"), open: usd(open) }
}

fn issued(invoice: u128, minor: i64) -> Entry {
    let lines = vec![(String::from("membership-fee/2026"), usd(minor))];
    booking::issue(&Issued { invoice: InvoiceId(invoice), payer: String::from("A"), lines }).unwrap()
}

fn paid(minor: i64, owed: &[Owed]) -> Entry {
    let received = Received { kind: Kind::Online, into: clearing(), gross: usd(minor), fee: None, payer: "A", owed };
    booking::receive(&received).unwrap()
}

fn clearing() -> Account {
    Account::Clearing(String::from("card"))
}

#[test]
fn postings_that_do_not_balance_are_no_entry() {
    let one = |amount| crate::Posting { account: Account::Suspense, amount, invoice: None, payer: None };
    assert_eq!(Entry::new(Kind::Bank, vec![one(usd(1))]), Err(Unbalanced::Sum(usd(1).currency())));
    let mixed = vec![one(usd(1)), one(money("THB -0.01"))];
    assert!(matches!(Entry::new(Kind::Bank, mixed), Err(Unbalanced::Sum(_))), "one currency never pays for another");
    assert_eq!(Entry::new(Kind::Bank, vec![one(usd(0))]), Err(Unbalanced::Empty));
}

#[test]
fn a_fee_is_paid_once_and_the_rest_is_credit() {
    let mut books = Books::default();
    books.book("issue", &issued(1, 1500)).unwrap();
    books.book("first", &paid(1500, &[owed(1, 1500)])).unwrap();
    assert_eq!(books.open(InvoiceId(1)), 0);
    assert_eq!(
        books.book("stale", &paid(1500, &[owed(1, 1500)])),
        Err(NotBooked::PaidTwice(InvoiceId(1))),
        "who decided on what was owed before is refused"
    );
    books.book("second", &paid(1500, &[owed(1, 0)])).unwrap();
    assert_eq!(books.credit("A", usd(0).currency()), usd(1500));
    assert_eq!(books.book("second", &paid(1500, &[owed(1, 0)])), Ok(false), "a key is booked once");
    assert!(books.sums().values().all(|sum| *sum == 0));
}

#[test]
fn credit_pays_the_next_fee_as_far_as_it_goes() {
    let mut books = Books::default();
    books.book("ahead", &paid(2000, &[])).unwrap();
    books.book("issue", &issued(1, 1500)).unwrap();
    let credit = books.credit("A", usd(0).currency());
    books.book("credit", &booking::use_credit(credit, "A", &[owed(1, 1500)]).unwrap()).unwrap();
    assert_eq!((books.open(InvoiceId(1)), books.credit("A", usd(0).currency())), (0, usd(500)));
}

#[test]
fn baht_in_cash_balance_in_both_currencies() {
    let (given, rate): (Money, Ratio) = (money("THB 519"), "34.67".parse().unwrap());
    let worth = given.exchanged(rate, usd(0).currency()).unwrap();
    assert_eq!(worth, usd(1497));
    let meeting = Account::Cash(String::from("conference"));
    let exchanged = Exchanged { given, rate, worth };
    let entry = booking::receive_exchanged(meeting.clone(), exchanged, usd(1500), "A", &[owed(1, 1500)]).unwrap();
    let mut books = Books::default();
    books.book("issue", &issued(1, 1500)).unwrap();
    books.book("cash", &entry).unwrap();
    assert_eq!(books.balance(&meeting, given.currency()), 51_900);
    assert_eq!(books.open(InvoiceId(1)), 0);
    assert_eq!(books.balance(&Account::ExchangeDifference, usd(0).currency()), 3, "three cents were lost");
    assert!(books.sums().values().all(|sum| *sum == 0));
}

#[test]
fn a_refund_takes_credit_first_and_then_the_fee_is_owed_again() {
    let mut books = Books::default();
    books.book("issue", &issued(1, 1500)).unwrap();
    books.book("pay", &paid(2000, &[owed(1, 1500)])).unwrap();
    let refund = booking::refund(clearing(), usd(800), "A", usd(500), &[owed(1, 1500)]).unwrap();
    books.book("refund", &refund).unwrap();
    assert_eq!((books.open(InvoiceId(1)), books.credit("A", usd(0).currency())), (300, usd(0)));
    assert_eq!(books.balance(&clearing(), usd(0).currency()), 1200);
}

#[test]
fn an_invoice_that_is_taken_back_leaves_what_was_paid_as_credit() {
    let mut books = Books::default();
    books.book("issue", &issued(1, 1500)).unwrap();
    books.book("pay", &paid(1000, &[owed(1, 1500)])).unwrap();
    books.book("waive", &booking::give_up(Kind::Waiver, &owed(1, 500), usd(150)).unwrap()).unwrap();
    books.book("lose", &booking::give_up(Kind::WriteOff, &owed(1, 350), usd(50)).unwrap()).unwrap();
    let note = booking::take_back(&owed(1, 300), usd(1500), (usd(150), usd(50)), "membership-fee/2026").unwrap();
    books.book("note", &note).unwrap();
    assert_eq!((books.open(InvoiceId(1)), books.credit("A", usd(0).currency())), (0, usd(1000)));
    assert_eq!(books.balance(&Account::Waivers, usd(0).currency()), 0);
    assert_eq!(books.balance(&Account::BadDebt, usd(0).currency()), 0);
    assert_eq!(books.balance(&Account::Income(String::from("membership-fee/2026")), usd(0).currency()), 0);
}

#[test]
fn a_dispute_changes_what_is_owed_only_when_it_is_lost() {
    let mut books = Books::default();
    books.book("issue", &issued(1, 1500)).unwrap();
    books.book("pay", &paid(1500, &[owed(1, 1500)])).unwrap();
    books.book("dispute", &booking::dispute("card", usd(1500)).unwrap()).unwrap();
    assert_eq!(books.open(InvoiceId(1)), 0);
    let (mut won, mut lost) = (books.clone(), books);
    won.book("won", &booking::dispute_won("card", usd(1500), usd(1500).minus(usd(1500)).unwrap()).unwrap()).unwrap();
    assert_eq!(won.balance(&clearing(), usd(0).currency()), 1500);
    let entry = booking::dispute_lost("card", usd(1500), usd(1500), "A", usd(0), &[owed(1, 1500)]).unwrap();
    lost.book("lost", &entry).unwrap();
    assert_eq!(lost.open(InvoiceId(1)), 1500);
    assert_eq!(lost.balance(&clearing(), usd(0).currency()), -1500, "the provider took the money and its fee");
}

#[test]
fn accounts_are_read_as_they_are_written() {
    for account in [
        Account::Receivable,
        Account::Income(String::from("membership-fee/2026")),
        Account::Cash(String::from("meeting:2026-12-01")),
        Account::Exchange,
    ] {
        assert_eq!(account.to_string().parse(), Ok(account));
    }
    assert!("receivable:x".parse::<Account>().is_err());
    assert!("gold".parse::<Account>().is_err());
}

#[test]
fn the_books_are_a_beancount_file() {
    let on: kernel::Date = "2026-11-25".parse().unwrap();
    let entry = issued(1, 1500);
    let text = crate::beancount([(on, "F-2026-1 \"A\"", &entry)].into_iter());
    assert!(text.contains("2026-11-25 open Income:Income:Membership-fee:2026"), "{text}");
    assert!(text.contains("2026-11-25 * \"issue\" \"F-2026-1  A \""), "{text}");
    assert!(text.contains("-15.00 USD"), "{text}");
}

/// Something that happens to an account of one payer with three invoices.
#[derive(Clone, Debug)]
enum Happens {
    Issue(u128, i64),
    Pay(i64),
    UseCredit,
    Refund(i64),
    Dispute(i64, bool),
    Waive(u128),
}

fn happens() -> impl Strategy<Value = Happens> {
    prop_oneof![
        (0_u128..3, 1_i64..5000).prop_map(|(invoice, minor)| Happens::Issue(invoice, minor)),
        (1_i64..8000).prop_map(Happens::Pay),
        Just(Happens::UseCredit),
        (1_i64..8000).prop_map(Happens::Refund),
        (1_i64..8000, any::<bool>()).prop_map(|(minor, won)| Happens::Dispute(minor, won)),
        (0_u128..3).prop_map(Happens::Waive),
    ]
}

/// What is open now, oldest first.
fn open(books: &Books) -> Vec<Owed> {
    (0..3).map(|invoice| owed(invoice, i64::try_from(books.open(InvoiceId(invoice))).unwrap())).collect()
}

proptest! {
    #[test]
    fn any_history_balances_and_pays_nothing_twice(history in prop::collection::vec(happens(), 1..40)) {
        let mut books = Books::default();
        let mut paid_in = 0_i64;
        let mut allocated: Vec<Owed> = Vec::new();
        for (place, event) in history.into_iter().enumerate() {
            let credit = books.credit("A", usd(0).currency());
            let entry = match event {
                Happens::Issue(invoice, minor) => Ok(issued(invoice, minor)),
                Happens::Pay(minor) => {
                    paid_in += minor;
                    let owed = open(&books);
                    allocated.extend(allocate(usd(minor), &owed).unwrap().parts.into_iter().map(|(one, part)| Owed { open: part, ..one }));
                    Ok(paid(minor, &owed))
                }
                Happens::UseCredit if credit.is_positive() => booking::use_credit(credit, "A", &open(&books)),
                Happens::UseCredit => continue,
                // No more is given back than came in.
                Happens::Refund(minor) if minor <= paid_in => {
                    paid_in -= minor;
                    booking::refund(clearing(), usd(minor), "A", credit, &std::mem::take(&mut allocated))
                }
                Happens::Dispute(minor, won) if minor <= paid_in => {
                    books.book(&format!("{place}d"), &booking::dispute("card", usd(minor)).unwrap()).unwrap();
                    if won { booking::dispute_won("card", usd(minor), usd(0)) } else {
                        paid_in -= minor;
                        booking::dispute_lost("card", usd(minor), usd(1500), "A", credit, &std::mem::take(&mut allocated))
                    }
                }
                Happens::Refund(_) | Happens::Dispute(_, _) => continue,
                Happens::Waive(invoice) => {
                    let open = books.open(InvoiceId(invoice));
                    let one = owed(invoice, i64::try_from(open).unwrap());
                    booking::give_up(Kind::Waiver, &one, one.open)
                }
            };
            match entry {
                Ok(entry) => { books.book(&place.to_string(), &entry).unwrap(); }
                Err(Unbalanced::Empty) => {}
                Err(other) => panic!("{other}"),
            }
            prop_assert!(books.sums().values().all(|sum| *sum == 0));
            prop_assert!((0..3).all(|invoice| books.open(InvoiceId(invoice)) >= 0));
        }
    }

    #[test]
    fn the_parts_and_the_rest_are_the_whole(amount in 0_i64..1_000_000, opens in prop::collection::vec(-10_i64..100_000, 0..12)) {
        let owed: Vec<Owed> = (0_u128..).zip(&opens).map(|(invoice, open)| owed(invoice, *open)).collect();
        let split = allocate(usd(amount), &owed).unwrap();
        let parts: i64 = split.parts.iter().map(|(_, part)| part.minor()).sum();
        prop_assert_eq!(parts + split.rest.minor(), amount);
        prop_assert!(split.parts.iter().all(|(one, part)| part.is_positive() && part.minor() <= one.open.minor()));
        let all_paid = split.parts.len() == opens.iter().filter(|open| **open > 0).count();
        prop_assert!(split.rest.is_zero() || all_paid, "money is left only when everything is paid");
    }

    #[test]
    fn amounts_are_read_as_they_are_written(minor in any::<i64>(), code in prop::sample::select(vec!["USD", "JPY", "KWD", "VND", "THB", "KHR", "LAK", "MMK"])) {
        let amount = Money::of_minor(minor.clamp(-1_000_000_000_000_000, 1_000_000_000_000_000), Currency::new(code).unwrap());
        prop_assert_eq!(Money::of_plain(&amount.plain(), amount.currency()), Ok(amount));
        prop_assert_eq!(amount.to_string().parse(), Ok(amount));
    }
}
