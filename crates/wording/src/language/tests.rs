//! The language files: English is whole; the others say the same with the same words to fill in.

use std::collections::{BTreeMap, BTreeSet};

use charter::Reason;
use charter_syntax::Code;
use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, Resource};

use super::*;

#[test]
fn english_has_every_reason_and_every_finding_with_its_help() {
    let english = Language::english();
    for reason in Reason::ALL {
        let id = format!("because-{}", reason.as_str());
        assert!(english.message(&id, &[]).is_some(), "{id}");
    }
    for code in Code::ALL {
        for part in ["finding", "help"] {
            let id = format!("{part}-{code}");
            assert!(english.message(&id, &[]).is_some(), "{id}");
        }
    }
}

#[test]
fn every_language_says_the_same_with_the_same_words() {
    let english = messages(FIRST);
    for (tag, _) in LOCALES {
        for (id, words) in messages(tag) {
            let expected = english.get(&id);
            assert_eq!(expected, Some(&words), "{tag}: {id}");
        }
    }
}

#[test]
fn every_language_has_every_word_for_visitors_applicants_and_members() {
    let mut office = BTreeMap::new();
    gather(include_str!("../../locales/en.office.ftl"), FIRST, &mut office);
    let is_of_members = |id: &str| {
        const ELSEWHERE: &[&str] = &["finding-Q", "help-Q", "label-"];
        let is_of_an_act = id.starts_with("finding-Q20") || id.starts_with("help-Q20");
        !office.contains_key(id) && (is_of_an_act || !ELSEWHERE.iter().any(|mark| id.starts_with(mark)))
    };
    let english: Vec<String> = messages(FIRST).into_keys().filter(|id| is_of_members(id)).collect();
    for (tag, _) in LOCALES {
        let own = messages(tag);
        let missing: Vec<&String> = english.iter().filter(|id| !own.contains_key(*id)).collect();
        assert!(missing.is_empty(), "{tag} lacks {missing:?}");
    }
}

#[test]
fn a_browser_says_which_language_suits_best() {
    let tag = |header| Language::accepted(header).map(Language::tag);
    assert_eq!(tag("fr,en;q=0.5"), Some("en"));
    assert_eq!(tag("EN-gb"), Some("en"));
    assert_eq!(tag("fr;q=0.9,tlh"), None);
    assert_eq!(tag("en;q=0"), None);
    assert_eq!(tag("en;q=x, ,;;"), None);
}

/// The messages of a language, with the words that each fills in.
fn messages(tag: &str) -> BTreeMap<String, BTreeSet<String>> {
    let (_, files) = LOCALES.iter().find(|(known, _)| *known == tag).unwrap();
    let mut found = BTreeMap::new();
    files.iter().for_each(|file| gather(file, tag, &mut found));
    found
}

fn gather(file: &str, tag: &str, found: &mut BTreeMap<String, BTreeSet<String>>) {
    let resource: Resource<&str> =
        fluent_syntax::parser::parse(file).unwrap_or_else(|(_, errors)| panic!("{tag}: {errors:?}"));
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let mut words = BTreeSet::new();
        if let Some(pattern) = &message.value {
            words_of(pattern, &mut words);
        }
        assert!(found.insert(message.id.name.to_owned(), words).is_none(), "{tag}: {} stands twice", message.id.name);
    }
}

fn words_of(pattern: &Pattern<&str>, into: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(inline) => word_of(inline, into),
            Expression::Select { selector, variants } => {
                // Plurals differ from language to language; that a word is there does not.
                if let InlineExpression::VariableReference { id } = selector {
                    into.insert(id.name.trim_end_matches("-given").to_owned());
                }
                variants.iter().for_each(|variant| words_of(&variant.value, into));
            }
        }
    }
}

fn word_of(inline: &InlineExpression<&str>, into: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            into.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments: CallArguments { positional, .. }, .. } => {
            positional.iter().for_each(|argument| word_of(argument, into));
        }
        InlineExpression::Placeable { expression } => {
            if let Expression::Inline(inline) = expression.as_ref() {
                word_of(inline, into);
            }
        }
        _ => {}
    }
}
