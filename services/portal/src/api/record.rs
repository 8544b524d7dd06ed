//! Recording an act by a program.

use std::collections::BTreeMap;

use actix_web::http::StatusCode;
use actix_web::web::{Data, Json};
use actix_web::{HttpResponse, Responder};
use app::{Draft, Platform, Refusal};
use charter::platform::{BY_HAND, OF_A_PARTY};
use chrono::Utc;
use kernel::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::caller::{Caller, Scope};
use super::problem::Problem;
use super::read::AnswerView;
use crate::failure::Failure;
use crate::work::block;

/// An act as a program sends it.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sent {
    /// The name of the act.
    act: String,
    /// Who did it. Keys of a party act for that party; the secretariat's say who.
    by: Option<String>,
    /// About whom or what.
    about: Option<String>,
    /// The day it takes effect; left out: today. Keys of a party record for today.
    on: Option<Date>,
    /// Its fields and facts, as the charter writes them.
    #[serde(default)]
    fields: BTreeMap<String, String>,
    /// Names this attempt: the same sent twice is recorded once.
    #[schemars(length(min = 1, max = 64), regex(pattern = "^[A-Za-z0-9._-]+$"))]
    attempt: String,
    /// Only look at it; nothing is recorded.
    #[serde(default)]
    check_only: bool,
}

/// What became of an act.
#[derive(Serialize, JsonSchema)]
pub struct Recorded {
    /// Whether it was recorded; no: it was only looked at.
    recorded: bool,
    /// What the charter says of it, where it has a say.
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<AnswerView>,
}

/// Records an act, or looks at it.
pub async fn act(caller: Caller, sent: Json<Sent>, platform: Data<Platform>) -> Result<impl Responder, Problem> {
    caller.need(Scope::Record)?;
    let sent = sent.into_inner();
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "._-".contains(letter);
    if sent.attempt.is_empty() || sent.attempt.len() > 64 || !sent.attempt.chars().all(is_plain) {
        return Err(Problem::body(&"`attempt` is up to 64 letters, digits, dots, hyphens and underscores"));
    }
    let is_platforms = charter::platform::is_act(&sent.act);
    let open = if caller.records_for_all(&sent.act) { BY_HAND } else { OF_A_PARTY };
    if is_platforms && !open.contains(&sent.act.as_str()) {
        return Err(Problem::not_allowed("This act is not for this key to record."));
    }
    let check_only = sent.check_only;
    let draft = draft_of(&caller, sent);
    let (network, looked_at) = (caller.here.network.clone(), draft.clone());
    let (refusal, allowed) = block(move || (network.refusal(&looked_at), network.allowed(&looked_at))).await?;
    if let Some(refusal) = refusal {
        return Err(refused(&caller, &draft, refusal));
    }
    if !check_only {
        let (slug, attempt) = (caller.here.network.slug().to_owned(), draft.clone());
        let recorded = block(move || platform.record(&slug, &attempt, Utc::now())).await??;
        if let Err(refusal) = recorded.ok_or(Failure::NoNetwork)? {
            return Err(refused(&caller, &draft, refusal));
        }
    }
    let answer = allowed.map(|asked| AnswerView::new(&caller, asked, draft.on));
    let status = if check_only { StatusCode::OK } else { StatusCode::CREATED };
    Ok(HttpResponse::build(status).json(Recorded { recorded: !check_only, answer }))
}

/// Whoever is not the secretariat acts in their own name, today.
fn draft_of(caller: &Caller, sent: Sent) -> Draft {
    let for_all = caller.records_for_all(&sent.act);
    let today = caller.here.today;
    Draft {
        act: sent.act,
        by: if for_all { sent.by } else { Some(caller.party().to_owned()) },
        about: sent.about,
        on: if for_all { sent.on.unwrap_or(today) } else { today },
        fields: sent.fields.into_iter().filter(|(name, _)| for_all || name != "holder").collect(),
        documents: BTreeMap::new(),
        recorded_by: caller.party().to_owned(),
        attempt: sent.attempt,
    }
}

fn refused(caller: &Caller, draft: &Draft, refusal: Refusal) -> Problem {
    match refusal {
        Refusal::Findings(findings) => {
            Problem::findings(findings.iter().map(|one| caller.here.language.finding(one).message).collect())
        }
        Refusal::Barred(bar) => {
            Problem::findings(vec![caller.here.language.say(&format!("barred-{}", bar.name()), &[])])
        }
        Refusal::DocumentMissing => Problem::findings(vec![String::from("a document is not here")]),
        Refusal::Charter(asked) => {
            let view = AnswerView::new(caller, *asked, draft.on);
            Problem::refused(serde_json::to_value(view).unwrap_or_default())
        }
    }
}
