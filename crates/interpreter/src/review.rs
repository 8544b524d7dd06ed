//! A register against its charter, act by act: who was not entitled, what has no effect, what contradicts.
//!
//! Such acts stay on file and do not count; here somebody is told so.

mod platform;

use charter::act::TypedAct;
use charter::register::Register;
use charter_syntax::{At, Code, Diagnostic};
use chrono::{DateTime, Utc};

use crate::evaluate::{Evaluator, Tri, World};
use crate::index::View;
use crate::interpreter::Interpreter;

impl Interpreter {
    /// Every act that does not count, and every pair that cannot both be true.
    pub fn review(&self, register: &Register) -> Vec<Diagnostic> {
        let index = self.index(register, DateTime::<Utc>::MAX_UTC);
        let view = View::of(&index);
        let mut findings = Vec::new();
        for act in register.acts() {
            findings.extend(self.effect_of(view, act));
        }
        findings.extend(contradictions(register.acts()));
        findings
    }

    fn effect_of(&self, view: View<'_>, act: &TypedAct) -> Option<Diagnostic> {
        let (program, choices) = self.in_force(view, act.on)?;
        let symbols = view.index.symbols();
        let kind = program.acts.get(&symbols.get(&act.act)?)?;
        let world = World { program, view, names: self.names(), choices: &choices, versions: self.programs() };
        let mut judge = Evaluator::<false>::new(world, act.on);
        let by = act.by.as_deref().and_then(|by| symbols.get(by));
        let about = act.about.as_deref().and_then(|about| symbols.get(about));
        let rows = match (about, by) {
            (Some(about), _) => view.about(about, kind.name),
            (None, Some(by)) => view.by(by, kind.name),
            (None, None) => return None,
        };
        let id = symbols.get(&act.id)?;
        let row = rows.into_iter().find(|row| row.id == id)?;
        if !kind.declared {
            return platform::effect_of(&mut judge, row, act);
        }
        if let Some(by) = by
            && judge.meets(by, &kind.by, act.on) == Tri::No
            && !judge.took_leave(row, kind)
        {
            return Some(finding(act, Code::ActorNotEntitled));
        }
        (!judge.has_effect(row)).then(|| finding(act, Code::ActWithoutEffect))
    }
}

fn finding(act: &TypedAct, code: Code) -> Diagnostic {
    Diagnostic::new(code, At::default())
        .with("act", &act.act)
        .with("who", act.by.as_deref().unwrap_or("nobody"))
        .with("on", act.on)
        .with("line", &act.id)
}

/// Acts that say what became of a notice.
const OF_NOTICES: &[&str] = &["send-notice", "deliver-notice", "fail-notice"];

/// Acts of one kind by and about the same, on the same day, for the same period, that say different things.
fn contradictions(acts: &[TypedAct]) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    // Two notices on one day to one are two notices.
    let acts: Vec<&TypedAct> = acts.iter().filter(|act| !OF_NOTICES.contains(&act.act.as_str())).collect();
    for (place, act) in acts.iter().enumerate() {
        let same_day = acts.iter().skip(place + 1).take_while(|other| other.on == act.on);
        for other in same_day {
            let same = act.act == other.act && act.by == other.by && act.about == other.about;
            let corrects = act.supersedes.as_ref() == Some(&other.id) || other.supersedes.as_ref() == Some(&act.id);
            let names_differ = act.fields.iter().any(|(name, value)| match other.fields.get(name) {
                Some(theirs) => theirs != value && !matches!(value, charter::FieldValue::Period(..)),
                None => false,
            });
            let same_period = act.fields.iter().all(|(name, value)| {
                !matches!(value, charter::FieldValue::Period(..)) || other.fields.get(name) == Some(value)
            });
            if same && !corrects && names_differ && same_period {
                findings.push(
                    Diagnostic::new(Code::ActsContradict, At::default())
                        .with("act", &act.id)
                        .with("other", &other.id)
                        .with("line", &other.id),
                );
            }
        }
    }
    findings
}
