//! Meetings and ballots: what there was and what is open, newest first.

use actix_web::HttpResponse;
use askama::Template;

use crate::failure::Failure;
use crate::host::Here;
use crate::session::Acting;
use crate::view::{Frame, html};
use crate::work::block;

/// The act by which a meeting is called.
const CALL: &str = "call-meeting";

#[derive(Template)]
#[template(path = "meetings.html")]
struct Page {
    frame: Frame,
    meetings: Vec<Line>,
    ballots: Vec<Line>,
    may_call: bool,
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
    let (meetings, ballots) = block(move || {
        let meetings = network.meetings(today).into_iter();
        let meetings = meetings.filter_map(|(id, _)| network.meeting(&id, &who, sees_all, today));
        let ballots = network.ballots(today).into_iter();
        let ballots = ballots.filter_map(|id| network.ballot(&id, &who, sees_all, today).map(|seen| seen.sheet));
        (meetings.collect::<Vec<_>>(), ballots.collect::<Vec<_>>())
    })
    .await?;
    let frame = Frame::new(&here, Some(session), String::new());
    let words = frame.words.clone();
    let page = Page {
        may_call: frame.session.as_ref().is_some_and(|session| session.records_for_all(CALL)),
        meetings: meetings
            .into_iter()
            .map(|seen| Line { title: words.label(&seen.kind), when: super::meeting::when(&words, &seen), id: seen.id })
            .collect(),
        ballots: ballots
            .into_iter()
            .map(|sheet| Line {
                title: super::ballot::title(&words, &sheet),
                when: super::ballot::when(&words, &sheet),
                id: sheet.id,
            })
            .collect(),
        frame: Frame { title: words.t("meetings-title"), ..frame },
    };
    html(&page)
}
