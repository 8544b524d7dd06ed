//! The three public formats: what we write matches its schema, and reads back as the same.

use charter::{Charter, Question, schema};
use interpreter::{Interpreter, Moment};
use serde_json::{Value, json};

use crate::architecture::root;
use crate::tenants::tenant;

fn validator(schema: schema::Schema) -> jsonschema::Validator {
    jsonschema::validator_for(&serde_json::to_value(schema).unwrap()).unwrap()
}

#[test]
fn charters_survive_their_json_and_match_its_schema() {
    let validator = validator(schema::charter());
    for name in ["mmn", "iflry"] {
        for charter in tenant(name).versions() {
            let json = serde_json::to_value(charter).unwrap();
            let errors: Vec<String> = validator.iter_errors(&json).map(|error| error.to_string()).take(3).collect();
            assert!(errors.is_empty(), "{name}: {errors:?}");
            let back: Charter = serde_json::from_value(json).unwrap();
            assert_eq!(*charter, back, "{name}");
        }
    }
}

#[test]
fn a_charter_from_json_answers_like_the_one_from_markdown() {
    let network = tenant("mmn");
    let newest = network.newest().unwrap();
    let back: Charter = serde_json::from_str(&serde_json::to_string(newest).unwrap()).unwrap();
    let (text, on) = (demo(), "2027-01-15".parse().unwrap());
    let question = Question::parse("may Harbour-Light vote at general-conference").unwrap();
    let answers = [network, charter::Network::of(back)].map(|network| {
        let (register, findings) = charter::Register::read(&text, &network);
        assert!(findings.is_empty());
        let interpreter = Interpreter::new(&network);
        let index = interpreter.index(&register, chrono::DateTime::<chrono::Utc>::MAX_UTC);
        interpreter.judge(&index, &Moment::on(on), &question)
    });
    assert_eq!(answers[0], answers[1]);
}

fn demo() -> String {
    std::fs::read_to_string(root().join("deploy/tenants/mmn/demo/acts.jsonl")).unwrap()
}

#[test]
fn every_act_of_the_demonstration_matches_the_schema() {
    let validator = validator(schema::act());
    for line in demo().lines() {
        let json: Value = serde_json::from_str(line).unwrap();
        assert!(validator.is_valid(&json), "{line}");
    }
    assert!(!validator.is_valid(&json!({ "id": "1", "act": "apply" })), "an act without a date");
    assert!(!validator.is_valid(&json!({ "id": "1", "act": "apply", "on": "2026-01-01", "colour": "red" })));
}

#[test]
fn questions_and_answers_match_their_schemas() {
    let (questions, answers) = (validator(schema::question()), validator(schema::answer()));
    let network = tenant("mmn");
    let interpreter = Interpreter::new(&network);
    let (register, _) = charter::Register::read(&demo(), &network);
    let mut index = interpreter.index(&register, chrono::DateTime::<chrono::Utc>::MAX_UTC);
    for text in [
        "may Harbour-Light vote at general-conference",
        "fee of Angkor-Returnees for 2026",
        "state of admission of Hill-Radio",
        "duties of Tonle-Youth",
        "due from 2026-12-01 to 2026-12-31",
        "seats of steering-committee",
        "who may fill steering-committee/Cambodia",
        "latest general-conference",
        "rule on fee-waiver",
        "carried GC25-R1",
    ] {
        let question = Question::parse(text).unwrap();
        let json = serde_json::to_value(&question).unwrap();
        assert!(questions.is_valid(&json), "{json}");
        assert_eq!(serde_json::from_value::<Question>(json).unwrap(), question);
        let answer = interpreter.ask(&mut index, &Moment::on("2026-12-05".parse().unwrap()), &question);
        let json = serde_json::to_value(&answer).unwrap();
        let errors: Vec<String> = answers.iter_errors(&json).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{text}: {errors:?}");
        assert_eq!(serde_json::from_value::<charter::Answer>(json).unwrap(), answer, "{text}");
    }
}
