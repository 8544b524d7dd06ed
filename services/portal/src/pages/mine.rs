//! One's own page: where one stands, what is to be done, what is open and what one may do, all as the charter says.

use actix_web::{HttpResponse, web};
use app::{Asked, Matter, Platform};
use askama::Template;
use charter::{Question, Value};
use charter_syntax::ast::Happening;
use chrono::Utc;

use crate::answer::{AnswerView, Reason, Viewer};
use crate::failure::Failure;
use crate::host::Here;
use crate::pages::notices::NoticeView;
use crate::session::{Acting, Session};
use crate::view::{Frame, html};
use crate::work::block;
use wording::Words;

#[derive(Template)]
#[template(path = "mine.html")]
struct Page {
    frame: Frame,
    party: String,
    is_on_file: bool,
    status: AnswerView,
    duties: Vec<Duty>,
    own: Vec<MatterView>,
    open: Vec<MatterView>,
    ballots: Vec<String>,
    acts: Vec<String>,
    about_others: Vec<String>,
    notices: Vec<NoticeView>,
}

struct Duty {
    what: String,
    /// The act that does it, where it can be done here and now.
    act: Option<String>,
    of: String,
    state: String,
    by: String,
    distance: String,
    clause: String,
}

/// A procedure under way, with what may be done in it.
pub struct MatterView {
    /// Whose it is.
    pub subject: String,
    /// Its state.
    pub state: AnswerView,
    /// Acts that are open to whoever looks.
    pub acts: Vec<String>,
    /// Documents that whoever looks may see: what each is, and its reference.
    pub documents: Vec<(String, String)>,
}

impl MatterView {
    /// Of a matter as of a day.
    pub fn new(words: &Words, here: &Here, session: Option<&Session>, matter: Matter) -> MatterView {
        let on = here.today;
        let asked = Viewer::of(session).sees(here, matter.state, on);
        let party = session.map_or("", |session| &session.party);
        MatterView {
            state: AnswerView::new(words, &asked, &on),
            documents: here.network.documents_about(&matter.subject, party, on),
            subject: matter.subject,
            acts: matter.acts,
        }
    }
}

/// The page.
pub async fn page(here: Here, acting: Acting, platform: web::Data<Platform>) -> Result<HttpResponse, Failure> {
    let party = acting.0.party.clone();
    let frame = Frame::new(&here, Some(acting.0), party.clone());
    let words = frame.words.clone();
    let today = here.today;
    let (network, who) = (here.network.clone(), party.clone());
    let (status, duties, matters, ballots, acts, told) = block(move || {
        let ask = |question: Question| Asked { answer: network.judge(&question, today), question };
        let status = ask(Question::Status { who: who.clone() });
        let duties = network.judge(&Question::Duties { who: who.clone() }, today).value;
        let (matters, ballots) = (network.matters(&who, today), network.open_ballots(&who, today));
        let told = platform.told(&network, Some(&who), Some("charter"));
        (status, duties, matters, ballots, network.acts_of(&who, today), told)
    })
    .await?;
    let notices = told?.into_iter().take(NOTICES);
    let notices = notices.map(|told| NoticeView::new(&words, told)).collect();
    let of_party = |who: &Option<String>| who.as_deref() == Some(party.as_str());
    let is_on_file = here.network.register().acts().iter().any(|act| of_party(&act.by) || of_party(&act.about));
    let (own, others): (Vec<Matter>, Vec<Matter>) = matters.into_iter().partition(|matter| matter.subject == party);
    let session = frame.session.clone();
    let view = |matter: Matter| MatterView::new(&words, &here, session.as_ref(), matter);
    let status = Viewer::of(session.as_ref()).sees(&here, status, today);
    let page = Page {
        is_on_file,
        status: AnswerView::new(&words, &status, &today),
        duties: duties_of(&words, &here, &acts.0, &duties),
        own: own.into_iter().map(view).collect(),
        open: others.into_iter().filter(|matter| !matter.acts.is_empty()).map(view).collect(),
        ballots,
        acts: acts.0,
        about_others: acts.1,
        notices,
        party,
        frame,
    };
    html(&page)
}

/// How many notices are shown.
const NOTICES: usize = 6;

/// How many duties are shown: those that are open, then what was missed, the newest first.
const DUTIES: usize = 8;

fn duties_of(words: &Words, here: &Here, open_acts: &[String], duties: &Value) -> Vec<Duty> {
    let Value::Items(items) = duties else { return Vec::new() };
    let today = &here.today;
    let duty = |item: &charter::Item| Duty {
        what: item.what.clone(),
        act: act_of(here, &item.what).filter(|act| item.state != "missed" && open_acts.contains(act)),
        of: item.of.clone(),
        state: item.state.clone(),
        by: item.on.map(|on| words.date(&on)).unwrap_or_default(),
        distance: item.on.map(|on| words.distance(&on, today)).unwrap_or_default(),
        clause: item.clause.to_string(),
    };
    let mut waiting: Vec<&charter::Item> =
        items.iter().filter(|item| !matches!(item.state.as_str(), "done" | "cured")).collect();
    waiting.sort_by_key(|item| (item.state != "open", std::cmp::Reverse(item.on)));
    waiting.into_iter().take(DUTIES).map(duty).collect()
}

/// The act that does a duty.
fn act_of(here: &Here, duty: &str) -> Option<String> {
    let charter = here.network.charter(Utc::now())?;
    let (_, duty) = charter.duties().find(|(_, declared)| declared.name == duty)?;
    duty.done_by.iter().find_map(|line| match &line.is.by.what {
        Happening::Named(name) => Some(name.text.clone()),
        _ => None,
    })
}
