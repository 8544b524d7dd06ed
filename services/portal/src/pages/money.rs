//! The treasurer's screens: what is owed and by whom, what came in, whether it agrees, whether the books balance.

pub mod bank;
pub mod cash;
pub mod export;
pub mod invoice;
pub mod list;
pub mod settings;

use actix_web::{HttpResponse, web};
use app::{Actor, Error, MoneyDesk, NotDone, PersonMark, Platform};
use askama::Template;
use chrono::Utc;
use kernel::{Date, Money};
use serde::Deserialize;
use uuid::Uuid;
use wording::Words;

use crate::failure::Failure;
use crate::host::Here;
use crate::pictures::Bars;
use crate::session::{May, ReadMoney, RecordFees, Session};
use crate::view::{Frame, html};
use crate::work::block;

/// Who books, as the books know them.
pub fn actor(session: &Session) -> Actor {
    Actor {
        name: session.party.clone(),
        role: Some(session.role.name().to_owned()),
        mark: session.person.as_deref().and_then(PersonMark::read),
    }
}

/// Why something was not done, in words.
pub fn said(words: &Words, why: &NotDone) -> String {
    match why {
        NotDone::Missing => words.t("money-missing"),
        NotDone::NothingOwed => words.t("pay-nothing-owed"),
        NotDone::NoAccount => words.t("pay-no-account"),
        NotDone::TooSmall(smallest) => words.with("pay-too-small", "smallest", smallest),
        NotDone::TooOften => words.t("pay-too-often"),
        NotDone::Refused(why) => words.with("money-refused", "why", why),
        NotDone::Uncertain => words.t("money-uncertain"),
        NotDone::Amount => words.t("money-amount"),
        NotDone::Authority => words.t("money-authority"),
        NotDone::SecondPerson => words.t("money-second-person"),
        NotDone::WrongKey => words.t("money-wrong-key"),
        NotDone::Day => words.t("money-day"),
        NotDone::Rate => words.t("money-rate"),
        NotDone::Used => words.t("money-used"),
    }
}

/// What came of something that was asked for: done, or why not in words.
pub fn outcome<T>(words: &Words, done: Result<T, Error>) -> Result<Result<T, String>, Failure> {
    match done {
        Ok(done) => Ok(Ok(done)),
        Err(Error::Money(why)) => Ok(Err(said(words, &why))),
        Err(other) => Err(other.into()),
    }
}

#[derive(Template)]
#[template(path = "money.html")]
struct Page {
    frame: Frame,
    desk: MoneyDesk,
    is_balanced: bool,
    /// By currency: what is owed, by how long it has been due.
    ages: Vec<(String, Vec<Age>)>,
    unmatched: usize,
    waiting: usize,
    problem: Option<String>,
    yesterday: String,
    records: bool,
}

/// What is owed and has been due for so long.
struct Age {
    label: String,
    amount: String,
    length: i32,
}

/// The desk.
pub async fn page(here: Here, reader: May<ReadMoney>, platform: web::Data<Platform>) -> Result<HttpResponse, Failure> {
    show(here, reader.0, platform, None).await
}

async fn show(
    here: Here,
    session: Session,
    platform: web::Data<Platform>,
    problem: Option<String>,
) -> Result<HttpResponse, Failure> {
    let network = here.network.clone();
    let desk = block(move || platform.money_desk(&network, Utc::now())).await??;
    let frame = Frame::new(&here, Some(session), String::new());
    let words = frame.words.clone();
    let labels: Vec<String> =
        ["0", "30", "60", "90", "more"].iter().map(|age| words.t(&format!("money-age-{age}"))).collect();
    let ages = desk.ageing.iter().map(|ageing| {
        let units = 10_i64.pow(ageing.currency.decimals());
        let whole = |minor: &i64| usize::try_from(minor / units).unwrap_or(0);
        let bars = Bars::new(labels.iter().cloned().zip(ageing.open.iter().map(whole)).collect());
        let amounts = ageing.open.iter().map(|minor| Money::of_minor(*minor, ageing.currency).to_string());
        let ages = bars.rows.into_iter().zip(amounts);
        let ages = ages.map(|(bar, amount)| Age { label: bar.label, amount, length: bar.length });
        (ageing.currency.code().to_owned(), ages.collect())
    });
    let page = Page {
        is_balanced: desk.sums.values().all(|sum| *sum == 0),
        ages: ages.collect(),
        unmatched: desk.lines.iter().filter(|line| line.matched_by.is_none() && line.amount.is_positive()).count(),
        waiting: desk.messages.iter().filter(|message| message.state != "done").count(),
        problem,
        yesterday: here.today.previous().to_string(),
        records: frame.may(access::Permission::RecordFees),
        desk,
        frame: Frame { title: words.t("money-title"), ..frame },
    };
    html(&page)
}

/// A day through which the books are to be closed.
#[derive(Deserialize)]
pub struct Through {
    mark: String,
    through: String,
}

/// Closes the books through a day.
pub async fn close(
    here: Here,
    recorder: May<RecordFees>,
    form: web::Form<Through>,
    platform: web::Data<Platform>,
) -> Result<HttpResponse, Failure> {
    let session = recorder.0;
    session.check_form(&form.mark)?;
    let words = here.words();
    let Ok(through) = form.through.parse::<Date>() else {
        return show(here, session, platform, Some(words.t("money-day"))).await;
    };
    let (network, closing, actor) = (here.network.clone(), platform.clone(), actor(&session));
    let closed = block(move || closing.close_books(&network, through, &actor, Utc::now())).await?;
    match outcome(&words, closed)? {
        Ok(()) => Ok(HttpResponse::SeeOther().insert_header(("Location", "/money")).finish()),
        Err(problem) => show(here, session, platform, Some(problem)).await,
    }
}

/// Something that does not agree, and how it was resolved.
#[derive(Deserialize)]
pub struct Resolved {
    mark: String,
    account: String,
    kind: String,
    reference: String,
    how: String,
}

/// Notes how something was resolved.
pub async fn resolve(
    here: Here,
    recorder: May<RecordFees>,
    form: web::Form<Resolved>,
    platform: web::Data<Platform>,
) -> Result<HttpResponse, Failure> {
    let session = recorder.0;
    session.check_form(&form.mark)?;
    if form.how.trim().is_empty() {
        let problem = here.words().t("money-authority");
        return show(here, session, platform, Some(problem)).await;
    }
    let how = format!("{}: {}", session.party, form.how.trim());
    block(move || {
        let finding = (form.account.as_str(), form.kind.as_str(), form.reference.as_str());
        platform.resolve_money(&here.network, finding, &how, Utc::now())
    })
    .await??;
    Ok(HttpResponse::SeeOther().insert_header(("Location", "/money")).finish())
}

/// Money that is to be given back.
#[derive(Deserialize)]
pub struct GivenBack {
    mark: String,
    payment: Uuid,
    amount: String,
    #[serde(default)]
    reason: String,
}

/// Gives money of an online payment back.
pub async fn give_back(
    here: Here,
    recorder: May<RecordFees>,
    form: web::Form<GivenBack>,
    platform: web::Data<Platform>,
) -> Result<HttpResponse, Failure> {
    let session = recorder.0;
    session.check_form(&form.mark)?;
    let words = here.words();
    let Ok(amount) = form.amount.trim().parse::<Money>() else {
        return show(here, session, platform, Some(words.t("money-amount"))).await;
    };
    let (network, giving, actor) = (here.network.clone(), platform.clone(), actor(&session));
    let given =
        block(move || giving.give_back(&network, form.payment, amount, (&actor, &form.reason), Utc::now())).await?;
    match outcome(&words, given)? {
        Ok(()) => Ok(HttpResponse::SeeOther().insert_header(("Location", "/money")).finish()),
        Err(problem) => show(here, session, platform, Some(problem)).await,
    }
}
