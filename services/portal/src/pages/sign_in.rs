//! Signing in by a link that works once.

use actix_web::{HttpRequest, HttpResponse, web};
use app::{Hosted, Message, PersonMark, Platform};
use askama::Template;
use chrono::Utc;
use serde::Deserialize;

use crate::PublicUrl;
use crate::elsewhere;
use crate::failure::Failure;
use crate::host::Here;
use crate::session::{Acting, COOKIE, Role, Session, Sessions, Visitor};
use crate::view::{Frame, html};
use crate::work::block;
use wording::Words;

#[derive(Template)]
#[template(path = "sign_in.html")]
struct Page {
    frame: Frame,
    confirm: Option<(String, String)>,
    is_asked: bool,
    /// An address and a password did not fit.
    is_wrong: bool,
}

/// How one signs in.
pub async fn page(here: Here, visitor: Visitor) -> Result<HttpResponse, Failure> {
    show(&here, visitor, None, false, false)
}

/// The page, saying that an address and a password do not fit.
pub fn show_problem(here: &Here, visitor: Visitor) -> Result<HttpResponse, Failure> {
    show(here, visitor, None, false, true)
}

fn show(
    here: &Here,
    visitor: Visitor,
    confirm: Option<(String, String)>,
    is_asked: bool,
    is_wrong: bool,
) -> Result<HttpResponse, Failure> {
    let frame = Frame::new(here, visitor.0, String::new());
    let title = frame.words.t("sign-in-title");
    html(&Page { frame: Frame { title, ..frame }, confirm, is_asked, is_wrong })
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
    let words = here.words();
    let sender = elsewhere::sender(&request);
    let address = form.into_inner().address.trim().to_owned();
    let network = here.network.clone();
    let base = public.of(network.slug());
    block(move || write_links(&network, &platform, &sessions, &base, &words, &address, &sender)).await??;
    show(&here, visitor, None, true, false)
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
        let role = Role::named(&person.role).unwrap_or(Role::Party);
        let mark = platform.mark_of(network, address)?.as_text();
        let token =
            sessions.make_link_of(Session { by_link: true, ..Session::new(slug, role, &person.party, Some(mark)) })?;
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
    let session = block(move || sessions.look_at_link(&looked)).await??;
    if session.network != here.network.slug() {
        return Err(Failure::LinkGone);
    }
    show(&here, visitor, Some((token, session.party)), false, false)
}

/// Uses the link up, and asks for the second factor of whoever has one.
pub async fn enter(
    here: Here,
    visitor: Visitor,
    request: HttpRequest,
    token: web::Path<String>,
    sessions: web::Data<Sessions>,
    platform: web::Data<Platform>,
) -> Result<HttpResponse, Failure> {
    elsewhere::refuse_elsewhere(&request)?;
    let (slug, using) = (here.network.slug().to_owned(), sessions.clone());
    let used = block(move || {
        if using.look_at_link(&token)?.network != slug {
            return Err(Failure::LinkGone);
        }
        using.use_link(&token)
    });
    let session = as_of_now(&here, used.await??, &platform).await?;
    if needs_code(&here, &session, &platform).await? {
        let (keeping, waiting) = (sessions.clone(), session);
        let pending = block(move || keeping.await_code(&waiting)).await??;
        return super::password::ask_code(&here, visitor, pending, false);
    }
    let first = session.first_page();
    let cookie = block(move || sessions.begin(&session)).await??;
    Ok(HttpResponse::SeeOther().cookie(cookie).insert_header(("Location", first)).finish())
}

/// A session as it may begin now: whoever came by their address still acts for the party, in the role that they have now;
/// whoever comes to apply gets the name bound to their address.
async fn as_of_now(here: &Here, session: Session, platform: &web::Data<Platform>) -> Result<Session, Failure> {
    let (network, using, language) = (here.network.clone(), platform.clone(), here.language.tag());
    let looking = block(move || -> Result<Session, Failure> {
        if let Some(joins) = &session.joins {
            let person = super::join::bind(&network, &using, &session.party, joins, language)?;
            let person = Some(person.ok_or(Failure::LinkGone)?);
            return Ok(Session { person, joins: None, by_link: true, ..session });
        }
        let Some(mark) = session.person.as_deref().and_then(PersonMark::read) else { return Ok(session) };
        let acting = using.acting_as(&network, &mark)?.into_iter().find(|person| person.party == session.party);
        let role = acting.and_then(|person| Role::named(&person.role)).ok_or(Failure::LinkGone)?;
        Ok(Session { role, ..session })
    });
    looking.await?
}

/// Whether somebody has a second factor that was not asked for yet.
async fn needs_code(here: &Here, session: &Session, platform: &web::Data<Platform>) -> Result<bool, Failure> {
    let mark = session.person.as_deref().and_then(PersonMark::read).filter(|_| !session.is_proven);
    let Some(mark) = mark else { return Ok(false) };
    let (network, using) = (here.network.clone(), platform.clone());
    let looking =
        block(move || using.with_credentials(&network, &mark, Utc::now(), |known| known.second_factor.is_some()));
    Ok(looking.await??)
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
    let cookie = block(move || sessions.end(id.as_deref())).await??;
    Ok(HttpResponse::SeeOther().cookie(cookie).insert_header(("Location", "/")).finish())
}
