//! One meeting: who is there, whether there is a quorum and what it lacks, what is put to the vote. Whoever looks after meetings
//! writes down who comes and goes; a page for a projector shows the quorum alone.

use actix_web::http::header::{HeaderValue, REFRESH};
use actix_web::{HttpResponse, web};
use app::{Attender, Draft, MeetingHead, Platform, Presence, Refusal};
use askama::Template;
use wording::Words;

use crate::answer::{AnswerView, Reason, Viewer};
use crate::failure::Failure;
use crate::host::Here;
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
    ballots: Vec<LineView>,
    may_record: bool,
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

/// Something that was put to the vote.
struct LineView {
    id: String,
    title: String,
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
        ballots: seen
            .ballots
            .iter()
            .map(|line| LineView {
                title: line.subject.as_ref().map_or_else(
                    || words.label(&line.decision),
                    |subject| format!("{}: {subject}", words.label(&line.decision)),
                ),
                verdict: view(&line.carried),
                id: line.id.clone(),
            })
            .collect(),
        may_record,
        attempt: uuid::Uuid::new_v4().to_string(),
        problems: refusal.map(|refusal| problems(&words, &refusal)).unwrap_or_default(),
        frame: Frame { title: format!("{} {}", words.label(&seen.head.kind), seen.head.id), ..frame },
        id: seen.head.id,
    })
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
    ballots: Vec<LineView>,
}

/// A draft of the minutes, from what is on record: who was there, the quorum, each vote with its result and clause.
pub async fn minutes(here: Here, acting: Acting, path: web::Path<String>) -> Result<HttpResponse, Failure> {
    let page = show(&here, acting.0, path.into_inner(), None).await?;
    let Page { frame, id, when, there_of, quorate, people, ballots, .. } = page;
    let title = frame.words.with("minutes-title", "meeting", &frame.title);
    html(&Minutes { frame: Frame { title, ..frame }, id, when, there_of, quorate, people, ballots })
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
