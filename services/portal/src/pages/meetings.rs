//! Meetings and ballots: what there was and what is open, newest first.

use actix_web::HttpResponse;
use askama::Template;

use crate::answer::{AnswerView, Reason};
use crate::failure::Failure;
use crate::host::Here;
use crate::pages::call::CALL;
use crate::session::Acting;
use crate::view::{Frame, html};
use crate::work::block;

#[derive(Template)]
#[template(path = "meetings.html")]
struct Page {
    frame: Frame,
    meetings: Vec<Line>,
    ballots: Vec<Line>,
    /// When the next of each kind can and must be held, for whoever calls them.
    next: Vec<Next>,
}

struct Next {
    kind: String,
    label: String,
    earliest: AnswerView,
    latest: AnswerView,
}

struct Line {
    id: String,
    title: String,
    when: String,
}

/// The page: what somebody may see of both.
pub async fn page(here: Here, acting: Acting) -> Result<HttpResponse, Failure> {
    let session = acting.0;
    let (network, today) = (here.network.clone(), here.today);
    let (who, sees_all) = (session.party.clone(), session.reads_all());
    let calls = session.records_for_all(CALL);
    let (meetings, ballots, next) = block(move || {
        let next = if calls { network.next_meetings(today) } else { Vec::new() };
        (network.meetings(&who, sees_all, today), network.ballots(&who, sees_all, today), next)
    })
    .await?;
    let frame = Frame::new(&here, Some(session), String::new());
    let words = frame.words.clone();
    let page = Page {
        next: next
            .iter()
            .map(|(kind, earliest, latest)| Next {
                label: words.label(kind),
                kind: kind.clone(),
                earliest: AnswerView::new(&words, earliest, &today),
                latest: AnswerView::new(&words, latest, &today),
            })
            .collect(),
        meetings: meetings
            .into_iter()
            .map(|seen| Line { title: words.label(&seen.kind), when: super::meeting::when(&words, &seen), id: seen.id })
            .collect(),
        ballots: ballots
            .into_iter()
            .map(|sheet| Line {
                title: super::ballot::title(&words, &sheet),
                when: super::ballot::when(&words, &sheet, today),
                id: sheet.id,
            })
            .collect(),
        frame: Frame { title: words.t("meetings-title"), ..frame },
    };
    html(&page)
}
