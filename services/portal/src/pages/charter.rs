//! The charter to read: each clause, in plain words, with what the rules do and what the text leaves open.

use actix_web::{HttpResponse, web};
use askama::Template;
use charter::coverage::coverage;
use charter_syntax::ClauseLabel;
use charter_syntax::ast::{DeclarationKind, ReadingDecl};
use chrono::Utc;

use crate::failure::Failure;
use crate::host::Here;
use crate::session::Visitor;
use crate::view::{Frame, html};

#[derive(Template)]
#[template(path = "contents.html")]
struct Contents {
    frame: Frame,
    clauses: Vec<Line>,
}

struct Line {
    label: String,
    title: String,
    prose: String,
    kind: String,
    tone: String,
    open: usize,
}

/// All clauses, each with its kind.
pub async fn contents(here: Here, visitor: Visitor) -> Result<HttpResponse, Failure> {
    let charter = here.network.charter(Utc::now()).ok_or(Failure::NoNetwork)?;
    let frame = Frame::new(&here, visitor.0, String::new());
    let words = frame.words.clone();
    let covered = coverage(charter);
    let clauses = charter.clauses.iter().zip(&covered.clauses).map(|(clause, covered)| {
        let tone = covered.kind.to_string().replace(' ', "-");
        Line {
            label: clause.label.to_string(),
            title: clause.title.clone(),
            prose: shortened(&clause.prose),
            kind: words.t(&format!("charter-kind-{tone}")),
            tone,
            open: covered.readings.len(),
        }
    });
    let clauses = clauses.collect();
    html(&Contents { frame: Frame { title: words.t("charter-title"), ..frame }, clauses })
}

/// The first words of a clause.
fn shortened(prose: &str) -> String {
    const WORDS: usize = 18;
    let words: Vec<&str> = prose.split_whitespace().collect();
    match words.get(..WORDS) {
        Some(first) if words.len() > WORDS => format!("{} …", first.join(" ")),
        _ => prose.to_owned(),
    }
}

#[derive(Template)]
#[template(path = "clause.html")]
struct Page {
    frame: Frame,
    label: String,
    heading: String,
    prose: String,
    kind: String,
    sentences: Vec<String>,
    readings: Vec<Reading>,
    before: Option<String>,
    after: Option<String>,
}

struct Reading {
    question: String,
    options: Vec<(String, bool)>,
}

/// One clause.
pub async fn clause(here: Here, visitor: Visitor, label: web::Path<String>) -> Result<HttpResponse, Failure> {
    let charter = here.network.charter(Utc::now()).ok_or(Failure::NoNetwork)?;
    let label = ClauseLabel(label.into_inner());
    let place = charter.clauses.iter().position(|clause| clause.label == label).ok_or(Failure::Missing)?;
    let clause = charter.clauses.get(place).ok_or(Failure::Missing)?;
    let words = here.words();
    let kind = coverage(charter).clauses.get(place).map(|covered| covered.kind.to_string().replace(' ', "-"));
    let paraphrase = words.language().paraphrase(charter, Some(&label));
    let own = charter.declarations.iter().filter(|declaration| declaration.clause == label);
    let readings: Vec<Reading> = own
        .filter_map(|declaration| match &declaration.kind {
            DeclarationKind::Reading(reading) => Some(reading_view(reading)),
            _ => None,
        })
        .collect();
    let neighbour =
        |place: Option<usize>| place.and_then(|place| charter.clauses.get(place)).map(|c| c.label.to_string());
    let page = Page {
        frame: Frame::new(&here, visitor.0, format!("{label}")),
        heading: clause.title.clone(),
        prose: clause.prose.clone(),
        kind: words.t(&format!("charter-kind-{}", kind.unwrap_or_default())),
        sentences: paraphrase.into_iter().filter(|(of, _)| *of == label).map(|(_, sentence)| sentence).collect(),
        readings,
        before: neighbour(place.checked_sub(1)),
        after: neighbour(place.checked_add(1)),
        label: label.to_string(),
    };
    html(&page)
}

fn reading_view(reading: &ReadingDecl) -> Reading {
    let options = reading.options.iter().map(|option| (option.means.clone(), option.proposed)).collect();
    Reading { question: reading.question.clone(), options }
}
