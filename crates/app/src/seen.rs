//! Who may see what: acts that the charter shows to some only, and the documents that belong to acts.

use charter::{Answer, Charter, Node, Question, Value};
use kernel::Date;

use crate::Hosted;

/// What stands in place of a name that is not for the viewer to see.
const SOMEBODY: &str = "somebody";

impl Hosted {
    /// Whether acts of a kind are for somebody to see; they are where the charter limits them to nobody.
    pub fn shows(&self, act: &str, viewer: Option<&str>, on: Date) -> bool {
        let declared = self.charter_on(on).and_then(|charter| charter.act(act));
        let Some(declared) = declared.filter(|declared| !declared.seen_by.is_empty()) else { return true };
        let Some(viewer) = viewer else { return false };
        declared.seen_by.iter().any(|name| *name == viewer || self.is(viewer, name.as_str(), on))
    }

    fn charter_on(&self, on: Date) -> Option<&Charter> {
        self.network().in_force(on).map(|(_, charter)| charter)
    }

    pub(crate) fn is(&self, who: &str, what: &str, on: Date) -> bool {
        let is_class = self.charter_on(on).is_some_and(|charter| charter.class(what).is_some());
        is_class && self.judge(&Question::Is { who: who.to_owned(), what: what.to_owned() }, on).value == Value::Yes
    }

    /// An answer as a viewer may see it: of acts that are not for them, nobody is named.
    pub fn veiled(&self, mut answer: Answer, viewer: Option<&str>, on: Date) -> Answer {
        answer.because = self.veiled_reasons(answer.because, viewer, on);
        answer
    }

    /// Reasons in which nobody is named whom the charter does not show to whoever looks.
    pub fn veiled_reasons(&self, mut because: Vec<Node>, viewer: Option<&str>, on: Date) -> Vec<Node> {
        because.iter_mut().for_each(|node| self.veil(node, viewer, on));
        because
    }

    fn veil(&self, node: &mut Node, viewer: Option<&str>, on: Date) {
        let act = node.act.as_ref().and_then(|id| self.register().acts().iter().find(|act| act.id == *id));
        if let Some(act) = act
            && act.by.as_deref() != viewer
            && !self.shows(&act.act, viewer, on)
        {
            for said in node.with.values_mut().filter(|said| act.by.as_ref() == Some(*said)) {
                *said = SOMEBODY.to_owned();
            }
        }
        node.because.iter_mut().for_each(|inner| self.veil(inner, viewer, on));
    }

    /// Whether a document is for somebody to see: they did an act that cites it; or it is of an act that the charter shows to
    /// them by name or class; or of one about them that it shows to everybody.
    pub fn may_see(&self, who: &str, reference: &str, on: Date) -> bool {
        let is_limited = |act: &str| {
            self.charter_on(on).and_then(|charter| charter.act(act)).is_some_and(|act| !act.seen_by.is_empty())
        };
        self.citing(reference).iter().any(|citing| {
            let of_act = if is_limited(&citing.act) {
                self.shows(&citing.act, Some(who), on)
            } else {
                citing.about.as_deref() == Some(who)
            };
            citing.by.as_deref() == Some(who) || of_act
        })
    }

    /// The documents of acts by or about somebody that are for a viewer to see: what each is, and its reference.
    pub fn documents_about(&self, subject: &str, viewer: &str, on: Date) -> Vec<(String, String)> {
        let of = |who: &Option<String>| who.as_deref() == Some(subject);
        let acts = self.register().acts().iter().filter(|act| act.on <= on && (of(&act.by) || of(&act.about)));
        let all = acts.flat_map(|act| self.documents_of(&act.id).to_vec());
        all.filter(|(_, reference)| self.may_see(viewer, reference, on)).collect()
    }
}
