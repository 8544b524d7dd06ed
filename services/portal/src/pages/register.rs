//! The register: everybody in it, and one of them as of any day.

use actix_web::{HttpResponse, web};
use app::{Hosted, Opened, Platform};
use askama::Template;
use charter::Question;
use kernel::Date;
use serde::Deserialize;

use crate::answer::{AnswerView, Reason};
use crate::failure::Failure;
use crate::host::Here;
use crate::pages::history::StandingView;
use crate::session::{ErasePersonalData, May, ReadRegister};
use crate::view::{Frame, html, percent_encoded};
use crate::work::block;
use wording::Words;

/// What the address of the list says.
#[derive(Deserialize)]
pub struct Search {
    #[serde(default)]
    name: String,
}

#[derive(Template)]
#[template(path = "register.html")]
struct List {
    frame: Frame,
    name: String,
    rows: Vec<Row>,
    chain: String,
}

struct Row {
    name: String,
    first: String,
    last: String,
    acts: i64,
}

/// Everybody whose name holds what is searched for.
pub async fn list(
    here: Here,
    reader: May<ReadRegister>,
    search: web::Query<Search>,
    platform: web::Data<Platform>,
) -> Result<HttpResponse, Failure> {
    let frame = Frame::new(&here, Some(reader.0), String::new());
    let words = frame.words.clone();
    let name = search.into_inner().name;
    let (network, holding) = (here.network.clone(), name.clone());
    let found = block(move || -> Result<_, app::Error> {
        Ok((platform.parties(&network, holding.trim())?, platform.verify(network.slug())?))
    });
    let (parties, chain) = found.await??;
    let day = |date: chrono::NaiveDate| Date::from_civil(date).map(|date| words.date(&date)).unwrap_or_default();
    let rows = parties.into_iter().map(|party| Row {
        first: day(party.first_on),
        last: day(party.last_on),
        name: party.name,
        acts: party.acts,
    });
    let page = List {
        rows: rows.collect(),
        name,
        chain: match chain {
            Some(Ok(acts)) => words.with("register-chain", "count", acts),
            Some(Err(broken)) => broken.to_string(),
            None => String::new(),
        },
        frame: Frame { title: words.t("register-title"), ..frame },
    };
    html(&page)
}

/// What the address of one party says.
#[derive(Deserialize)]
pub struct AsOf {
    on: Option<String>,
}

#[derive(Template)]
#[template(path = "party.html")]
struct Page {
    frame: Frame,
    name: String,
    on: String,
    status: AnswerView,
    duties: Vec<String>,
    rights: Vec<(String, AnswerView)>,
    history: Vec<Happened>,
    standing: StandingView,
}

struct Happened {
    on: String,
    act: String,
    by: String,
    about: String,
    says: String,
    documents: Vec<(String, String)>,
}

/// One of them: status, duties, rights with reasons, and what happened.
pub async fn party(
    here: Here,
    reader: May<ReadRegister>,
    name: web::Path<String>,
    as_of: web::Query<AsOf>,
    platform: web::Data<Platform>,
) -> Result<HttpResponse, Failure> {
    let name = name.into_inner();
    let on = crate::asking::near(as_of.into_inner().on, &here.today);
    let frame = Frame::new(&here, Some(reader.0), name.clone());
    let words = frame.words.clone();
    let network = here.network.clone();
    let (reading, whose, speaking) = (network.clone(), name.clone(), words.clone());
    let history = block(move || history(&platform, &reading, &whose, &speaking)).await??;
    if history.is_empty() {
        return Err(Failure::Missing);
    }
    let party = name.clone();
    let today = here.today;
    let (stands, states) = block(move || (network.stands(&party, on), network.standing_through(&party, today))).await?;
    let page = Page {
        on: on.to_string(),
        status: AnswerView::new(&words, &stands.status, &on),
        duties: AnswerView::new(&words, &stands.duties, &on).items,
        rights: stands
            .rights
            .iter()
            .map(|asked| (shown(&asked.question), AnswerView::new(&words, asked, &on)))
            .collect(),
        history,
        standing: StandingView::new(&words, &here, &states),
        name,
        frame,
    };
    html(&page)
}

/// A right as a question names it, without whose.
fn shown(question: &Question) -> String {
    match question {
        Question::May { verb, scope: Some(scope), .. } => format!("{verb}: {scope}"),
        Question::May { verb, .. } => verb.clone(),
        other => other.to_string(),
    }
}

/// What happened with somebody, newest first.
fn history(platform: &Platform, network: &Hosted, name: &str, words: &Words) -> Result<Vec<Happened>, Failure> {
    let of = |who: &Option<String>| who.as_deref() == Some(name);
    let acts = network.register().acts().iter().rev().filter(|act| of(&act.by) || of(&act.about));
    acts.map(|act| {
        let mut fields: Vec<String> = act.fields.iter().map(|(field, value)| format!("{field} {value}")).collect();
        for (field, opened) in platform.opened(network, &act.id)? {
            let text = if let Opened::Text(text) = opened { text } else { words.t("register-erased") };
            fields.push(format!("{field} {text}"));
        }
        Ok(Happened {
            on: words.date(&act.on),
            act: act.act.clone(),
            by: act.by.clone().unwrap_or_default(),
            about: act.about.clone().unwrap_or_default(),
            says: fields.join(", "),
            documents: network.documents_of(&act.id).to_vec(),
        })
    })
    .collect()
}

/// The form that erases what is sealed of somebody.
#[derive(Deserialize)]
pub struct Erasing {
    mark: String,
    sure: Option<String>,
}

/// Erases what is sealed of somebody, once it was said to be meant.
pub async fn erase(
    here: Here,
    eraser: May<ErasePersonalData>,
    name: web::Path<String>,
    form: web::Form<Erasing>,
    platform: web::Data<Platform>,
) -> Result<HttpResponse, Failure> {
    eraser.0.check_form(&form.mark)?;
    let name = name.into_inner();
    let back = format!("/register/{}", percent_encoded(&name));
    if form.sure.is_some() {
        block(move || platform.erase(&here.network, &name)).await??;
    }
    Ok(HttpResponse::SeeOther().insert_header(("Location", back)).finish())
}
