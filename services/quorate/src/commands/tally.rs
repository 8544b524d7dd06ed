//! `quorate tally`: reads a file of ballots, counts it by a named method, and writes every step.

use std::io::Write;
use std::process::ExitCode;

use anyhow::{Result, anyhow};
use ballots::read::{Cells, Format};
use ballots::{Cap, Election, Method, OptionName, Record, Rules, TieStep};
use wording::Language;

use crate::arguments::{Tally, TallyFormat};
use crate::files::text;

pub fn run(tally: &Tally, out: &mut dyn Write) -> Result<ExitCode> {
    let method = Method::named(&tally.method).ok_or_else(|| anyhow!("there is no method `{}`", tally.method))?;
    let election = read(tally, method.cells())?;
    let rules = rules(tally, &election)?;
    let record = method.count(&election, &rules).map_err(|error| anyhow!("{}: {error}", tally.file.display()))?;
    match tally.format {
        TallyFormat::Text => write_text(tally, &record, out)?,
        TallyFormat::Json => writeln!(out, "{:#}", record.published())?,
        TallyFormat::Svg => writeln!(out, "{}", Language::english().count_picture(&record))?,
        TallyFormat::Csv => write_csv(&record, out)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// The file, with as many seats as the command says.
fn read(tally: &Tally, cells: Cells) -> Result<Election> {
    let name = tally.file.display().to_string();
    let content = text(&tally.file)?;
    let named = tally.reads.as_deref().and_then(|own| Format::NAMES.iter().find(|(name, _)| *name == own));
    let format = named.map_or_else(|| Format::of(&name, &content), |(_, format)| *format);
    let mut election = format.read(&content, cells).map_err(|error| anyhow!("{name}, {error}"))?;
    election.seats = tally.seats.unwrap_or(election.seats);
    Ok(election)
}

fn rules(tally: &Tally, election: &Election) -> Result<Rules> {
    let mut rules = Rules::default();
    if !tally.given().any(|(option, _)| option == OptionName::Ties) && tally.seed.is_empty() && tally.casting.is_empty()
    {
        rules.set(OptionName::Ties, "order")?;
    }
    for (option, value) in tally.given() {
        rules.set(option, value).map_err(|error| anyhow!("--{option}: {error}"))?;
    }
    for cap in &tally.cap {
        rules.at_most(read_cap(cap, election)?);
    }
    if !tally.seed.is_empty() {
        rules.draw_lots_from(tally.seed.clone());
    }
    if !tally.casting.is_empty() {
        known(&tally.casting, election, "--casting")?;
        rules.casting_vote(tally.casting.clone());
    }
    Ok(rules)
}

/// `Name=2:Ana,Bo`
fn read_cap(written: &str, election: &Election) -> Result<Cap> {
    let parts = written.split_once('=').and_then(|(group, rest)| Some((group, rest.split_once(':')?)));
    let read = parts.and_then(|(group, (most, members))| Some((group, most.parse().ok()?, members)));
    let (group, most, members) =
        read.ok_or_else(|| anyhow!("--cap: `{written}` is not a group, a number and names, as in `Name=2:Ana,Bo`"))?;
    let members: Vec<String> = members.split(',').map(|name| name.trim().to_owned()).collect();
    known(&members, election, "--cap")?;
    Ok(Cap { group: group.to_owned(), most, members })
}

/// Names that do not stand are an error, never passed over.
fn known(names: &[String], election: &Election, option: &str) -> Result<()> {
    match names.iter().find(|name| election.named(name).is_none()) {
        Some(name) => Err(anyhow!("{option}: `{name}` is not among the candidates")),
        None => Ok(()),
    }
}

fn write_text(tally: &Tally, record: &Record, out: &mut dyn Write) -> Result<()> {
    let english = Language::english();
    write!(out, "{}", english.count(record))?;
    let nobody_said = !tally.given().any(|(option, _)| option == OptionName::Ties);
    if nobody_said && record.ties.iter().any(|tie| tie.by == TieStep::OrderOfThePaper) {
        writeln!(out, "\n{}", english.say("count-by-order", &[]))?;
    }
    Ok(())
}

/// A row for each step: its events, everybody's votes, what is exhausted and lost.
fn write_csv(record: &Record, out: &mut dyn Write) -> Result<()> {
    let english = Language::english();
    let mut table = csv::Writer::from_writer(out);
    let head = ["step", "events"].into_iter().chain(record.candidates.iter().map(String::as_str));
    table.write_record(head.chain(["exhausted", "lost"]))?;
    for (index, round) in record.rounds.iter().enumerate() {
        let events: Vec<String> = round.events.iter().map(|event| english.count_event(record, event)).collect();
        let totals = round.totals.iter().map(|votes| votes.as_ref().map(ToString::to_string).unwrap_or_default());
        let row = [(index + 1).to_string(), events.join(" ")].into_iter().chain(totals);
        table.write_record(row.chain([round.exhausted.to_string(), round.lost.to_string()]))?;
    }
    table.flush()?;
    Ok(())
}
