//! What this network is, and what its charter settles.

use actix_web::HttpResponse;
use askama::Template;
use charter::coverage::{Kind, coverage};
use charter_syntax::ast::DeclarationKind;
use chrono::Utc;

use crate::failure::Failure;
use crate::host::Here;
use crate::session::Visitor;
use crate::view::{Frame, html};

#[derive(Template)]
#[template(path = "home.html")]
struct Page {
    frame: Frame,
    title: String,
    from: String,
    clauses: usize,
    enforced: usize,
    people: usize,
    readings: usize,
    versions: Vec<(String, bool)>,
    may_ask: bool,
}

/// The page.
pub async fn page(here: Here, visitor: Visitor) -> Result<HttpResponse, Failure> {
    let charter = here.network.charter(Utc::now()).ok_or(Failure::NoNetwork)?;
    let covered = coverage(charter);
    let is_reading = |kind: &DeclarationKind| matches!(kind, DeclarationKind::Reading(_));
    let may_ask = super::ask::is_open(&here, &visitor);
    let frame = Frame::new(&here, visitor.0, here.network.name());
    let words = frame.words.clone();
    let page = Page {
        title: charter.header.title.clone(),
        from: words.date(&charter.in_force_from()),
        clauses: covered.clauses.len(),
        enforced: covered.count(Kind::Enforced).saturating_add(covered.count(Kind::Checked)),
        people: covered.count(Kind::ForPeople),
        readings: charter.declarations.iter().filter(|declaration| is_reading(&declaration.kind)).count(),
        versions: here
            .network
            .network()
            .versions()
            .iter()
            .rev()
            .map(|version| (words.date(&version.in_force_from()), version.header.partial))
            .collect(),
        may_ask,
        frame,
    };
    html(&page)
}
