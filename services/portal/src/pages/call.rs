//! Calling a meeting: the earliest and the latest day that the charter leaves, the day, the agenda. A day that is too early is
//! taken only by whoever says that they want it nevertheless.

use actix_web::{HttpResponse, web};
use app::{Asked, Draft, Platform};
use askama::Template;
use charter::Value;
use kernel::Date;

use crate::answer::{AnswerView, Reason};
use crate::failure::Failure;
use crate::host::Here;
use crate::pages::record::problems;
use crate::pages::together::{Fields, back_to, draft, first, record};
use crate::session::{Acting, Session};
use crate::view::{Frame, html, percent_encoded};
use crate::work::block;

/// The act by which a meeting is called.
pub(super) const CALL: &str = "call-meeting";
/// The act by which something is put on its agenda.
pub(super) const PUT: &str = "put-on-agenda";

#[derive(Template)]
#[template(path = "call.html")]
struct Page {
    frame: Frame,
    kind: String,
    earliest: AnswerView,
    latest: AnswerView,
    given: Given,
    /// Whether the day lies before the earliest or after the latest one.
    is_out_of_bounds: bool,
    attempt: String,
    problems: Vec<(String, String)>,
}

/// What a form says.
struct Given {
    name: String,
    opens: String,
    agenda: String,
}

/// What the charter says of the next meeting of a kind, and of whoever would call it.
struct Bounds {
    earliest: Asked,
    latest: Asked,
    may_call: Asked,
}

/// The form.
pub async fn form(here: Here, acting: Acting, path: web::Path<String>) -> Result<HttpResponse, Failure> {
    let (session, kind) = (acting.0, path.into_inner());
    let bounds = bounds(&here, &session, &kind).await?;
    let first_day = day_of(&bounds.earliest).map(|day| day.to_string()).unwrap_or_default();
    let given = Given { name: String::new(), opens: first_day, agenda: String::new() };
    html(&show(&here, session, kind, &bounds, given))
}

/// Calls it: the day and every line of the agenda, all or nothing.
pub async fn call(
    here: Here,
    acting: Acting,
    path: web::Path<String>,
    form: web::Form<Fields>,
    platform: web::Data<Platform>,
) -> Result<HttpResponse, Failure> {
    let (session, kind, form) = (acting.0, path.into_inner(), form.into_inner());
    session.check_form(first(&form, "mark"))?;
    let bounds = bounds(&here, &session, &kind).await?;
    let field = |name: &str| first(&form, name).trim().to_owned();
    let given = Given { name: field("name"), opens: field("opens"), agenda: field("agenda") };
    let day: Option<Date> = given.opens.parse().ok();
    let words = here.words();
    let problem = match day {
        _ if given.name.is_empty() || day.is_none() => Some(("call-incomplete", "call-incomplete-help")),
        _ if bounds.may_call.answer.value == Value::No => Some(("call-not-yours", "call-not-yours-help")),
        Some(day) if is_out(&bounds, day) && field("nevertheless").is_empty() => {
            Some(("call-out-of-bounds", "call-out-of-bounds-help"))
        }
        _ => None,
    };
    if let Some((message, help)) = problem {
        let mut page = show(&here, session, kind, &bounds, given);
        page.is_out_of_bounds = day.is_some_and(|day| is_out(&bounds, day));
        page.problems.push((words.t(message), words.t(help)));
        return html(&page);
    }
    match record(&here, platform, drafts(&here, &session, &form, &kind, &given)).await? {
        Ok(()) => Ok(back_to(format!("/meeting/{}", percent_encoded(&given.name)))),
        Err(refusal) => {
            let mut page = show(&here, session, kind, &bounds, given);
            page.problems = problems(&words, &refusal);
            html(&page)
        }
    }
}

/// The call, and an act for each line of the agenda.
fn drafts(here: &Here, session: &Session, form: &Fields, kind: &str, given: &Given) -> Vec<Draft> {
    let act = |act: &str, fields: [(&str, &str); 2]| Draft {
        fields: fields.map(|(name, value)| (name.to_owned(), value.to_owned())).into_iter().collect(),
        ..draft(here, session, form, act, &session.party, &given.name)
    };
    let titles = given.agenda.lines().map(str::trim).filter(|title| !title.is_empty());
    let items = (1..).zip(titles).map(|(place, title)| act(PUT, [("place", &place.to_string()), ("title", title)]));
    std::iter::once(act(CALL, [("meeting", kind), ("opens", &given.opens)])).chain(items).collect()
}

async fn bounds(here: &Here, session: &Session, kind: &str) -> Result<Bounds, Failure> {
    if !session.records_for_all(CALL) {
        return Err(Failure::Missing);
    }
    let (network, today) = (here.network.clone(), here.today);
    let (kind, who) = (kind.to_owned(), session.party.clone());
    let asked = move || {
        let (earliest, latest) = network.next_meeting(&kind, today)?;
        Some(Bounds { earliest, latest, may_call: network.may_call(&who, &kind, today) })
    };
    block(asked).await?.ok_or(Failure::Missing)
}

fn day_of(asked: &Asked) -> Option<Date> {
    match asked.answer.value {
        Value::Date(day) => Some(day),
        _ => None,
    }
}

/// Whether a day is too early, or too late.
fn is_out(bounds: &Bounds, day: Date) -> bool {
    day_of(&bounds.earliest).is_some_and(|first| day < first) || day_of(&bounds.latest).is_some_and(|last| day > last)
}

fn show(here: &Here, session: Session, kind: String, bounds: &Bounds, given: Given) -> Page {
    let frame = Frame::new(here, Some(session), String::new());
    let words = frame.words.clone();
    Page {
        earliest: AnswerView::new(&words, &bounds.earliest, &here.today),
        latest: AnswerView::new(&words, &bounds.latest, &here.today),
        frame: Frame { title: words.with("call-title", "kind", words.label(&kind)), ..frame },
        kind,
        given,
        is_out_of_bounds: false,
        attempt: uuid::Uuid::new_v4().to_string(),
        problems: Vec::new(),
    }
}
