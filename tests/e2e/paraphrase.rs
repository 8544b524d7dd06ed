//! The paraphrase says everything: leave out any line of a rule, and its words change.

use charter::Network;
use wording::Language;

use crate::architecture::root;

/// Lines that say nothing of what holds: a clause that is cited, a list of matters noted as open.
const UNSAID: &[&str] = &["cites", "silent on", "in force", "time zone", "month end", "deadlines", "languages"];

fn words(text: &str) -> Option<Vec<String>> {
    let network = Network::read([(String::from("page.md"), text.to_owned())], []);
    let broken = network.sources().iter().flat_map(|source| &source.diagnostics);
    if broken.filter(|finding| finding.severity() == charter_syntax::Severity::Error).count() > 0 {
        return None;
    }
    let charter = network.newest()?;
    Some(Language::english().paraphrase(charter, None).into_iter().map(|(_, sentence)| sentence).collect())
}

/// Where the lines of the rules stand that belong to a declaration.
fn rule_lines(page: &str) -> Vec<usize> {
    let mut in_rules = false;
    let mut found = Vec::new();
    for (place, line) in page.lines().enumerate() {
        if line.starts_with("```") {
            in_rules = line == "```rules";
        } else if in_rules && line.starts_with("  ") && !UNSAID.iter().any(|unsaid| line.trim().starts_with(unsaid)) {
            found.push(place);
        }
    }
    found
}

#[test]
fn no_line_of_a_rule_is_left_unsaid() {
    let folder = root().join("crates/charter/reference");
    let mut unsaid = Vec::new();
    let mut tried = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let page = std::fs::read_to_string(&path).unwrap();
        let Some(whole) = words(&page) else { continue };
        for place in rule_lines(&page) {
            let without: Vec<&str> =
                page.lines().enumerate().filter(|(line, _)| *line != place).map(|(_, line)| line).collect();
            let Some(fewer) = words(&without.join("\n")) else { continue };
            tried += 1;
            if fewer == whole {
                unsaid.push(format!("{}: {}", path.file_name().unwrap().display(), page.lines().nth(place).unwrap()));
            }
        }
    }
    assert!(tried > 200, "{tried}");
    assert!(unsaid.is_empty(), "{unsaid:#?}");
}
