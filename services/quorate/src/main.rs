//! `quorate`, the command: checks, tests, explains and runs charters from files.

mod arguments;
mod commands;
mod files;
mod report;

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;

use crate::arguments::{Arguments, Charter, Command, Register, Servers, Tenant};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let mut out = std::io::stdout().lock();
    let result = run(arguments, &mut out);
    let flushed = out.flush();
    match result.and_then(|code| Ok(flushed.map(|()| code)?)) {
        Ok(code) => code,
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            // Nothing is left to do when even this cannot be written.
            let _ = writeln!(std::io::stderr(), "quorate: {error:#}");
            ExitCode::from(2)
        }
    }
}

/// Whoever read our output has had enough: `quorate … | head`.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
}

fn run(arguments: Arguments, out: &mut dyn Write) -> anyhow::Result<ExitCode> {
    match arguments.command {
        Command::Completions { shell } => commands::completions(shell, out),
        Command::Tally(tally) => commands::tally::run(&tally, out),
        Command::Up(up) => commands::up::run(&up, out),
        Command::Migrate { owner } => commands::tenant::migrate(&owner, out),
        Command::Tenant { command: Tenant::Create { name, folder, owner, keys } } => {
            commands::tenant::create(&name, &folder, &owner, &keys, out)
        }
        Command::Register { command: Register::Verify { name, database_url, keys } } => {
            commands::register::verify(name.as_deref(), &database_url, &keys, out)
        }
        Command::Servers { command: Servers::Start { folder, fast } } => commands::servers::start(&folder, fast, out),
        Command::Servers { command: Servers::Stop { folder } } => commands::servers::stop(&folder, out),
        Command::Charter { command } => match command {
            Charter::Check { path, format } => commands::check::run(&path, format, out),
            Charter::Test { path, scenarios } => commands::test::run(&path, &scenarios, out),
            Charter::Ask { path, register, on, known_at, question, format } => {
                let asked = commands::ask::Asked { register, on, known_at, question };
                commands::ask::run(&path, &asked, format, out)
            }
            Charter::Due { path, register, from, to, format } => {
                commands::ask::due(&path, &register, from, to, format, out)
            }
            Charter::Coverage { path, format } => commands::coverage::run(&path, format, out),
            Charter::Fmt { path, check } => commands::format::run(&path, check, out),
            Charter::Paraphrase { path, clause } => commands::paraphrase::run(&path, clause.as_deref(), out),
            Charter::Seal { path, clause, by } => commands::seal::run(&path, &clause, &by, out),
            Charter::Export { path } => commands::export::run(&path, out),
            Charter::Schema { format } => commands::export::schema(format, out),
        },
    }
}
