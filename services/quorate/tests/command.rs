//! The command as a shell sees it: exit codes, last lines, messages, files that it writes.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

use std::path::{Path, PathBuf};
use std::process::Command;

const CHARTER: &str = "# Lakes\n\n```rules\ncharter \"Lakes\"\n  in force from 2020-01-01\n  time zone \"Europe/Brussels\"\n  month end clamp\n  deadlines exclude the first day\noffice desk\n```\n\n**1** Members are entered by the desk.\n\n```rules\nclass member of organisations\n  begins with enrol\n\nact enrol by desk about an organisation\n```\n\n**2** Members vote.\n\n```rules\nmeeting assembly of member\n\nright vote at assembly for member\n```\n\n```test\ntest \"a member votes\"\n  given 2021-01-01 desk enrol about A\n  on 2021-01-01\n  may A vote at assembly? yes\n```\n";

const ACTS: &str = "{\"id\":\"1\",\"act\":\"enrol\",\"by\":\"desk\",\"about\":\"A\",\"on\":\"2021-01-01\"}\n";

/// What a run of the command gave.
struct Run {
    code: i32,
    out: String,
    err: String,
}

impl Run {
    fn last_line(&self) -> &str {
        self.out.lines().last().unwrap_or_default()
    }
}

fn quorate(arguments: &[&str]) -> Run {
    let output = Command::new(env!("CARGO_BIN_EXE_quorate")).args(arguments).output().unwrap();
    Run {
        code: output.status.code().expect("no signal ended it"),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A folder of one test, with files in it.
fn folder(name: &str, files: &[(&str, &[u8])]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    for (name, content) in files {
        std::fs::write(folder.join(name), content).unwrap();
    }
    folder
}

fn at(folder: &Path, name: &str) -> String {
    folder.join(name).display().to_string()
}

#[test]
fn a_sound_charter_passes_with_the_promised_last_lines() {
    let folder = folder("sound", &[("charter.md", CHARTER.as_bytes()), ("acts.jsonl", ACTS.as_bytes())]);
    let charter = at(&folder, "charter.md");
    let check = quorate(&["charter", "check", &charter]);
    assert_eq!((check.code, check.last_line()), (0, "0 errors, 0 warnings, 0 notes"), "{}", check.out);
    let test = quorate(&["charter", "test", &charter]);
    assert_eq!((test.code, test.last_line()), (0, "1 passed, 0 failed"));
    let coverage = quorate(&["charter", "coverage", &charter]);
    assert_eq!((coverage.code, coverage.last_line()), (0, "uncovered: 0"));
    assert_eq!(quorate(&["charter", "fmt", "--check", &charter]).code, 0);
    let register = at(&folder, "acts.jsonl");
    let ask = ["charter", "ask", &charter, "--register", &register, "--on", "2022-01-01", "may A vote at assembly"];
    let answer = quorate(&ask);
    assert_eq!(answer.code, 0);
    assert!(answer.out.contains("yes") && answer.out.contains("[clause 2]"), "{}", answer.out);
    assert!(!answer.out.contains('\u{1b}'), "colour in a pipe");
    let json = quorate(&[&ask[..], &["--format", "json"]].concat());
    let json: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(json["answer"]["value"]["kind"].as_str().or(json["answer"]["value"].as_str()), Some("yes"), "{json}");
}

#[test]
fn a_failing_test_is_shown_and_fails_the_command() {
    let wrong = CHARTER.replace("assembly? yes", "assembly? no");
    let folder = folder("failing", &[("charter.md", wrong.as_bytes())]);
    let test = quorate(&["charter", "test", &at(&folder, "charter.md")]);
    assert_eq!((test.code, test.last_line()), (1, "0 passed, 1 failed"));
    assert!(test.out.contains("may A vote at assembly"), "{}", test.out);
    let broken = CHARTER.replace("for member", "for membre");
    std::fs::write(folder.join("charter.md"), broken).unwrap();
    let test = quorate(&["charter", "test", &at(&folder, "charter.md")]);
    assert_eq!((test.code, test.last_line()), (1, "0 passed, 1 failed"), "tests of a charter with errors do not run");
}

#[test]
fn broken_charters_are_findings_with_a_place_and_no_panic() {
    let (half, _) = CHARTER.split_at(CHARTER.len() / 2);
    let deep = format!(
        "{}\n**3** Deep.\n\n```rules\ndefine x of member: {}a{}\n```\n",
        CHARTER,
        "(".repeat(20_000),
        ")".repeat(20_000)
    );
    let long = format!("{CHARTER}\n{}", "prose ".repeat(2_000_000));
    let unknown = CHARTER.replace("for member", "for membre");
    for (name, text, code) in
        [("half", half, None), ("deep", &deep, Some(1)), ("long", &long, None), ("unknown", &unknown, Some(1))]
    {
        let folder = folder(name, &[("charter.md", text.as_bytes())]);
        let check = quorate(&["charter", "check", &at(&folder, "charter.md")]);
        assert!(matches!(check.code, 0..=2), "{name}: {}", check.code);
        assert!(code.is_none_or(|code| code == check.code), "{name}: {}", check.out);
        assert!(!check.err.contains("panicked"), "{name}: {}", check.err);
        assert!(check.last_line().contains("errors") || !check.err.is_empty(), "{name} says nothing");
    }
    let folder = folder("noise", &[("charter.md", &[0xff, 0xfe, 0x00, 0x80])]);
    let noise = quorate(&["charter", "check", &at(&folder, "charter.md")]);
    assert_eq!(noise.code, 2);
    assert!(noise.err.contains("UTF-8"), "{}", noise.err);
}

#[test]
fn broken_registers_are_refused_line_by_line() {
    let (truncated, _) = ACTS.split_at(ACTS.len() - 12);
    let unknown_act = "{\"id\":\"2\",\"act\":\"fly\",\"by\":\"A\",\"on\":\"2021-01-01\"}\n";
    for (name, text, said) in [
        ("truncated", truncated, "line 1 is not an act"),
        ("unknown-act", unknown_act, "no act is called `fly`"),
        ("same-id", &ACTS.repeat(2), "1"),
    ] {
        let folder = folder(name, &[("charter.md", CHARTER.as_bytes()), ("acts.jsonl", text.as_bytes())]);
        let (charter, register) = (at(&folder, "charter.md"), at(&folder, "acts.jsonl"));
        let ask = quorate(&["charter", "ask", &charter, "--register", &register, "--on", "2022-01-01", "is A member"]);
        assert_eq!(ask.code, 1, "{name}: {}{}", ask.out, ask.err);
        assert!(ask.out.contains(said) || ask.err.contains(said), "{name}: {}{}", ask.out, ask.err);
    }
}

#[test]
fn unknown_names_and_questions_are_said_not_guessed() {
    let folder = folder("asked", &[("charter.md", CHARTER.as_bytes()), ("acts.jsonl", ACTS.as_bytes())]);
    let (charter, register) = (at(&folder, "charter.md"), at(&folder, "acts.jsonl"));
    let ask = |on: &str, question: &str| {
        quorate(&["charter", "ask", &charter, "--register", &register, "--on", on, question])
    };
    for (question, said) in
        [("is Nobody member", "`Nobody`"), ("shall A dance", "cannot be read"), ("may A", "cannot be read")]
    {
        let run = ask("2022-01-01", question);
        assert_eq!(run.code, 1, "{question}");
        assert!(run.out.contains(said) || run.err.contains(said), "{question}: {}{}", run.out, run.err);
    }
    assert_eq!(ask("2022-02-30", "is A member").code, 2);
    let before = ask("2019-01-01", "is A member");
    assert!(before.out.contains("not on file"), "{}", before.out);
}

#[test]
fn an_act_of_the_future_changes_nothing_yet() {
    let future = ACTS.replace("2021-01-01", "2099-01-01");
    let folder = folder("future", &[("charter.md", CHARTER.as_bytes()), ("acts.jsonl", future.as_bytes())]);
    let (charter, register) = (at(&folder, "charter.md"), at(&folder, "acts.jsonl"));
    let run = quorate(&["charter", "ask", &charter, "--register", &register, "--on", "2022-01-01", "is A member"]);
    assert!(run.out.contains("\nno\n"), "{}", run.out);
    assert!(run.out.contains("2099-01-01"), "what would change it is not said: {}", run.out);
}

#[test]
fn a_seal_breaks_when_prose_or_rules_change_alone() {
    let folder = folder("sealed", &[("charter.md", CHARTER.as_bytes())]);
    let charter = at(&folder, "charter.md");
    assert_eq!(quorate(&["charter", "seal", &charter, "2", "--by", "A. Reader"]).code, 0);
    assert_eq!(quorate(&["charter", "check", &charter]).code, 0);
    for (from, to) in [("Members vote.", "Members never vote."), ("right vote at", "right attend at")] {
        std::fs::write(folder.join("charter.md"), CHARTER.replace(from, to)).unwrap();
        let check = quorate(&["charter", "check", &charter]);
        assert_eq!(check.code, 1, "{}", check.out);
        assert!(check.out.contains("A. Reader") || check.out.contains("seal"), "{}", check.out);
    }
}

#[test]
fn fmt_tidies_only_the_fences() {
    let untidy = CHARTER.replace("  begins with enrol", "      begins   with enrol");
    let folder = folder("untidy", &[("charter.md", untidy.as_bytes())]);
    let charter = at(&folder, "charter.md");
    assert_eq!(quorate(&["charter", "fmt", "--check", &charter]).code, 1);
    assert_eq!(quorate(&["charter", "fmt", &charter]).code, 0);
    assert_eq!(std::fs::read_to_string(folder.join("charter.md")).unwrap(), CHARTER);
}
