//! One invoice: why it asks for so much, what was booked on it, and what a treasurer can do with it.

use actix_web::{HttpResponse, web};
use app::{Asked, GivenUp, InvoiceView, Platform};
use askama::Template;
use charter::Question;
use chrono::Utc;
use kernel::Date;
use serde::Deserialize;

use super::{actor, outcome};
use crate::PublicUrl;
use crate::answer::{AnswerView, Reason};
use crate::failure::Failure;
use crate::host::Here;
use crate::session::{May, ReadMoney, RecordFees, Session};
use crate::view::{Frame, html};
use crate::work::block;

#[derive(Template)]
#[template(path = "money_invoice.html")]
struct Page {
    frame: Frame,
    view: InvoiceView,
    due: String,
    why: Option<AnswerView>,
    pay: String,
    problem: Option<String>,
    records: bool,
}

/// The page.
pub async fn page(
    here: Here,
    reader: May<ReadMoney>,
    number: web::Path<String>,
    platform: web::Data<Platform>,
    public: web::Data<PublicUrl>,
) -> Result<HttpResponse, Failure> {
    show(here, reader.0, &number, platform, &public, None).await
}

async fn show(
    here: Here,
    session: Session,
    number: &str,
    platform: web::Data<Platform>,
    public: &PublicUrl,
    problem: Option<String>,
) -> Result<HttpResponse, Failure> {
    let (network, wanted) = (here.network.clone(), number.to_owned());
    let view = block(move || platform.invoice_with_entries(&network, &wanted)).await??.ok_or(Failure::Missing)?;
    let frame = Frame::new(&here, Some(session), String::new());
    let why = serde_json::from_str(&view.assessment.answer).ok().map(|answer| {
        let invoice = &view.invoice;
        let period = Some(invoice.period.clone());
        let question = Question::Amount { table: invoice.fee.clone(), who: invoice.payer.clone(), period, at: None };
        AnswerView::new(&frame.words, &Asked { question, answer }, &here.today)
    });
    let page = Page {
        due: Date::from_civil(view.invoice.due_on).map(|due| frame.words.date(&due)).unwrap_or_default(),
        pay: format!("{}/pay/{}", public.of(here.network.slug()), view.link),
        records: frame.may(access::Permission::RecordFees),
        frame: Frame { title: format!("{} {}", frame.words.t("paper-invoice"), view.invoice.number), ..frame },
        view,
        why,
        problem,
    };
    html(&page)
}

/// What is to be done with an invoice.
#[derive(Deserialize)]
pub struct Wanted {
    mark: String,
    what: String,
    #[serde(default)]
    authority: String,
    #[serde(default)]
    reason: String,
}

/// Waives it, writes it off, or takes it back.
pub async fn act(
    here: Here,
    recorder: May<RecordFees>,
    number: web::Path<String>,
    form: web::Form<Wanted>,
    platform: web::Data<Platform>,
    public: web::Data<PublicUrl>,
) -> Result<HttpResponse, Failure> {
    let session = recorder.0;
    session.check_form(&form.mark)?;
    let words = here.words();
    let (network, acting, actor) = (here.network.clone(), platform.clone(), actor(&session));
    let (wanted, asked) = (number.clone(), form.into_inner());
    let done = block(move || {
        let view = acting.invoice_with_entries(&network, &wanted)?.ok_or(app::NotDone::Missing)?;
        let (id, now) = (view.invoice.id, Utc::now());
        match asked.what.as_str() {
            "waive" | "write-off" => {
                let as_lost = asked.what == "write-off";
                let given_up = GivenUp { as_lost, authority: asked.authority, reason: asked.reason };
                acting.give_up(&network, id, &given_up, actor, now)
            }
            "take-back" => acting.take_back(&network, id, &asked.reason, actor, now),
            _ => Err(app::NotDone::Missing.into()),
        }
    });
    match outcome(&words, done.await?)? {
        Ok(()) => {
            let back = format!("/money/invoice/{}", *number);
            Ok(HttpResponse::SeeOther().insert_header(("Location", back)).finish())
        }
        Err(problem) => show(here, session, &number, platform, &public, Some(problem)).await,
    }
}
