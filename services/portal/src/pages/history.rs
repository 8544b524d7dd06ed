//! What happened with one's own party: its standing through time, and to whom it agreed to be shown.

use actix_web::{HttpResponse, web};
use app::{Platform, ShownTo};
use askama::Template;
use wording::Words;

use crate::failure::Failure;
use crate::host::Here;
use crate::pictures::Timeline;
use crate::session::Acting;
use crate::view::{Frame, html};
use crate::work::block;

#[derive(Template)]
#[template(path = "history.html")]
struct Page {
    frame: Frame,
    standing: StandingView,
    is_member: bool,
    shown_to: ShownTo,
}

/// A standing through time, as picture and table.
pub struct StandingView {
    /// The picture.
    pub line: Timeline,
    /// The same in words: since when, what, and its shade.
    pub rows: Vec<(String, String, usize)>,
}

impl StandingView {
    /// Of somebody, until today.
    pub fn new(words: &Words, here: &Here, states: &[(kernel::Date, String)]) -> StandingView {
        let line = Timeline::new(states, here.today);
        let rows =
            line.stretches.iter().map(|one| (words.date(&one.from), words.label(&one.state), one.shade)).collect();
        StandingView { line, rows }
    }
}

/// The page.
pub async fn page(here: Here, acting: Acting, platform: web::Data<Platform>) -> Result<HttpResponse, Failure> {
    let party = acting.0.party.clone();
    let frame = Frame::new(&here, Some(acting.0), String::new());
    let words = frame.words.clone();
    let (network, today) = (here.network.clone(), here.today);
    let (states, is_member, shown_to) = block(move || {
        let shown_to = platform.shown_to(&network, &party);
        (network.standing_through(&party, today), network.is_member(&party, today), shown_to)
    })
    .await?;
    html(&Page {
        standing: StandingView::new(&words, &here, &states),
        is_member,
        shown_to: shown_to?,
        frame: Frame { title: words.t("history-title"), ..frame },
    })
}
