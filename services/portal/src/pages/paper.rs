//! A paper as a page, and as PDF in a language: to whom it was written, and to treasurers.

use actix_web::{HttpResponse, web};
use app::{Paper, Platform};
use askama::Template;
use documents::Document;

use access::Permission;

use crate::failure::Failure;
use crate::host::Here;
use crate::pages::pay::{Wanted, send, words_for};
use crate::papers;
use crate::press::Press;
use crate::session::{Acting, Session};
use crate::view::{Frame, html};
use crate::work::block;

#[derive(Template)]
#[template(path = "paper.html")]
struct Page {
    frame: Frame,
    paper: Document,
    /// The cells of the table, each with its heading.
    rows: Vec<Vec<(String, String)>>,
}

async fn find(here: &Here, session: &Session, number: String, platform: web::Data<Platform>) -> Result<Paper, Failure> {
    let network = here.network.clone();
    let paper = block(move || platform.paper(&network, &number)).await??.ok_or(Failure::Missing)?;
    let may = paper.payer == session.party || session.may(Permission::ReadMoney);
    may.then_some(paper).ok_or(Failure::Missing)
}

/// The page.
pub async fn page(
    here: Here,
    acting: Acting,
    number: web::Path<String>,
    platform: web::Data<Platform>,
) -> Result<HttpResponse, Failure> {
    let paper = find(&here, &acting.0, number.into_inner(), platform).await?;
    let frame = Frame::new(&here, Some(acting.0), String::new());
    let paper = papers::document(&frame.words, &here.network.name(), &paper).ok_or(Failure::Missing)?;
    let title = format!("{} {}", paper.title, paper.number);
    let cells = |row: &Vec<String>| paper.headings.iter().cloned().zip(row.iter().cloned()).collect();
    let rows = paper.rows.iter().map(cells).collect();
    html(&Page { frame: Frame { title, ..frame }, rows, paper })
}

/// The PDF.
pub async fn pdf(
    here: Here,
    acting: Acting,
    number: web::Path<String>,
    wanted: web::Query<Wanted>,
    platform: web::Data<Platform>,
    press: web::Data<Press>,
) -> Result<HttpResponse, Failure> {
    let paper = find(&here, &acting.0, number.into_inner(), platform).await?;
    let words = words_for(&here, wanted.language.as_deref());
    let document = papers::document(&words, &here.network.name(), &paper).ok_or(Failure::Missing)?;
    send(document, press).await
}
