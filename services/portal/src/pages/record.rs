//! Recording an act: a form made from the charter's vocabulary, a look at what the charter says of it, then the record.

use std::collections::BTreeMap;
use std::sync::Arc;

use actix_web::{HttpResponse, web};
use app::{Brought, Documents, Draft, NotTaken, Platform, Refusal};
use askama::Template;
use charter::platform::{BY_HAND, OF_A_PARTY};
use charter::{Value, platform};
use charter_syntax::ast::ActDecl;
use chrono::Utc;
use kernel::Date;

use crate::answer::{AnswerView, Reason};
use crate::failure::Failure;
use crate::given::{File, Given};
use crate::host::Here;
use crate::session::{Acting, Session};
use crate::view::{Frame, html, percent_encoded};

mod fields;

use crate::work::block;
use fields::FieldView;
use wording::Words;

#[derive(Template)]
#[template(path = "record_choose.html")]
struct Choose {
    frame: Frame,
    acts: Vec<Choice>,
}

struct Choice {
    name: String,
    by: String,
    about: String,
}

/// What happened?
pub async fn choose(here: Here, acting: Acting) -> Result<HttpResponse, Failure> {
    let session = acting.0;
    if !session.records_some() {
        return Err(Failure::Missing);
    }
    let charter = here.network.charter(Utc::now()).ok_or(Failure::NoNetwork)?;
    let declared = charter.acts().map(|(_, act)| act.clone());
    let by_hand = BY_HAND.iter().filter_map(|name| platform::act(name));
    let open = declared.chain(by_hand).filter(|act| session.records_for_all(act.name.as_str()));
    let acts = open.map(|act| Choice {
        by: if act.by.any_of.iter().any(|name| name == "anyone") { String::new() } else { fields::party(&act.by) },
        about: act.about.as_ref().map(fields::party).unwrap_or_default(),
        name: act.name.text,
    });
    let acts = acts.collect();
    let frame = Frame::new(&here, Some(session), String::new());
    let title = frame.words.t("record-title");
    html(&Choose { frame: Frame { title, ..frame }, acts })
}

#[derive(Template)]
#[template(path = "record_form.html")]
struct Form {
    frame: Frame,
    act: String,
    for_all: bool,
    on: String,
    attempt: String,
    parties: Vec<String>,
    by: Option<FieldView>,
    about: Option<FieldView>,
    fields: Vec<FieldView>,
    documents: Vec<DocumentView>,
    problems: Vec<(String, String)>,
    refused: Option<AnswerView>,
}

/// A document that an act asks for.
struct DocumentView {
    name: String,
    optional: bool,
    /// It was brought, or is on file elsewhere.
    is_brought: bool,
    brought: String,
}

#[derive(Template)]
#[template(path = "record_review.html")]
struct Review {
    frame: Frame,
    act: String,
    given: Vec<(String, String)>,
    shown: Vec<(String, String)>,
    answer: Option<AnswerView>,
}

/// The form of an act.
pub async fn form(
    here: Here,
    acting: Acting,
    act: web::Path<String>,
    begun: web::Query<BTreeMap<String, String>>,
    platform: web::Data<Platform>,
) -> Result<HttpResponse, Failure> {
    let declared = declaration(&here, &acting.0, &act)?;
    // What the address may fill in already; whoever follows it still looks at it and confirms it.
    let mut given = begun.into_inner();
    given.retain(|name, _| name == "about" || name.starts_with("field-"));
    if given.is_empty() {
        let (network, party, act) = (here.network.clone(), acting.0.party.clone(), declared.name.text.clone());
        given = block(move || platform.aside(&network, &party, &act)).await??;
    }
    html(&form_of(&here, acting.0, &declared, given))
}

/// Looks at a form: shows what it would record, or records it once that was seen.
pub async fn submit(
    here: Here,
    acting: Acting,
    act: web::Path<String>,
    form: Given,
    platform: web::Data<Platform>,
    documents: web::Data<Documents>,
) -> Result<HttpResponse, Failure> {
    let Given { fields: mut given, files } = form;
    let session = acting.0;
    session.check_form(given.get("mark").map(String::as_str).unwrap_or_default())?;
    let declared = declaration(&here, &session, &act)?;
    // Files are kept only for acts that may be done.
    let early = draft_of(&session, &declared, &given, here.today).filter(|_| !files.is_empty());
    let refused_early = early.and_then(|draft| {
        let asked = here.network.allowed(&draft).filter(|asked| asked.answer.value == Value::No)?;
        Some((draft, asked))
    });
    if let Some((draft, asked)) = refused_early {
        return html(&refused(&here, session, &declared, given, &draft, Refusal::Charter(Box::new(asked))));
    }
    let not_taken = take(&here, &session, &declared, &documents, &platform, files, &mut given).await?;
    if !not_taken.is_empty() {
        let mut page = form_of(&here, session, &declared, given);
        page.problems = not_taken;
        return html(&page);
    }
    let field = |name: &str| given.get(name).map(String::as_str).unwrap_or_default();
    if !given.contains_key("attempt") {
        return Err(Failure::BadForm);
    }
    let Some(draft) = draft_of(&session, &declared, &given, here.today) else {
        let mut page = form_of(&here, session, &declared, given);
        let words = page.frame.words.clone();
        page.problems.push((words.t("record-on"), words.t("record-required")));
        return html(&page);
    };
    match field("step") {
        "save" => return put_aside(&here, &session, &declared, given, &platform).await,
        "change" => return html(&form_of(&here, session, &declared, given)),
        "record" => {
            let (slug, attempt) = (here.network.slug().to_owned(), draft.clone());
            let recorded = block(move || platform.record(&slug, &attempt, Utc::now())).await??;
            match recorded.ok_or(Failure::NoNetwork)? {
                Ok(()) => {
                    let whom = draft.about.or(draft.by).filter(|_| session.reads_all());
                    let to = whom.map_or_else(
                        || session.first_page().to_owned(),
                        |whom| format!("/register/{}", percent_encoded(&whom)),
                    );
                    return Ok(HttpResponse::SeeOther().insert_header(("Location", to)).finish());
                }
                Err(refusal) => return html(&refused(&here, session, &declared, given, &draft, refusal)),
            }
        }
        _ => {}
    }
    let (network, looked_at) = (here.network.clone(), draft.clone());
    let (refusal, allowed) = block(move || (network.refusal(&looked_at), network.allowed(&looked_at))).await?;
    if let Some(refusal) = refusal {
        return html(&refused(&here, session, &declared, given, &draft, refusal));
    }
    let frame = Frame::new(&here, Some(session), String::new());
    let words = frame.words.clone();
    let shown = [(words.t("record-on"), words.date(&draft.on))]
        .into_iter()
        .chain(draft.by.iter().map(|by| (words.t("record-by"), by.clone())))
        .chain(draft.about.iter().map(|about| (words.t("record-about-field"), about.clone())))
        .chain(draft.fields.iter().map(|(name, value)| (name.clone(), value.clone())))
        .chain(draft.documents.keys().map(|name| (words.t("record-documents"), words.label(name))));
    let page = Review {
        act: draft.act.clone(),
        shown: shown.collect(),
        answer: allowed.map(|asked| AnswerView::new(&words, &asked, &draft.on)),
        given: given.into_iter().filter(|(name, _)| name != "step" && name != "mark").collect(),
        frame: Frame { title: words.t("record-review-title"), ..frame },
    };
    html(&page)
}

/// Puts a form aside, to go on with it later.
async fn put_aside(
    here: &Here,
    session: &Session,
    declared: &ActDecl,
    mut given: BTreeMap<String, String>,
    platform: &Arc<Platform>,
) -> Result<HttpResponse, Failure> {
    given.retain(|name, value| name != "mark" && name != "step" && !value.trim().is_empty());
    let (network, party, act) = (here.network.clone(), session.party.clone(), declared.name.text.clone());
    let keeping = platform.clone();
    block(move || keeping.put_aside(&network, &party, &act, &given, Utc::now())).await??;
    Ok(HttpResponse::SeeOther().insert_header(("Location", session.first_page())).finish())
}

/// Takes the files of a form and puts their references into its fields. Answers what was not taken, and why.
async fn take(
    here: &Here,
    session: &Session,
    declared: &ActDecl,
    documents: &Documents,
    platform: &Arc<Platform>,
    files: Vec<File>,
    given: &mut BTreeMap<String, String>,
) -> Result<Vec<(String, String)>, Failure> {
    let words = here.words();
    let mut problems = Vec::new();
    for file in files {
        let known = declared.documents.iter().any(|document| file.field == format!("document-{}", document.name));
        if !known {
            return Err(Failure::BadForm);
        }
        let brought = Brought { by: session.party.clone(), name: file.name.clone(), bytes: file.bytes };
        match documents.take(&here.network, brought).await? {
            Ok(document) => {
                let (platform, network, noted) = (platform.clone(), here.network.clone(), document.clone());
                block(move || platform.file_document(&network, &noted, Utc::now())).await??;
                given.insert(file.field, document.reference);
            }
            Err(why) => {
                let id = match why {
                    NotTaken::Empty => "document-empty",
                    NotTaken::TooLarge => "document-too-large",
                    NotTaken::OtherType => "document-other-type",
                };
                problems.push((words.with(id, "name", &file.name), words.t("document-taken")));
            }
        }
    }
    Ok(problems)
}

/// The act of a name, if whoever is signed in may record one.
fn declaration(here: &Here, session: &Session, act: &str) -> Result<ActDecl, Failure> {
    let charter = here.network.charter(Utc::now()).ok_or(Failure::NoNetwork)?;
    let open: &[&str] = if session.records_for_all(act) { BY_HAND } else { OF_A_PARTY };
    let by_hand = || open.contains(&act).then(|| platform::act(act)).flatten();
    charter.act(act).cloned().or_else(by_hand).ok_or(Failure::Missing)
}

/// The act of voting.
pub(super) const CAST: &str = "cast";

/// The field of a vote that another casts: only the secretariat writes those down.
const HOLDER: &str = "holder";

/// What a form says of a document that is on file elsewhere.
const ELSEWHERE: &str = "yes";

/// What a form says; none: it lacks its day. Whoever does not record for all acts in their own name, today.
fn draft_of(session: &Session, declared: &ActDecl, given: &BTreeMap<String, String>, today: Date) -> Option<Draft> {
    let text = |name: &str| given.get(name).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    let stated: Date = text("on")?.parse().ok()?;
    let for_all = session.records_for_all(declared.name.as_str());
    let on = if for_all { stated } else { today };
    let prefixed = |prefix: &str| {
        let named = given.iter().filter_map(|(name, value)| Some((name.strip_prefix(prefix)?, value)));
        named.map(|(name, value)| (name.to_owned(), value.clone())).collect::<BTreeMap<_, _>>()
    };
    Some(Draft {
        act: declared.name.text.clone(),
        by: if for_all { text("by") } else { Some(session.party.clone()) },
        about: text("about"),
        on,
        fields: prefixed("field-").into_iter().filter(|(name, _)| for_all || name != HOLDER).collect(),
        documents: prefixed("document-")
            .into_iter()
            .filter(|(_, value)| !value.is_empty() && (value != ELSEWHERE || for_all))
            .map(|(name, value)| (name, (value != ELSEWHERE).then_some(value)))
            .collect(),
        recorded_by: session.party.clone(),
        attempt: text("attempt")?,
    })
}

fn form_of(here: &Here, session: Session, declared: &ActDecl, given: BTreeMap<String, String>) -> Form {
    let for_all = session.records_for_all(declared.name.as_str());
    let frame = Frame::new(here, Some(session), declared.name.text.clone());
    let charter = here.network.charter(Utc::now());
    let value = |name: &str| given.get(name).cloned().unwrap_or_default();
    let mut views = charter.map(|charter| fields::of_act(charter, declared, &given, here.today)).unwrap_or_default();
    // Parts of votes are asked for on the page of a ballot, where they may be given.
    let is_asked = |view: &FieldView| match view.label.as_str() {
        HOLDER => for_all,
        "votes" | "person" if declared.name == CAST => for_all || !view.value.is_empty(),
        _ => true,
    };
    views.retain(is_asked);
    let documents = declared.documents.iter().map(|document| {
        let name = document.name.text.clone();
        let brought = value(&format!("document-{name}"));
        DocumentView { is_brought: !brought.is_empty(), brought, optional: document.optional, name }
    });
    // Who is in the register is for the secretariat to see.
    let acts = if for_all { here.network.register().acts() } else { &[] };
    let mut parties: Vec<String> = acts.iter().flat_map(|act| [act.by.clone(), act.about.clone()]).flatten().collect();
    parties.sort_unstable();
    parties.dedup();
    let on = value("on");
    let attempt = value("attempt");
    Form {
        for_all,
        act: declared.name.text.clone(),
        on: if on.is_empty() { here.today.to_string() } else { on },
        attempt: if attempt.is_empty() { uuid::Uuid::new_v4().to_string() } else { attempt },
        parties,
        by: fields::of_party(charter, "by", Some(&declared.by), value("by")).filter(|_| for_all),
        about: fields::of_party(charter, "about", declared.about.as_ref(), value("about")),
        fields: views,
        documents: documents.collect(),
        problems: Vec::new(),
        refused: None,
        frame,
    }
}

/// What stands against an act, each with what would help.
pub fn problems(words: &Words, refusal: &Refusal) -> Vec<(String, String)> {
    match refusal {
        Refusal::Findings(findings) => {
            let said = findings.iter().map(|finding| words.language().finding(finding));
            said.map(|said| (said.message, said.help)).collect()
        }
        Refusal::Barred(bar) => {
            vec![(words.variant("barred", bar.name()), words.variant("barred-help", bar.name()))]
        }
        Refusal::DocumentMissing => vec![(words.t("document-missing"), words.t("document-again"))],
        Refusal::Charter(asked) => {
            vec![(words.sentence(&asked.question, &asked.answer.value), words.lead(&asked.answer).unwrap_or_default())]
        }
    }
}

fn refused(
    here: &Here,
    session: Session,
    declared: &ActDecl,
    given: BTreeMap<String, String>,
    draft: &Draft,
    refusal: Refusal,
) -> Form {
    let mut page = form_of(here, session, declared, given);
    let words = page.frame.words.clone();
    match refusal {
        Refusal::Charter(asked) => page.refused = Some(AnswerView::new(&words, &asked, &draft.on)),
        other => page.problems = problems(&words, &other),
    }
    page
}
