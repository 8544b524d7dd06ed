//! The calendar: what falls due in the year to come, on a page and as a feed for calendar programs.

use actix_web::{HttpResponse, web};
use app::{Hosted, Platform};
use askama::Template;
use charter::{Item, Question, Value};
use icalendar::{Calendar, Component, Event, EventLike};
use kernel::{Date, MonthEnd, Span};
use wording::Words;

use crate::api::Scope;
use crate::failure::Failure;
use crate::host::Here;
use crate::session::{Acting, Role, Session};
use crate::view::{Frame, html};
use crate::work::block;

/// How far the calendar looks ahead.
const MONTHS: i32 = 12;

#[derive(Template)]
#[template(path = "calendar.html")]
struct Page {
    frame: Frame,
    months: Vec<Month>,
    is_whole: bool,
}

struct Month {
    name: String,
    lines: Vec<Line>,
}

struct Line {
    day: String,
    distance: String,
    what: String,
    of: String,
    by: String,
    clause: String,
}

/// What falls due: for the secretariat all of it, else what a party owes.
pub fn due(network: &Hosted, party: Option<&str>, today: Date) -> Vec<(Date, Item)> {
    let to = today.plus(Span::Months(MONTHS), MonthEnd::Clamp).unwrap_or(today);
    let answer = network.judge(&Question::Due { from: today, to }, today);
    let Value::Items(items) = answer.value else { return Vec::new() };
    let is_own = |item: &Item| party.is_none_or(|party| item.by.split(" or ").any(|by| by == party));
    let mut found: Vec<(Date, Item)> =
        items.into_iter().filter(is_own).filter_map(|item| Some((item.on?, item))).collect();
    found.sort();
    found
}

/// The page.
pub async fn page(here: Here, acting: Acting) -> Result<HttpResponse, Failure> {
    let session = acting.0;
    let party = Some(session.party.clone()).filter(|_| !session.reads_all());
    let frame = Frame::new(&here, Some(session), String::new());
    let words = frame.words.clone();
    let (network, today, of) = (here.network.clone(), here.today, party.clone());
    let items = block(move || due(&network, of.as_deref(), today)).await?;
    let mut months: Vec<Month> = Vec::new();
    for (on, item) in items {
        let (year, month, _) = on.parts();
        let name = format!("{} {year}", words.t(&format!("month-{}", month.number())));
        if months.last().is_none_or(|last| last.name != name) {
            months.push(Month { name, lines: Vec::new() });
        }
        if let Some(last) = months.last_mut() {
            last.lines.push(line(&words, on, &item, &today));
        }
    }
    let title = words.t("calendar-title");
    html(&Page { frame: Frame { title, ..frame }, months, is_whole: party.is_none() })
}

fn line(words: &Words, on: Date, item: &Item, today: &Date) -> Line {
    Line {
        day: words.date(&on),
        distance: words.distance(&on, today),
        what: words.label(&item.what),
        of: words.known_label(&item.of),
        by: words.known_label(&item.by),
        clause: item.clause.to_string(),
    }
}

/// Whether a role sees what everybody owes.
fn reads_all(role: &str, network: &str) -> bool {
    Role::named(role).is_some_and(|role| Session::new(network, role, "", None).reads_all())
}

/// The feed, for whoever has a key for it.
pub async fn feed(here: Here, key: web::Path<String>, platform: web::Data<Platform>) -> Result<HttpResponse, Failure> {
    let network = here.network.clone();
    let found = block(move || platform.key(&network, &key)).await??;
    let is_for_this = |scopes: &[String]| scopes.iter().any(|scope| scope == Scope::Calendar.name());
    let key = found.filter(|key| is_for_this(&key.grant.scopes)).ok_or(Failure::Missing)?;
    let party = Some(key.grant.party).filter(|_| !reads_all(&key.grant.role, here.network.slug()));
    let (network, today) = (here.network.clone(), here.today);
    let items = block(move || due(&network, party.as_deref(), today)).await?;
    let words = here.words();
    let mut calendar = Calendar::new();
    calendar.name(&here.network.name());
    for (on, item) in items {
        calendar.push(event(&here, &words, on, &item));
    }
    Ok(HttpResponse::Ok().content_type("text/calendar; charset=utf-8").body(calendar.to_string()))
}

fn event(here: &Here, words: &Words, on: Date, item: &Item) -> Event {
    let named = [words.label(&item.what), words.known_label(&item.of), words.known_label(&item.by)];
    let summary = named.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let slug = here.network.slug();
    let id = format!("{on}-{}-{}-{}-{}@{slug}", item.what, item.of, item.by, item.clause).replace(' ', "-");
    Event::new()
        .uid(&id)
        .starts(on.to_civil())
        .summary(&summary)
        .description(&words.with("letter-clause", "clause", &item.clause))
        .done()
}
