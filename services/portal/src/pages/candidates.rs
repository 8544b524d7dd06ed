//! Who may stand for a seat and who stands: every member with the reasons, every candidacy, and the form that files one.

use std::collections::BTreeMap;

use actix_web::{HttpResponse, web};
use app::{Candidacy, Draft, Eligible, FILE_CANDIDACY, Platform, Refusal, SeatSought, WITHDRAW_CANDIDACY};
use askama::Template;
use serde::Deserialize;
use wording::Words;

use crate::answer::{AnswerView, Reason, Viewer, reasons};
use crate::failure::Failure;
use crate::host::Here;
use crate::pages::record::problems;
use crate::pages::together::{Fields, back_to, draft, first, record};
use crate::session::{Acting, Session};
use crate::view::{Frame, html, percent_encoded};
use crate::work::block;

/// Which seat, in an address: seats have a stroke in their names.
#[derive(Deserialize)]
pub struct Which {
    seat: String,
}

#[derive(Template)]
#[template(path = "candidates.html")]
struct Page {
    frame: Frame,
    seat: String,
    standing: Vec<CandidacyView>,
    eligible: Vec<MemberView>,
    kept: Vec<MemberView>,
    /// Whether whoever looks may put up anybody, or themselves alone.
    for_all: bool,
    may_file: bool,
    party: String,
    /// The names for the paper of a ballot; empty for whoever opens none.
    on_paper: String,
    attempt: String,
    problems: Vec<(String, String)>,
    refused: Option<AnswerView>,
}

struct CandidacyView {
    who: String,
    person: String,
    name: String,
    filed: String,
    verdict: AnswerView,
    may_withdraw: bool,
}

struct MemberView {
    who: String,
    /// It hangs on something: mostly on the person.
    depends: bool,
    why: Vec<Reason>,
}

/// The page.
pub async fn page(here: Here, acting: Acting, which: web::Query<Which>) -> Result<HttpResponse, Failure> {
    let sought = sought(&here, &acting.0, &which.seat).await?;
    html(&show(&here, acting.0, &sought, None))
}

/// Files a candidacy, or takes one back.
pub async fn submit(
    here: Here,
    acting: Acting,
    form: web::Form<Fields>,
    platform: web::Data<Platform>,
) -> Result<HttpResponse, Failure> {
    let (session, form) = (acting.0, form.into_inner());
    session.check_form(first(&form, "mark"))?;
    let act = match first(&form, "act") {
        "withdraw" => WITHDRAW_CANDIDACY,
        "file" => FILE_CANDIDACY,
        _ => return Err(Failure::BadForm),
    };
    let seat = first(&form, "seat").to_owned();
    let sought = sought(&here, &session, &seat).await?;
    let own = session.party.clone();
    let for_all = session.records_for_all(act);
    let who = if for_all { first(&form, "organisation").trim().to_owned() } else { own.clone() };
    let may_send = match act {
        FILE_CANDIDACY => may_stand(&sought, &own),
        _ => sought.candidacies.iter().any(|one| one.who == own),
    };
    if who.is_empty() || !for_all && !may_send {
        return Err(Failure::BadForm);
    }
    let fields = BTreeMap::from([
        (String::from("organisation"), who),
        (String::from("person"), first(&form, "person").trim().to_owned()),
    ]);
    let drafts = vec![Draft { fields, ..draft(&here, &session, &form, act, &own, &seat) }];
    match record(&here, platform, drafts).await? {
        Ok(()) => Ok(back_to(format!("/candidates?seat={}", percent_encoded(&seat)))),
        Err(refusal) => html(&show(&here, session, &sought, Some(refusal))),
    }
}

async fn sought(here: &Here, session: &Session, seat: &str) -> Result<SeatSought, Failure> {
    let (network, today, seat) = (here.network.clone(), here.today, seat.to_owned());
    let (who, sees_all) = (session.party.clone(), session.reads_all());
    block(move || network.seat_sought(&seat, &who, sees_all, today)).await?.ok_or(Failure::Missing)
}

/// Whether a member is not kept from standing.
fn may_stand(sought: &SeatSought, who: &str) -> bool {
    sought.members.iter().any(|member| member.who == who && member.may_stand != Some(false))
}

fn show(here: &Here, session: Session, sought: &SeatSought, refusal: Option<Refusal>) -> Page {
    let (for_all, party) = (session.records_for_all(FILE_CANDIDACY), session.party.clone());
    let opens_ballots = session.records_for_all("open-ballot");
    let frame = Frame::new(here, Some(session), String::new());
    let words = frame.words.clone();
    let viewer = Viewer::of(frame.session.as_ref());
    let view = |asked: &app::Asked| AnswerView::new(&words, &viewer.sees(here, asked.clone(), here.today), &here.today);
    let candidacy = |one: &Candidacy| CandidacyView {
        verdict: view(&one.may_stand),
        may_withdraw: for_all || one.who == party,
        name: one.name(),
        filed: filed(&words, one),
        who: one.who.clone(),
        person: one.person.clone().unwrap_or_default(),
    };
    let (kept, eligible): (Vec<&Eligible>, Vec<&Eligible>) =
        sought.members.iter().partition(|member| member.may_stand == Some(false));
    let member = |one: &&Eligible| MemberView {
        who: one.who.clone(),
        depends: one.may_stand.is_none(),
        why: reasons(&words, &viewer.sees_reasons(here, &one.because, here.today)),
    };
    let names: Vec<String> = sought.candidacies.iter().filter(|one| one.is_eligible()).map(Candidacy::name).collect();
    let refused = match &refusal {
        Some(Refusal::Charter(asked)) => Some(view(asked)),
        _ => None,
    };
    Page {
        standing: sought.candidacies.iter().map(candidacy).collect(),
        eligible: eligible.iter().map(member).collect(),
        kept: kept.iter().map(member).collect(),
        may_file: for_all || may_stand(sought, &party),
        on_paper: if opens_ballots { names.join(", ") } else { String::new() },
        problems: refusal.filter(|_| refused.is_none()).map(|refusal| problems(&words, &refusal)).unwrap_or_default(),
        refused,
        for_all,
        party,
        attempt: uuid::Uuid::new_v4().to_string(),
        frame: Frame { title: words.with("candidates-title", "seat", words.known_label(&sought.name)), ..frame },
        seat: sought.name.clone(),
    }
}

fn filed(words: &Words, one: &Candidacy) -> String {
    let by = one.by.as_deref().map(|by| words.known_label(by)).unwrap_or_default();
    words.say("motion-filed", &[("by", &by), ("on", &words.date(&one.filed))])
}
