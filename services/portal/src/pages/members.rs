//! The members, as far as each agreed to be shown; and agreeing to it.

use actix_web::{HttpResponse, web};
use app::{Member, Platform, ShownTo};
use askama::Template;
use chrono::Utc;
use serde::Deserialize;

use crate::failure::Failure;
use crate::host::Here;
use crate::pictures::Bars;
use crate::session::{Acting, Visitor};
use crate::view::{Frame, html};
use crate::work::block;

#[derive(Template)]
#[template(path = "members.html")]
struct Page {
    frame: Frame,
    members: Vec<Member>,
    by: String,
    bars: Bars,
    /// To whom the list is shown.
    to: ShownTo,
}

/// The list.
pub async fn list(here: Here, visitor: Visitor, platform: web::Data<Platform>) -> Result<HttpResponse, Failure> {
    let session = visitor.0;
    let to = match &session {
        Some(session) if session.reads_all() => ShownTo::Secretariat,
        Some(session) if here.network.is_member(&session.party, here.today) => ShownTo::Members,
        _ => ShownTo::Everybody,
    };
    let frame = Frame::new(&here, session, String::new());
    let words = frame.words.clone();
    let members = block(move || platform.members(&here.network, to, Utc::now())).await??;
    let counted = members.groups.iter().map(|(group, count)| (words.known_label(group), *count)).collect();
    html(&Page {
        frame: Frame { title: words.t("members-title"), ..frame },
        by: members.by.map(|by| words.label(&by)).unwrap_or_default(),
        bars: Bars::new(counted),
        members: members.shown,
        to,
    })
}

/// What a party agrees to.
#[derive(Deserialize)]
pub struct Agreed {
    mark: String,
    to: String,
}

/// Agrees to be shown, or no longer.
pub async fn show(
    here: Here,
    acting: Acting,
    form: web::Form<Agreed>,
    platform: web::Data<Platform>,
) -> Result<HttpResponse, Failure> {
    acting.0.check_form(&form.mark)?;
    let to = ShownTo::named(&form.to).ok_or(Failure::BadForm)?;
    block(move || platform.show(&here.network, &acting.0.party, to, Utc::now())).await??;
    Ok(HttpResponse::SeeOther().insert_header(("Location", "/history")).finish())
}
