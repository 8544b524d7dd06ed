//! Readings: what the text leaves open, how it is read until the network decides, and what was adopted.

use actix_web::HttpResponse;
use askama::Template;
use charter::act::TypedAct;
use chrono::Utc;

use crate::failure::Failure;
use crate::host::Here;
use crate::session::Visitor;
use crate::view::{Frame, html};

#[derive(Template)]
#[template(path = "readings.html")]
struct Page {
    frame: Frame,
    readings: Vec<Reading>,
    adopted: usize,
}

struct Reading {
    name: String,
    question: String,
    clause: String,
    options: Vec<OptionView>,
    /// The day on which one was adopted.
    adopted_on: Option<String>,
}

struct OptionView {
    name: String,
    means: String,
    is_proposed: bool,
    is_adopted: bool,
}

/// The page.
pub async fn page(here: Here, visitor: Visitor) -> Result<HttpResponse, Failure> {
    let charter = here.network.charter(Utc::now()).ok_or(Failure::NoNetwork)?;
    let frame = Frame::new(&here, visitor.0, String::new());
    let words = frame.words.clone();
    let adoptions =
        here.network.register().acts().iter().filter(|act| act.act == "adopt-reading" && act.on <= here.today);
    let mut adoptions: Vec<&TypedAct> = adoptions.collect();
    adoptions.sort_by_key(|act| act.on);
    let said = |act: &TypedAct, field: &str| act.fields.get(field).map(ToString::to_string);
    let readings: Vec<Reading> = charter
        .readings()
        .map(|(_, reading)| {
            let own = |act: &&&TypedAct| said(act, "reading").is_some_and(|name| reading.name == name.as_str());
            let adoption = adoptions.iter().rev().find(own);
            let adopted = adoption.and_then(|act| said(act, "option"));
            let option = |option: &charter_syntax::ast::ReadingOption| OptionView {
                is_adopted: adopted.as_deref().is_some_and(|adopted| option.name == adopted),
                name: option.name.text.clone(),
                means: option.means.clone(),
                is_proposed: option.proposed,
            };
            Reading {
                name: reading.name.text.clone(),
                question: reading.question.clone(),
                clause: reading.of.to_string(),
                options: reading.options.iter().map(option).collect(),
                adopted_on: adoption.map(|act| words.date(&act.on)),
            }
        })
        .collect();
    let adopted = readings.iter().filter(|reading| reading.adopted_on.is_some()).count();
    html(&Page { frame: Frame { title: words.t("readings-title"), ..frame }, readings, adopted })
}
