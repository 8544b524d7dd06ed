//! One language's messages.

use std::borrow::Cow;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// Answers, findings, charters; then the words of pages.
const ENGLISH: &[&str] = &[include_str!("../locales/en.ftl"), include_str!("../locales/en.pages.ftl")];

/// The messages of a language, with English behind it.
pub struct Language {
    bundles: Vec<FluentBundle<FluentResource>>,
}

impl Language {
    /// English, whole.
    pub fn english() -> Self {
        Language { bundles: bundle("en", ENGLISH).into_iter().collect() }
    }

    /// A message with its words filled in. A message that no language has is its own name, which a test forbids.
    pub fn say(&self, id: &str, words: &[(&str, &str)]) -> String {
        self.message(id, words).unwrap_or_else(|| id.to_owned())
    }

    /// A message, if some language has it.
    pub fn message(&self, id: &str, words: &[(&str, &str)]) -> Option<String> {
        let mut args = FluentArgs::new();
        for (name, word) in words {
            args.set(Cow::Borrowed(*name), value(word));
            args.set(Cow::Owned(format!("{name}-given")), if word.is_empty() { "no" } else { "yes" });
        }
        self.bundles.iter().find_map(|bundle| {
            let pattern = bundle.get_message(id)?.value()?;
            let mut errors = Vec::new();
            Some(bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned())
        })
    }
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
mod tests {
    use super::*;
    use charter::Reason;
    use charter_syntax::Code;

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
    fn the_english_files_are_well_formed() {
        for file in ENGLISH {
            let errors = FluentResource::try_new((*file).to_owned()).err().map(|(_, errors)| errors);
            assert_eq!(errors, None);
        }
    }
}
