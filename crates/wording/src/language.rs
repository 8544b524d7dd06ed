//! One language's messages, with English behind them.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// The files of `locales`, by language: listed when this is built.
const LOCALES: &[(&str, &[&str])] = include!(concat!(env!("OUT_DIR"), "/locales.rs"));

/// The language that is whole and stands behind every other.
const FIRST: &str = "en";

/// Every language, English first.
static ALL: LazyLock<Vec<Language>> = LazyLock::new(|| {
    let english = LOCALES.iter().filter(|(tag, _)| *tag == FIRST);
    let others = LOCALES.iter().filter(|(tag, _)| *tag != FIRST);
    english.chain(others).map(|(tag, _)| Language::read(tag)).collect()
});

/// The messages of a language, with English behind it.
pub struct Language {
    tag: &'static str,
    /// Messages without words to fill in, made once: a page has a hundred of them.
    plain: HashMap<String, String>,
    bundles: Vec<FluentBundle<FluentResource>>,
}

impl std::fmt::Debug for Language {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Language({})", self.tag)
    }
}

impl Language {
    /// English, whole.
    pub fn english() -> Self {
        Language::read(FIRST)
    }

    /// Every language that there is, English first.
    pub fn all() -> &'static [Language] {
        &ALL
    }

    /// The language of a tag such as `km` or `en-GB`: its first part counts.
    pub fn of(tag: &str) -> Option<&'static Language> {
        let first = tag.split(['-', '_']).next().unwrap_or(tag).to_lowercase();
        ALL.iter().find(|language| language.tag == first)
    }

    /// The language that suits somebody best, as a browser says it: `km,en;q=0.8`.
    pub fn accepted(header: &str) -> Option<&'static Language> {
        let mut wanted: Vec<(u32, &str)> = header.split(',').filter_map(weighed).collect();
        wanted.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
        wanted.into_iter().find_map(|(_, tag)| Language::of(tag))
    }

    fn read(tag: &str) -> Self {
        let own = LOCALES.iter().find(|(known, _)| *known == tag);
        let english = LOCALES.iter().find(|(known, _)| *known == FIRST && *known != tag);
        let bundles = own.into_iter().chain(english).filter_map(|(tag, files)| bundle(tag, files)).collect();
        let files = LOCALES.iter().filter(|(known, _)| *known == tag || *known == FIRST).flat_map(|(_, files)| *files);
        let ids: Vec<String> = files.flat_map(|file| ids_of(file)).collect();
        let mut language = Language { tag: own.map_or(FIRST, |(tag, _)| *tag), plain: HashMap::new(), bundles };
        language.plain = ids.into_iter().filter_map(|id| Some((id.clone(), language.without_words(&id)?))).collect();
        language
    }

    /// A message that has no words to fill in.
    fn without_words(&self, id: &str) -> Option<String> {
        let (bundle, pattern) = self.pattern(id)?;
        let mut errors = Vec::new();
        let said = bundle.format_pattern(pattern, None, &mut errors).into_owned();
        errors.is_empty().then_some(said)
    }

    fn pattern(&self, id: &str) -> Option<(&FluentBundle<FluentResource>, &fluent_syntax::ast::Pattern<&str>)> {
        self.bundles.iter().find_map(|bundle| Some((bundle, bundle.get_message(id)?.value()?)))
    }

    /// Its tag: `en`, `km`.
    pub fn tag(&self) -> &'static str {
        self.tag
    }

    /// What it calls itself.
    pub fn name(&self) -> String {
        self.say("language-name", &[])
    }

    /// A message with its words filled in. A message that no language has is its own name, which a test forbids.
    pub fn say(&self, id: &str, words: &[(&str, &str)]) -> String {
        self.message(id, words).unwrap_or_else(|| id.to_owned())
    }

    /// A message, if this language or English has it.
    pub fn message(&self, id: &str, words: &[(&str, &str)]) -> Option<String> {
        if let Some(said) = self.plain.get(id) {
            return Some(said.clone());
        }
        let mut args = FluentArgs::new();
        for (name, word) in words {
            args.set(Cow::Borrowed(*name), value(word));
            args.set(Cow::Owned(format!("{name}-given")), if word.is_empty() { "no" } else { "yes" });
        }
        let (bundle, pattern) = self.pattern(id)?;
        let mut errors = Vec::new();
        Some(bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned())
    }
}

/// The names of the messages of a file.
fn ids_of(file: &str) -> impl Iterator<Item = String> + '_ {
    let starts = file.lines().filter(|line| line.starts_with(|letter: char| letter.is_ascii_lowercase()));
    starts.filter_map(|line| line.split_once(" =")).map(|(id, _)| id.trim().to_owned())
}

/// One part of a header of accepted languages: its weight in thousandths, and the tag.
fn weighed(part: &str) -> Option<(u32, &str)> {
    let (tag, weight) = part.split_once(";q=").unwrap_or((part, "1"));
    let (whole, fraction) = weight.trim().split_once('.').unwrap_or((weight.trim(), ""));
    let thousandths: String = fraction.chars().chain("000".chars()).take(3).collect();
    let weight = whole.parse::<u32>().ok()?.saturating_mul(1000).saturating_add(thousandths.parse().ok()?);
    Some((weight, tag.trim())).filter(|(weight, _)| *weight > 0)
}

/// Numbers are passed as numbers, so that plurals agree.
fn value<'w>(word: &'w str) -> FluentValue<'w> {
    match word.parse::<u32>() {
        // Years and identifiers are digits too; they are only ever printed, and print alike.
        Ok(number) if word.len() < 4 => FluentValue::from(number),
        _ => FluentValue::from(word),
    }
}

fn bundle(tag: &str, messages: &[&str]) -> Option<FluentBundle<FluentResource>> {
    let language: LanguageIdentifier = tag.parse().ok()?;
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Answers are read in terminals and plain mail too, where isolation marks would show.
    bundle.set_use_isolating(false);
    for file in messages {
        let resource = match FluentResource::try_new((*file).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    Some(bundle)
}

#[cfg(test)]
mod tests;
