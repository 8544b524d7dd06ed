//! One ballot: its roll with reasons, who has voted, whether there is a quorum, the verdict.

use actix_web::http::header::ContentType;
use actix_web::{HttpResponse, web};
use app::{BallotSeen, BallotSheet, CHOICES, Draft, Elector, Enrolled, OpenedBox, Platform, Refusal, RollSaid, Vote};
use askama::Template;
use ballots::Method;
use ballots::read::Cells;
use kernel::Ratio;
use wording::Words;

use crate::answer::{AnswerView, Reason, Viewer, reasons};
use crate::failure::Failure;
use crate::host::Here;
use crate::pages::motions::{self, MotionView};
use crate::pages::record::{CAST, problems};
use crate::pages::together::{Fields, back_to, draft, first, record};
use crate::pictures::Bars;
use crate::session::{Acting, Session};
use crate::view::{Frame, html, percent_encoded};
use crate::work::block;

#[derive(Template)]
#[template(path = "ballot_page.html")]
pub(super) struct Page {
    frame: Frame,
    id: String,
    clause: String,
    when: String,
    is_over: bool,
    meeting: Option<String>,
    is_secret: bool,
    may_vote: bool,
    may_use_the_box: bool,
    /// Whether the votes of one voter may go different ways, and how many whoever looks has left.
    may_split: bool,
    left: String,
    today: String,
    /// The motion as it was filed, and what would change it.
    motion: Option<MotionView>,
    amendments: Vec<MotionView>,
    /// The motion that this would change.
    amends: Option<String>,
    /// What an amendment has in common with the motion, as fields of an address.
    amend_with: String,
    /// Whether whoever looks can say who is to be on the roll.
    may_change: bool,
    is_motion: bool,
    candidates: Vec<String>,
    /// Papers in the box, once it is open.
    papers: usize,
    is_withheld: bool,
    receipts: Vec<String>,
    /// How a paper of an election is filled in: `ranks`, `scores`, `marks`.
    cells: &'static str,
    /// The numbers of the box, as the fields of a declaration.
    declares: String,
    /// Whether it is an election, and whoever looks counts it or sees how it is counted.
    counts: bool,
    /// Whether whoever looks writes down what others voted, now.
    writes_down: bool,
    attempt: String,
    problems: Vec<(String, String)>,
    quorate: AnswerView,
    carried: AnswerView,
    returned: usize,
    on_roll: usize,
    returned_of: String,
    bars: Option<Bars>,
    electors: Vec<ElectorView>,
    excluded: Vec<Kept>,
    differs: String,
    /// What officers said of the roll after it was drawn.
    changes: Vec<String>,
    /// Who contests the roll, when, why.
    contested: Vec<(String, String, String)>,
    roll_as_of: String,
    drawn: String,
    hash: String,
}

/// A row of the roll.
struct ElectorView {
    who: String,
    why: Vec<Reason>,
    has_voted: bool,
    /// What each vote was given for, and when; the choice is empty where it is kept secret.
    votes: Vec<(String, String)>,
    /// How many they have left, where that is more or less than one.
    left: String,
}

/// Somebody who is not on the roll.
struct Kept {
    who: String,
    why: Vec<Reason>,
}

/// The page.
pub async fn page(
    here: Here,
    acting: Acting,
    path: web::Path<String>,
    platform: web::Data<Platform>,
) -> Result<HttpResponse, Failure> {
    let seen = seen(&here, &acting.0, path.into_inner()).await?;
    let (network, sheet) = (here.network.clone(), seen.sheet.clone());
    let opened = block(move || platform.open_the_box(&network, &sheet)).await??;
    html(&show(&here, acting.0, &seen, opened, None))
}

pub(super) fn show(
    here: &Here,
    session: Session,
    seen: &BallotSeen,
    opened: OpenedBox,
    refusal: Option<Refusal>,
) -> Page {
    let frame = Frame::new(here, Some(session), String::new());
    let words = frame.words.clone();
    let viewer = Viewer::of(frame.session.as_ref());
    let view = |asked: &app::Asked| AnswerView::new(&words, &viewer.sees(here, asked.clone(), here.today), &here.today);
    let why = |one: &Elector| reasons(&words, &viewer.sees_reasons(here, &one.because, here.today));
    let (sheet, roll) = (&seen.sheet, &seen.roll);
    let day = |day: Option<kernel::Date>| day.map(|day| words.date(&day)).unwrap_or_default();
    let returned = roll.electors.iter().filter(|one| !one.votes.is_empty()).count();
    let on_roll = roll.electors.len();
    let in_the_box = || opened.choices.iter().map(|(choice, votes)| (choice.clone(), Ratio::count(*votes))).collect();
    let shown: Vec<(String, Ratio)> = if seen.sheet.is_secret { in_the_box() } else { seen.counted.clone() };
    let counted = shown.iter().map(|(choice, votes)| (words.label(choice), *votes)).collect();
    let own = frame
        .session
        .as_ref()
        .and_then(|session| roll.electors.iter().find(|one| one.elector.who == session.party).and_then(|one| one.left));
    Page {
        problems: refusal.map(|refusal| problems(&words, &refusal)).unwrap_or_default(),
        clause: sheet.clause.to_string(),
        when: when(&words, sheet, here.today),
        is_over: sheet.is_over,
        meeting: sheet.meeting.clone(),
        is_secret: sheet.is_secret,
        may_vote: seen.may_vote,
        may_use_the_box: seen.may_use_the_box,
        may_split: sheet.may_split,
        left: own.map(|left| left.to_string()).unwrap_or_default(),
        today: here.today.to_string(),
        amend_with: amend_with(sheet),
        may_change: !sheet.is_over
            && frame.session.as_ref().is_some_and(|session| here.network.is_organ(&session.party, here.today)),
        amends: seen.motion.as_ref().and_then(|motion| motion.amends.clone()),
        motion: seen.motion.as_ref().map(|motion| MotionView::new(&words, motion, here.today)),
        amendments: motions::views(&words, &seen.amendments, here.today),
        changes: sheet.changes.iter().map(|said| said_of_roll(&words, said)).collect(),
        is_motion: sheet.elect.is_none(),
        candidates: seen.candidates.clone(),
        papers: opened.papers,
        is_withheld: opened.papers > 0 && opened.table.is_empty(),
        receipts: opened.receipts.clone(),
        cells: cells(sheet),
        declares: declares(&opened, returned, frame.session.as_ref()),
        counts: sheet.elect.is_some() && !opened.table.is_empty()
            || sheet.elect.is_some()
                && frame.session.as_ref().is_some_and(|session| session.records_for_all("declare-result")),
        writes_down: frame.session.as_ref().is_some_and(|session| session.records_for_all(CAST))
            && !sheet.is_secret
            && !sheet.is_over
            && sheet.opened.is_some_and(|opened| opened <= here.today),
        attempt: uuid::Uuid::new_v4().to_string(),
        quorate: view(&seen.quorate),
        carried: view(&seen.carried),
        returned,
        on_roll,
        returned_of: words
            .say("ballot-returned", &[("returned", &returned.to_string()), ("roll", &on_roll.to_string())]),
        bars: (!shown.is_empty()).then(|| Bars::of_votes(counted)),
        electors: roll.electors.iter().map(|one| elector(&words, sheet.is_secret, one, why(&one.elector))).collect(),
        excluded: roll.excluded.iter().map(|one| Kept { who: one.who.clone(), why: why(one) }).collect(),
        differs: roll.differs_now.join(", "),
        contested: seen
            .contested
            .iter()
            .map(|(who, on, reasons)| (who.clone(), words.date(on), reasons.clone()))
            .collect(),
        roll_as_of: day(sheet.roll_as_of),
        // In a demonstration days are moved about, and the clock's own day would say nothing.
        drawn: roll
            .drawn_at
            .filter(|_| !here.network.is_demonstration())
            .map(|at| words.date(&here.network.day_of(at)))
            .unwrap_or_default(),
        hash: roll.hash.clone(),
        id: sheet.id.clone(),
        frame: Frame { title: title(&words, sheet), ..frame },
    }
}

/// The roll as text, a name a line: the bytes whose hash the page shows.
pub async fn roll(here: Here, acting: Acting, path: web::Path<String>) -> Result<HttpResponse, Failure> {
    let seen = seen(&here, &acting.0, path.into_inner()).await?;
    Ok(HttpResponse::Ok().content_type(ContentType::plaintext()).body(seen.roll.text))
}

pub(super) async fn seen(here: &Here, session: &Session, id: String) -> Result<BallotSeen, Failure> {
    let (network, today) = (here.network.clone(), here.today);
    let (who, sees_all) = (session.party.clone(), session.reads_all());
    block(move || network.ballot(&id, &who, sees_all, today)).await?.ok_or(Failure::Missing)
}

/// The decision, and whom it is for.
pub fn title(words: &Words, sheet: &BallotSheet) -> String {
    let decision = words.label(&sheet.decision);
    sheet.subject.as_ref().map_or(decision.clone(), |subject| format!("{decision}: {subject}"))
}

/// From when to when votes are taken.
pub fn when(words: &Words, sheet: &BallotSheet, today: kernel::Date) -> String {
    let day = |day: Option<kernel::Date>| day.map(|day| words.date(&day)).unwrap_or_default();
    let (from, to) = (day(sheet.opened), day(sheet.closes));
    let id = match (sheet.opened, sheet.closes) {
        (None, Some(_)) if sheet.is_over => "ballot-declared",
        (None, _) => "ballot-not-open",
        (Some(opened), _) if opened > today => "ballot-not-open",
        _ if sheet.is_over => "ballot-was-open",
        (_, None) => "ballot-open",
        (_, Some(_)) => "ballot-open-until",
    };
    words.say(id, &[("from", &from), ("to", &to)])
}

/// What is written beside a name.
fn cells(sheet: &BallotSheet) -> &'static str {
    match sheet.elect.as_ref().and_then(|elect| Method::named(elect.method.as_str())).map(Method::cells) {
        Some(Cells::Scores) => "scores",
        Some(Cells::Marks) => "marks",
        _ => "ranks",
    }
}

/// The fields by which the numbers of an opened box are declared, for whoever declares them.
fn declares(opened: &OpenedBox, returned: usize, session: Option<&Session>) -> String {
    if opened.choices.is_empty() || !session.is_some_and(|session| session.records_for_all("declare-result")) {
        return String::new();
    }
    let numbers = opened.choices.iter().map(|(choice, votes)| format!("&field-{choice}={votes}"));
    format!("{}&field-returned={returned}", numbers.collect::<String>())
}

fn elector(words: &Words, is_secret: bool, enrolled: &Enrolled, why: Vec<Reason>) -> ElectorView {
    let vote = |vote: &Vote| {
        let choice = if is_secret { String::new() } else { words.label(&vote.choice) };
        let part = vote.part.filter(|part| *part != Ratio::count(1));
        let choice = part.map_or(choice.clone(), |part| format!("{choice} ({part})"));
        let person = vote.person.as_ref().map(|person| format!(" {person}")).unwrap_or_default();
        (choice, format!("{}{person}", words.date(&vote.on)))
    };
    ElectorView {
        who: enrolled.elector.who.clone(),
        why,
        has_voted: enrolled.has_voted,
        votes: enrolled.votes.iter().map(vote).collect(),
        left: enrolled.left.map(|left| left.to_string()).unwrap_or_default(),
    }
}

/// The decision and the meeting of a motion, which an amendment shares.
fn amend_with(sheet: &BallotSheet) -> String {
    let meeting = sheet.meeting.as_ref().map(|meeting| format!("&field-meeting={}", percent_encoded(meeting)));
    format!("&field-decision={}{}", percent_encoded(&sheet.decision), meeting.unwrap_or_default())
}

fn said_of_roll(words: &Words, said: &RollSaid) -> String {
    let id = if said.on_roll { "ballot-said-on" } else { "ballot-said-off" };
    words.say(id, &[("by", &words.known_label(&said.by)), ("who", &said.who), ("on", &words.date(&said.on))])
}

/// Writes down votes by name, as they were given in the room or on paper: everybody's who has a choice beside their name, all or
/// none.
pub async fn votes(
    here: Here,
    acting: Acting,
    path: web::Path<String>,
    form: web::Form<Fields>,
    platform: web::Data<Platform>,
) -> Result<HttpResponse, Failure> {
    let (session, id, form) = (acting.0, path.into_inner(), form.into_inner());
    session.check_form(first(&form, "mark"))?;
    if !session.records_for_all(CAST) {
        return Err(Failure::Missing);
    }
    let seen = seen(&here, &session, id.clone()).await?;
    let is_choice = |(name, choice): &(String, String)| {
        !name.starts_with("vote-") || choice.is_empty() || CHOICES.contains(&choice.as_str())
    };
    let votes = |who: &str| Some(first(&form, &format!("votes-{who}")).trim()).filter(|votes| !votes.is_empty());
    if !form.iter().all(is_choice) {
        return Err(Failure::BadForm);
    }
    let on_roll = |who: &str| seen.roll.electors.iter().any(|one| one.elector.who == who && !one.has_voted);
    let given = form.iter().filter_map(|(name, choice)| Some((name.strip_prefix("vote-")?, choice)));
    let given = given.filter(|(who, choice)| !choice.is_empty() && on_roll(who) && !seen.sheet.is_secret);
    let drafts: Vec<Draft> = given
        .map(|(who, choice)| Draft {
            fields: std::iter::once((String::from("choice"), choice.clone()))
                .chain(votes(who).map(|votes| (String::from("votes"), votes.to_owned())))
                .collect(),
            ..draft(&here, &session, &form, CAST, who, &id)
        })
        .collect();
    match record(&here, platform, drafts).await? {
        Ok(()) => Ok(back_to(format!("/ballot/{}", percent_encoded(&id)))),
        Err(refusal) => html(&show(&here, session, &seen, OpenedBox::default(), Some(refusal))),
    }
}
