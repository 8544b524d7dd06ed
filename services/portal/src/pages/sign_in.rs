//! Signing in by a link that works once.

use actix_web::{HttpRequest, HttpResponse, web};
use app::{Hosted, Message, Platform};
use askama::Template;
use chrono::Utc;
use serde::Deserialize;

use crate::PublicUrl;
use crate::failure::Failure;
use crate::host::Here;
use crate::session::{Acting, COOKIE, Role, Sessions, Visitor};
use crate::view::{Frame, html};
use wording::Words;

#[derive(Template)]
#[template(path = "sign_in.html")]
struct Page {
    frame: Frame,
    confirm: Option<(String, String)>,
    is_asked: bool,
}

/// How one signs in.
pub async fn page(here: Here, visitor: Visitor) -> Result<HttpResponse, Failure> {
    let frame = Frame::new(&here, visitor.0, String::new());
    let title = frame.words.t("sign-in-title");
    html(&Page { frame: Frame { title, ..frame }, confirm: None, is_asked: false })
}

/// An address that asks for a link.
#[derive(Deserialize)]
pub struct Asking {
    address: String,
}

/// How often an hour one address, and one sender, may ask for links.
const LINKS_OF_ADDRESS: usize = 5;
const LINKS_OF_SENDER: usize = 40;

/// Writes links to an address, if somebody of it signs in here. Whether there is one is not said.
pub async fn ask(
    here: Here,
    visitor: Visitor,
    request: HttpRequest,
    form: web::Form<Asking>,
    sessions: web::Data<Sessions>,
    platform: web::Data<Platform>,
    public: web::Data<PublicUrl>,
) -> Result<HttpResponse, Failure> {
    let frame = Frame::new(&here, visitor.0, String::new());
    let words = frame.words.clone();
    let sender = request.peer_addr().map(|sender| sender.ip().to_string()).unwrap_or_default();
    let address = form.into_inner().address.trim().to_owned();
    let network = here.network.clone();
    let (base, speaking) = (public.of(network.slug()), words.clone());
    web::block(move || write_links(&network, &platform, &sessions, &base, &speaking, &address, &sender)).await??;
    let title = words.t("sign-in-title");
    html(&Page { frame: Frame { title, ..frame }, confirm: None, is_asked: true })
}

fn write_links(
    network: &Hosted,
    platform: &Platform,
    sessions: &Sessions,
    base: &str,
    words: &Words,
    address: &str,
    sender: &str,
) -> Result<(), Failure> {
    let slug = network.slug();
    let allowed = sessions.allows(&format!("{slug}/sender/{sender}"), LINKS_OF_SENDER)?
        && sessions.allows(&format!("{slug}/address/{}", address.to_lowercase()), LINKS_OF_ADDRESS)?;
    let people = platform.acting(network, address)?;
    let Some(to) = people.first().filter(|_| allowed).map(|person| person.address.clone()) else { return Ok(()) };
    let mut lines = vec![words.t("mail-links-intro"), String::new()];
    for person in &people {
        let role = if person.secretariat { Role::Secretariat } else { Role::Party };
        let token = sessions.make_link(slug, role, &person.party)?;
        lines.push(words.with("mail-links-one", "party", &person.party));
        lines.push(format!("{base}/sign-in/{token}"));
        lines.push(String::new());
    }
    lines.push(words.t("mail-links-end"));
    let message = Message { to, subject: words.t("mail-links-subject"), text: lines.join("\n") };
    Ok(platform.post(network, &message, Utc::now())?)
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
    html(&Page { frame: Frame { title, ..frame }, confirm: Some((token, session.party)), is_asked: false })
}

/// Uses the link up.
pub async fn enter(
    here: Here,
    request: HttpRequest,
    token: web::Path<String>,
    sessions: web::Data<Sessions>,
) -> Result<HttpResponse, Failure> {
    // A page of elsewhere must not sign anybody in, as somebody that they do not expect to be.
    if request.headers().get("Sec-Fetch-Site").is_some_and(|site| site == "cross-site") {
        return Err(Failure::StaleForm);
    }
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
    /// The mark.
    pub mark: String,
}

/// Ends the session.
pub async fn leave(
    acting: Acting,
    request: HttpRequest,
    form: web::Form<Marked>,
    sessions: web::Data<Sessions>,
) -> Result<HttpResponse, Failure> {
    acting.0.check_form(&form.mark)?;
    let id = request.cookie(COOKIE).map(|cookie| cookie.value().to_owned());
    let cookie = web::block(move || sessions.end(id.as_deref())).await??;
    Ok(HttpResponse::SeeOther().cookie(cookie).insert_header(("Location", "/")).finish())
}
