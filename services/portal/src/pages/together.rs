//! Forms in which several are ticked or chosen for: their fields come more than once, and their acts are recorded all or none.

use std::collections::BTreeMap;

use actix_web::{HttpResponse, web};
use app::{Draft, Platform, Refusal};
use chrono::Utc;

use crate::failure::Failure;
use crate::host::Here;
use crate::session::Session;
use crate::work::block;

/// The fields of such a form, in order.
pub type Fields = Vec<(String, String)>;

/// The first value of a field; empty: it is not there.
pub fn first<'f>(fields: &'f Fields, name: &str) -> &'f str {
    fields.iter().find(|(own, _)| own == name).map_or("", |(_, value)| value.as_str())
}

/// An act of today that somebody else did, without fields.
pub fn draft(here: &Here, session: &Session, form: &Fields, act: &str, by: &str, about: &str) -> Draft {
    Draft {
        act: act.to_owned(),
        by: Some(by.to_owned()),
        about: Some(about.to_owned()),
        on: here.today,
        fields: BTreeMap::new(),
        documents: BTreeMap::new(),
        recorded_by: session.party.clone(),
        attempt: first(form, "attempt").to_owned(),
    }
}

/// Records acts, all or none of them.
pub async fn record(
    here: &Here,
    platform: web::Data<Platform>,
    drafts: Vec<Draft>,
) -> Result<Result<(), Refusal>, Failure> {
    let slug = here.network.slug().to_owned();
    let recorded = block(move || platform.record_together(&slug, &drafts, Utc::now())).await??;
    Ok(recorded.ok_or(Failure::NoNetwork)?.map_err(|(_, refusal)| refusal))
}

/// The way back to a page, once something was recorded.
pub fn back_to(page: String) -> HttpResponse {
    HttpResponse::SeeOther().insert_header(("Location", page)).finish()
}
