//! A question in the charter's own words, of any day.

use actix_web::{HttpResponse, web};
use askama::Template;
use charter::Question;
use kernel::Date;
use serde::Deserialize;

use crate::answer::{AnswerView, Reason, Viewer};
use crate::failure::Failure;
use crate::host::Here;
use crate::session::Visitor;
use crate::view::{Frame, html};

/// What the address says.
#[derive(Deserialize)]
pub struct Query {
    #[serde(default)]
    question: String,
    on: Option<String>,
}

#[derive(Template)]
#[template(path = "ask.html")]
struct Page {
    frame: Frame,
    question: String,
    on: String,
    answer: Option<AnswerView>,
    problem: Option<(String, String)>,
    forms: &'static [&'static str],
}

/// Who is a member can endanger people: questions are for those who are signed in, unless all is made up.
pub fn is_open(here: &Here, visitor: &Visitor) -> bool {
    here.network.is_demonstration() || visitor.0.is_some()
}

/// How far from today a question may look, in days: working a calendar out over centuries helps nobody.
const REACH: i32 = 40 * 366;

/// A day that an address names, if it is not too far from today; else today.
pub fn near(stated: Option<String>, today: &Date) -> Date {
    let stated: Option<Date> = stated.and_then(|on| on.parse().ok());
    stated.filter(|on| on.days_since(*today).abs() <= REACH).unwrap_or(*today)
}

/// Whether a question spans more days than is worked out here.
fn is_too_long(question: &str) -> bool {
    let parsed = Question::parse(question);
    matches!(parsed, Ok(Question::Due { from, to }) if to.days_since(from) > DUE_SPAN)
}

/// The longest stretch of which it is worked out what is due, in days.
const DUE_SPAN: i32 = 3 * 366;

/// The party that somebody asks for, where they may ask of none but that: who is a member is not for everybody to find out.
fn own_party(here: &Here, visitor: &Visitor) -> Option<String> {
    let session = visitor.0.as_ref().filter(|session| !session.records_for_all() && !here.network.is_demonstration());
    session.map(|session| session.party.clone())
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

/// The page, with the answer if a question was asked.
pub async fn page(here: Here, visitor: Visitor, query: web::Query<Query>) -> Result<HttpResponse, Failure> {
    if !is_open(&here, &visitor) {
        return Err(Failure::NotSignedIn);
    }
    let query = query.into_inner();
    let on = near(query.on, &here.today);
    let own = own_party(&here, &visitor);
    let frame = Frame::new(&here, visitor.0, String::new());
    let words = frame.words.clone();
    let question = query.question.trim().to_owned();
    let too_long = is_too_long(&question);
    let not_own = own.as_ref().is_some_and(|party| !question.is_empty() && !is_own(&question, party));
    let asked = match question.is_empty() || too_long || not_own {
        true => None,
        false => {
            let (network, question) = (here.network.clone(), question.clone());
            Some(web::block(move || network.ask(&question, on)).await?)
        }
    };
    let (answer, problem) = match asked {
        None if not_own => {
            let party = own.unwrap_or_default();
            (None, Some((words.t("ask-not-own"), words.with("ask-not-own-help", "party", party))))
        }
        None if too_long => (None, Some((words.t("ask-too-long"), words.t("ask-too-long-help")))),
        None => (None, None),
        Some(Ok(asked)) => {
            let asked = Viewer::of(frame.session.as_ref()).sees(&here, asked, on);
            (Some(AnswerView::new(&words, &asked, &on)), None)
        }
        Some(Err(finding)) => {
            let said = words.language().finding(&finding);
            (None, Some((said.message, said.help)))
        }
    };
    let frame = Frame { title: words.t("ask-title"), ..frame };
    html(&Page { frame, question, on: on.to_string(), answer, problem, forms: charter::question::FORMS })
}
