//! D7: from text to something that answers.

use std::fmt::Write as _;
use std::str::FromStr;

use cedar_policy::{PolicySet, Schema, ValidationMode, Validator};
use charter::Network;
use interpreter::Interpreter;

use crate::contest::{keep, median, shown};

/// The benchmark's charter, followed by further clauses with a right, a definition and a table each.
fn charter(clauses: usize) -> String {
    let mut text = include_str!("../cases/charter.md").to_owned();
    for clause in 7..=clauses {
        let low = clause * 1_000;
        write!(
            text,
            "\n**{clause}** Members of tier {clause} have a right of their own.\n\n```rules\n\
             define tier-{clause} of member: income > USD {low} and not lapsed\n\
             right speak-{clause} at assembly for member where tier-{clause}\n\
             table levy-{clause} of member: USD\n  by income\n  below USD {low} USD 1\n  at least USD {low} USD 2\n```\n"
        )
        .unwrap();
    }
    text
}

fn load(text: &str) {
    let mut network = Network::read([(String::from("charter.md"), text.to_owned())], []);
    charter::check::check(&mut network, &[]);
    assert!(!charter::check::has_errors(&network));
    keep(Interpreter::new(&network));
}

fn cedar(policies: usize) -> String {
    let mut text = include_str!("../cases/policy.cedar").to_owned();
    for number in 7..=policies {
        write!(text, "permit (principal, action == Action::\"vote\", resource) when {{ principal.income > {number}000 && principal.class == \"member\" }};\n").unwrap();
    }
    text
}

fn rego(rules: usize) -> String {
    let mut text = include_str!("../cases/policy.rego").to_owned();
    for number in 7..=rules {
        write!(text, "\nspeak_{number} if {{\n\tinput.income > {number}000\n\tinput.class == \"member\"\n}}\n").unwrap();
    }
    text
}

/// Prints the table.
pub fn report() {
    println!("| contestant | 30 clauses | 300 clauses |\n|---|---|---|");
    let time = |run: &dyn Fn(usize), rounds: usize| (median(|| run(30), rounds), median(|| run(300), rounds));
    let ours = time(&|clauses| load(&charter(clauses)), 11);
    println!("| quorate: read, check, analyse, compile | {} | {} |", shown(ours.0), shown(ours.1));
    let schema = Schema::from_cedarschema_str(include_str!("../cases/schema.cedarschema")).unwrap().0;
    let validator = Validator::new(schema);
    let theirs = time(
        &|policies| {
            let set = PolicySet::from_str(&cedar(policies)).unwrap();
            let result = validator.validate(&set, ValidationMode::default());
            assert!(result.validation_passed());
            keep(set);
        },
        11,
    );
    println!("| Cedar: parse and validate | {} | {} |", shown(theirs.0), shown(theirs.1));
    let theirs = time(
        &|rules| {
            let mut engine = regorus::Engine::new();
            engine.add_policy(String::from("policy.rego"), rego(rules)).unwrap();
            engine.set_input(regorus::Value::new_object());
            keep(engine.eval_rule(String::from("data.lakes.vote")).unwrap());
        },
        11,
    );
    println!("| regorus: parse, analyse, first answer | {} | {} |", shown(theirs.0), shown(theirs.1));
    let theirs = time(
        &|expressions| {
            for number in 0..expressions {
                keep(cel::Program::compile(&format!("income > {number}000 && class == 'member'")).unwrap());
            }
        },
        11,
    );
    println!("| CEL: compile one expression a clause, unchecked | {} | {} |", shown(theirs.0), shown(theirs.1));
}
