//! Counting an election: whoever looks after ballots brings the papers, the charter says how they are counted, the page shows every
//! step. Nothing is recorded by looking; the result is declared by an act. Once a box is open, everybody on the roll sees the
//! same count of it.

use actix_web::{HttpResponse, web};
use app::{Papers, Platform, count_election};
use askama::Template;
use ballots::Record;
use serde::Deserialize;
use wording::Words;

use crate::failure::Failure;
use crate::host::Here;
use crate::session::{Acting, Session};
use crate::view::{Frame, html, percent_encoded};
use crate::work::block;

/// How many letters of papers are taken.
pub const LARGEST: usize = 4 * 1024 * 1024;

/// The act by which a result is declared; whoever may record it for others counts.
const DECLARE: &str = "declare-result";

#[derive(Template)]
#[template(path = "count.html")]
struct Page {
    frame: Frame,
    id: String,
    clause: String,
    method: String,
    papers: String,
    seed: String,
    option: String,
    asks_option: bool,
    problem: String,
    is_officer: bool,
    result: Option<Counted>,
}

/// A count, ready to be shown.
struct Counted {
    head: Vec<String>,
    steps: Vec<Step>,
    ties: Vec<String>,
    outcome: String,
    picture: String,
    elected: String,
    lots: String,
}

/// One step: what happened, and everybody's votes afterwards.
struct Step {
    events: Vec<String>,
    totals: Vec<(String, String)>,
}

/// The form.
#[derive(Deserialize)]
pub struct Brought {
    mark: String,
    papers: String,
    #[serde(default)]
    seed: String,
    #[serde(default)]
    option: String,
}

/// The page with its form.
pub async fn page(
    here: Here,
    acting: Acting,
    path: web::Path<String>,
    platform: web::Data<Platform>,
) -> Result<HttpResponse, Failure> {
    html(&show(&here, acting.0, platform, path.into_inner(), Papers::default(), false).await?)
}

/// Counts what was brought.
pub async fn count(
    here: Here,
    acting: Acting,
    path: web::Path<String>,
    form: web::Form<Brought>,
    platform: web::Data<Platform>,
) -> Result<HttpResponse, Failure> {
    acting.0.check_form(&form.mark)?;
    let Brought { papers, seed, option, .. } = form.into_inner();
    html(&show(&here, acting.0, platform, path.into_inner(), Papers { text: papers, seed, option }, true).await?)
}

async fn show(
    here: &Here,
    session: Session,
    platform: web::Data<Platform>,
    id: String,
    papers: Papers,
    counts: bool,
) -> Result<Page, Failure> {
    let is_officer = session.records_for_all(DECLARE);
    let sees_all = session.reads_all();
    let (network, today, who) = (here.network.clone(), here.today, session.party.clone());
    let (sheet, counted, papers) = block(move || {
        let sheet = network.ballot(&id, &who, is_officer || sees_all, today)?.sheet;
        let elect = sheet.elect.clone()?;
        let opened = match platform.open_the_box(&network, &sheet) {
            Ok(opened) => opened,
            Err(error) => return Some(Err(error)),
        };
        if !is_officer && opened.table.is_empty() {
            return None;
        }
        let mut papers = papers;
        // What voters put into the box stands in the form already, and what the lots were drawn from.
        if papers.text.is_empty() || !is_officer {
            papers = Papers { text: opened.table, seed: network.lots(&id), ..papers };
        }
        let counted = (counts || !is_officer).then(|| count_election(&elect, &papers));
        Some(Ok((sheet, counted, papers)))
    })
    .await?
    .ok_or(Failure::Missing)??;
    let elect = sheet.elect.clone().ok_or(Failure::Missing)?;
    let frame = Frame::new(here, Some(session), String::new());
    let words = frame.words.clone();
    let (result, problem) = match counted {
        None => (None, String::new()),
        Some(Ok(record)) => (Some(shown(&words, &record, &papers.seed)), String::new()),
        Some(Err(error)) => (None, error.to_string()),
    };
    let options = elect.options.iter().map(|(name, value)| format!(" {name} {value}")).collect::<String>();
    Ok(Page {
        clause: sheet.clause.to_string(),
        method: format!("{} by {}{options}", elect.seats, elect.method),
        asks_option: elect
            .options
            .iter()
            .any(|(name, _)| ["reopen-nominations", "default-option"].contains(&name.as_str())),
        papers: papers.text,
        seed: papers.seed,
        option: papers.option,
        problem,
        is_officer,
        result,
        frame: Frame { title: words.with("count-title", "ballot", &sheet.id), ..frame },
        id: sheet.id,
    })
}

fn shown(words: &Words, record: &Record, seed: &str) -> Counted {
    let language = words.language();
    let step = |round: &ballots::Round| Step {
        events: round.events.iter().map(|event| language.count_event(record, event)).collect(),
        totals: record
            .candidates
            .iter()
            .zip(&round.totals)
            .filter_map(|(name, votes)| Some((name.clone(), votes.as_ref()?.rounded(5))))
            .collect(),
    };
    Counted {
        head: language.count_head(record).lines().map(str::to_owned).collect(),
        steps: record.rounds.iter().map(step).collect(),
        ties: record.ties.iter().map(|tie| language.count_tie(record, tie)).collect(),
        outcome: language.count_outcome(record),
        picture: language.count_picture(record),
        lots: percent_encoded(&seed.lines().map(str::trim).collect::<Vec<_>>().join("; ")),
        elected: percent_encoded(&record.winners().collect::<Vec<_>>().join(", ")),
    }
}
