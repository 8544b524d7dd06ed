//! The secretariat's desk: what is due, what is late, what in the register wants a look.

use actix_web::{HttpResponse, web};
use app::Platform;
use askama::Template;
use charter::{Item, Question, Value};
use charter_syntax::Severity;
use chrono::Utc;
use kernel::{Date, MonthEnd, Span};
use serde::Deserialize;

use crate::answer::Reason;
use crate::failure::Failure;
use crate::host::Here;
use crate::pages::mine::{BallotView, MatterView};
use crate::session::{May, MoveDate, ReadDesk};
use crate::view::{Frame, html};
use crate::work::block;
use wording::Words;

/// How far the desk looks ahead.
const DAYS: i32 = 60;
/// How many findings are shown at once.
const FINDINGS: usize = 12;

#[derive(Template)]
#[template(path = "desk.html")]
struct Page {
    frame: Frame,
    until: String,
    due: Vec<Due>,
    matters: Vec<MatterView>,
    ballots: Vec<BallotView>,
    findings: Vec<(String, String)>,
    more: usize,
    today: String,
}

struct Due {
    what: String,
    of: String,
    by: String,
    on: String,
    distance: String,
    clause: String,
}

/// The page.
pub async fn page(here: Here, reader: May<ReadDesk>) -> Result<HttpResponse, Failure> {
    let frame = Frame::new(&here, Some(reader.0), String::new());
    let words = frame.words.clone();
    let until = here.today.plus(Span::Days(DAYS), MonthEnd::Clamp).unwrap_or(here.today);
    let network = here.network.clone();
    let today = here.today;
    let office = frame.party().to_owned();
    let (items, findings, matters, ballots) = block(move || {
        let answer = network.judge(&Question::Due { from: today, to: until }, today);
        let findings = network.findings();
        let items = if let Value::Items(items) = answer.value { items } else { Vec::new() };
        (items, findings, network.matters(&office, today), network.open_ballots(&office, true, today))
    })
    .await?;
    let said: Vec<(String, String)> = findings
        .iter()
        .filter(|finding| finding.severity() != Severity::Info)
        .map(|finding| words.language().finding(finding))
        .map(|said| (said.message, said.help))
        .collect();
    let page = Page {
        until: words.date(&until),
        due: items.iter().map(|item| due(&words, item, &today)).collect(),
        matters: matters
            .into_iter()
            .map(|matter| MatterView::new(&words, &here, frame.session.as_ref(), matter))
            .collect(),
        ballots: ballots.iter().map(|one| BallotView::new(&words, &here, frame.session.as_ref(), one)).collect(),
        more: said.len().saturating_sub(FINDINGS),
        findings: said.into_iter().take(FINDINGS).collect(),
        today: today.to_string(),
        frame: Frame { title: words.t("desk-title"), ..frame },
    };
    html(&page)
}

fn due(words: &Words, item: &Item, today: &Date) -> Due {
    Due {
        what: item.what.clone(),
        of: item.of.clone(),
        by: item.by.clone(),
        on: item.on.map(|on| words.date(&on)).unwrap_or_default(),
        distance: item.on.map(|on| words.distance(&on, today)).unwrap_or_default(),
        clause: item.clause.to_string(),
    }
}

/// The form that moves the date.
#[derive(Deserialize)]
pub struct Moved {
    mark: String,
    to: String,
}

/// Moves the date of a demonstration.
pub async fn move_date(
    here: Here,
    mover: May<MoveDate>,
    form: web::Form<Moved>,
    platform: web::Data<Platform>,
) -> Result<HttpResponse, Failure> {
    mover.0.check_form(&form.mark)?;
    if let Ok(to) = form.to.parse::<Date>() {
        block(move || platform.move_date(&here.network, to, Utc::now())).await??;
    }
    Ok(HttpResponse::SeeOther().insert_header(("Location", "/desk")).finish())
}
