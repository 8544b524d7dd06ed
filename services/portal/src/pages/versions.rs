//! The files of the charter: to take away, and to replace once they were checked.

use actix_web::{HttpResponse, web};
use app::{Error, Platform};
use askama::Template;
use chrono::Utc;

use super::console::{folder_of, paths, said};
use crate::failure::Failure;
use crate::given::Given;
use crate::host::Here;
use crate::session::{May, Session, WriteCharter};
use crate::view::{Frame, html};
use crate::work::block;

#[derive(Template)]
#[template(path = "versions.html")]
struct Page {
    frame: Frame,
    files: Vec<String>,
    problems: Vec<(String, String)>,
}

/// The page.
pub async fn page(
    here: Here,
    writer: May<WriteCharter>,
    platform: web::Data<Platform>,
) -> Result<HttpResponse, Failure> {
    show(here, writer.0, platform, Vec::new()).await
}

async fn show(
    here: Here,
    session: Session,
    platform: web::Data<Platform>,
    problems: Vec<(String, String)>,
) -> Result<HttpResponse, Failure> {
    let frame = Frame::new(&here, Some(session), String::new());
    let files = block(move || platform.charter_files(&here.network)).await??;
    let title = frame.words.t("versions-title");
    html(&Page { frame: Frame { title, ..frame }, files: paths(&files), problems })
}

/// Replaces the files that are brought, and keeps the others.
pub async fn replace(
    here: Here,
    writer: May<WriteCharter>,
    given: Given,
    platform: web::Data<Platform>,
) -> Result<HttpResponse, Failure> {
    let session = writer.0;
    session.check_form(given.fields.get("mark").map(String::as_str).unwrap_or_default())?;
    let brought = match folder_of(given.files) {
        Ok(brought) => brought,
        Err(name) => {
            let problem = here.words().with("console-not-text", "name", name);
            return show(here, session, platform, vec![(problem, String::new())]).await;
        }
    };
    let (replacing, network) = (platform.clone(), here.network.clone());
    let replaced = block(move || replacing.replace_charter(&network, brought.files, Utc::now()));
    match replaced.await? {
        Ok(()) => Ok(HttpResponse::SeeOther().insert_header(("Location", "/charter")).finish()),
        Err(Error::Findings(findings)) => {
            let problems = said(&here.words(), &findings);
            show(here, session, platform, problems).await
        }
        Err(other) => Err(other.into()),
    }
}
