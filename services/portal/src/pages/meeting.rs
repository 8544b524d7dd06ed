//! One meeting: who is there, whether there is a quorum and what it lacks, what is put to the vote. Whoever looks after meetings
//! writes down who comes and goes; a page for a projector shows the quorum alone.

use actix_web::http::header::{HeaderValue, REFRESH};
use actix_web::{HttpResponse, web};
use app::{AgendaItem, Attender, BallotLine, Draft, MeetingHead, Platform, Presence, Refusal};
use askama::Template;
use charter::Item;
use kernel::{Date, Ratio};
use wording::Words;

use crate::answer::{AnswerView, Reason, Viewer};
use crate::failure::Failure;
use crate::host::Here;
use crate::pages::call::PUT;
use crate::pages::motions::MotionView;
use crate::pages::record::problems;
use crate::pages::together::{Fields, back_to, draft, first, record};
use crate::session::{Acting, Session};
use crate::view::{Frame, html, percent_encoded};
use crate::work::block;

/// The act by which somebody comes; the other is by which they leave.
const ATTEND: &str = "attend";
const LEAVE: &str = "leave";

#[derive(Template)]
#[template(path = "meeting.html")]
struct Page {
    frame: Frame,
    id: String,
    when: String,
    is_open: bool,
    is_called_only: bool,
    quorate: AnswerView,
    earliest: Option<AnswerView>,
    voters_there: usize,
    voters: usize,
    there_of: String,
    people: Vec<PersonView>,
    agenda: Vec<ItemView>,
    /// The place after the last one.
    next_place: String,
    steps: Vec<StepView>,
    ballots: Vec<LineView>,
    may_record: bool,
    may_file: bool,
    attempt: String,
    problems: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "projector.html")]
struct Projector {
    frame: Frame,
    quorate: AnswerView,
    there_of: String,
    voters_there: usize,
    voters: usize,
}

/// A row of the attendance list.
struct PersonView {
    who: String,
    may_vote: bool,
    is_there: bool,
    presence: String,
}

/// Something on the agenda.
struct ItemView {
    place: String,
    title: String,
    motion: Option<String>,
}

/// Something to be done for a meeting.
struct StepView {
    day: String,
    what: String,
    clause: String,
    is_past: bool,
}

/// Something that was put to the vote.
struct LineView {
    id: String,
    title: String,
    motion: Option<MotionView>,
    /// The motion that it would change.
    amends: Option<String>,
    verdict: AnswerView,
}

/// The page.
pub async fn page(here: Here, acting: Acting, path: web::Path<String>) -> Result<HttpResponse, Failure> {
    html(&show(&here, acting.0, path.into_inner(), None).await?)
}

/// The quorum in large letters, which looks again by itself.
pub async fn projector(here: Here, acting: Acting, path: web::Path<String>) -> Result<HttpResponse, Failure> {
    let page = show(&here, acting.0, path.into_inner(), None).await?;
    let Page { frame, quorate, there_of, voters_there, voters, .. } = page;
    let mut shown = html(&Projector { frame, quorate, there_of, voters_there, voters })?;
    // Nobody reads or writes on a wall; looking again is what the page is for.
    shown.headers_mut().insert(REFRESH, HeaderValue::from_static("10"));
    Ok(shown)
}

async fn show(here: &Here, session: Session, id: String, refusal: Option<Refusal>) -> Result<Page, Failure> {
    let (network, today) = (here.network.clone(), here.today);
    let (who, sees_all) = (session.party.clone(), session.reads_all());
    let seen = block(move || network.meeting(&id, &who, sees_all, today)).await?.ok_or(Failure::Missing)?;
    let may_record = session.records_for_all(ATTEND);
    let frame = Frame::new(here, Some(session), String::new());
    let words = frame.words.clone();
    let viewer = Viewer::of(frame.session.as_ref());
    let view = |asked: &app::Asked| AnswerView::new(&words, &viewer.sees(here, asked.clone(), today), &today);
    let is_there = |one: &&Attender| one.presence == Presence::There;
    let there = seen.people.iter().filter(is_there).count();
    let voters_there = seen.people.iter().filter(is_there).filter(|one| one.may_vote).count();
    let voters = seen.people.iter().filter(|one| one.may_vote).count();
    let numbers = [there, voters_there, voters].map(|count| count.to_string());
    let [n_there, n_voters_there, n_voters] = &numbers;
    Ok(Page {
        when: when(&words, &seen.head),
        is_open: seen.head.is_open,
        is_called_only: !seen.head.is_open && seen.head.closed.is_none(),
        quorate: view(&seen.quorate),
        earliest: seen.head.opens.is_none().then(|| view(&seen.earliest)),
        there_of: words.say("meeting-there", &[("there", n_there), ("voting", n_voters_there), ("voters", n_voters)]),
        voters_there,
        voters,
        people: seen.people.iter().map(|one| person(&words, one)).collect(),
        agenda: seen.agenda.iter().map(item).collect(),
        next_place: next_place(&seen.agenda),
        steps: seen.steps.iter().filter_map(|step| step_view(&words, step, today)).collect(),
        ballots: seen.ballots.iter().map(|line| line_view(&words, line, view(&line.carried), today)).collect(),
        may_record,
        may_file: seen.head.closed.is_none(),
        attempt: uuid::Uuid::new_v4().to_string(),
        problems: refusal.map(|refusal| problems(&words, &refusal)).unwrap_or_default(),
        frame: Frame { title: format!("{} {}", words.label(&seen.head.kind), seen.head.id), ..frame },
        id: seen.head.id,
    })
}

fn item(item: &AgendaItem) -> ItemView {
    ItemView { place: item.place.to_string(), title: item.title.clone(), motion: item.motion.clone() }
}

/// The whole number after the last place.
fn next_place(agenda: &[AgendaItem]) -> String {
    let last = agenda.last().map_or(Ratio::ZERO, |item| item.place.floor());
    last.plus(Ratio::count(1)).map(|next| next.to_string()).unwrap_or_default()
}

fn step_view(words: &Words, step: &Item, today: Date) -> Option<StepView> {
    let on = step.on?;
    let (day, what, clause) = (words.date(&on), words.label(&step.what), step.clause.to_string());
    Some(StepView { day, what, clause, is_past: on < today })
}

fn line_view(words: &Words, line: &BallotLine, verdict: AnswerView, today: Date) -> LineView {
    let decision = words.label(&line.decision);
    LineView {
        title: line.subject.as_ref().map_or(decision.clone(), |subject| format!("{decision}: {subject}")),
        motion: line.motion.as_ref().map(|motion| MotionView::new(words, motion, today)),
        amends: line.motion.as_ref().and_then(|motion| motion.amends.clone()),
        verdict,
        id: line.id.clone(),
    }
}

/// When a meeting is, was called, or was held.
pub fn when(words: &Words, head: &MeetingHead) -> String {
    let day = |day: Option<kernel::Date>| day.map(|day| words.date(&day)).unwrap_or_default();
    let id = match (head.is_open, head.closed) {
        (true, _) => "meeting-open",
        (false, Some(_)) => "meeting-closed",
        (false, None) => "meeting-called",
    };
    words.say(id, &[("called", &day(head.called)), ("opens", &day(head.opens)), ("closed", &day(head.closed))])
}

fn person(words: &Words, one: &Attender) -> PersonView {
    let presence = match (one.presence, one.mode.as_deref()) {
        (Presence::There, Some("remotely")) => "meeting-remotely",
        (Presence::There, _) => "meeting-in-room",
        (Presence::Left, _) => "meeting-left",
        (Presence::Absent, _) => "meeting-absent",
    };
    PersonView {
        who: one.who.clone(),
        may_vote: one.may_vote,
        is_there: one.presence == Presence::There,
        presence: words.t(presence),
    }
}

#[derive(Template)]
#[template(path = "minutes.html")]
struct Minutes {
    frame: Frame,
    id: String,
    when: String,
    there_of: String,
    quorate: AnswerView,
    people: Vec<PersonView>,
    agenda: Vec<ItemView>,
    ballots: Vec<LineView>,
}

/// A draft of the minutes, from what is on record: who was there, the quorum, each vote with its result and clause.
pub async fn minutes(here: Here, acting: Acting, path: web::Path<String>) -> Result<HttpResponse, Failure> {
    let page = show(&here, acting.0, path.into_inner(), None).await?;
    let Page { frame, id, when, there_of, quorate, people, agenda, ballots, .. } = page;
    let title = frame.words.with("minutes-title", "meeting", &frame.title);
    html(&Minutes { frame: Frame { title, ..frame }, id, when, there_of, quorate, people, agenda, ballots })
}

/// Writes down who came, or who left: everybody who was ticked, all or none.
pub async fn attendance(
    here: Here,
    acting: Acting,
    path: web::Path<String>,
    form: web::Form<Fields>,
    platform: web::Data<Platform>,
) -> Result<HttpResponse, Failure> {
    let (session, id, form) = (acting.0, path.into_inner(), form.into_inner());
    session.check_form(first(&form, "mark"))?;
    let how = first(&form, "how");
    let (act, mode) = match how {
        LEAVE => (LEAVE, None),
        "in-room" | "remotely" => (ATTEND, Some(how.to_owned())),
        _ => return Err(Failure::BadForm),
    };
    if !session.records_for_all(act) {
        return Err(Failure::Missing);
    }
    let (network, meeting, today) = (here.network.clone(), id.clone(), here.today);
    let head = block(move || network.meetings("", true, today).into_iter().find(|head| head.id == meeting)).await?;
    if !head.is_some_and(|head| head.is_open) {
        return Err(Failure::Missing);
    }
    let who = form.iter().filter(|(name, _)| name == "who");
    let drafts: Vec<Draft> = who
        .map(|(_, who)| Draft {
            fields: mode.clone().map(|mode| (String::from("mode"), mode)).into_iter().collect(),
            ..draft(&here, &session, &form, act, who, &id)
        })
        .collect();
    match record(&here, platform, drafts).await? {
        Ok(()) => Ok(back_to(format!("/meeting/{}", percent_encoded(&id)))),
        Err(refusal) => html(&show(&here, session, id, Some(refusal)).await?),
    }
}

/// Puts something on the agenda, or takes it off.
pub async fn agenda(
    here: Here,
    acting: Acting,
    path: web::Path<String>,
    form: web::Form<Fields>,
    platform: web::Data<Platform>,
) -> Result<HttpResponse, Failure> {
    let (session, id, form) = (acting.0, path.into_inner(), form.into_inner());
    session.check_form(first(&form, "mark"))?;
    if !session.records_for_all(PUT) {
        return Err(Failure::Missing);
    }
    let field = |name: &str| (name.to_owned(), first(&form, name).trim().to_owned());
    let (act, fields) = match first(&form, "how") {
        "put" => (PUT, vec![field("place"), field("title"), field("motion")]),
        "take-off" => (TAKE_OFF, vec![field("place")]),
        _ => return Err(Failure::BadForm),
    };
    // Whoever looks for a meeting that is not there is told so.
    show(&here, session.clone(), id.clone(), None).await?;
    let drafts =
        vec![Draft { fields: fields.into_iter().collect(), ..draft(&here, &session, &form, act, &session.party, &id) }];
    match record(&here, platform, drafts).await? {
        Ok(()) => Ok(back_to(format!("/meeting/{}#agenda", percent_encoded(&id)))),
        Err(refusal) => html(&show(&here, session, id, Some(refusal)).await?),
    }
}

/// The act by which something is taken off an agenda.
const TAKE_OFF: &str = "take-off-agenda";
