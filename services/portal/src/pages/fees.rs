//! One's own fees: what the charter asks for and why, what is paid, what is in credit; declaring what a fee depends on.

use std::collections::BTreeMap;

use actix_web::{HttpResponse, web};
use app::{Declared, Error, Hosted, NotDone, OwedFee, PayerView, Platform, Refusal};
use askama::Template;
use charter::{Need, Value};
use chrono::Utc;
use kernel::{Currency, Date, Money, Ratio};
use serde::Deserialize;

use crate::answer::{AnswerView, Reason, Viewer};
use crate::failure::Failure;
use crate::host::Here;
use crate::pages::sign_in::Marked;
use crate::session::{Acting, Session, token};
use crate::view::{Frame, html};
use crate::work::block;

#[derive(Template)]
#[template(path = "fees.html")]
struct Page {
    frame: Frame,
    /// Those that want a look first, then earlier ones.
    fees: Vec<FeeView>,
    /// How many want a look.
    recent: usize,
    credit: Vec<String>,
    payments: Vec<(String, String, String)>,
    papers: Vec<(String, String, String)>,
    declared: Vec<(String, String, String)>,
    /// The address on which everything that is owed is paid at once.
    all: Option<String>,
}

struct FeeView {
    fee: String,
    period: String,
    why: AnswerView,
    invoice: Option<InvoiceLine>,
    /// It is settled, by our books or by an earlier act.
    is_settled: bool,
    due: String,
    distance: String,
    is_late: bool,
    /// What has to be declared before anything can be asked for.
    missing: Vec<String>,
    is_owed: bool,
}

/// An invoice: its number, what is owed on it, how it stands, and the key to pay it.
struct InvoiceLine {
    number: String,
    open: String,
    state: &'static str,
    link: String,
}

/// How many periods are shown at once.
const RECENT: usize = 2;

/// The page.
pub async fn page(here: Here, acting: Acting, platform: web::Data<Platform>) -> Result<HttpResponse, Failure> {
    let (network, party) = (here.network.clone(), acting.0.party.clone());
    let view = block(move || platform.payer(&network, &party, Utc::now())).await??;
    let frame = Frame::new(&here, Some(acting.0), String::new());
    let words = frame.words.clone();
    let day = |civil| Date::from_civil(civil).map(|on| words.date(&on)).unwrap_or_default();
    let links: Vec<&str> = view
        .fees
        .iter()
        .filter_map(|(_, invoice)| invoice.as_ref())
        .filter(|(invoice, _)| invoice.open.is_positive())
        .map(|(_, link)| link.as_str())
        .collect();
    // Newest first; of earlier periods only those on which something is owed by an invoice.
    let (mut fees, mut earlier) = (Vec::new(), Vec::new());
    for (place, (owed, invoice)) in view.fees.iter().rev().enumerate() {
        let wants_a_look = place < RECENT || invoice.as_ref().is_some_and(|(invoice, _)| invoice.open.is_positive());
        let group = if wants_a_look { &mut fees } else { &mut earlier };
        let mut shown = fee(&here, &frame, owed, invoice.as_ref());
        // What was taken back is asked for again by the treasurer, not by a button.
        shown.is_owed &= view.others.iter().all(|one| (&one.fee, &one.period) != (&shown.fee, &shown.period));
        group.push(shown);
    }
    let recent = fees.len();
    fees.extend(earlier);
    let page = Page {
        recent,
        all: (links.len() > 1).then(|| links.join(".")),
        fees,
        credit: credit(&view),
        payments: view
            .payments
            .iter()
            .map(|one| (day(one.received_on), one.amount.to_string(), words.variant("pay-way", &one.account)))
            .collect(),
        papers: view
            .papers
            .iter()
            .map(|paper| {
                let on = words.date(&here.network.day_of(paper.issued_at));
                (paper.number.clone(), words.t(&format!("paper-{}", paper.kind.name())), on)
            })
            .collect(),
        declared: view.declarations.into_iter().map(|one| (one.given, one.rate, one.source)).collect(),
        frame: Frame { title: words.t("fees-title"), ..frame },
    };
    html(&page)
}

fn credit(view: &PayerView) -> Vec<String> {
    view.credit.iter().filter(|credit| credit.is_positive()).map(ToString::to_string).collect()
}

fn fee(here: &Here, frame: &Frame, owed: &OwedFee, invoice: Option<&(app::Invoice, String)>) -> FeeView {
    let words = &frame.words;
    let asked = Viewer::of(frame.session.as_ref()).sees(here, owed.asked.clone(), here.today);
    let missing = match &owed.asked.answer.value {
        Value::Needs(needs) => needs.iter().filter_map(fact_of).collect(),
        _ => Vec::new(),
    };
    let due = owed.fee.due;
    FeeView {
        fee: owed.fee.table.clone(),
        period: owed.fee.period.clone(),
        why: AnswerView::new(words, &asked, &here.today),
        is_settled: owed.fee.settled,
        invoice: invoice.map(|(invoice, link)| {
            let state = match (invoice.open.is_positive(), invoice.open == invoice.amount) {
                (false, _) => "settled",
                (true, true) => "open",
                (true, false) => "partial",
            };
            let (number, open) = (invoice.number.clone(), invoice.open.to_string());
            InvoiceLine { number, open, state, link: link.clone() }
        }),
        due: words.date(&due),
        distance: words.distance(&due, &here.today),
        is_late: due < here.today,
        missing,
        is_owed: owed.amount().is_some_and(Money::is_positive),
    }
}

fn fact_of(need: &Need) -> Option<String> {
    match need {
        Need::Fact { fact, .. } => Some(fact.clone()),
        _ => None,
    }
}

/// A fee that somebody wants to pay.
#[derive(Deserialize)]
pub struct Wanted {
    mark: String,
    fee: String,
    period: String,
}

/// Sees that a fee is invoiced, and goes on to paying it.
pub async fn ask(
    here: Here,
    acting: Acting,
    form: web::Form<Wanted>,
    platform: web::Data<Platform>,
) -> Result<HttpResponse, Failure> {
    acting.0.check_form(&form.mark)?;
    let party = acting.0.party;
    let link = block(move || -> Result<_, Error> {
        let now = Utc::now();
        let asked = platform.invoice(&here.network, &party, (&form.fee, &form.period), now)?;
        let number = asked.ok_or(NotDone::NothingOwed)?.number;
        Ok(platform.invoice_with_entries(&here.network, &number)?.map(|view| view.link))
    });
    match link.await? {
        Ok(Some(link)) => Ok(HttpResponse::SeeOther().insert_header(("Location", format!("/pay/{link}"))).finish()),
        Ok(None) | Err(Error::Money(_)) => Ok(HttpResponse::SeeOther().insert_header(("Location", "/fees")).finish()),
        Err(other) => Err(other.into()),
    }
}

/// Uses what is in credit for what is owed.
pub async fn use_credit(
    here: Here,
    acting: Acting,
    form: web::Form<Marked>,
    platform: web::Data<Platform>,
) -> Result<HttpResponse, Failure> {
    acting.0.check_form(&form.mark)?;
    block(move || platform.use_credit(&here.network, &acting.0.party, Utc::now())).await??;
    Ok(HttpResponse::SeeOther().insert_header(("Location", "/fees")).finish())
}

#[derive(Template)]
#[template(path = "declare.html")]
struct DeclarePage {
    frame: Frame,
    fact: String,
    acts: Vec<String>,
    chosen_act: String,
    /// Fields of the act beside the fact: each with its label.
    fields: Vec<(String, String)>,
    given: BTreeMap<String, String>,
    currency: String,
    problem: Option<String>,
    /// What it comes to, to be confirmed.
    worth: Option<String>,
    attempt: String,
}

impl DeclarePage {
    /// What was typed into a field.
    fn typed(&self, field: &str) -> &str {
        self.given.get(field).map_or("", String::as_str)
    }

    fn currency_typed(&self) -> &str {
        if self.typed("currency").is_empty() { &self.currency } else { self.typed("currency") }
    }
}

/// Which fact is to be declared.
#[derive(Deserialize)]
pub struct Fact {
    fact: String,
    act: Option<String>,
}

/// Where it is declared.
pub async fn declare(here: Here, acting: Acting, fact: web::Query<Fact>) -> Result<HttpResponse, Failure> {
    let given = fact.act.iter().map(|act| (String::from("act"), act.clone())).collect();
    let page = declare_page(&here, acting.0, &fact.fact, given)?;
    html(&page)
}

/// The currency of a fact of money.
fn currency_of(network: &Hosted, fact: &str) -> Option<Currency> {
    match &network.charter(Utc::now())?.fact(fact)?.ty {
        charter_syntax::ast::Type::Money(currency) => Some(*currency),
        _ => None,
    }
}

fn declare_page(
    here: &Here,
    session: Session,
    fact: &str,
    given: BTreeMap<String, String>,
) -> Result<DeclarePage, Failure> {
    let frame = Frame::new(here, Some(session), String::new());
    let words = &frame.words;
    let currency = currency_of(&here.network, fact).ok_or(Failure::Missing)?;
    let acts = here.network.acts_that_state(fact, Utc::now());
    let act =
        given.get("act").filter(|act| acts.contains(act)).or_else(|| acts.first()).ok_or(Failure::Missing)?.clone();
    let charter = here.network.charter(Utc::now()).ok_or(Failure::Missing)?;
    let declared = charter.act(&act).ok_or(Failure::Missing)?;
    let mut fields: Vec<(String, String)> =
        declared.fields.iter().map(|field| (field.name.text.clone(), words.label(field.name.as_str()))).collect();
    let mut given = given;
    // A fact per period says for which one: in the form it is the one before the running one, unless somebody says another.
    if let Some(per) = charter.fact(fact).and_then(|declared| declared.per.as_ref()) {
        let name = format!("{fact}-for");
        let kind = charter.period(per.as_str());
        let last = kind.and_then(|kind| Some(kind.show(kind.previous(kind.containing(here.today)?)).to_string()));
        given.entry(format!("field-{name}")).or_insert_with(|| last.unwrap_or_default());
        fields.push((name, words.with("declare-period", "period", words.label(per.as_str()))));
    }
    let title = frame.words.with("declare-title", "fact", frame.words.label(fact));
    Ok(DeclarePage {
        frame: Frame { title, ..frame },
        fact: fact.to_owned(),
        acts,
        chosen_act: act,
        fields,
        given,
        currency: currency.code().to_owned(),
        problem: None,
        worth: None,
        attempt: token(),
    })
}

/// Shows what a declaration comes to, and records it once that was seen.
pub async fn declared(
    here: Here,
    acting: Acting,
    form: web::Form<BTreeMap<String, String>>,
    platform: web::Data<Platform>,
) -> Result<HttpResponse, Failure> {
    let given = form.into_inner();
    let field = |name: &str| given.get(name).map(|text| text.trim().to_owned()).unwrap_or_default();
    acting.0.check_form(&field("mark"))?;
    let fact = field("fact");
    let mut page = declare_page(&here, acting.0.clone(), &fact, given.clone())?;
    if !field("attempt").is_empty() {
        page.attempt = field("attempt");
    }
    let words = page.frame.words.clone();
    let currency = currency_of(&here.network, &fact).ok_or(Failure::Missing)?;
    let Some(declaration) = declaration(&page, &given) else {
        page.problem = Some(words.with("declare-amount", "currency", &page.currency));
        return html(&page);
    };
    let Ok(worth) = Hosted::worth(&declaration, currency) else {
        page.problem = Some(words.with("declare-rate-missing", "currency", &page.currency));
        return html(&page);
    };
    if field("step") != "record" {
        let draft = here.network.declaration(&declaration, &acting.0.party, worth, Utc::now());
        match here.network.refusal(&draft) {
            None => page.worth = Some(worth.to_string()),
            Some(refusal) => page.problem = Some(refused(&words, &refusal)),
        }
        return html(&page);
    }
    let (slug, party) = (here.network.slug().to_owned(), acting.0.party.clone());
    let recorded = block(move || platform.declare(&slug, &party, &declaration, currency, Utc::now())).await??;
    match recorded {
        Some(Ok(())) => Ok(HttpResponse::SeeOther().insert_header(("Location", "/fees")).finish()),
        Some(Err(refusal)) => {
            page.problem = Some(refused(&words, &refusal));
            html(&page)
        }
        None => Err(Failure::NoNetwork),
    }
}

fn refused(words: &wording::Words, refusal: &Refusal) -> String {
    match refusal {
        Refusal::Findings(findings) => {
            findings.iter().map(|finding| words.language().finding(finding).message).collect::<Vec<_>>().join(" ")
        }
        Refusal::Barred(bar) => words.variant("barred", bar.name()),
        Refusal::DocumentMissing => words.t("document-missing"),
        Refusal::Charter(asked) => words.sentence(&asked.question, &asked.answer.value),
    }
}

fn declaration(page: &DeclarePage, given: &BTreeMap<String, String>) -> Option<Declared> {
    let field = |name: &str| given.get(name).map_or("", |text| text.trim());
    let currency = Currency::new(&field("currency").to_uppercase()).ok()?;
    let amount = crate::amounts::typed(field("amount"), currency)?;
    let rate: Option<Ratio> =
        Some(field("rate")).filter(|rate| !rate.is_empty()).map(|rate| rate.parse()).transpose().ok()?;
    let fields =
        page.fields.iter().map(|(name, _)| (name.clone(), field(&format!("field-{name}")).to_owned())).collect();
    (amount.minor() >= 0).then(|| Declared {
        act: page.chosen_act.clone(),
        fact: page.fact.clone(),
        fields,
        given: amount,
        rate: rate.map(|rate| (rate, field("source").to_owned())),
        attempt: page.attempt.clone(),
    })
}
