//! Bodies and offices: every seat over time, which are vacant and who acts next, whether a body keeps its quorum.

use actix_web::HttpResponse;
use app::{BodySheet, Held, SeatSheet};
use askama::Template;
use chrono::Utc;
use kernel::Date;
use wording::Words;

use crate::answer::{Reason, reasons};
use crate::failure::Failure;
use crate::host::Here;
use crate::pictures::{SeatChart, SeatTenures};
use crate::session::Acting;
use crate::view::{Frame, html};
use crate::work::block;

#[derive(Template)]
#[template(path = "offices.html")]
struct Page {
    frame: Frame,
    is_shown: bool,
    bodies: Vec<BodyView>,
}

struct BodyView {
    label: String,
    clause: String,
    /// What is said of the quorum; empty where the charter names none.
    quorum: String,
    is_warning: bool,
    /// None: nobody held a seat yet.
    chart: Option<SeatChart>,
    height: usize,
    seats: Vec<SeatView>,
}

struct SeatView {
    name: String,
    /// With the name of its body.
    full: String,
    votes: bool,
    /// Who holds it, with the person.
    holder: String,
    /// Until when, or since when it is vacant.
    when: String,
    is_vacant: bool,
    /// Who acts next, and until when.
    next: String,
    why: Vec<Reason>,
    past: Vec<String>,
}

/// The page.
pub async fn page(here: Here, acting: Acting) -> Result<HttpResponse, Failure> {
    let session = acting.0;
    let (network, today) = (here.network.clone(), here.today);
    let (who, sees_all) = (session.party.clone(), session.reads_all());
    let bodies = block(move || network.bodies(&who, sees_all, today)).await?;
    let frame = Frame::new(&here, Some(session), String::new());
    let words = frame.words.clone();
    let charter = here.network.charter(Utc::now()).ok_or(Failure::NoNetwork)?;
    // Who fills a seat is an organisation, by its own name, or a body or decision of the charter, as the network calls it.
    let filler = |by: &str| {
        let is_declared = charter.decision(by).is_some() || charter.body(by).is_some();
        if is_declared { words.label(by) } else { by.to_owned() }
    };
    let is_shown = bodies.is_some();
    let bodies = bodies.iter().flatten().map(|body| body_view(&words, &filler, body, today)).collect();
    html(&Page { bodies, is_shown, frame: Frame { title: words.t("offices-title"), ..frame } })
}

fn body_view(words: &Words, filler: &dyn Fn(&str) -> String, body: &BodySheet, today: Date) -> BodyView {
    let tenures = |seat: &SeatSheet| seat.held.iter().map(|held| (held.from, held.last)).collect();
    let rows: Vec<SeatTenures> = body.seats.iter().map(|seat| (short(&seat.name), tenures(seat))).collect();
    let quorum = match (body.can_be_quorate, body.quorum_lost) {
        (Some(false), _) => words.t("offices-no-quorum"),
        (Some(true), Some(day)) => words.with("offices-quorum-lost", "on", words.date(&day)),
        (Some(true), None) => words.t("offices-quorum-safe"),
        (None, _) => String::new(),
    };
    BodyView {
        label: words.label(&body.name),
        clause: body.clause.to_string(),
        is_warning: body.can_be_quorate == Some(false) || body.quorum_lost.is_some(),
        quorum,
        height: rows.len().saturating_mul(26).saturating_add(24),
        chart: rows.iter().any(|(_, held)| !held.is_empty()).then(|| SeatChart::new(&rows, today)),
        seats: body.seats.iter().map(|seat| seat_view(words, filler, seat, today)).collect(),
    }
}

/// A seat without the name of its body.
fn short(seat: &str) -> String {
    seat.split_once('/').map_or(seat, |(_, own)| own).to_owned()
}

fn seat_view(words: &Words, filler: &dyn Fn(&str) -> String, seat: &SeatSheet, today: Date) -> SeatView {
    let holds = |held: &&Held| held.from <= today && held.last.is_none_or(|last| today <= last);
    let now = seat.held.iter().find(holds);
    let when = match (&seat.vacant, now.and_then(|held| held.last)) {
        (Some(Some(since)), _) => words.with("offices-vacant-since", "on", words.date(since)),
        (Some(None), _) => words.t("offices-never-filled"),
        (None, Some(last)) => words.with("offices-until", "on", words.date(&last)),
        (None, None) => String::new(),
    };
    let next = seat.fillers.first().map(|(by, last)| match last {
        Some(last) => words.say("offices-next-until", &[("by", &filler(by)), ("on", &words.date(last))]),
        None => words.with("offices-next", "by", filler(by)),
    });
    SeatView {
        name: short(&seat.name),
        full: seat.name.clone(),
        votes: seat.votes,
        holder: now.map(named).unwrap_or_default(),
        when,
        is_vacant: seat.vacant.is_some(),
        next: next.unwrap_or_default(),
        why: reasons(words, &seat.because),
        past: seat.held.iter().rev().filter(|held| !holds(held)).map(|held| tenure(words, held)).collect(),
    }
}

/// `Border-Schools (Ploy)`
fn named(held: &Held) -> String {
    held.person.as_ref().map_or_else(|| held.by.clone(), |person| format!("{} ({person})", held.by))
}

fn tenure(words: &Words, held: &Held) -> String {
    let to = held.last.map(|last| words.date(&last)).unwrap_or_default();
    words.say("offices-tenure", &[("who", &named(held)), ("from", &words.date(&held.from)), ("to", &to)])
}
