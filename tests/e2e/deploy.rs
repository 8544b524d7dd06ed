//! Files that cannot be run here are held to the programs: they name only programs, settings and files that there are.

use std::collections::BTreeSet;

use crate::architecture::{root, rust_files};

fn text(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap()
}

/// Every setting that a program reads from the environment.
fn settings() -> BTreeSet<String> {
    let sources: String = rust_files().iter().map(|file| std::fs::read_to_string(file).unwrap()).collect();
    let marks = ["env = \"", "env::var(\"", "env::var_os(\""];
    let named = marks.iter().flat_map(|mark| sources.split(mark).skip(1)).filter_map(|rest| rest.split('"').next());
    named.map(str::to_owned).collect()
}

/// Words in capitals that stand at the start of a line or behind `${`.
fn named_in(text: &str) -> BTreeSet<String> {
    let is_name = |word: &str| {
        word.contains('_')
            && word.chars().all(|letter| letter.is_ascii_uppercase() || letter == '_' || letter.is_ascii_digit())
    };
    let starts =
        text.lines().filter_map(|line| line.trim().trim_start_matches("Environment=").split(['=', ':']).next());
    let inside = text.split("${").skip(1).filter_map(|rest| rest.split(['}', ':']).next());
    let starts = starts.map(|word| word.trim_start_matches('#'));
    starts.chain(inside).map(str::trim).filter(|word| is_name(word)).map(str::to_owned).collect()
}

/// Settings of PostgreSQL's image, of the scripts that make its roles, and of the backup.
const OF_OTHERS: &[&str] =
    &["POSTGRES_PASSWORD", "POSTGRES_DB", "QUORATE_OWNER_PASSWORD", "QUORATE_APP_PASSWORD", "BACKUP_DATABASE_URL"];

const PROGRAMS: &[&str] = &["quorate", "portal", "worker"];

#[test]
fn deploy_files_name_only_settings_that_there_are() {
    let known = settings();
    for path in [
        "deploy/quorate.env.example",
        "deploy/container/compose.yaml",
        "deploy/systemd/quorate-migrate.service",
        "deploy/systemd/quorate-portal.service",
        "deploy/systemd/quorate-worker.service",
        "deploy/systemd/quorate-backup.service",
    ] {
        for name in named_in(&text(path)) {
            assert!(known.contains(&name) || OF_OTHERS.contains(&name.as_str()), "{path} names {name}");
        }
    }
    let example = named_in(&text("deploy/quorate.env.example"));
    for name in named_in(&text("deploy/container/compose.yaml")) {
        assert!(example.contains(&name) || name == "POSTGRES_DB", "the example lacks {name}");
    }
}

#[test]
fn every_setting_of_the_programs_is_in_the_example() {
    let example = named_in(&text("deploy/quorate.env.example"));
    let of_programs = settings().into_iter().filter(|name| name.starts_with("QUORATE_") || name.ends_with("_URL"));
    // What only tests, the build and the trial on one machine read.
    let elsewhere = [
        "QUORATE_TEST_SERVERS",
        "QUORATE_APPLICATIONS",
        "QUORATE_BALLOTS",
        "QUORATE_SCHEMATHESIS",
        "QUORATE_WRITE_PAGES",
    ];
    for name in of_programs.filter(|name| !elsewhere.contains(&name.as_str())) {
        assert!(example.contains(&name), "the example lacks {name}");
    }
}

#[test]
fn units_and_containers_start_programs_that_there_are() {
    for unit in ["quorate-migrate.service", "quorate-portal.service", "quorate-worker.service"] {
        for line in text(&format!("deploy/systemd/{unit}")).lines().filter(|line| line.starts_with("Exec")) {
            let program = line.split('/').next_back().unwrap().split(' ').next().unwrap();
            assert!(PROGRAMS.contains(&program), "{unit}: {line}");
        }
    }
    let container = text("deploy/Containerfile");
    for line in container.lines().filter(|line| line.starts_with("COPY ") && !line.contains("--from")) {
        let mut paths: Vec<&str> = line.split(' ').skip(1).collect();
        paths.pop();
        for path in paths {
            assert!(root().join(path).exists(), "{line}: there is no {path}");
        }
    }
    for program in PROGRAMS {
        assert!(container.contains(&format!("/release/{program}")), "{program} is not in the image");
        assert!(text("deploy/container/compose.yaml").contains(&format!("[{program}")), "nothing starts {program}");
    }
}
