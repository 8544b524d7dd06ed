//! Signing in by a link that works once.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use crate::failure::Failure;
use crate::host::Here;
use crate::session::{Acting, Sessions, Visitor};
use crate::view::{Frame, html};

#[derive(Template)]
#[template(path = "sign_in.html")]
struct Page {
    frame: Frame,
    confirm: Option<(String, String)>,
}

/// How one signs in.
pub async fn page(here: Here, visitor: Visitor) -> Result<HttpResponse, Failure> {
    let frame = Frame::new(&here, visitor.0, String::new());
    let title = frame.words.t("sign-in-title");
    html(&Page { frame: Frame { title, ..frame }, confirm: None })
}

/// Asks before the link is used up: programs that look at links in mail only get here.
pub async fn confirm(
    here: Here,
    visitor: Visitor,
    token: web::Path<String>,
    sessions: web::Data<Sessions>,
) -> Result<HttpResponse, Failure> {
    let token = token.into_inner();
    let looked = token.clone();
    let session = web::block(move || sessions.look_at_link(&looked)).await??;
    if session.network != here.network.slug() {
        return Err(Failure::LinkGone);
    }
    let frame = Frame::new(&here, visitor.0, String::new());
    let words = frame.words.clone();
    let title = words.t("sign-in-title");
    html(&Page { frame: Frame { title, ..frame }, confirm: Some((token, session.party)) })
}

/// Uses the link up.
pub async fn enter(
    here: Here,
    token: web::Path<String>,
    sessions: web::Data<Sessions>,
) -> Result<HttpResponse, Failure> {
    let network = here.network.slug().to_owned();
    let entered = web::block(move || {
        if sessions.look_at_link(&token)?.network != network {
            return Err(Failure::LinkGone);
        }
        sessions.use_link(&token)
    });
    let (cookie, session) = entered.await??;
    Ok(HttpResponse::SeeOther().cookie(cookie).insert_header(("Location", session.first_page())).finish())
}

/// A form that carries nothing but its session's mark.
#[derive(Deserialize)]
pub struct Marked {
    mark: String,
}

/// Ends the session.
pub async fn leave(
    acting: Acting,
    request: HttpRequest,
    form: web::Form<Marked>,
    sessions: web::Data<Sessions>,
) -> Result<HttpResponse, Failure> {
    acting.0.check_form(&form.mark)?;
    let cookie = sessions.end(&request)?;
    Ok(HttpResponse::SeeOther().cookie(cookie).insert_header(("Location", "/")).finish())
}
