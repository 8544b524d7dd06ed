//! Accounts at providers and who receives money: what holds, what was proposed, proposing and approving.

use actix_web::{HttpResponse, web};
use app::{AccountShown, Brand, Mode, NotDone, PayeeShown, PersonMark, Platform, Proposed, Secrets};
use askama::Template;
use chrono::Utc;
use serde::Deserialize;
use uuid::Uuid;

use super::outcome;
use crate::PublicUrl;
use crate::failure::Failure;
use crate::host::Here;
use crate::session::{May, RecordFees, Session};
use crate::view::{Frame, html};
use crate::work::block;

#[derive(Template)]
#[template(path = "money_settings.html")]
struct Page {
    frame: Frame,
    accounts: Vec<AccountShown>,
    payee: PayeeShown,
    proposed: Vec<Proposed>,
    hooks: String,
    problem: Option<String>,
    /// Whoever came by an operator's link is nobody who could propose.
    is_somebody: bool,
}

/// The page.
pub async fn page(
    here: Here,
    recorder: May<RecordFees>,
    platform: web::Data<Platform>,
    public: web::Data<PublicUrl>,
) -> Result<HttpResponse, Failure> {
    show(here, recorder.0, platform, &public, None).await
}

fn mark_of(session: &Session) -> Option<PersonMark> {
    session.person.as_deref().and_then(PersonMark::read)
}

async fn show(
    here: Here,
    session: Session,
    platform: web::Data<Platform>,
    public: &PublicUrl,
    problem: Option<String>,
) -> Result<HttpResponse, Failure> {
    let (network, viewer) = (here.network.clone(), mark_of(&session));
    let is_somebody = viewer.is_some();
    let (accounts, payee, proposed) = block(move || -> Result<_, app::Error> {
        let now = Utc::now();
        let proposed = platform.proposed_settings(&network, viewer.as_ref(), now)?;
        Ok((platform.payment_accounts(&network, now)?, platform.payee(&network, now)?, proposed))
    })
    .await??;
    let frame = Frame::new(&here, Some(session), String::new());
    let title = frame.words.t("settings-title");
    let hooks = format!("{}/hooks/", public.of(here.network.slug()));
    html(&Page { frame: Frame { title, ..frame }, accounts, payee, proposed, hooks, problem, is_somebody })
}

/// What is proposed. Keys are read and never shown.
#[derive(Deserialize)]
pub struct Wanted {
    mark: String,
    what: String,
    #[serde(default)]
    mode: String,
    #[serde(default)]
    key: String,
    #[serde(default)]
    client: String,
    #[serde(default)]
    webhook: String,
    #[serde(default)]
    account: String,
    #[serde(default)]
    donations: Option<String>,
    #[serde(default)]
    name: String,
    #[serde(default)]
    address: String,
    #[serde(default)]
    bank: String,
}

impl Wanted {
    fn account(&self) -> Option<(AccountShown, Secrets)> {
        let (brand, mode): (Brand, Mode) = (self.what.parse().ok()?, self.mode.parse().ok()?);
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let connected = self.account.trim().to_owned();
        let secrets = Secrets {
            key: self.key.trim().to_owned(),
            client: self.client.trim().to_owned(),
            webhooks: words(&self.webhook),
            on_behalf_of: Some(connected).filter(|account| !account.is_empty()),
        };
        let takes_donations = self.donations.is_some();
        Some((AccountShown { brand, mode, key_end: String::new(), takes_donations }, secrets))
    }
}

/// Proposes an account or a payee.
pub async fn propose(
    here: Here,
    recorder: May<RecordFees>,
    form: web::Form<Wanted>,
    platform: web::Data<Platform>,
    public: web::Data<PublicUrl>,
) -> Result<HttpResponse, Failure> {
    let session = recorder.0;
    session.check_form(&form.mark)?;
    let words = here.words();
    let (network, proposing, by) = (here.network.clone(), platform.clone(), mark_of(&session));
    let wanted = form.into_inner();
    let done = block(move || {
        let (by, now) = (by.ok_or(NotDone::SecondPerson)?, Utc::now());
        if wanted.what == "payee" {
            let payee = PayeeShown { name: wanted.name, address: wanted.address, bank: wanted.bank };
            return proposing.propose_payee(&network, &payee, &by, now);
        }
        let (shown, secrets) = wanted.account().ok_or(NotDone::WrongKey)?;
        proposing.propose_account(&network, (shown, &secrets), &by, now)
    });
    finish(here, session, outcome(&words, done.await?)?, platform, &public).await
}

/// One proposal, and what is done with it.
#[derive(Deserialize)]
pub struct Decided {
    mark: String,
    id: Uuid,
    what: String,
}

/// Approves or withdraws what was proposed.
pub async fn decide(
    here: Here,
    recorder: May<RecordFees>,
    form: web::Form<Decided>,
    platform: web::Data<Platform>,
    public: web::Data<PublicUrl>,
) -> Result<HttpResponse, Failure> {
    let session = recorder.0;
    session.check_form(&form.mark)?;
    let words = here.words();
    let (network, deciding, by) = (here.network.clone(), platform.clone(), mark_of(&session));
    let decided = form.into_inner();
    let done = block(move || {
        let now = Utc::now();
        match decided.what.as_str() {
            "approve" => {
                let by = by.ok_or(NotDone::SecondPerson)?;
                deciding.approve_setting(&network, decided.id, &by, now).map(|_| ())
            }
            _ => deciding.withdraw_setting(&network, decided.id, now),
        }
    });
    finish(here, session, outcome(&words, done.await?)?, platform, &public).await
}

async fn finish(
    here: Here,
    session: Session,
    done: Result<(), String>,
    platform: web::Data<Platform>,
    public: &PublicUrl,
) -> Result<HttpResponse, Failure> {
    match done {
        Ok(()) => Ok(HttpResponse::SeeOther().insert_header(("Location", "/money/settings")).finish()),
        Err(problem) => show(here, session, platform, public, Some(problem)).await,
    }
}
