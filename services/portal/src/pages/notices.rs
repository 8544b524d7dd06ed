//! Notices: what was told to whom, and what became of it.

use actix_web::{HttpResponse, web};
use app::{Delivery, Platform, Told};
use askama::Template;
use chrono::Utc;
use kernel::Date;
use serde::Deserialize;
use uuid::Uuid;
use wording::Words;

use crate::failure::Failure;
use crate::host::Here;
use crate::pages::sign_in::Marked;
use crate::session::{Acting, May, ReadNotices};
use crate::view::{Frame, html};
use crate::work::block;

#[derive(Template)]
#[template(path = "notices.html")]
struct Page {
    frame: Frame,
    notices: Vec<NoticeView>,
    is_unreachable: bool,
    /// Every kind, and whether it is the one that the list is narrowed to.
    kinds: Vec<(&'static str, bool)>,
    to: String,
}

/// The kinds of notices.
const KINDS: &[&str] = &["charter", "reminder", "missed", "standing", "stage"];

/// What the list is narrowed to.
#[derive(Deserialize)]
pub struct Narrowed {
    #[serde(default)]
    kind: String,
    #[serde(default)]
    to: String,
}

/// One notice in a list.
pub struct NoticeView {
    /// Its identifier.
    pub id: Uuid,
    /// Its kind, in words.
    pub kind: String,
    /// What it tells.
    pub what: String,
    /// To whom.
    pub to: String,
    /// About whom or what.
    pub about: String,
    /// The day of its cause.
    pub on: String,
    /// The clause.
    pub clause: String,
    /// What became of it, in words.
    pub delivery: String,
    /// The recipient said that it is there.
    pub is_received: bool,
}

impl NoticeView {
    /// In words.
    pub fn new(words: &Words, told: Told) -> NoticeView {
        let delivery = match told.delivery {
            Delivery::NoAddress => "notice-no-address",
            Delivery::Waiting => "notice-waiting",
            Delivery::Sent => "notice-sent",
            Delivery::Failed => "notice-failed",
            Delivery::Received => "notice-received",
        };
        let what: Vec<String> = told.name.split('/').map(|part| words.label(part)).collect();
        NoticeView {
            id: told.id,
            kind: words.t(&format!("notice-kind-{}", told.kind)),
            what: what.join(": "),
            to: words.known_label(&told.recipient),
            about: words.known_label(&told.subject),
            on: Date::from_civil(told.caused_on).map(|on| words.date(&on)).unwrap_or_default(),
            clause: told.clause,
            delivery: words.t(delivery),
            is_received: told.delivery == Delivery::Received,
        }
    }
}

/// The list.
pub async fn list(
    here: Here,
    reader: May<ReadNotices>,
    narrowed: web::Query<Narrowed>,
    platform: web::Data<Platform>,
) -> Result<HttpResponse, Failure> {
    let Narrowed { kind, to } = narrowed.into_inner();
    let frame = Frame::new(&here, Some(reader.0), String::new());
    let words = frame.words.clone();
    let (of_kind, of_party) = (kind.clone(), to.trim().to_owned());
    let told = block(move || {
        let named = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        platform.told(&here.network, named(&of_party).as_deref(), named(&of_kind).as_deref())
    });
    let told = told.await??;
    let is_unreachable = told.iter().any(|told| told.delivery == Delivery::NoAddress);
    let kinds = KINDS.iter().map(|one| (*one, *one == kind)).collect();
    let notices = told.into_iter().map(|told| NoticeView::new(&words, told)).collect();
    html(&Page { frame: Frame { title: words.t("notices-title"), ..frame }, notices, is_unreachable, kinds, to })
}

/// A party says that a notice is there.
pub async fn receive(
    here: Here,
    acting: Acting,
    id: web::Path<Uuid>,
    form: web::Form<Marked>,
    platform: web::Data<Platform>,
) -> Result<HttpResponse, Failure> {
    acting.0.check_form(&form.mark)?;
    block(move || platform.receive(&here.network, *id, &acting.0.party, Utc::now())).await??;
    Ok(HttpResponse::SeeOther().insert_header(("Location", "/mine")).finish())
}
