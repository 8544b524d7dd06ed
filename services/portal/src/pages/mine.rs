//! One's own page: where one stands, what is to be done, what is open and what one may do, all as the charter says.

use actix_web::http::header::ContentType;
use actix_web::{HttpResponse, web};
use app::{Asked, Matter, OpenBallot, Own, Platform};
use askama::Template;
use charter::Value;
use charter_syntax::ast::Happening;
use chrono::Utc;

use crate::answer::{AnswerView, Reason, Viewer};
use crate::failure::Failure;
use crate::host::Here;
use crate::pages::notices::NoticeView;
use crate::session::{Acting, Session};
use crate::view::Frame;
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
    ballots: Vec<BallotView>,
    acts: Vec<String>,
    about_others: Vec<String>,
    notices: Vec<NoticeView>,
    aside: Vec<String>,
}

struct Duty {
    /// It is paid, not done by an act.
    is_fee: bool,
    what: String,
    /// The act that does it, where it can be done here and now.
    act: Option<String>,
    of: String,
    state: String,
    by: String,
    distance: String,
    clause: String,
}

/// A ballot that is open: whether there is a quorum by now, and whether it would be carried.
pub struct BallotView {
    /// Its name.
    pub id: String,
    /// The decision, and whom it is for.
    pub title: String,
    /// Whether there is a quorum.
    pub quorate: AnswerView,
    /// Whether it would be carried.
    pub carried: AnswerView,
    /// Whether whoever looks may vote in it.
    pub may_vote: bool,
}

impl BallotView {
    /// Of a ballot as of a day.
    pub fn new(words: &Words, here: &Here, session: Option<&Session>, ballot: &OpenBallot) -> BallotView {
        let on = here.today;
        let view = |asked: &Asked| AnswerView::new(words, &Viewer::of(session).sees(here, asked.clone(), on), &on);
        let decision = words.label(&ballot.decision);
        BallotView {
            title: ballot.subject.as_ref().map_or(decision.clone(), |subject| format!("{decision}: {subject}")),
            quorate: view(&ballot.quorate),
            carried: view(&ballot.carried),
            may_vote: ballot.may_vote,
            id: ballot.id.clone(),
        }
    }
}

/// What somebody said in a matter.
pub struct VoiceView {
    /// Who.
    pub by: String,
    /// In which act.
    pub act: String,
    /// When.
    pub on: String,
    /// What.
    pub words: String,
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
    /// What was said in it, as far as whoever looks may see it.
    pub voices: Vec<VoiceView>,
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
            voices: voices(words, here, session, &matter.subject),
            subject: matter.subject,
            acts: matter.acts,
        }
    }
}

fn voices(words: &Words, here: &Here, session: Option<&Session>, subject: &str) -> Vec<VoiceView> {
    let viewer = session.filter(|session| !session.reads_all()).map(|session| session.party.as_str());
    let viewer = if session.is_none() { Some("") } else { viewer };
    let said = here.network.voices(subject, viewer, here.today);
    let view = |voice: app::Voice| VoiceView {
        by: words.known_label(&voice.by),
        act: words.label(&voice.act),
        on: words.date(&voice.on),
        words: voice.words.join(" — "),
    };
    said.into_iter().map(view).collect()
}

/// Stands for the mark of a session in a page that is kept: each session gets its own put in.
const MARK: &str = "mark-of-the-session";

/// The page. It is kept as long as the view that it is made from; what differs from session to session is put in then.
pub async fn page(here: Here, acting: Acting, platform: web::Data<Platform>) -> Result<HttpResponse, Failure> {
    let session = acting.0;
    let own = match platform.known_own(&here.network, &session.party, here.today) {
        Some(own) => own,
        None => {
            let (network, who, today) = (here.network.clone(), session.party.clone(), here.today);
            block(move || platform.own(&network, &who, today)).await??
        }
    };
    let depends = format!("{}/{}/{}", here.language.tag(), session.role.name(), session.person.is_some());
    let page = own.page(&depends, || {
        let session = Session { form_mark: MARK.to_owned(), ..session.clone() };
        Ok::<_, Failure>(page_of(&here, session, &own).render()?)
    })?;
    Ok(HttpResponse::Ok().content_type(ContentType::html()).body(page.replace(MARK, &session.form_mark)))
}

fn page_of(here: &Here, session: Session, own: &Own) -> Page {
    let party = session.party.clone();
    let frame = Frame::new(here, Some(session), party.clone());
    let words = frame.words.clone();
    let told = own.told.iter().take(NOTICES).cloned();
    let notices = told.map(|told| NoticeView::new(&words, told)).collect();
    let (mine, others): (Vec<&Matter>, Vec<&Matter>) = own.matters.iter().partition(|matter| matter.subject == party);
    let session = frame.session.clone();
    let view = |matter: &Matter| MatterView::new(&words, here, session.as_ref(), matter.clone());
    let status = Viewer::of(session.as_ref()).sees(here, own.status.clone(), here.today);
    // A body sees what is under way before it has to act.
    let is_body = here.network.charter(Utc::now()).is_some_and(|charter| charter.body(&party).is_some());
    Page {
        is_on_file: own.is_on_file,
        status: AnswerView::new(&words, &status, &here.today),
        duties: duties_of(&words, here, &own.acts.0, &own.duties.answer.value),
        own: mine.into_iter().map(view).collect(),
        open: others.into_iter().filter(|matter| is_body || !matter.acts.is_empty()).map(view).collect(),
        ballots: own.ballots.iter().map(|one| BallotView::new(&words, here, session.as_ref(), one)).collect(),
        acts: own.acts.0.clone(),
        about_others: own.acts.1.clone(),
        notices,
        aside: own.aside.clone(),
        party,
        frame,
    }
}

/// How many notices are shown.
const NOTICES: usize = 6;

/// How many duties are shown: those that are open, then what was missed, the newest first.
const DUTIES: usize = 8;

fn duties_of(words: &Words, here: &Here, open_acts: &[String], duties: &Value) -> Vec<Duty> {
    let Value::Items(items) = duties else { return Vec::new() };
    let today = &here.today;
    let fees = here.network.fee_tables(Utc::now());
    let duty = |item: &charter::Item| Duty {
        what: item.what.clone(),
        is_fee: fees.contains(&item.what),
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
