//! What a network calls the names of its charter: a Fluent file of its own for each language.

use std::collections::HashMap;

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, PatternElement};

/// Labels of one language, by the names of the charter.
#[derive(Clone, Debug, Default)]
pub struct Labels(HashMap<String, String>);

impl Labels {
    /// From a Fluent file: `general-conference = General Conference`. What is no plain text is left out.
    pub fn read(file: &str) -> Labels {
        let resource = match FluentResource::try_new(file.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        let mut labels = HashMap::new();
        for entry in resource.entries() {
            let Entry::Message(message) = entry else { continue };
            let elements = message.value.as_ref().map(|pattern| pattern.elements.as_slice());
            if let Some([PatternElement::TextElement { value }]) = elements {
                labels.insert(message.id.name.to_owned(), value.trim().to_owned());
            }
        }
        Labels(labels)
    }

    /// These labels, and another language's where a name has none of its own.
    pub fn over(mut self, other: &Labels) -> Labels {
        for (name, label) in &other.0 {
            self.0.entry(name.clone()).or_insert_with(|| label.clone());
        }
        self
    }

    /// The label of a name, if it has one.
    pub fn known(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// The label of a name; a name without one is read with spaces for its hyphens.
    pub fn of(&self, name: &str) -> String {
        self.0.get(name).cloned().unwrap_or_else(|| name.replace('-', " "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_where_there_is_one() {
        let labels = Labels::read("re-confirm = re-confirm\ngeneral-conference = General Conference\n= broken\n");
        assert_eq!(labels.of("general-conference"), "General Conference");
        assert_eq!(labels.of("re-confirm"), "re-confirm");
        assert_eq!(labels.of("membership-fee"), "membership fee");
    }
}
