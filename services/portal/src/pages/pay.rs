//! Paying, by a key and without signing in: what is owed and why, how it can be paid, what became of it.

use actix_web::http::header::ContentType;
use actix_web::{HttpRequest, HttpResponse, web};
use app::{Asked, Attempt, Begin, Brand, Error, Invoice, NotDone, PayeeShown, Platform};
use askama::Template;
use charter::{Answer, Question};
use chrono::Utc;
use documents::Document;
use kernel::{Date, Money};
use serde::Deserialize;
use uuid::Uuid;

use crate::answer::{AnswerView, Reason, Viewer};
use crate::elsewhere::sender;
use crate::failure::Failure;
use crate::host::Here;
use crate::papers;
use crate::press::Press;
use crate::session::{Sessions, Visitor};
use crate::view::{Frame, html};
use crate::work::block;
use crate::{PaymentPages, PublicUrl};

#[derive(Template)]
#[template(path = "pay.html")]
struct Page {
    frame: Frame,
    keys: String,
    lines: Vec<Line>,
    owed: Option<String>,
    ways: Vec<Brand>,
    payee: PayeeShown,
    numbers: String,
    problem: Option<String>,
    is_stand_in: bool,
}

/// An invoice with its reasons.
struct Line {
    invoice: Invoice,
    due: String,
    distance: String,
    is_late: bool,
    why: AnswerView,
}

/// How many invoices can be paid at once.
const MOST: usize = 12;

/// Keys of an address: several are joined by dots.
fn keys_of(path: &str) -> Vec<String> {
    path.split('.').filter(|key| !key.is_empty()).take(MOST).map(str::to_owned).collect()
}

/// The page.
pub async fn page(
    here: Here,
    visitor: Visitor,
    keys: web::Path<String>,
    platform: web::Data<Platform>,
    pages: web::Data<PaymentPages>,
) -> Result<HttpResponse, Failure> {
    show(here, visitor, &keys, platform, &pages, None).await
}

async fn show(
    here: Here,
    visitor: Visitor,
    path: &str,
    platform: web::Data<Platform>,
    pages: &PaymentPages,
    problem: Option<String>,
) -> Result<HttpResponse, Failure> {
    let keys = keys_of(path);
    let (network, wanted) = (here.network.clone(), keys.clone());
    let found = block(move || -> Result<_, Error> {
        let now = Utc::now();
        let invoices = platform.invoices_with(&network, &wanted, Utc::now())?;
        let owed = owed_together(&invoices);
        let ways = owed.map(|owed| platform.ways_to_pay(&network, owed, now)).transpose()?.unwrap_or_default();
        let answers: Vec<Option<(Invoice, Answer)>> = invoices
            .into_iter()
            .map(|invoice| {
                let kept = platform.invoice_with_entries(&network, &invoice.number)?;
                let answer = kept.and_then(|view| serde_json::from_str(&view.assessment.answer).ok());
                Ok(answer.map(|answer| (invoice, answer)))
            })
            .collect::<Result<_, Error>>()?;
        Ok((answers.into_iter().flatten().collect::<Vec<_>>(), owed, ways, platform.payee(&network, now)?))
    });
    let (answers, owed, ways, payee) = missing(found.await?)?;
    if answers.is_empty() {
        return Err(Failure::Missing);
    }
    let is_stand_in = here.network.is_demonstration();
    let frame = Frame::new(&here, visitor.0, String::new());
    let lines: Vec<Line> = answers.into_iter().map(|(invoice, answer)| line(&here, &frame, invoice, answer)).collect();
    let page = Page {
        keys: keys.join("."),
        owed: owed.map(|owed| owed.to_string()),
        numbers: lines.iter().map(|line| line.invoice.number.clone()).collect::<Vec<_>>().join(", "),
        frame: Frame { title: frame.words.t("pay-title"), ..frame },
        lines,
        ways,
        payee,
        problem,
        is_stand_in,
    };
    let mut response = html(&page)?;
    // Browsers ask this before they follow a form to the provider's page.
    if let Ok(policy) = pages.policy().parse() {
        response.headers_mut().insert(actix_web::http::header::CONTENT_SECURITY_POLICY, policy);
    }
    Ok(response)
}

fn line(here: &Here, frame: &Frame, invoice: Invoice, answer: Answer) -> Line {
    let period = Some(invoice.period.clone());
    let question = Question::Amount { table: invoice.fee.clone(), who: invoice.payer.clone(), period, at: None };
    let due = Date::from_civil(invoice.due_on).unwrap_or(here.today);
    let viewer = Viewer::of(frame.session.as_ref());
    let asked = viewer.sees(here, Asked { question, answer }, here.today);
    let mut why = AnswerView::new(&frame.words, &asked, &here.today);
    // Whoever has the key sees what is owed and by which rule; what the member stated is for the member alone.
    if frame.party() != invoice.payer && !frame.may(access::Permission::ReadMoney) {
        why.reasons.clear();
    }
    Line {
        due: frame.words.date(&due),
        distance: frame.words.distance(&due, &here.today),
        is_late: invoice.is_overdue(here.today.to_civil()),
        why,
        invoice,
    }
}

/// What a key does not open is not there.
fn missing<T>(found: Result<T, Error>) -> Result<T, Failure> {
    found.map_err(|error| match error {
        Error::Money(NotDone::Missing) => Failure::Missing,
        other => Failure::App(other),
    })
}

/// What is owed on invoices together, where that is one currency.
fn owed_together(invoices: &[Invoice]) -> Option<Money> {
    let mut open =
        invoices.iter().filter(|one| one.cancelled_on.is_none() && one.open.is_positive()).map(|one| one.open);
    let first = open.next()?;
    open.try_fold(first, Money::plus).ok()
}

/// What is chosen on the page.
#[derive(Deserialize)]
pub struct Chosen {
    way: Option<String>,
    /// Another invoice that is paid along, by its key or its whole address.
    another: Option<String>,
}

/// Goes on to a provider's page, or takes another invoice along.
#[allow(clippy::too_many_arguments, reason = "each is looked up by the framework")]
pub async fn choose(
    here: Here,
    visitor: Visitor,
    keys: web::Path<String>,
    form: web::Form<Chosen>,
    platform: web::Data<Platform>,
    public: web::Data<PublicUrl>,
    pages: web::Data<PaymentPages>,
    (sessions, request): (web::Data<Sessions>, HttpRequest),
) -> Result<HttpResponse, Failure> {
    let words = here.words();
    if let Some(another) = form.another.as_deref().map(str::trim).filter(|another| !another.is_empty()) {
        let key = another.rsplit('/').next().unwrap_or(another).to_lowercase();
        return Ok(HttpResponse::SeeOther().insert_header(("Location", format!("/pay/{}.{key}", *keys))).finish());
    }
    let brand: Brand = form.way.as_deref().unwrap_or_default().parse().map_err(|()| Failure::BadForm)?;
    if !sessions.allows(&format!("pay {} {}", here.network.slug(), sender(&request)), OFTEN)? {
        return show(here, visitor, &keys, platform, &pages, Some(words.t("pay-too-often"))).await;
    }
    let base = format!("{}/pay/{}", public.of(here.network.slug()), *keys);
    let begin = Begin {
        brand,
        links: keys_of(&keys),
        language: here.language.tag().to_owned(),
        what: format!("{}: {}", here.network.name(), words.t("pay-what")),
        back: format!("{base}/back"),
        cancelled: base,
    };
    let (network, beginning) = (here.network.clone(), platform.clone());
    match block(move || beginning.begin_payment(&network, &begin, Utc::now())).await? {
        Ok(begun) => Ok(HttpResponse::SeeOther().insert_header(("Location", begun.page)).finish()),
        Err(Error::Money(NotDone::Missing)) => Err(Failure::Missing),
        Err(Error::Money(why)) => {
            let problem = said(&words, &why);
            show(here, visitor, &keys, platform, &pages, Some(problem)).await
        }
        Err(other) => Err(other.into()),
    }
}

/// How often somebody may begin to pay within the span of a limit.
const OFTEN: usize = 30;

/// Why a payment could not begin, in words.
fn said(words: &wording::Words, why: &NotDone) -> String {
    match why {
        NotDone::NothingOwed => words.t("pay-nothing-owed"),
        NotDone::NoAccount => words.t("pay-no-account"),
        NotDone::TooSmall(smallest) => words.with("pay-too-small", "smallest", smallest),
        NotDone::TooOften => words.t("pay-too-often"),
        NotDone::Refused(_) => words.t("pay-refused"),
        _ => words.t("pay-uncertain"),
    }
}

#[derive(Template)]
#[template(path = "paid.html")]
struct Outcome {
    frame: Frame,
    keys: String,
    state: &'static str,
    /// The message of that state.
    said: String,
    amount: String,
    receipts: Vec<String>,
    credit: bool,
    looks_again: bool,
}

/// What somebody comes back with.
#[derive(Deserialize)]
pub struct Back {
    attempt: Option<Uuid>,
    #[serde(default)]
    seen: u32,
}

/// How often the page looks again by itself.
const LOOKS: u32 = 20;

/// What became of a payment: looked at and booked now, whoever was told of it before.
pub async fn back(
    here: Here,
    visitor: Visitor,
    keys: web::Path<String>,
    back: web::Query<Back>,
    platform: web::Data<Platform>,
) -> Result<HttpResponse, Failure> {
    let id = back.attempt.ok_or(Failure::Missing)?;
    let wanted = keys_of(&keys);
    let network = here.network.clone();
    let (attempt, receipts, credit) = missing(
        block(move || -> Result<_, Error> {
            let now = Utc::now();
            let own = platform.invoices_with(&network, &wanted, Utc::now())?;
            let of_attempt = platform.invoices_of_attempt(&network, id)?;
            // Only who has the keys of what is paid sees what became of it.
            if of_attempt.is_empty() || of_attempt.iter().any(|one| own.iter().all(|known| known.id != one.id)) {
                return Err(NotDone::Missing.into());
            }
            let attempt = match platform.look_at(&network, id, now) {
                Ok(attempt) => attempt,
                // The provider does not answer now: it is said as it is.
                Err(Error::Money(_)) => platform.attempt(&network, id)?.ok_or(NotDone::Missing)?,
                Err(other) => return Err(other),
            };
            let papers = platform.receipts_of(&network, id)?;
            let says = |paper: &app::Paper| serde_json::from_str::<app::PaperSays>(&paper.snapshot).ok();
            let credit = papers.iter().filter_map(says).any(|says| says.credit.is_some());
            Ok((attempt, papers.into_iter().map(|paper| paper.number).collect::<Vec<_>>(), credit))
        })
        .await?,
    )?;
    let state = state_of(&attempt);
    let looks_again = state == "processing" && back.seen < LOOKS;
    let frame = Frame::new(&here, visitor.0, String::new());
    let title = frame.words.variant("paid-title", state);
    let keys = keys.into_inner();
    let refresh = format!("4; url=/pay/{keys}/back?attempt={id}&seen={}", back.seen.saturating_add(1));
    let amount = attempt.amount.to_string();
    let page = Outcome {
        frame: Frame { title, ..frame },
        keys,
        state,
        said: format!("paid-{state}"),
        amount,
        receipts,
        credit,
        looks_again,
    };
    let mut response = html(&page)?;
    if let (true, Ok(refresh)) = (looks_again, refresh.parse()) {
        response.headers_mut().insert(actix_web::http::header::REFRESH, refresh);
    }
    Ok(response)
}

fn state_of(attempt: &Attempt) -> &'static str {
    match attempt.state.as_str() {
        "succeeded" => "paid",
        "failed" => "failed",
        "expired" => "expired",
        _ => "processing",
    }
}

/// In which language a paper is wanted.
#[derive(Deserialize)]
pub struct Wanted {
    pub language: Option<String>,
}

/// The notice of a fee as PDF.
pub async fn notice(
    here: Here,
    keys: web::Path<String>,
    wanted: web::Query<Wanted>,
    platform: web::Data<Platform>,
    press: web::Data<Press>,
) -> Result<HttpResponse, Failure> {
    let network = here.network.clone();
    let keys = keys_of(&keys);
    let found = block(move || -> Result<_, Error> {
        let invoice =
            platform.invoices_with(&network, &keys, Utc::now())?.into_iter().next().ok_or(NotDone::Missing)?;
        Ok((invoice, platform.payee(&network, Utc::now())?))
    });
    let (invoice, payee) = missing(found.await?)?;
    let words = words_for(&here, wanted.language.as_deref());
    let why = words.with("paper-by-charter", "network", here.network.name());
    send(papers::notice(&words, &here.network.name(), &invoice, &payee, &why), press).await
}

/// A receipt, to whoever has the key of what it is for.
pub async fn receipt(
    here: Here,
    path: web::Path<(String, String)>,
    wanted: web::Query<Wanted>,
    platform: web::Data<Platform>,
    press: web::Data<Press>,
) -> Result<HttpResponse, Failure> {
    let (keys, number) = path.into_inner();
    let network = here.network.clone();
    let keys = keys_of(&keys);
    let found = block(move || -> Result<_, Error> {
        let invoices = platform.invoices_with(&network, &keys, Utc::now())?;
        let paper = platform.paper(&network, &number)?.ok_or(NotDone::Missing)?;
        Ok((invoices, paper))
    });
    let (invoices, paper) = missing(found.await?)?;
    let words = words_for(&here, wanted.language.as_deref());
    let document = papers::document(&words, &here.network.name(), &paper).ok_or(Failure::Missing)?;
    // Every line of it is of an invoice whose key is here.
    let is_own = |row: &Vec<String>| row.get(2).is_some_and(|number| invoices.iter().any(|one| one.number == *number));
    if document.rows.is_empty() || !document.rows.iter().all(is_own) {
        return Err(Failure::Missing);
    }
    send(document, press).await
}

/// The words of the language that is wanted, else of whoever reads.
pub fn words_for(here: &Here, wanted: Option<&str>) -> wording::Words {
    let language = wanted.and_then(wording::Language::of).unwrap_or(here.language);
    here.network.words(language)
}

/// Sends a paper as PDF; where none can be set, as a page that prints well.
pub async fn send(document: Document, press: web::Data<Press>) -> Result<HttpResponse, Failure> {
    let (name, paper) = (document.file_name(), document.clone());
    match block(move || press.set(&paper)).await? {
        Some(pdf) => Ok(HttpResponse::Ok()
            .content_type("application/pdf")
            .insert_header(("Content-Disposition", format!("inline; filename=\"{name}\"")))
            .insert_header(("Cache-Control", "private, no-store"))
            .body(pdf)),
        None => Ok(HttpResponse::ServiceUnavailable()
            .content_type(ContentType::plaintext())
            .body("A PDF cannot be made here now; the page of the paper prints as well.")),
    }
}
