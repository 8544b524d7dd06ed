//! Voting in secret: a paper for the box, and the receipt that it was put in. Once the ballot is over, the papers as a table.

use actix_web::{HttpResponse, web};
use app::{BoxVote, Platform};
use askama::Template;
use chrono::Utc;

use crate::failure::Failure;
use crate::host::Here;
use crate::pages::together::{Fields, first};
use crate::session::Acting;
use crate::view::{Frame, html};
use crate::work::block;

#[derive(Template)]
#[template(path = "receipt.html")]
struct Page {
    frame: Frame,
    id: String,
    receipt: String,
}

/// Puts a paper into the box and shows the receipt; or the ballot again, with what stands against it.
pub async fn vote(
    here: Here,
    acting: Acting,
    path: web::Path<String>,
    form: web::Form<Fields>,
    platform: web::Data<Platform>,
) -> Result<HttpResponse, Failure> {
    let (session, id, form) = (acting.0, path.into_inner(), form.into_inner());
    session.check_form(first(&form, "mark"))?;
    let seen = super::ballot::seen(&here, &session, id.clone()).await?;
    let vote = BoxVote {
        ballot: id.clone(),
        who: session.party.clone(),
        paper: form.iter().filter(|(name, _)| name == "paper").map(|(_, cell)| cell.clone()).collect(),
        recorded_by: session.party.clone(),
        attempt: first(&form, "attempt").to_owned(),
        on: here.today,
    };
    if vote.attempt.is_empty() {
        return Err(Failure::BadForm);
    }
    let slug = here.network.slug().to_owned();
    let put = block(move || platform.vote_in_the_box(&slug, &vote, Utc::now())).await??;
    match put.ok_or(Failure::NoNetwork)? {
        Ok(receipt) => {
            let frame = Frame::new(&here, Some(session), String::new());
            let title = frame.words.t("box-receipt-title");
            html(&Page { id, receipt, frame: Frame { title, ..frame } })
        }
        Err(refusal) => html(&super::ballot::show(&here, session, &seen, app::OpenedBox::default(), Some(refusal))),
    }
}

/// The papers of a ballot that is over, as a table that can be counted again.
pub async fn papers(
    here: Here,
    acting: Acting,
    path: web::Path<String>,
    platform: web::Data<Platform>,
) -> Result<HttpResponse, Failure> {
    let seen = super::ballot::seen(&here, &acting.0, path.into_inner()).await?;
    let opened = block(move || platform.open_the_box(&here.network, &seen.sheet)).await??;
    if opened.table.is_empty() {
        return Err(Failure::Missing);
    }
    Ok(HttpResponse::Ok().content_type("text/csv; charset=utf-8").body(opened.table))
}
