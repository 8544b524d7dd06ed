//! Signing in with a password, and the code of a second factor where somebody has one.

use actix_web::{HttpRequest, HttpResponse, web};
use app::{Hosted, Person, PersonMark, Platform};
use askama::Template;
use chrono::Utc;
use serde::Deserialize;

use crate::credentials::{is_right, uses_code};
use crate::elsewhere;
use crate::failure::Failure;
use crate::host::Here;
use crate::session::{Role, Session, Sessions, Visitor};
use crate::view::{Frame, html};
use crate::work::block;

#[derive(Template)]
#[template(path = "code.html")]
struct CodePage {
    frame: Frame,
    pending: String,
    is_wrong: bool,
}

#[derive(Template)]
#[template(path = "choose_party.html")]
struct PartyPage {
    frame: Frame,
    /// A link for each whom they act for.
    links: Vec<(String, String)>,
}

/// An address and a password.
#[derive(Deserialize)]
pub struct Given {
    address: String,
    password: String,
}

/// How often an hour passwords of one address, and of one sender, and codes of one person may be tried.
const TRIES_OF_ADDRESS: usize = 10;
const TRIES_OF_SENDER: usize = 60;
const TRIES_OF_CODE: usize = 10;

/// Signs in, or says that the two do not fit; which of them is wrong is not said.
pub async fn enter(
    here: Here,
    visitor: Visitor,
    request: HttpRequest,
    form: web::Form<Given>,
    sessions: web::Data<Sessions>,
    platform: web::Data<Platform>,
) -> Result<HttpResponse, Failure> {
    elsewhere::refuse_elsewhere(&request)?;
    let given = form.into_inner();
    let sender = elsewhere::sender(&request);
    let (network, trying, using) = (here.network.clone(), sessions.clone(), platform.clone());
    let checking = block(move || check(&network, &trying, &using, &given, &sender));
    match checking.await?? {
        Some(mark) => go_on(&here, visitor, &sessions, &platform, mark).await,
        None => super::sign_in::show_problem(&here, visitor),
    }
}

fn check(
    network: &Hosted,
    sessions: &Sessions,
    platform: &Platform,
    given: &Given,
    sender: &str,
) -> Result<Option<PersonMark>, Failure> {
    let slug = network.slug();
    let address = given.address.trim().to_lowercase();
    let allowed = sessions.allows(&format!("{slug}/password/sender/{sender}"), TRIES_OF_SENDER)?
        && sessions.allows(&format!("{slug}/password/address/{address}"), TRIES_OF_ADDRESS)?;
    if !allowed {
        return Ok(None);
    }
    let mark = platform.mark_of(network, &address)?;
    let known = platform.with_credentials(network, &mark, Utc::now(), |known| known.clone())?;
    Ok(is_right(&given.password, &known).then_some(mark))
}

/// Somebody has shown their password: asks for their second factor if they have one, else begins.
async fn go_on(
    here: &Here,
    visitor: Visitor,
    sessions: &web::Data<Sessions>,
    platform: &web::Data<Platform>,
    mark: PersonMark,
) -> Result<HttpResponse, Failure> {
    let (network, using, person) = (here.network.clone(), platform.clone(), mark.clone());
    let looking = block(move || using.with_credentials(&network, &person, Utc::now(), |known| known.clone()));
    if looking.await??.second_factor.is_none() {
        return begin(here, visitor, sessions, platform, mark, false, None).await;
    }
    let (keeping, slug) = (sessions.clone(), here.network.slug().to_owned());
    let session = Session::new(&slug, Role::Party, "", Some(mark.as_text()));
    let pending = block(move || keeping.await_code(&session)).await??;
    ask_code(here, visitor, pending, false)
}

/// Asks for the code of somebody's second factor.
pub fn ask_code(here: &Here, visitor: Visitor, pending: String, is_wrong: bool) -> Result<HttpResponse, Failure> {
    let frame = Frame::new(here, visitor.0, String::new());
    html(&CodePage { frame: Frame { title: frame.words.t("sign-in-title"), ..frame }, pending, is_wrong })
}

/// A code, and what it is to finish.
#[derive(Deserialize)]
pub struct Code {
    pending: String,
    code: String,
}

/// Finishes signing in with a code.
pub async fn code(
    here: Here,
    visitor: Visitor,
    request: HttpRequest,
    form: web::Form<Code>,
    sessions: web::Data<Sessions>,
    platform: web::Data<Platform>,
) -> Result<HttpResponse, Failure> {
    elsewhere::refuse_elsewhere(&request)?;
    let form = form.into_inner();
    let (keeping, token) = (sessions.clone(), form.pending.clone());
    let waiting = block(move || keeping.awaits_code(&token)).await??;
    let mark = waiting.person.as_deref().and_then(PersonMark::read).ok_or(Failure::LinkGone)?;
    if waiting.network != here.network.slug() {
        return Err(Failure::LinkGone);
    }
    let (network, using, counting, person) = (here.network.clone(), platform.clone(), sessions.clone(), mark.clone());
    let checking = block(move || -> Result<bool, Failure> {
        let tried = format!("{}/code/{}", network.slug(), person.as_text());
        Ok(counting.allows(&tried, TRIES_OF_CODE)?
            && using
                .with_credentials(&network, &person, Utc::now(), |known| uses_code(&form.code, known, Utc::now()))?)
    });
    if !checking.await?? {
        return ask_code(&here, visitor, form.pending, true);
    }
    let chosen = Some(waiting.party.clone()).filter(|party| !party.is_empty());
    begin(&here, visitor, &sessions, &platform, mark, waiting.by_link, chosen).await
}

/// Begins a session for the one whom somebody acts for, or lets them choose among several.
async fn begin(
    here: &Here,
    visitor: Visitor,
    sessions: &web::Data<Sessions>,
    platform: &web::Data<Platform>,
    mark: PersonMark,
    by_link: bool,
    chosen: Option<String>,
) -> Result<HttpResponse, Failure> {
    let (network, using, person) = (here.network.clone(), platform.clone(), mark.clone());
    let mut people = block(move || using.acting_as(&network, &person)).await??;
    people.retain(|person| chosen.as_ref().is_none_or(|chosen| person.party == *chosen));
    let slug = here.network.slug().to_owned();
    let session_of = move |person: &Person| {
        let role = Role::named(&person.role).unwrap_or(Role::Party);
        Session { by_link, ..Session::new(&slug, role, &person.party, Some(mark.as_text())) }
    };
    if let [one] = people.as_slice() {
        let (beginning, session) = (sessions.clone(), session_of(one));
        let first = session.first_page();
        let cookie = block(move || beginning.begin(&session)).await??;
        return Ok(HttpResponse::SeeOther().cookie(cookie).insert_header(("Location", first)).finish());
    }
    let linking = sessions.clone();
    let links = block(move || -> Result<Vec<(String, String)>, Failure> {
        // These links come after the second factor: they must not ask for it again.
        let link = |person: &Person| {
            let session = Session { is_proven: true, ..session_of(person) };
            Ok((person.party.clone(), linking.make_link_of(session)?))
        };
        people.iter().map(link).collect()
    });
    let links = links.await??;
    let frame = Frame::new(here, visitor.0, String::new());
    html(&PartyPage { frame: Frame { title: frame.words.t("sign-in-title"), ..frame }, links })
}
