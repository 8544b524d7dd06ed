//! A question in the charter's own words, of any day.

use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use crate::answer::{AnswerView, Reason, Viewer};
use crate::asking::{is_too_long, may_ask, near};
use crate::failure::Failure;
use crate::host::Here;
use crate::session::Visitor;
use crate::view::{Frame, html};
use crate::work::block;

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
    let on = near(query.on, &here.today);
    let asker = visitor.0.as_ref().map(|session| (session.party.clone(), session.reads_all()));
    let frame = Frame::new(&here, visitor.0, String::new());
    let words = frame.words.clone();
    let question = query.question.trim().to_owned();
    let too_long = is_too_long(&question);
    let may = |(party, reads_all): &(String, bool)| may_ask(&here.network, party, *reads_all, &question);
    let not_own = asker.as_ref().is_some_and(|asker| !question.is_empty() && !may(asker));
    let asked = match question.is_empty() || too_long || not_own {
        true => None,
        false => {
            let (network, question) = (here.network.clone(), question.clone());
            let sees_all = here.network.is_demonstration() || asker.as_ref().is_some_and(|(_, reads_all)| *reads_all);
            let party = asker.as_ref().map(|(party, _)| party.clone()).filter(|_| !sees_all);
            Some(block(move || network.ask(&question, party.as_deref(), on)).await?)
        }
    };
    let (answer, problem) = match asked {
        None if not_own => {
            let party = asker.map(|(party, _)| party).unwrap_or_default();
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
