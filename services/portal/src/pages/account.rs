//! How one signs in: a password, a second factor; both are one's own choice beside links by e-mail.

use actix_web::{HttpResponse, web};
use app::{PersonMark, Platform};
use askama::Template;
use chrono::Utc;
use serde::Deserialize;

use crate::credentials::{hash, is_fit, is_right, new_secret, picture, uses_code};
use crate::failure::Failure;
use crate::host::Here;
use crate::session::{Acting, Session, Sessions};
use crate::view::{Frame, html};
use crate::work::block;

#[derive(Template)]
#[template(path = "account.html")]
struct Page {
    frame: Frame,
    has_password: bool,
    has_second_factor: bool,
    /// They came by a link: their mailbox is proof enough to choose a new password.
    by_link: bool,
    /// A secret that is offered: itself, and its picture.
    offered: Option<(String, String)>,
    problem: Option<&'static str>,
}

/// The person behind a session; only those who signed in by their address have anything to choose.
fn person(session: &Session) -> Result<PersonMark, Failure> {
    session.person.as_deref().and_then(PersonMark::read).ok_or(Failure::Missing)
}

/// The page.
pub async fn page(here: Here, acting: Acting, platform: web::Data<Platform>) -> Result<HttpResponse, Failure> {
    show(here, acting.0, platform, None, None).await
}

async fn show(
    here: Here,
    session: Session,
    platform: web::Data<Platform>,
    problem: Option<&'static str>,
    // One that was offered already, and that an app may have taken up.
    secret: Option<String>,
) -> Result<HttpResponse, Failure> {
    let mark = person(&session)?;
    let by_link = session.by_link;
    let frame = Frame::new(&here, Some(session), String::new());
    let network = here.network.clone();
    let looking = block(move || platform.with_credentials(&network, &mark, Utc::now(), |known| known.clone()));
    let known = looking.await??;
    let offered = known.second_factor.is_none().then(|| {
        let secret = secret.unwrap_or_else(new_secret);
        let (_, svg) = picture(&secret, &here.network.name(), frame.party())?;
        Some((secret, svg))
    });
    html(&Page {
        has_password: known.password.is_some(),
        has_second_factor: known.second_factor.is_some(),
        by_link,
        offered: offered.flatten(),
        problem,
        frame: Frame { title: frame.words.t("account-title"), ..frame },
    })
}

/// A password that somebody chooses.
#[derive(Deserialize)]
pub struct Chosen {
    mark: String,
    current: Option<String>,
    password: String,
}

/// Chooses a password; an empty one takes it away.
pub async fn set_password(
    here: Here,
    acting: Acting,
    form: web::Form<Chosen>,
    platform: web::Data<Platform>,
    sessions: web::Data<Sessions>,
) -> Result<HttpResponse, Failure> {
    let session = acting.0;
    session.check_form(&form.mark)?;
    let mark = person(&session)?;
    let chosen = form.into_inner();
    if !(chosen.password.is_empty() || is_fit(&chosen.password)) {
        return show(here, session, platform, Some("account-password-unfit"), None).await;
    }
    if !may_try(&here, &sessions, &mark).await? {
        return show(here, session, platform, Some("account-password-wrong"), None).await;
    }
    let (network, storing, by_link) = (here.network.clone(), platform.clone(), session.by_link);
    let changing = block(move || {
        storing.with_credentials(&network, &mark, Utc::now(), |known| {
            let proven = by_link || known.password.is_none() || is_right(&chosen.current.unwrap_or_default(), known);
            if proven {
                known.password = if chosen.password.is_empty() { None } else { hash(&chosen.password) };
            }
            proven
        })
    });
    if changing.await?? {
        signed_in_alone(session, sessions).await
    } else {
        show(here, session, platform, Some("account-password-wrong"), None).await
    }
}

/// A second factor that somebody turns on or off.
#[derive(Deserialize)]
pub struct Factor {
    mark: String,
    /// The secret that was offered; none: it is turned off.
    secret: Option<String>,
    code: String,
}

/// Turns the second factor on or off; both need a code.
pub async fn set_second_factor(
    here: Here,
    acting: Acting,
    form: web::Form<Factor>,
    platform: web::Data<Platform>,
    sessions: web::Data<Sessions>,
) -> Result<HttpResponse, Failure> {
    let session = acting.0;
    session.check_form(&form.mark)?;
    let mark = person(&session)?;
    let factor = form.into_inner();
    let (network, storing) = (here.network.clone(), platform.clone());
    let offered = factor.secret.clone();
    if !may_try(&here, &sessions, &mark).await? {
        return show(here, session, platform, Some("account-code-wrong"), factor.secret).await;
    }
    let changing = block(move || {
        storing.with_credentials(&network, &mark, Utc::now(), |known| {
            let mut tried = known.clone();
            let is_on = known.second_factor.is_some();
            // One that is on goes by its own code alone, whatever secret the form brings.
            if !is_on {
                tried.second_factor = offered;
                tried.last_step = 0;
            }
            let right = uses_code(&factor.code, &mut tried, Utc::now());
            if right {
                tried.second_factor = tried.second_factor.filter(|_| !is_on);
                *known = tried;
            }
            right
        })
    });
    if changing.await?? {
        signed_in_alone(session, sessions).await
    } else {
        show(here, session, platform, Some("account-code-wrong"), factor.secret).await
    }
}

/// How often an hour a password or a code may be tried here.
const TRIES: usize = 10;

async fn may_try(here: &Here, sessions: &web::Data<Sessions>, mark: &PersonMark) -> Result<bool, Failure> {
    let (counting, what) = (sessions.clone(), format!("{}/account/{}", here.network.slug(), mark.as_text()));
    block(move || counting.allows(&what, TRIES)).await?
}

/// Whoever changed what they sign in with is signed out everywhere else.
async fn signed_in_alone(session: Session, sessions: web::Data<Sessions>) -> Result<HttpResponse, Failure> {
    let beginning = block(move || {
        if let Some(person) = &session.person {
            sessions.end_all(&session.network, person)?;
        }
        sessions.begin(&session)
    });
    let cookie = beginning.await??;
    Ok(HttpResponse::SeeOther().cookie(cookie).insert_header(("Location", "/account")).finish())
}
