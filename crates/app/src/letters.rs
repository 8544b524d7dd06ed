//! Letters: what is told, as a message to one person in their language.

use chrono::{DateTime, Utc};
use store::{Message, Person};
use wording::Words;

use crate::addresses::percent_encoded;
use crate::news::{News, Tells};
use crate::{Asked, Hosted};

/// A letter that tells somebody the news.
pub(crate) fn letter(
    network: &Hosted,
    words: &Words,
    news: &News,
    to: &Person,
    public_url: &str,
    now: DateTime<Utc>,
) -> Message {
    let (subject, mut lines) = said(network, words, news, now);
    if !news.notice.clause.is_empty() {
        lines.push(words.with("letter-clause", "clause", &news.notice.clause));
    }
    lines.push(words.with("letter-link", "link", format!("{public_url}{}", page_of(network, &news.tells, to, now))));
    lines.push(words.say("letter-why", &[("party", &words.known_label(&to.party)), ("network", &network.name())]));
    let subject = words.say("letter-subject", &[("network", &network.name()), ("subject", &subject)]);
    Message { to: to.address.clone(), subject, text: lines.join("\n\n") }
}

/// The page that the recipient acts on.
fn page_of(network: &Hosted, tells: &Tells, to: &Person, now: DateTime<Utc>) -> String {
    if let Tells::Vote { ballot, .. } = tells {
        return format!("/ballot/{}", percent_encoded(ballot));
    }
    let is_fee = match tells {
        Tells::Due { what, .. } | Tells::Missed { what, .. } => network.fee_tables(now).contains(what),
        _ => false,
    };
    let page = match to.role.as_str() {
        "party" if is_fee => "/fees",
        "party" => "/mine",
        _ => "/desk",
    };
    page.to_owned()
}

/// The subject, and what is to be said.
fn said(network: &Hosted, words: &Words, news: &News, now: DateTime<Utc>) -> (String, Vec<String>) {
    let notice = &news.notice;
    let subject_label = words.known_label(&notice.subject);
    match &news.tells {
        Tells::Charter => {
            let on = kernel::Date::from_civil(notice.caused_on).map(|on| words.date(&on)).unwrap_or_default();
            let (name, by) = (words.label(&notice.name), words.known_label(&notice.by));
            let filled = [("name", name.as_str()), ("by", &by), ("of", &subject_label), ("on", &on)];
            (words.say("letter-charter-subject", &filled), vec![words.say("letter-charter", &filled)])
        }
        Tells::Due { what, of, on } => {
            let (what, distance) = (words.label(what), words.distance(on, &network.today(now)));
            let on = words.date(on);
            let filled = [("what", what.as_str()), ("of", of), ("on", &on), ("distance", &distance)];
            (words.say("letter-due-subject", &filled), vec![words.say("letter-due", &filled)])
        }
        Tells::Vote { ballot, decision, on } => {
            let (decision, distance) = (words.label(decision), words.distance(on, &network.today(now)));
            let on = words.date(on);
            let filled = [("ballot", ballot.as_str()), ("decision", &decision), ("on", &on), ("distance", &distance)];
            (words.say("letter-vote-subject", &filled), vec![words.say("letter-vote", &filled)])
        }
        Tells::Missed { what, of } => {
            let what = words.label(what);
            let filled = [("what", what.as_str()), ("of", of), ("who", &subject_label)];
            (words.say("letter-missed-subject", &filled), vec![words.say("letter-missed", &filled)])
        }
        Tells::Standing(asked) => (words.sentence(&asked.question, &asked.answer.value), told(words, asked)),
        Tells::Stage { state, acts } => {
            let mut lines = told(words, state);
            if !acts.is_empty() {
                let acts: Vec<String> = acts.iter().map(|act| words.label(act)).collect();
                lines.push(words.with("letter-acts", "acts", acts.join(", ")));
            }
            (words.sentence(&state.question, &state.answer.value), lines)
        }
    }
}

/// An answer in a letter: the sentence, its reason, until when it cannot change by itself.
fn told(words: &Words, asked: &Asked) -> Vec<String> {
    let mut lines = vec![words.sentence(&asked.question, &asked.answer.value)];
    lines.extend(words.lead(&asked.answer));
    lines
}
