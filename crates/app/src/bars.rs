//! What bars an act whatever the charter allows: a vote out of time or a second one, the change of a roll by whoever is no
//! officer, a ballot on a motion whose amendments are open.

use charter::act::TypedAct;
use interpreter::BallotSheet;
use kernel::{Date, Ratio};

use crate::record::CAST;
use crate::{Draft, Hosted, Motion, candidacies};

/// What bars an act, whatever the charter allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bar {
    /// The ballot was closed, or its result declared.
    Closed,
    /// There is a vote of theirs already; it stays.
    Repeated,
    /// Votes are secret: nothing that shows how somebody voted is recorded.
    Secret,
    /// Votes are by name: there is no box.
    ByName,
    /// So few are on the roll that a secret vote would not stay one.
    TooFew,
    /// The paper says nothing that can be counted.
    NoPaper,
    /// Votes are not taken yet.
    NotOpen,
    /// There is no such meeting, or it is not open.
    NoMeeting,
    /// Whoever has a vote gives it whole: the charter does not let them split it.
    Undivided,
    /// The voter has not so many votes left.
    TooMany,
    /// A roll is changed by offices and bodies, each in its own name.
    NotOfficer,
    /// The voter's paper is in the box, and cannot be taken out.
    InTheBox,
    /// A roll is changed from the day on which it is said, and not from an earlier one.
    BackDated,
    /// An amendment of the motion is not decided yet.
    AmendmentOpen,
    /// The motion was withdrawn.
    Withdrawn,
    /// It was put to the vote already: a ballot opens once.
    Opened,
    /// Something else has this name.
    NameTaken,
    /// There is no such motion.
    NoMotion,
    /// It is for others to do.
    NotYours,
    /// The meeting is closed.
    MeetingClosed,
}

impl Bar {
    /// Its name in messages.
    pub fn name(self) -> &'static str {
        match self {
            Bar::Closed => "closed",
            Bar::Repeated => "repeated",
            Bar::Secret => "secret",
            Bar::ByName => "by-name",
            Bar::TooFew => "too-few",
            Bar::NoPaper => "no-paper",
            Bar::NotOpen => "not-open",
            Bar::NoMeeting => "no-meeting",
            Bar::Undivided => "undivided",
            Bar::TooMany => "too-many",
            Bar::NotOfficer => "not-officer",
            Bar::InTheBox => "in-the-box",
            Bar::BackDated => "back-dated",
            Bar::AmendmentOpen => "amendment-open",
            Bar::Withdrawn => "withdrawn",
            Bar::Opened => "opened",
            Bar::NameTaken => "name-taken",
            Bar::NoMotion => "no-motion",
            Bar::NotYours => "not-yours",
            Bar::MeetingClosed => "meeting-closed",
        }
    }
}

impl Hosted {
    /// What bars an act, if anything does. What was recorded first counts, to the second: a vote that is recorded after
    /// the ballot was closed is none, whatever its day.
    pub(crate) fn bar(&self, draft: &Draft) -> Option<Bar> {
        let about = draft.about.as_deref()?;
        match draft.act.as_str() {
            "attend" | "leave" => self.bar_to_attendance(draft),
            CHANGE_ROLL => self.bar_to_change(draft, about),
            "open-ballot" => self.bar_to_opening(about, draft.on),
            "call-meeting" => self.has_act("call-meeting", about).then_some(Bar::NameTaken),
            "put-on-agenda" | "take-off-agenda" => self.has_act("close-meeting", about).then_some(Bar::MeetingClosed),
            "file-motion" => self.bar_to_filing(draft, about),
            "withdraw-motion" => self.bar_to_withdrawing(draft, about),
            candidacies::FILE | candidacies::WITHDRAW => self.bar_to_candidacy(draft),
            CAST => self.bar_to_vote(draft, about),
            _ => None,
        }
    }

    /// What bars an act that is recorded today: a ballot is not changed by what is dated back into it or ahead, and amendments
    /// that were filed since the day on which a motion is said to be put to the vote count too.
    pub(crate) fn bar_today(&self, draft: &Draft, today: Date) -> Option<Bar> {
        match draft.act.as_str() {
            CHANGE_ROLL => (draft.on != today).then_some(Bar::BackDated),
            "open-ballot" => self.bar_to_opening(draft.about.as_deref()?, today.max(draft.on)),
            _ => None,
        }
    }

    fn has_act(&self, name: &str, about: &str) -> bool {
        self.register().acts().iter().any(|act| act.act == name && act.about.as_deref() == Some(about))
    }

    /// A motion has a name of its own, is filed by a member or an organ, and amends another that is on file.
    fn bar_to_filing(&self, draft: &Draft, motion: &str) -> Option<Bar> {
        if ["file-motion", "open-ballot", "declare-result"].iter().any(|name| self.has_act(name, motion)) {
            return Some(Bar::NameTaken);
        }
        let by = draft.by.as_deref().filter(|by| *by == draft.recorded_by);
        if by.is_some_and(|by| !self.is_member(by, draft.on) && !self.is_organ(by, draft.on)) {
            return Some(Bar::NotYours);
        }
        let amends = draft.fields.get("amends").map(|amends| amends.trim()).filter(|amends| !amends.is_empty());
        amends.filter(|amends| !self.has_act("file-motion", amends)).map(|_| Bar::NoMotion)
    }

    /// A motion is withdrawn by whoever filed it, until it is put to the vote.
    fn bar_to_withdrawing(&self, draft: &Draft, motion: &str) -> Option<Bar> {
        match self.motion(motion, draft.on) {
            None => Some(Bar::NoMotion),
            Some(_) if self.has_act("open-ballot", motion) => Some(Bar::Opened),
            Some(filed) => (filed.by != draft.by).then_some(Bar::NotYours),
        }
    }

    /// Members put up and withdraw themselves; offices and bodies anybody.
    fn bar_to_candidacy(&self, draft: &Draft) -> Option<Bar> {
        let by = draft.by.as_deref()?;
        let field = |name: &str| draft.fields.get(name).map(|value| value.trim()).filter(|value| !value.is_empty());
        let who = field("organisation").or_else(|| field("person")).unwrap_or(by);
        (who != by && !self.is_organ(by, draft.on)).then_some(Bar::NotYours)
    }

    /// Whether a name is an office or a body of the charter.
    pub fn is_organ(&self, name: &str, on: Date) -> bool {
        let charter = self.network().in_force(on).map(|(_, charter)| charter);
        charter.is_some_and(|charter| charter.office(name).is_some() || charter.body(name).is_some())
    }

    fn bar_to_vote(&self, draft: &Draft, ballot: &str) -> Option<Bar> {
        let opens = |act: &&TypedAct| act.act == "open-ballot" && act.about.as_deref() == Some(ballot);
        let opened = self.register().acts().iter().find(opens).map(|act| act.on);
        let sheet = |on: Date| self.interpreter().ballot_head(&self.index(), ballot, on);
        let of_the_day = sheet(draft.on);
        if let Some(bar) = self.bar_to_parts(draft, of_the_day.as_ref()) {
            return Some(bar);
        }
        // Secrecy is that of the ballot, whatever day somebody writes on a vote.
        if opened.and_then(sheet).iter().chain(&of_the_day).any(|sheet| sheet.is_secret) {
            return Some(Bar::Secret);
        }
        of_the_day.and_then(|sheet| out_of_time(&sheet, draft.on))
    }

    /// Whether a ballot is over by what is on record, or the voter has given what they have: one vote, or as many as they
    /// have where those may go different ways.
    fn bar_to_parts(&self, draft: &Draft, sheet: Option<&BallotSheet>) -> Option<Bar> {
        let may_split = sheet.is_some_and(|sheet| sheet.may_split);
        let votes = draft.fields.get("votes").filter(|votes| !votes.trim().is_empty());
        let late_or_repeated = self.late_or_repeated(draft, draft.about.as_deref()?);
        match (late_or_repeated, may_split) {
            (Some(Bar::Repeated) | None, true) => self.bar_to_so_many(draft, votes.map(String::as_str)),
            (None, false) => votes.map(|_| Bar::Undivided),
            (bar, _) => bar,
        }
    }

    /// Whether a voter has fewer votes left than an act gives.
    fn bar_to_so_many(&self, draft: &Draft, votes: Option<&str>) -> Option<Bar> {
        let (ballot, who) = (draft.about.as_deref()?, draft.by.as_deref()?);
        let sheet = self.interpreter().ballot(&self.index(), ballot, draft.on)?;
        let left = sheet.electors.iter().find(|one| one.who == who).and_then(crate::ballots::left)?;
        let given = votes.and_then(|votes| votes.trim().parse::<Ratio>().ok()).unwrap_or(left);
        match left == Ratio::ZERO {
            true => Some(Bar::Repeated),
            false => (given > left || given <= Ratio::ZERO).then_some(Bar::TooMany),
        }
    }

    /// A roll is changed by offices and bodies, each for itself, while the ballot lasts; a paper in the box stays in it.
    fn bar_to_change(&self, draft: &Draft, ballot: &str) -> Option<Bar> {
        let by = draft.by.as_deref().unwrap_or_default();
        if !self.is_organ(by, draft.on) || by != draft.recorded_by {
            return Some(Bar::NotOfficer);
        }
        let sheet = self.interpreter().ballot_head(&self.index(), ballot, draft.on)?;
        let who = draft.fields.get("elector").map(|who| who.trim());
        let is_in_the_box = |act: &TypedAct| {
            act.act == CAST && act.about.as_deref() == Some(ballot) && act.by.as_deref() == who && sheet.is_secret
        };
        if sheet.is_over {
            return Some(Bar::Closed);
        }
        self.register().acts().iter().any(is_in_the_box).then_some(Bar::InTheBox)
    }

    /// A ballot opens once. A motion is put to the vote unless it is withdrawn, and once its amendments are decided.
    fn bar_to_opening(&self, motion: &str, on: Date) -> Option<Bar> {
        if self.has_act("open-ballot", motion) {
            return Some(Bar::Opened);
        }
        if self.motion(motion, on).is_some_and(|motion| motion.withdrawn.is_some()) {
            return Some(Bar::Withdrawn);
        }
        self.amendments_of(motion, on).iter().any(Motion::is_open).then_some(Bar::AmendmentOpen)
    }

    /// Whoever says that they are at a meeting themselves must be able to be: it is open, and they belong there.
    fn bar_to_attendance(&self, draft: &Draft) -> Option<Bar> {
        let who = draft.by.as_deref().filter(|who| *who == draft.recorded_by)?;
        let meeting = draft.about.as_deref().and_then(|id| self.meeting_head(id, who, draft.on));
        if meeting.is_some_and(|head| head.is_open) { None } else { Some(Bar::NoMeeting) }
    }

    /// Whether a ballot is over by what is on record, or the voter has a vote in it.
    pub(crate) fn late_or_repeated(&self, draft: &Draft, ballot: &str) -> Option<Bar> {
        let mut of_ballot = self.register().acts().iter().filter(|act| act.about.as_deref() == Some(ballot));
        let ends = |act: &&TypedAct| matches!(act.act.as_str(), "close-ballot" | "declare-result");
        if of_ballot.clone().any(|act| ends(&act)) {
            return Some(Bar::Closed);
        }
        let repeats = of_ballot.any(|act| act.act == CAST && act.by == draft.by);
        repeats.then_some(Bar::Repeated)
    }
}

/// Whether a day lies before a ballot opens or after its last day.
pub(crate) fn out_of_time(sheet: &BallotSheet, on: Date) -> Option<Bar> {
    match sheet.opened {
        None => Some(Bar::NotOpen),
        Some(opened) if on < opened => Some(Bar::NotOpen),
        Some(_) => sheet.is_over.then_some(Bar::Closed),
    }
}

/// The act by which an officer says who is to be on a roll.
const CHANGE_ROLL: &str = "change-roll";
