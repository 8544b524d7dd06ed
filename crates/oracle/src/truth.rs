//! Three-valued logic: yes, no, or what is missing to know it.

use charter::Need;

/// Why something is not known.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Trouble {
    /// Something is not on file.
    Needs(Need),
    /// The oracle does not do this.
    OutOfScope,
}

/// A result, or why it is not known.
pub(crate) type Known<T> = Result<T, Trouble>;

/// Yes, no, or why it is not known.
pub(crate) type Truth = Known<bool>;

/// Yes if all are; one known no decides.
pub(crate) fn all(truths: impl IntoIterator<Item = Truth>) -> Truth {
    decide(truths, false)
}

/// Yes if one is; one known yes decides.
pub(crate) fn any(truths: impl IntoIterator<Item = Truth>) -> Truth {
    decide(truths, true)
}

/// Both; the second is only looked at where the first is not a known no.
pub(crate) fn both(first: Truth, second: impl FnOnce() -> Truth) -> Truth {
    if first == Ok(false) { Ok(false) } else { all([first, second()]) }
}

/// The opposite.
pub(crate) fn not(truth: Truth) -> Truth {
    truth.map(|value| !value)
}

fn decide(truths: impl IntoIterator<Item = Truth>, deciding: bool) -> Truth {
    let mut trouble = None;
    for truth in truths {
        match truth {
            Ok(value) if value == deciding => return Ok(deciding),
            Ok(_) => {}
            Err(found) => trouble = Some(worse(trouble, found)),
        }
    }
    trouble.map_or(Ok(!deciding), Err)
}

/// Out of scope outweighs a need: the need might not matter if the rest were known.
fn worse(before: Option<Trouble>, found: Trouble) -> Trouble {
    match before {
        Some(Trouble::OutOfScope) => Trouble::OutOfScope,
        Some(need) if found != Trouble::OutOfScope => need,
        _ => found,
    }
}

/// Whether this was true on some day; a known yes decides.
pub(crate) fn on_some_day(from: kernel::Date, to: kernel::Date, mut on: impl FnMut(kernel::Date) -> Truth) -> Truth {
    let mut trouble = Ok(false);
    let mut day = from;
    while day <= to {
        trouble = any([trouble, on(day)]);
        if trouble == Ok(true) || day == kernel::Date::MAX {
            break;
        }
        day = day.next();
    }
    trouble
}
