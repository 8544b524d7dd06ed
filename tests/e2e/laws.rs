//! Laws that every answer keeps, on generated charters, registers and dates.

use charter::act::Act;
use charter::{Network, Question, Register, Remedy, Value};
use chrono::{DateTime, Utc};
use interpreter::{Index, Interpreter, Moment};
use kernel::{Date, MonthEnd, Span};
use proptest::prelude::*;

use crate::generate::{self, Choices};

/// A generated case: a charter, its register, a date, questions.
pub struct Case {
    pub text: String,
    pub network: Network,
    pub interpreter: Interpreter,
    pub acts: Vec<Act>,
    pub on: Date,
    pub questions: Vec<Question>,
}

/// The case of a seed.
pub fn case(seed: u64) -> Case {
    let mut c = Choices::new(seed);
    let declarations = generate::declarations(&mut c);
    let text = generate::charter_text(&mut c, &declarations);
    let network = generate::network(&text);
    let interpreter = Interpreter::new(&network);
    let count = usize::try_from(4 + c.below(24)).unwrap();
    let mut acts = generate::acts(&mut c, count);
    generate::with_periods(&mut c, &mut acts, &network);
    let on = c.day();
    let questions = generate::questions(&mut c, &network, &acts, on);
    Case { text, network, interpreter, acts, on, questions }
}

impl Case {
    fn index(&self, acts: &[Act]) -> Index {
        let (register, findings) = Register::of(acts.to_vec(), &self.network);
        assert!(findings.is_empty(), "{findings:?}");
        self.interpreter.index(&register, DateTime::<Utc>::MAX_UTC)
    }

    /// What to print when a law is broken.
    pub fn show(&self) -> String {
        let acts: Vec<String> = self.acts.iter().map(|act| serde_json::to_string(act).unwrap()).collect();
        format!("{}\n{}\non {}", self.text, acts.join("\n"), self.on)
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn no_answer_changes_before_its_horizon(seed: u64) {
        let case = case(seed);
        let index = case.index(&case.acts);
        for question in &case.questions {
            let now = case.interpreter.judge(&index, &Moment::on(case.on), question);
            let last = now.horizon.unwrap_or("2027-12-31".parse().unwrap()).previous();
            let days = last.days_since(case.on);
            for step in [1, days / 3, days / 2, days - 1, days].into_iter().filter(|step| *step <= days) {
                let Some(day) = case.on.plus(Span::Days(step.max(0)), MonthEnd::Clamp) else { continue };
                let then = case.interpreter.judge(&index, &Moment::on(day), question);
                prop_assert_eq!(&now.value, &then.value, "{} changes by {} though its horizon is {:?}\n{}", question, day, now.horizon, case.show());
            }
        }
    }

    #[test]
    fn every_remedy_works_when_it_is_carried_out(seed: u64) {
        let case = case(seed);
        let mut index = case.index(&case.acts);
        for question in &case.questions {
            let now = case.interpreter.ask(&mut index, &Moment::on(case.on), question);
            for remedy in &now.would_change {
                let (value, promised) = match remedy {
                    Remedy::Date { on, then } => (case.interpreter.judge(&index, &Moment::on(*on), question).value, then),
                    Remedy::Acts { acts, then } => {
                        let mut more = case.acts.clone();
                        more.extend(acts.iter().cloned());
                        let index = case.index(&more);
                        (case.interpreter.judge(&index, &Moment::on(case.on), question).value, then)
                    }
                };
                prop_assert_eq!(&value, promised, "{}: {}\n{}", question, remedy, case.show());
                prop_assert_ne!(&value, &now.value, "{}: {}\n{}", question, remedy, case.show());
            }
        }
    }

    #[test]
    fn the_order_of_declarations_never_matters(seed: u64) {
        let case = case(seed);
        let index = case.index(&case.acts);
        let mut c = Choices::new(seed);
        let mut declarations = generate::declarations(&mut c);
        let text = generate::charter_text(&mut c, &declarations);
        prop_assert_eq!(&text, &case.text);
        declarations.reverse();
        let mut again = Choices::new(seed);
        generate::declarations(&mut again);
        let network = generate::network(&generate::charter_text(&mut again, &declarations));
        let interpreter = Interpreter::new(&network);
        let (register, _) = Register::of(case.acts.clone(), &network);
        let other = interpreter.index(&register, DateTime::<Utc>::MAX_UTC);
        for question in &case.questions {
            let one = case.interpreter.judge(&index, &Moment::on(case.on), question);
            let two = interpreter.judge(&other, &Moment::on(case.on), question);
            prop_assert_eq!(one.value, two.value, "{}\n{}", question, case.show());
        }
    }

    #[test]
    fn what_is_recorded_later_was_not_known(seed: u64) {
        let case = case(seed);
        let moment = Moment::on(case.on);
        let (early, late) = case.acts.split_at(case.acts.len() / 2);
        let cut: DateTime<Utc> = "2040-01-01T00:00:00Z".parse().unwrap();
        let mut all = early.to_vec();
        all.extend(late.iter().cloned().map(|act| Act { recorded_at: Some(cut + chrono::Duration::days(1)), ..act }));
        let (register, _) = Register::of(all, &case.network);
        let known = case.interpreter.index(&register, cut);
        let only = case.index(early);
        for question in &case.questions {
            let one = case.interpreter.judge(&known, &moment, question).value;
            let two = case.interpreter.judge(&only, &moment, question).value;
            prop_assert_eq!(one, two, "{}", question);
        }
    }
}

#[test]
fn generated_cases_are_worth_asking() {
    let (mut yes, mut no, mut waiting, mut other) = (0, 0, 0, 0);
    for seed in 0..60 {
        let case = case(seed);
        let index = case.index(&case.acts);
        for question in &case.questions {
            match case.interpreter.judge(&index, &Moment::on(case.on), question).value {
                Value::Yes => yes += 1,
                Value::No => no += 1,
                Value::Needs(_) => waiting += 1,
                _ => other += 1,
            }
        }
    }
    assert!(yes > 200 && no > 200 && waiting > 20 && other > 200, "{yes} {no} {waiting} {other}");
}
