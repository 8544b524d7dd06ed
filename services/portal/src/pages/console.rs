//! The operator's console, at an address of its own: the networks that are hosted, how they fare, and hosting one more.

use std::collections::BTreeMap;

use actix_web::{HttpRequest, HttpResponse, web};
use app::{Error, Folder, Platform, StoreError};
use askama::Template;
use charter_syntax::Diagnostic;
use chrono::Utc;
use wording::Words;

use crate::PublicUrl;
use crate::failure::Failure;
use crate::given::{File, Given};
use crate::session::{May, RunPlatform, Session, Sessions};
use crate::view::html;
use crate::work::block;

#[derive(Template)]
#[template(path = "console.html")]
struct Page {
    words: Words,
    session: Session,
    networks: Vec<NetworkView>,
    database: bool,
    redis: bool,
    name: String,
    problems: Vec<(String, String)>,
}

struct NetworkView {
    slug: String,
    address: String,
    name: String,
    is_demonstration: bool,
    acts: i64,
    in_force: String,
    waiting: i64,
    failed: i64,
    findings: usize,
}

/// The page.
pub async fn page(
    operator: May<RunPlatform>,
    platform: web::Data<Platform>,
    sessions: web::Data<Sessions>,
    public: web::Data<PublicUrl>,
) -> Result<HttpResponse, Failure> {
    let session = at_console(operator)?;
    show(session, &platform, &sessions, &public, String::new(), Vec::new()).await
}

/// At a network's address there is no console.
fn at_console(operator: May<RunPlatform>) -> Result<Session, Failure> {
    Some(operator.0).filter(|session| session.network == crate::CONSOLE).ok_or(Failure::Missing)
}

async fn show(
    session: Session,
    platform: &web::Data<Platform>,
    sessions: &web::Data<Sessions>,
    public: &web::Data<PublicUrl>,
    name: String,
    problems: Vec<(String, String)>,
) -> Result<HttpResponse, Failure> {
    let (looking, keeping, addresses) = (platform.clone(), sessions.clone(), public.clone());
    let gathering = block(move || -> Result<_, Failure> {
        let slugs = looking.networks()?;
        let views = slugs.iter().filter_map(|slug| view(&looking, &addresses, slug).transpose());
        Ok((views.collect::<Result<Vec<_>, Failure>>()?, looking.is_ready(), keeping.is_ready()))
    });
    let (networks, database, redis) = gathering.await??;
    let words = Words::plain(crate::language::first());
    html(&Page { words, session, networks, database, redis, name, problems })
}

fn view(platform: &Platform, public: &PublicUrl, slug: &str) -> Result<Option<NetworkView>, Failure> {
    let Some(hosted) = platform.hosted(slug)? else { return Ok(None) };
    let (waiting, failed) = platform.outbox(&hosted)?;
    let now = Utc::now();
    Ok(Some(NetworkView {
        slug: slug.to_owned(),
        address: public.of(slug),
        name: hosted.name(),
        is_demonstration: hosted.is_demonstration(),
        acts: platform.count_acts(&hosted)?,
        in_force: hosted.charter(now).map(|charter| charter.in_force_from().to_string()).unwrap_or_default(),
        waiting,
        failed,
        findings: hosted.findings().len(),
    }))
}

/// Hosts a network from the files of its charter folder: a whole one, or none, and then it says why.
pub async fn host(
    operator: May<RunPlatform>,
    given: Given,
    platform: web::Data<Platform>,
    sessions: web::Data<Sessions>,
    public: web::Data<PublicUrl>,
) -> Result<HttpResponse, Failure> {
    let session = at_console(operator)?;
    session.check_form(given.fields.get("mark").map(String::as_str).unwrap_or_default())?;
    let name = given.fields.get("name").map(|name| name.trim().to_owned()).unwrap_or_default();
    let words = Words::plain(crate::language::first());
    let folder = match folder_of(given.files) {
        Ok(folder) => folder,
        Err(file) => {
            let problem = (words.with("console-not-text", "name", file), words.t("console-nothing"));
            return show(session, &platform, &sessions, &public, name, vec![problem]).await;
        }
    };
    let (hosting, slug) = (platform.clone(), name.clone());
    let hosted =
        block(
            move || if slug == crate::CONSOLE { Ok(None) } else { hosting.host(&slug, folder, Utc::now()).map(Some) },
        );
    let problems = match hosted.await? {
        Ok(Some(())) => return Ok(HttpResponse::SeeOther().insert_header(("Location", "/console")).finish()),
        Ok(None) => vec![(words.t("console-reserved"), String::new())],
        Err(Error::Findings(findings)) => said(&words, &findings),
        Err(error @ (Error::People(_) | Error::Store(StoreError::TenantExists(_) | StoreError::TenantName(_)))) => {
            vec![(error.to_string(), words.t("console-nothing"))]
        }
        Err(other) => return Err(other.into()),
    };
    show(session, &platform, &sessions, &public, name, problems).await
}

/// Findings in words: what is wrong, and what to do.
pub fn said(words: &Words, findings: &[Diagnostic]) -> Vec<(String, String)> {
    let said = findings.iter().map(|finding| (finding.code, words.language().finding(finding)));
    said.map(|(code, said)| (format!("{code}: {}", said.message), said.help)).collect()
}

/// The files of a charter folder, each put where its name says. One that is no text is named instead.
pub fn folder_of(files: Vec<File>) -> Result<Folder, String> {
    let mut folder = Folder::default();
    for file in files {
        let Ok(text) = String::from_utf8(file.bytes) else { return Err(file.name) };
        let name = file.name.rsplit(['/', '\\']).next().unwrap_or(&file.name).to_owned();
        match name.as_str() {
            "acts.jsonl" => {
                folder.acts = text;
                folder.demonstration = true;
            }
            "people.csv" => folder.people = text,
            _ => {
                folder.files.insert(place_of(&name), text);
            }
        }
    }
    Ok(folder)
}

/// Versions are named after the day from which they are in force, labels after their language; all else is a test.
fn place_of(name: &str) -> String {
    let is_version = name.strip_suffix(".md").is_some_and(|stem| stem.parse::<kernel::Date>().is_ok());
    if is_version {
        format!("charter/{name}")
    } else if name.ends_with(".ftl") {
        format!("locales/{name}")
    } else {
        format!("scenarios/{name}")
    }
}

/// The paths of a folder's files, for showing.
pub fn paths(files: &BTreeMap<String, String>) -> Vec<String> {
    files.iter().map(|(path, text)| format!("{path} ({} bytes)", text.len())).collect()
}

#[derive(Template)]
#[template(path = "console_sign_in.html")]
struct Confirm {
    words: Words,
    token: String,
}

/// Asks before an operator's link is used up.
pub async fn confirm(token: web::Path<String>, sessions: web::Data<Sessions>) -> Result<HttpResponse, Failure> {
    let token = token.into_inner();
    let looked = token.clone();
    let session = block(move || sessions.look_at_link(&looked)).await??;
    if session.network != crate::CONSOLE {
        return Err(Failure::LinkGone);
    }
    html(&Confirm { words: Words::plain(crate::language::first()), token })
}

/// Uses an operator's link up.
pub async fn enter(
    request: HttpRequest,
    token: web::Path<String>,
    sessions: web::Data<Sessions>,
) -> Result<HttpResponse, Failure> {
    crate::elsewhere::refuse_elsewhere(&request)?;
    let entering = block(move || {
        if sessions.look_at_link(&token)?.network != crate::CONSOLE {
            return Err(Failure::LinkGone);
        }
        let session = sessions.use_link(&token)?;
        sessions.begin(&session)
    });
    let cookie = entering.await??;
    Ok(HttpResponse::SeeOther().cookie(cookie).insert_header(("Location", "/console")).finish())
}
