//! Reading: the charter, answers, what is due, the register.

use actix_web::web::{Json, Path, Query};
use app::{Asked, Delivery, Platform};
use charter::act::Act;
use charter::{Answer, Item, Question, Value};
use charter_syntax::ClauseLabel;
use chrono::{DateTime, Utc};
use kernel::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::caller::{Caller, Open, Scope};
use super::problem::Problem;
use crate::asking::{is_near, is_too_long, may_ask, spans_too_long};
use crate::host::Here;
use crate::work::block;

type Got<T> = Result<Json<T>, Problem>;

/// A network.
#[derive(Serialize, JsonSchema)]
pub struct NetworkView {
    /// Its name in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// The title of its charter.
    pub charter: String,
    /// The day from which the charter is in force.
    pub in_force_from: Date,
    /// What day it is there.
    pub today: Date,
    /// Its register is made up.
    pub demonstration: bool,
}

/// The network.
pub async fn network(Open(here): Open) -> Got<NetworkView> {
    let charter = here.network.charter(Utc::now()).ok_or_else(Problem::missing)?;
    Ok(Json(NetworkView {
        slug: here.network.slug().to_owned(),
        name: here.network.name(),
        charter: charter.header.title.clone(),
        in_force_from: charter.in_force_from(),
        today: here.today,
        demonstration: here.network.is_demonstration(),
    }))
}

/// A clause of the charter in force.
#[derive(Serialize, JsonSchema)]
pub struct ClauseView {
    /// Its number.
    pub clause: String,
    /// Its title; may be empty.
    pub title: String,
    /// What it says.
    pub prose: String,
    /// What its rules do, in words.
    pub rules: Vec<String>,
}

fn clause_views(here: &Here, only: Option<&ClauseLabel>) -> Vec<ClauseView> {
    let Some(charter) = here.network.charter(Utc::now()) else { return Vec::new() };
    let sentences = here.language.paraphrase(charter, only);
    let wanted = charter.clauses.iter().filter(|clause| only.is_none_or(|label| clause.label == *label));
    let view = |clause: &charter_syntax::Clause| ClauseView {
        clause: clause.label.to_string(),
        title: clause.title.clone(),
        prose: clause.prose.clone(),
        rules: sentences.iter().filter(|(of, _)| *of == clause.label).map(|(_, said)| said.clone()).collect(),
    };
    wanted.map(view).collect()
}

/// Every clause.
pub async fn clauses(Open(here): Open) -> Got<Vec<ClauseView>> {
    Ok(Json(clause_views(&here, None)))
}

/// One clause.
pub async fn clause(Open(here): Open, label: Path<String>) -> Got<ClauseView> {
    let label = ClauseLabel(label.into_inner());
    clause_views(&here, Some(&label)).pop().map(Json).ok_or_else(Problem::missing)
}

/// A question in the charter's words.
#[derive(Deserialize)]
pub struct Asking {
    question: String,
    on: Option<Date>,
}

/// An answer, with the question as it was understood.
#[derive(Serialize, JsonSchema)]
pub struct AnswerView {
    /// The question.
    pub question: String,
    /// The day that it was asked of.
    pub on: Date,
    /// The answer as a sentence.
    pub sentence: String,
    /// The answer with its reasons.
    pub answer: Answer,
}

impl AnswerView {
    /// An answer as a caller may see it.
    pub fn new(caller: &Caller, asked: Asked, on: Date) -> AnswerView {
        let words = caller.here.words();
        let viewer = Some(caller.party()).filter(|_| !caller.reads_all());
        let answer = match viewer {
            Some(_) => caller.here.network.veiled(asked.answer, viewer, on),
            None => asked.answer,
        };
        let sentence = words.sentence(&asked.question, &answer.value);
        AnswerView { question: asked.question.to_string(), on, sentence, answer }
    }
}

/// The day that is meant, if it is not too far away.
fn day(here: &Here, stated: Option<Date>) -> Result<Date, Problem> {
    let on = stated.unwrap_or(here.today);
    if is_near(&on, &here.today) { Ok(on) } else { Err(Problem::query(&"the day lies too far from today")) }
}

/// Answers a question.
pub async fn answer(caller: Caller, asking: Query<Asking>) -> Got<AnswerView> {
    caller.need(Scope::Read)?;
    let Asking { question, on } = asking.into_inner();
    let on = day(&caller.here, on)?;
    if is_too_long(&question) {
        return Err(Problem::query(&"a stretch of three years at most"));
    }
    if !may_ask(&caller.here.network, caller.party(), caller.reads_all(), &question) {
        return Err(Problem::not_allowed("Ask about the party that the key acts for, or about the charter itself."));
    }
    let network = caller.here.network.clone();
    let sees_all = caller.reads_all() || network.is_demonstration();
    let party = Some(caller.party().to_owned()).filter(|_| !sees_all);
    let asked = block(move || network.ask(&question, party.as_deref(), on)).await?;
    match asked {
        Ok(asked) => Ok(Json(AnswerView::new(&caller, asked, on))),
        Err(finding) => Err(Problem::query(&caller.here.language.finding(&finding).message)),
    }
}

/// A stretch of days.
#[derive(Deserialize)]
pub struct Stretch {
    from: Option<Date>,
    to: Option<Date>,
}

/// What falls due.
pub async fn due(caller: Caller, stretch: Query<Stretch>) -> Got<Vec<Item>> {
    caller.need(Scope::Read)?;
    caller.need_reads_all()?;
    let from = day(&caller.here, stretch.from)?;
    let to = day(&caller.here, stretch.to)?.max(from);
    if spans_too_long(from, to) {
        return Err(Problem::query(&"a stretch of three years at most"));
    }
    let (network, today) = (caller.here.network.clone(), caller.here.today);
    let answer = block(move || network.judge(&Question::Due { from, to }, today)).await?;
    Ok(Json(if let Value::Items(items) = answer.value { items } else { Vec::new() }))
}

/// A procedure under way.
#[derive(Serialize, JsonSchema)]
pub struct MatterView {
    /// Whose it is.
    pub subject: String,
    /// Where it stands.
    pub state: AnswerView,
    /// What the caller's party may do in it now.
    pub acts: Vec<String>,
}

/// Procedures under way: all for the secretariat, else one's own and those in which one may do something.
pub async fn matters(caller: Caller) -> Got<Vec<MatterView>> {
    caller.need(Scope::Read)?;
    let (network, who, today) = (caller.here.network.clone(), caller.party().to_owned(), caller.here.today);
    let matters = block(move || network.matters(&who, today)).await?;
    let shown = matters
        .into_iter()
        .filter(|matter| caller.reads_all() || matter.subject == caller.party() || !matter.acts.is_empty());
    let view = |matter: app::Matter| MatterView {
        state: AnswerView::new(&caller, matter.state, today),
        subject: matter.subject,
        acts: matter.acts,
    };
    Ok(Json(shown.map(view).collect()))
}

/// Something that was told to somebody.
#[derive(Serialize, JsonSchema)]
pub struct NoticeView {
    /// Its identifier.
    pub id: String,
    /// `charter`, `reminder`, `missed`, `standing` or `stage`.
    pub kind: String,
    /// The notice, the duty, the state.
    pub name: String,
    /// Who receives it.
    pub to: String,
    /// Whom or what it concerns.
    pub about: String,
    /// The day of its cause.
    pub on: String,
    /// The clause that asks for it.
    pub clause: String,
    /// `no-address`, `waiting`, `sent`, `failed` or `received`.
    pub delivery: &'static str,
    /// When it was written.
    pub written_at: DateTime<Utc>,
}

/// The newest notices: all for the secretariat, else those to one's party.
pub async fn notices(caller: Caller, platform: actix_web::web::Data<Platform>) -> Got<Vec<NoticeView>> {
    caller.need(Scope::Read)?;
    let network = caller.here.network.clone();
    let to = Some(caller.party().to_owned()).filter(|_| !caller.reads_all());
    let told = block(move || platform.told(&network, to.as_deref(), None)).await??;
    let view = |told: app::Told| NoticeView {
        id: told.id.to_string(),
        kind: told.kind,
        name: told.name,
        to: told.recipient,
        about: told.subject,
        on: told.caused_on.to_string(),
        clause: told.clause,
        delivery: match told.delivery {
            Delivery::NoAddress => "no-address",
            Delivery::Waiting => "waiting",
            Delivery::Sent => "sent",
            Delivery::Failed => "failed",
            Delivery::Received => "received",
        },
        written_at: told.written_at,
    };
    Ok(Json(told.into_iter().map(view).collect()))
}

/// What a search looks for.
#[derive(Deserialize)]
pub struct Search {
    #[serde(default)]
    name: String,
}

/// Somebody whom the register names.
#[derive(Serialize, JsonSchema)]
pub struct PartyView {
    /// The name.
    pub name: String,
    /// The day of the first act that names it.
    pub first_on: String,
    /// The day of the last one.
    pub last_on: String,
    /// How many acts name it.
    pub acts: i64,
}

/// Everybody in the register whose name holds a text.
pub async fn parties(
    caller: Caller,
    search: Query<Search>,
    platform: actix_web::web::Data<Platform>,
) -> Got<Vec<PartyView>> {
    caller.need(Scope::Read)?;
    caller.need_reads_all()?;
    let network = caller.here.network.clone();
    let found = block(move || platform.parties(&network, &search.name)).await??;
    let view = |party: app::Party| PartyView {
        name: party.name,
        first_on: party.first_on.to_string(),
        last_on: party.last_on.to_string(),
        acts: party.acts,
    };
    Ok(Json(found.into_iter().map(view).collect()))
}

/// A day.
#[derive(Deserialize)]
pub struct AsOf {
    on: Option<Date>,
}

/// Where somebody stands.
#[derive(Serialize, JsonSchema)]
pub struct StandingView {
    /// Who.
    pub party: String,
    /// Their class or status.
    pub status: AnswerView,
    /// What they owe and owed.
    pub duties: AnswerView,
    /// Whether they have each right that the charter grants to somebody.
    pub rights: Vec<AnswerView>,
}

/// Where somebody of the register stands: anybody for the secretariat, else one's own party.
pub async fn party(caller: Caller, name: Path<String>, as_of: Query<AsOf>) -> Got<StandingView> {
    caller.need(Scope::Read)?;
    let name = name.into_inner();
    let is_named = caller.here.network.names(&name);
    if !(is_named && (caller.reads_all() || name == caller.party())) {
        return Err(Problem::missing());
    }
    let on = day(&caller.here, as_of.on)?;
    let (network, who) = (caller.here.network.clone(), name.clone());
    let stands = block(move || network.stands(&who, on)).await?;
    Ok(Json(StandingView {
        party: name,
        status: AnswerView::new(&caller, stands.status, on),
        duties: AnswerView::new(&caller, stands.duties, on),
        rights: stands.rights.into_iter().map(|asked| AnswerView::new(&caller, asked, on)).collect(),
    }))
}

/// Where a page of the register begins.
#[derive(Deserialize)]
pub struct After {
    #[serde(default)]
    after: i64,
    limit: Option<i64>,
}

/// An act with its place in the chain.
#[derive(Serialize, JsonSchema)]
pub struct Placed {
    /// Its place, from 1.
    pub place: i64,
    /// The act. What is sealed is left out.
    pub act: Act,
}

/// The most acts that one page holds.
const PAGE: i64 = 500;

/// Acts in the order in which they were recorded.
pub async fn acts(caller: Caller, after: Query<After>, platform: actix_web::web::Data<Platform>) -> Got<Vec<Placed>> {
    caller.need(Scope::Read)?;
    caller.need_reads_all()?;
    let network = caller.here.network.clone();
    let limit = after.limit.unwrap_or(PAGE).clamp(1, PAGE);
    let found = block(move || platform.acts(&network, after.after.max(0), limit)).await??;
    Ok(Json(found.into_iter().map(|(place, act)| Placed { place, act }).collect()))
}
