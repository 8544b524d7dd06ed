//! The same decisions in Cedar, regorus and CEL, written by hand the way their users write them.

use std::collections::{HashMap, HashSet};
use std::str::FromStr;

use cedar_policy::{Authorizer, Context, Decision, Entities, Entity, EntityUid, PolicySet, Request, RestrictedExpression};
use charter::{Question, Value};

use crate::cases::{Cases, LAST_CLOSED, Member, ON, YEAR};
use crate::contest::{Contest, keep, median, shown};

/// Cedar with its entities in memory and its requests made beforehand.
pub struct Cedar {
    policies: PolicySet,
    authorizer: Authorizer,
    /// Each member's own slice of entities: what a caller would hand over for one decision.
    entities: Vec<Entities>,
}

fn uid(text: &str) -> EntityUid {
    EntityUid::from_str(text).unwrap()
}

impl Cedar {
    fn new(cases: &Cases) -> Cedar {
        let policies = PolicySet::from_str(include_str!("../cases/policy.cedar")).unwrap();
        let entities = cases.members.iter().map(|member| Entities::from_entities([entity(member)], None).unwrap()).collect();
        Cedar { policies, authorizer: Authorizer::new(), entities }
    }

    fn request(member: &Member, action: &str) -> Request {
        let context = [
            (String::from("lastClosed"), RestrictedExpression::new_long(LAST_CLOSED)),
            (String::from("year"), RestrictedExpression::new_long(YEAR)),
        ];
        Request::new(
            uid(&format!("Member::\"{}\"", member.name)),
            uid(&format!("Action::\"{action}\"")),
            uid("Assembly::\"next\""),
            Context::from_pairs(context).unwrap(),
            None,
        )
        .unwrap()
    }

    fn decide(&self, place: usize, request: &Request) -> bool {
        self.authorizer.is_authorized(request, &self.policies, &self.entities[place]).decision() == Decision::Allow
    }
}

fn entity(member: &Member) -> Entity {
    let affirmed = member.affirmed.iter().map(|year| RestrictedExpression::new_long(*year));
    let attributes = HashMap::from([
        (String::from("class"), RestrictedExpression::new_string(String::from("member"))),
        (String::from("owedSince"), RestrictedExpression::new_long(member.joined + 1)),
        (String::from("affirmed"), RestrictedExpression::new_set(affirmed)),
        (String::from("income"), RestrictedExpression::new_long(member.income)),
    ]);
    Entity::new(uid(&format!("Member::\"{}\"", member.name)), attributes, HashSet::new()).unwrap()
}

/// The member as JSON for regorus: its raw acts.
fn input(member: &Member) -> regorus::Value {
    let acts: Vec<_> = member.affirmed.iter().map(|year| serde_json::json!({ "act": "affirm", "year": year })).collect();
    let json = serde_json::json!({
        "class": "member", "owedSince": member.joined + 1, "income": member.income,
        "acts": acts, "lastClosed": LAST_CLOSED, "year": YEAR,
    });
    regorus::Value::from_json_str(&json.to_string()).unwrap()
}

fn regorus_engine() -> regorus::Engine {
    let mut engine = regorus::Engine::new();
    engine.add_policy(String::from("policy.rego"), include_str!("../cases/policy.rego").to_owned()).unwrap();
    engine
}

fn rego(engine: &mut regorus::Engine, input: regorus::Value, rule: &str) -> regorus::Value {
    engine.set_input(input);
    engine.eval_rule(rule.to_owned()).unwrap()
}

/// CEL's expressions: it has no rules, so each decision is one expression.
const CEL_VOTE: &str = "class == 'member' && !(owedSince <= lastClosed && !(lastClosed in affirmed) && !(year in affirmed))";
const CEL_FEE: &str = "income < 1000000 ? 1 : (income < 5000000 ? 15 : (income <= 10000000 ? 20 : 50))";

fn cel_context(member: &Member) -> cel::Context<'static, 'static> {
    let mut context = cel::Context::default();
    context.add_variable("class", "member").unwrap();
    context.add_variable("owedSince", member.joined + 1).unwrap();
    context.add_variable("affirmed", member.affirmed.clone()).unwrap();
    context.add_variable("income", member.income).unwrap();
    context.add_variable("lastClosed", LAST_CLOSED).unwrap();
    context.add_variable("year", YEAR).unwrap();
    context
}

fn vote_question(member: &Member) -> Question {
    Question::parse(&format!("may {} vote at assembly", member.name)).unwrap()
}

fn fee_question(member: &Member) -> Question {
    Question::parse(&format!("fee of {} for {YEAR}", member.name)).unwrap()
}

/// Nothing is timed before all agree.
pub fn agree(cases: &Cases) {
    let cedar = Cedar::new(cases);
    let mut engine = regorus_engine();
    let (cel_vote, cel_fee) = (cel::Program::compile(CEL_VOTE).unwrap(), cel::Program::compile(CEL_FEE).unwrap());
    let known: Vec<_> = cases.register.acts().iter().collect();
    let charter = cases.network.newest().unwrap();
    for (place, member) in cases.members.iter().enumerate() {
        let ours = cases.interpreter.judge(&cases.index, &cases.moment, &vote_question(member)).value;
        let vote = ours == Value::Yes;
        assert!(vote || ours == Value::No, "{}: {ours:?}", member.name);
        assert_eq!(vote, cedar.decide(place, &Cedar::request(member, "vote")), "Cedar on {}", member.name);
        assert_eq!(regorus::Value::from(vote), rego(&mut engine, input(member), "data.lakes.vote"), "regorus on {}", member.name);
        assert_eq!(cel::Value::Bool(vote), cel_vote.execute(&cel_context(member)).unwrap(), "CEL on {}", member.name);
        let fee = cases.interpreter.judge(&cases.index, &cases.moment, &fee_question(member)).value;
        if let Value::Amount(money) = fee {
            let dollars = money.minor() / 100;
            let band = format!("fee{dollars}");
            assert!(cedar.decide(place, &Cedar::request(member, &band)), "Cedar's fee of {}", member.name);
            assert_eq!(regorus::Value::from(dollars), rego(&mut engine, input(member), "data.lakes.fee"));
            assert_eq!(cel::Value::Int(dollars), cel_fee.execute(&cel_context(member)).unwrap());
        } else {
            assert!(!member.affirmed.contains(&YEAR), "{}: {fee:?}", member.name);
        }
        if place < 1_000 {
            let on = ON.parse().unwrap();
            let own: Vec<_> = known.iter().filter(|act| act.by.as_deref() == Some(&member.name) || act.about.as_deref() == Some(&member.name)).copied().collect();
            match oracle::answer(charter, &own, on, &[], &vote_question(member)) {
                oracle::OracleAnswer::Value(value) => assert_eq!(value, ours, "oracle on {}", member.name),
                oracle::OracleAnswer::OutOfScope => panic!("the oracle does not answer {}", vote_question(member)),
            }
        }
    }
}

const SAMPLE: usize = 1_000;

/// D1.
pub fn fee<'c>(cases: &'c Cases, contest: &mut Contest<'c>) {
    let stated: Vec<usize> = (0..cases.members.len()).filter(|at| cases.members[*at].affirmed.contains(&YEAR)).take(SAMPLE).collect();
    let members: Vec<&Member> = stated.iter().map(|at| &cases.members[*at]).collect();
    let questions: Vec<Question> = members.iter().map(|member| fee_question(member)).collect();
    let first = contest.first();
    contest.enter(&first, questions.len(), move || {
        for question in &questions {
            keep(cases.interpreter.judge(&cases.index, &cases.moment, question));
        }
    });
    let cedar = Cedar::new(cases);
    let requests: Vec<Vec<Request>> =
        members.iter().map(|member| ["fee1", "fee15", "fee20", "fee50"].iter().map(|band| Cedar::request(member, band)).collect()).collect();
    contest.enter("Cedar, bare decision, asked band by band until one is permitted", members.len(), move || {
        for (requests, place) in requests.iter().zip(&stated) {
            keep(requests.iter().position(|request| cedar.decide(*place, request)));
        }
    });
    enter_rego_and_cel(contest, &members, "data.lakes.fee", CEL_FEE);
}

/// D2.
pub fn vote<'c>(cases: &'c Cases, contest: &mut Contest<'c>) {
    let members: Vec<&Member> = cases.members.iter().take(SAMPLE).collect();
    let questions: Vec<Question> = members.iter().map(|member| vote_question(member)).collect();
    let names: Vec<&str> = members.iter().map(|member| member.name.as_str()).collect();
    let first = contest.first();
    contest.enter(&first, names.len(), move || {
        keep(cases.interpreter.may(&cases.index, &cases.moment, &[("vote", "assembly")], &names));
    });
    contest.enter("quorate, one whole answer in the public format (value, tree, readings, horizon)", questions.len(), move || {
        for question in &questions {
            keep(cases.interpreter.judge(&cases.index, &cases.moment, question));
        }
    });
    let cedar = Cedar::new(cases);
    let requests: Vec<Request> = members.iter().map(|member| Cedar::request(member, "vote")).collect();
    contest.enter("Cedar, bare decision, from prepared attributes", requests.len(), move || {
        for (place, request) in requests.iter().enumerate() {
            keep(cedar.decide(place, request));
        }
    });
    enter_rego_and_cel(contest, &members, "data.lakes.vote", CEL_VOTE);
}

fn enter_rego_and_cel<'c>(contest: &mut Contest<'c>, members: &[&Member], rule: &'static str, expression: &'static str) {
    let inputs: Vec<regorus::Value> = members.iter().map(|member| input(member)).collect();
    let mut engine = regorus_engine();
    contest.enter("regorus, without reasons", inputs.len(), move || {
        for input in &inputs {
            keep(rego(&mut engine, input.clone(), rule));
        }
    });
    let program = cel::Program::compile(expression).unwrap();
    let contexts: Vec<cel::Context<'static, 'static>> = members.iter().map(|member| cel_context(member)).collect();
    contest.enter("CEL, without reasons, from prepared variables", contexts.len(), move || {
        for context in &contexts {
            keep(program.execute(context).unwrap());
        }
    });
}

/// D5: one call against a loop over Cedar's members for one of the rights (the other two are alike).
pub fn all_rights(cases: &Cases) {
    let names: Vec<&str> = cases.members.iter().map(|member| member.name.as_str()).collect();
    let rights = [("vote", "assembly"), ("attend", "assembly"), ("propose", "assembly")];
    let ours = median(|| keep(cases.interpreter.may(&cases.index, &cases.moment, &rights, &names)), 11);
    let one = median(|| keep(cases.interpreter.may(&cases.index, &cases.moment, &rights[..1], &names)), 11);
    let cedar = Cedar::new(cases);
    let requests: Vec<Request> = cases.members.iter().map(|member| Cedar::request(member, "vote")).collect();
    let theirs = median(
        || {
            for (place, request) in requests.iter().enumerate() {
                keep(cedar.decide(place, request));
            }
        },
        11,
    );
    let may = cases.interpreter.may(&cases.index, &cases.moment, &rights, &names);
    for (place, request) in requests.iter().enumerate() {
        assert_eq!(may[place * rights.len()].0, cedar.decide(place, request), "the batch disagrees on {}", names[place]);
    }
    let mut engine = regorus_engine();
    let inputs: Vec<regorus::Value> = cases.members.iter().map(input).collect();
    let regorus = median(
        || {
            for input in &inputs {
                keep(rego(&mut engine, input.clone(), "data.lakes.vote"));
            }
        },
        5,
    );
    println!("| contestant | 10,000 members | ratio |\n|---|---|---|");
    println!("| quorate, three rights each, with reasons | {} | {:.2} |", shown(ours), ours / one);
    println!("| quorate, the vote alone, with reasons | {} | 1.00 |", shown(one));
    println!("| Cedar, the vote alone, bare | {} | {:.2} |", shown(theirs), theirs / one);
    println!("| regorus, the vote alone, without reasons | {} | {:.2} |", shown(regorus), regorus / one);
}
