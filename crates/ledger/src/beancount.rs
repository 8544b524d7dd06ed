//! The books as a text of Beancount, the plain-text accounting language, so that anybody can check them elsewhere.

use std::collections::BTreeSet;
use std::fmt::Write;

use kernel::Date;

use crate::{Account, Entry};

/// Entries with their days and what they say, as a Beancount file.
pub fn beancount<'e>(entries: impl Iterator<Item = (Date, &'e str, &'e Entry)> + Clone) -> String {
    let mut text = String::from("option \"title\" \"Books\"\n\n");
    let first = entries.clone().map(|(on, _, _)| on).min();
    let accounts: BTreeSet<String> =
        entries.clone().flat_map(|(_, _, entry)| entry.postings().iter().map(|p| account(&p.account))).collect();
    if let Some(first) = first {
        for account in &accounts {
            // Writing to a text does not fail.
            let _ = writeln!(text, "{first} open {account}");
        }
    }
    let mut dated: Vec<_> = entries.collect();
    dated.sort_by_key(|(on, _, _)| *on);
    for (on, says, entry) in dated {
        let says = says.replace(['"', '\\', '\n'], " ");
        let _ = writeln!(text, "\n{on} * \"{}\" \"{says}\"", entry.kind().name());
        for posting in entry.postings() {
            let (name, amount) = (account(&posting.account), posting.amount);
            let _ = writeln!(text, "  {name:<44} {:>14} {}", amount.plain(), amount.currency());
        }
    }
    text
}

/// An account as Beancount names it: five roots, parts that begin with a capital letter or a digit.
fn account(account: &Account) -> String {
    let root = match account {
        Account::Receivable
        | Account::Clearing(_)
        | Account::Disputed(_)
        | Account::Cash(_)
        | Account::Bank(_)
        | Account::Exchange => "Assets",
        Account::Credit | Account::Suspense => "Liabilities",
        Account::Income(_) | Account::Donations => "Income",
        Account::ProviderFees(_)
        | Account::DisputeFees(_)
        | Account::OverShort(_)
        | Account::Waivers
        | Account::BadDebt
        | Account::ExchangeDifference => "Expenses",
    };
    let mut name = format!("{root}:{}", part(account.family()));
    for one in account.of().into_iter().flat_map(|of| of.split('/')) {
        name.push(':');
        name.push_str(&part(one));
    }
    name
}

fn part(text: &str) -> String {
    let mut letters = text.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '-' });
    match letters.next() {
        Some(first) if first.is_alphanumeric() => first.to_uppercase().chain(letters).collect(),
        _ => format!("X{}", letters.collect::<String>()),
    }
}
