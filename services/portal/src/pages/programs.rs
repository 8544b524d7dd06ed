//! Keys for programs that act for one's party: made, shown once, taken back.

use actix_web::{HttpResponse, web};
use app::{GivenKey, Grant, PersonMark, Platform};
use askama::Template;
use chrono::Utc;
use kernel::Date;
use serde::Deserialize;
use uuid::Uuid;

use crate::PublicUrl;
use crate::api::Scope;
use crate::failure::Failure;
use crate::host::Here;
use crate::pages::sign_in::Marked;
use crate::session::{Acting, token};
use crate::view::{Frame, html};
use crate::work::block;

#[derive(Template)]
#[template(path = "programs.html")]
struct Page {
    frame: Frame,
    keys: Vec<KeyView>,
    /// A key that was made just now: it is shown this once.
    made: Option<Made>,
    problem: bool,
    scopes: [Scope; 3],
}

struct KeyView {
    id: Uuid,
    name: String,
    scopes: String,
    made: String,
}

struct Made {
    token: String,
    /// The address of the calendar, if the key is for one.
    feed: Option<String>,
}

/// The page.
pub async fn page(here: Here, acting: Acting, platform: web::Data<Platform>) -> Result<HttpResponse, Failure> {
    show(here, acting, platform, None, false).await
}

async fn show(
    here: Here,
    acting: Acting,
    platform: web::Data<Platform>,
    made: Option<Made>,
    problem: bool,
) -> Result<HttpResponse, Failure> {
    let party = acting.0.party.clone();
    let frame = Frame::new(&here, Some(acting.0), String::new());
    let words = frame.words.clone();
    let keys = block(move || platform.keys_of(&here.network, &party)).await??;
    let view = |key: GivenKey| KeyView {
        id: key.id,
        name: key.grant.name,
        scopes: key.grant.scopes.join(", "),
        made: Date::from_civil(key.made_at.date_naive()).map(|day| words.date(&day)).unwrap_or_default(),
    };
    let keys = keys.into_iter().map(view).collect();
    let title = words.t("programs-title");
    html(&Page { frame: Frame { title, ..frame }, keys, made, problem, scopes: Scope::ALL })
}

/// A key that somebody asks for.
#[derive(Deserialize)]
pub struct Wanted {
    mark: String,
    name: String,
    read: Option<String>,
    record: Option<String>,
    calendar: Option<String>,
}

/// How long the name of a key may be.
const LONGEST_NAME: usize = 80;

/// Makes a key and shows it this once.
pub async fn make(
    here: Here,
    acting: Acting,
    form: web::Form<Wanted>,
    platform: web::Data<Platform>,
    public: web::Data<PublicUrl>,
) -> Result<HttpResponse, Failure> {
    let session = &acting.0;
    session.check_form(&form.mark)?;
    let chosen = [(Scope::Read, &form.read), (Scope::Record, &form.record), (Scope::Calendar, &form.calendar)];
    let scopes: Vec<String> =
        chosen.iter().filter(|(_, chosen)| chosen.is_some()).map(|(scope, _)| scope.name().to_owned()).collect();
    let name = form.name.trim().to_owned();
    // The address of a calendar goes to others; a key in it must open nothing else.
    let is_mixed = form.calendar.is_some() && scopes.len() > 1;
    if is_mixed || scopes.is_empty() || name.is_empty() || name.chars().count() > LONGEST_NAME {
        return show(here, acting, platform, None, true).await;
    }
    let text = format!("quorate_{}", token());
    let feed = form.calendar.is_some().then(|| format!("{}/calendar/{text}/due.ics", public.of(here.network.slug())));
    let person = session.person.as_deref().and_then(PersonMark::read);
    let grant = Grant { name, party: session.party.clone(), role: session.role.name().to_owned(), person, scopes };
    let (network, giving, given) = (here.network.clone(), platform.clone(), text.clone());
    block(move || giving.give_key(&network, &given, &grant, Utc::now())).await??;
    show(here, acting, platform, Some(Made { token: text, feed }), false).await
}

/// Takes a key back.
pub async fn take_back(
    here: Here,
    acting: Acting,
    id: web::Path<Uuid>,
    form: web::Form<Marked>,
    platform: web::Data<Platform>,
) -> Result<HttpResponse, Failure> {
    acting.0.check_form(&form.mark)?;
    block(move || platform.take_key_back(&here.network, *id, &acting.0.party, Utc::now())).await??;
    Ok(HttpResponse::SeeOther().insert_header(("Location", "/programs")).finish())
}
