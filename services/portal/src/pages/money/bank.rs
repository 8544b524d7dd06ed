//! The bank's statement: brought as a table, matched by itself where it can be, by somebody where not.

use actix_web::{HttpResponse, web};
use app::{BankLine, BroughtLines, NotDone, Platform};
use askama::Template;
use chrono::Utc;
use serde::Deserialize;

use super::{actor, outcome};
use crate::failure::Failure;
use crate::given::Given;
use crate::host::Here;
use crate::session::{May, ReadMoney, RecordFees, Session};
use crate::view::{Frame, html};
use crate::work::block;

#[derive(Template)]
#[template(path = "money_bank.html")]
struct Page {
    frame: Frame,
    lines: Vec<BankLine>,
    brought: Option<BroughtLines>,
    problem: Option<String>,
    records: bool,
}

/// The largest statement, in bytes.
pub const LARGEST: usize = 2 * 1024 * 1024;

/// The page.
pub async fn page(here: Here, reader: May<ReadMoney>, platform: web::Data<Platform>) -> Result<HttpResponse, Failure> {
    show(here, reader.0, platform, None, None).await
}

async fn show(
    here: Here,
    session: Session,
    platform: web::Data<Platform>,
    brought: Option<BroughtLines>,
    problem: Option<String>,
) -> Result<HttpResponse, Failure> {
    let network = here.network.clone();
    let desk = block(move || platform.money_desk(&network, Utc::now())).await??;
    let frame = Frame::new(&here, Some(session), String::new());
    let records = frame.may(access::Permission::RecordFees);
    let title = frame.words.t("bank-title");
    html(&Page { frame: Frame { title, ..frame }, lines: desk.lines, brought, problem, records })
}

/// Brings a statement.
pub async fn bring(
    here: Here,
    recorder: May<RecordFees>,
    given: Given,
    platform: web::Data<Platform>,
) -> Result<HttpResponse, Failure> {
    let session = recorder.0;
    session.check_form(given.fields.get("mark").map(String::as_str).unwrap_or_default())?;
    let words = here.words();
    let file = given.files.into_iter().next().map(|file| String::from_utf8(file.bytes));
    let Some(Ok(text)) = file else {
        return show(here, session, platform, None, Some(words.t("import-not-text"))).await;
    };
    let (network, bringing, actor) = (here.network.clone(), platform.clone(), actor(&session));
    let brought = block(move || bringing.bring_statement(&network, &text, &actor, Utc::now())).await?;
    match outcome(&words, brought)? {
        Ok(brought) => show(here, session, platform, Some(brought), None).await,
        Err(problem) => show(here, session, platform, None, Some(problem)).await,
    }
}

/// Whose a line is.
#[derive(Deserialize)]
pub struct Whose {
    mark: String,
    reference: String,
    payer: String,
    /// The provider, where it is no line of the bank.
    #[serde(default)]
    account: String,
}

/// Notes whose a line is.
pub async fn matched(
    here: Here,
    recorder: May<RecordFees>,
    form: web::Form<Whose>,
    platform: web::Data<Platform>,
) -> Result<HttpResponse, Failure> {
    let session = recorder.0;
    session.check_form(&form.mark)?;
    let words = here.words();
    let (network, matching, actor) = (here.network.clone(), platform.clone(), actor(&session));
    let whose = form.into_inner();
    let done = block(move || {
        let payer = whose.payer.trim();
        if !network.names(payer) {
            return Err(NotDone::Missing.into());
        }
        match whose.account.as_str() {
            "" => matching.match_line(&network, &whose.reference, payer, actor, Utc::now()),
            account => matching.match_payment(&network, (account, &whose.reference), payer, actor, Utc::now()),
        }
    });
    match outcome(&words, done.await?)? {
        Ok(()) => Ok(HttpResponse::SeeOther().insert_header(("Location", "/money/bank")).finish()),
        Err(problem) => show(here, session, platform, None, Some(problem)).await,
    }
}
