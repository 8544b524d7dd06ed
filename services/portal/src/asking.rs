//! Who may ask what: who is a member can endanger people, so it is not for everybody to find out.

use app::Hosted;
use charter::Question;
use kernel::Date;

/// How far from today a question may look, in days: working a calendar out over centuries helps nobody.
const REACH: i32 = 40 * 366;

/// The longest stretch of which it is worked out what is due, in days.
const DUE_SPAN: i32 = 3 * 366;

/// A day that an address names, if it is not too far from today; else today.
pub fn near(stated: Option<String>, today: &Date) -> Date {
    let stated: Option<Date> = stated.and_then(|on| on.parse().ok());
    stated.filter(|on| is_near(on, today)).unwrap_or(*today)
}

/// Whether a day is not too far from today.
pub fn is_near(day: &Date, today: &Date) -> bool {
    day.days_since(*today).abs() <= REACH
}

/// Whether a question spans more days than is worked out here.
pub fn is_too_long(question: &str) -> bool {
    matches!(Question::parse(question), Ok(Question::Due { from, to }) if spans_too_long(from, to))
}

/// Whether a stretch is longer than is worked out here.
pub fn spans_too_long(from: Date, to: Date) -> bool {
    to.days_since(from) > DUE_SPAN
}

/// Whether somebody may ask a question: who reads the whole register all of them; everybody in a demonstration; a party those about
/// itself and about the charter alone.
pub fn may_ask(network: &Hosted, party: &str, reads_all: bool, question: &str) -> bool {
    reads_all || network.is_demonstration() || is_own(question, party)
}

/// Whether a question is about a party itself, or about the charter alone.
fn is_own(question: &str, party: &str) -> bool {
    match Question::parse(question) {
        Ok(Question::May { who, about: None, .. } | Question::Is { who, .. } | Question::Status { who }) => {
            who == party
        }
        Ok(Question::Amount { who, .. } | Question::Duties { who }) => who == party,
        Ok(Question::State { of, .. }) => of == party,
        Ok(Question::Rule { .. } | Question::Earliest { .. } | Question::Latest { .. }) | Err(_) => true,
        Ok(_) => false,
    }
}
