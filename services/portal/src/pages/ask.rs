//! A question in the charter's own words, of any day.

use actix_web::{HttpResponse, web};
use askama::Template;
use kernel::Date;
use serde::Deserialize;

use crate::answer::{AnswerView, Reason};
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

/// The page, with the answer if a question was asked.
pub async fn page(here: Here, visitor: Visitor, query: web::Query<Query>) -> Result<HttpResponse, Failure> {
    if !is_open(&here, &visitor) {
        return Err(Failure::NotSignedIn);
    }
    let query = query.into_inner();
    let on: Date = query.on.and_then(|on| on.parse().ok()).unwrap_or(here.today);
    let frame = Frame::new(&here, visitor.0, String::new());
    let words = frame.words.clone();
    let question = query.question.trim().to_owned();
    let asked = match question.is_empty() {
        true => None,
        false => {
            let (network, question) = (here.network.clone(), question.clone());
            Some(web::block(move || network.ask(&question, on)).await?)
        }
    };
    let (answer, problem) = match asked {
        None => (None, None),
        Some(Ok(asked)) => (Some(AnswerView::new(&words, &asked, &on)), None),
        Some(Err(finding)) => {
            let said = words.language().finding(&finding);
            (None, Some((said.message, said.help)))
        }
    };
    let frame = Frame { title: words.t("ask-title"), ..frame };
    html(&Page { frame, question, on: on.to_string(), answer, problem, forms: charter::question::FORMS })
}
