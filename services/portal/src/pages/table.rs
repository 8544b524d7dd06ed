//! Tables: a register brought in from one, and every list as one.

use actix_web::{HttpResponse, web};
use app::{Hosted, Looked, Platform, RowFinding, ShownTo};
use askama::Template;
use chrono::Utc;
use wording::Words;

use crate::failure::Failure;
use crate::given::Given;
use crate::host::Here;
use crate::session::{Acting, May, ReadRegister, RecordActs, Session};
use crate::view::{Frame, html};
use crate::work::block;

#[derive(Template)]
#[template(path = "import.html")]
struct Page {
    frame: Frame,
    /// What was brought, to be confirmed.
    text: String,
    looked: Option<LookedView>,
    is_done: bool,
}

struct LookedView {
    fresh: usize,
    known: usize,
    is_fit: bool,
    problems: Vec<(u64, String)>,
    warnings: Vec<String>,
    /// What is wrong with the table as a whole.
    whole: Option<String>,
}

/// The largest table, in bytes, and the largest form that confirms one: there a letter of most scripts takes nine.
const LARGEST_TABLE: usize = 1024 * 1024;
pub const LARGEST: usize = 4 * LARGEST_TABLE;

/// How many problems and warnings are shown at once.
const SHOWN: usize = 50;

impl LookedView {
    fn new(words: &Words, looked: &Looked) -> LookedView {
        let said = |finding: &RowFinding| match finding {
            RowFinding::Unreadable => words.t("import-unreadable"),
            RowFinding::Day(day) => words.with("import-day", "day", day),
            RowFinding::Twice => words.t("import-twice"),
            RowFinding::NotByHand(act) => words.with("import-not-by-hand", "act", act),
            RowFinding::Finding(finding) => words.language().finding(finding).message,
        };
        let whole = match looked.missing {
            Some(column) => Some(words.with("import-missing", "column", column)),
            None => looked.too_many.then(|| words.t("import-too-many")),
        };
        LookedView {
            fresh: looked.fresh,
            known: looked.known,
            is_fit: looked.is_fit(),
            problems: looked.problems.iter().take(SHOWN).map(|row| (row.line, said(&row.finding))).collect(),
            warnings: looked.warnings.iter().take(SHOWN).map(|one| words.language().finding(one).message).collect(),
            whole,
        }
    }
}

/// Where a table is chosen.
pub async fn page(here: Here, recorder: May<RecordActs>) -> Result<HttpResponse, Failure> {
    let frame = Frame::new(&here, Some(recorder.0), String::new());
    html(&Page {
        frame: Frame { title: frame.words.t("import-title"), ..frame },
        text: String::new(),
        looked: None,
        is_done: false,
    })
}

/// Looks at a table, or records it once that was seen.
pub async fn import(
    here: Here,
    recorder: May<RecordActs>,
    given: Given,
    platform: web::Data<Platform>,
) -> Result<HttpResponse, Failure> {
    let session = recorder.0;
    session.check_form(given.fields.get("mark").map(String::as_str).unwrap_or_default())?;
    let is_confirmed = given.fields.get("step").is_some_and(|step| step == "record");
    let brought = given.files.into_iter().next().map(|file| String::from_utf8(file.bytes));
    let text = match brought {
        Some(Ok(text)) if text.len() <= LARGEST_TABLE => text,
        Some(Ok(_)) => return whole(here, session, "import-too-many"),
        Some(Err(_)) => return whole(here, session, "import-not-text"),
        None => given.fields.get("text").cloned().unwrap_or_default(),
    };
    let (party, network, table) = (session.party.clone(), here.network.clone(), text.clone());
    let looked = block(move || {
        if is_confirmed {
            platform.import(network.slug(), &table, &party, Utc::now())
        } else {
            platform.look_at_table(&network, &table, &party)
        }
    })
    .await??;
    let frame = Frame::new(&here, Some(session), String::new());
    let words = frame.words.clone();
    let is_done = is_confirmed && looked.is_fit();
    let view = LookedView::new(&words, &looked);
    html(&Page { frame: Frame { title: words.t("import-title"), ..frame }, text, looked: Some(view), is_done })
}

/// Says what is wrong with a table as a whole.
fn whole(here: Here, session: Session, problem: &str) -> Result<HttpResponse, Failure> {
    let frame = Frame::new(&here, Some(session), String::new());
    let words = frame.words.clone();
    let looked = LookedView { whole: Some(words.t(problem)), ..LookedView::new(&words, &Looked::default()) };
    let frame = Frame { title: words.t("import-title"), ..frame };
    html(&Page { frame, text: String::new(), looked: Some(looked), is_done: false })
}

/// A list as a table.
pub async fn export(
    here: Here,
    reader: May<ReadRegister>,
    list: web::Path<String>,
    platform: web::Data<Platform>,
) -> Result<HttpResponse, Failure> {
    let list = list.into_inner();
    let name = format!("{}-{list}.csv", here.network.slug());
    let rows = block(move || rows(&here.network, &platform, &list)).await??.ok_or(Failure::Missing)?;
    drop(reader);
    as_file(&name, &rows)
}

/// What is due, as a table: for whoever is signed in, as on the calendar.
pub async fn calendar(here: Here, acting: Acting) -> Result<HttpResponse, Failure> {
    let party = Some(acting.0.party.clone()).filter(|_| !acting.0.reads_all());
    let network = here.network.clone();
    let due = block(move || super::calendar::due(&network, party.as_deref(), here.today)).await?;
    let mut rows = vec![["on", "what", "of", "by", "clause"].map(str::to_owned).to_vec()];
    rows.extend(
        due.into_iter().map(|(on, item)| vec![on.to_string(), item.what, item.of, item.by, item.clause.to_string()]),
    );
    as_file(&format!("{}-calendar.csv", here.network.slug()), &rows)
}

fn rows(network: &Hosted, platform: &Platform, list: &str) -> Result<Option<Vec<Vec<String>>>, Failure> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    match list {
        "acts" => {
            let acts = platform.acts(network, 0, i64::MAX)?;
            let mut fields: Vec<&String> = acts.iter().flat_map(|(_, act)| act.fields.keys()).collect();
            fields.sort_unstable();
            fields.dedup();
            let mut header = ["place", "id", "act", "by", "about", "on", "recorded_at"].map(str::to_owned).to_vec();
            header.extend(fields.iter().map(|field| (*field).clone()));
            rows = vec![header];
            for (place, act) in &acts {
                let mut row = vec![place.to_string(), act.id.clone(), act.act.clone()];
                row.extend([act.by.clone().unwrap_or_default(), act.about.clone().unwrap_or_default()]);
                row.push(act.on.to_string());
                row.push(act.recorded_at.map(|at| at.to_rfc3339()).unwrap_or_default());
                let value = |field: &&String| act.fields.get(*field).map(|value| value.as_text()).unwrap_or_default();
                row.extend(fields.iter().map(value));
                rows.push(row);
            }
        }
        "parties" => {
            rows.push(["name", "first_on", "last_on", "acts"].map(str::to_owned).to_vec());
            rows.extend(platform.parties(network, "")?.into_iter().map(|party| {
                vec![party.name, party.first_on.to_string(), party.last_on.to_string(), party.acts.to_string()]
            }));
        }
        "members" => {
            let members = platform.members(network, ShownTo::Secretariat, Utc::now())?;
            rows.push(vec!["name".into(), "class".into(), members.by.unwrap_or_default()]);
            rows.extend(members.shown.into_iter().map(|one| vec![one.name, one.class, one.group.unwrap_or_default()]));
        }
        "notices" => {
            let header = ["written_at", "kind", "name", "to", "about", "caused_on", "clause", "delivery"];
            rows.push(header.map(str::to_owned).to_vec());
            rows.extend(platform.told(network, None, None)?.into_iter().map(|told| {
                let delivery = format!("{:?}", told.delivery).to_lowercase();
                let (written, caused) = (told.written_at.to_rfc3339(), told.caused_on.to_string());
                vec![written, told.kind, told.name, told.recipient, told.subject, caused, told.clause, delivery]
            }));
        }
        _ => return Ok(None),
    }
    Ok(Some(rows))
}

/// A table as a download. What a spreadsheet would take for a formula is written as text.
fn as_file(name: &str, rows: &[Vec<String>]) -> Result<HttpResponse, Failure> {
    let broken = |error: &dyn std::fmt::Display| Failure::Table(error.to_string());
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for row in rows {
        let cells = row.iter().map(|cell| match cell.chars().next() {
            Some('=' | '+' | '-' | '@' | '\t' | '\r') => format!("'{cell}"),
            _ => cell.clone(),
        });
        writer.write_record(cells).map_err(|error| broken(&error))?;
    }
    let bytes = writer.into_inner().map_err(|error| broken(&error))?;
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header(("Content-Disposition", format!("attachment; filename=\"{name}\"")))
        .body(bytes))
}
