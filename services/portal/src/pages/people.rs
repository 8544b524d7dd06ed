//! Who signs in, and for whom they act; in a demonstration, the mail that was written to them.

use actix_web::{HttpResponse, web};
use app::{Credentials, Person, Platform};
use askama::Template;
use chrono::Utc;
use serde::Deserialize;
use wording::Language;

use crate::failure::Failure;
use crate::host::Here;
use crate::session::{May, ReadPeople, Role, Session, Sessions, WritePeople};
use crate::view::{Frame, html};
use crate::work::block;

#[derive(Template)]
#[template(path = "people.html")]
struct Page {
    frame: Frame,
    people: Vec<Person>,
    problem: bool,
}

/// The page.
pub async fn page(here: Here, reader: May<ReadPeople>, platform: web::Data<Platform>) -> Result<HttpResponse, Failure> {
    show(here, reader.0, platform, false).await
}

async fn show(
    here: Here,
    session: Session,
    platform: web::Data<Platform>,
    problem: bool,
) -> Result<HttpResponse, Failure> {
    let frame = Frame::new(&here, Some(session), String::new());
    let network = here.network.clone();
    let people = block(move || platform.people(&network)).await??;
    let title = frame.words.t("people-title");
    html(&Page { frame: Frame { title, ..frame }, people, problem })
}

/// Somebody, as the forms of the page name them.
#[derive(Deserialize)]
pub struct Named {
    mark: String,
    address: String,
    party: String,
    role: Option<String>,
    language: Option<String>,
}

/// Lets somebody act for a party.
pub async fn invite(
    here: Here,
    writer: May<WritePeople>,
    form: web::Form<Named>,
    platform: web::Data<Platform>,
    sessions: web::Data<Sessions>,
) -> Result<HttpResponse, Failure> {
    writer.0.check_form(&form.mark)?;
    let named = form.into_inner();
    let (address, party) = (named.address.trim().to_owned(), named.party.trim().to_owned());
    if !is_address(&address) || party.is_empty() {
        return show(here, writer.0, platform, true).await;
    }
    let language = named.language.as_deref().and_then(Language::of).unwrap_or_else(crate::language::first);
    let role = named.role.as_deref().and_then(Role::named).filter(|role| Role::OF_NETWORKS.contains(role));
    let role = role.unwrap_or(Role::Party).name().to_owned();
    let person = Person { address, party, role, language: language.tag().to_owned() };
    let inviting = block(move || -> Result<(), Failure> {
        platform.invite(&here.network, &person, Utc::now())?;
        sign_out(&here, &platform, &sessions, &person.address)
    });
    inviting.await??;
    Ok(HttpResponse::SeeOther().insert_header(("Location", "/people")).finish())
}

/// Ends every session of a person: what they may do has changed.
fn sign_out(here: &Here, platform: &Platform, sessions: &Sessions, address: &str) -> Result<(), Failure> {
    let mark = platform.mark_of(&here.network, address)?;
    sessions.end_all(here.network.slug(), &mark.as_text())
}

/// Whether a text can be an address of mail. Whether it is one, only the mail tells.
pub fn is_address(text: &str) -> bool {
    let parts =
        text.split_once('@').filter(|(name, host)| !name.is_empty() && host.contains('.') && !host.contains('@'));
    parts.is_some() && text.len() < 255 && !text.chars().any(|letter| letter.is_whitespace() || letter.is_control())
}

/// Lets somebody act for a party no more, and signs them out at once.
pub async fn dismiss(
    here: Here,
    writer: May<WritePeople>,
    form: web::Form<Named>,
    platform: web::Data<Platform>,
    sessions: web::Data<Sessions>,
) -> Result<HttpResponse, Failure> {
    writer.0.check_form(&form.mark)?;
    let named = form.into_inner();
    let dismissing = block(move || -> Result<(), Failure> {
        platform.dismiss(&here.network, &named.address, &named.party)?;
        sign_out(&here, &platform, &sessions, &named.address)
    });
    dismissing.await??;
    Ok(HttpResponse::SeeOther().insert_header(("Location", "/people")).finish())
}

/// Takes a password and a second factor away, for somebody who lost them: links by e-mail work as before.
pub async fn reset(
    here: Here,
    writer: May<WritePeople>,
    form: web::Form<Named>,
    platform: web::Data<Platform>,
    sessions: web::Data<Sessions>,
) -> Result<HttpResponse, Failure> {
    writer.0.check_form(&form.mark)?;
    let resetting = block(move || -> Result<(), Failure> {
        let mark = platform.mark_of(&here.network, &form.address)?;
        platform.with_credentials(&here.network, &mark, Utc::now(), |known| *known = Credentials::default())?;
        sign_out(&here, &platform, &sessions, &form.address)
    });
    resetting.await??;
    Ok(HttpResponse::SeeOther().insert_header(("Location", "/people")).finish())
}

#[derive(Template)]
#[template(path = "mailbox.html")]
struct Mailbox {
    frame: Frame,
    mail: Vec<Letter>,
}

struct Letter {
    to: String,
    subject: String,
    text: String,
    when: String,
    state: String,
}

/// The mail of a demonstration.
pub async fn mailbox(
    here: Here,
    reader: May<ReadPeople>,
    platform: web::Data<Platform>,
) -> Result<HttpResponse, Failure> {
    if !here.network.is_demonstration() {
        return Err(Failure::Missing);
    }
    let frame = Frame::new(&here, Some(reader.0), String::new());
    let words = frame.words.clone();
    let network = here.network.clone();
    let posted = block(move || platform.mailbox(&network)).await??;
    let mail = posted.into_iter().map(|posted| Letter {
        to: posted.message.to,
        subject: posted.message.subject,
        text: posted.message.text,
        when: posted.written_at.format("%Y-%m-%d %H:%M UTC").to_string(),
        state: words.t(&format!("mail-{}", posted.state)),
    });
    let page = Mailbox { mail: mail.collect(), frame: Frame { title: words.t("mailbox-title"), ..frame } };
    html(&page)
}
