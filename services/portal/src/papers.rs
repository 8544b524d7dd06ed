//! Papers in words: a receipt, a credit note, a notice of a fee, in a reader's language.

use app::{Invoice, PaidLine, Paper, PaperKind, PaperSays, PayeeShown};
use documents::Document;
use kernel::Date;
use wording::Words;

/// A receipt or a credit note, as it was written.
pub fn document(words: &Words, network: &str, paper: &Paper) -> Option<Document> {
    let says: PaperSays = serde_json::from_str(&paper.snapshot).ok()?;
    let kind = paper.kind.name();
    let mut facts = vec![
        (words.t("paper-on"), words.date(&says.on)),
        (words.t(if paper.kind == PaperKind::Receipt { "paper-from" } else { "paper-to" }), says.payer.clone()),
    ];
    if let Some(by) = &says.by {
        facts.push((words.t("paper-by"), words.variant("pay-way", by)));
    }
    facts.extend(says.reference.iter().map(|reference| (words.t("paper-reference"), reference.clone())));
    facts.extend(says.given.iter().map(|given| (words.t("paper-given"), given.to_string())));
    let mut sums: Vec<(String, String)> =
        says.credit.iter().map(|credit| (words.t("paper-credit"), credit.to_string())).collect();
    sums.push((words.t("paper-total"), says.total.to_string()));
    let mut notes = Vec::new();
    if paper.kind == PaperKind::CreditNote {
        notes.push(words.t("paper-taken-back"));
    }
    if says.is_gift {
        notes.push(words.t("paper-gift"));
    }
    Some(Document {
        language: words.language().tag().to_owned(),
        from: from(&says.payee),
        title: words.t(&format!("paper-{kind}")),
        number: paper.number.clone(),
        facts,
        headings: headings(words),
        rows: says.lines.iter().map(|line| row(words, line)).collect(),
        sums,
        notes,
        foot: words.say("paper-foot", &[("number", &paper.number), ("network", network)]),
    })
}

/// What an invoice asks for.
pub fn notice(words: &Words, network: &str, invoice: &Invoice, payee: &PayeeShown, why: &str) -> Document {
    let due = Date::from_civil(invoice.due_on).map(|due| words.date(&due)).unwrap_or_default();
    let issued = Date::from_civil(invoice.issued_on).map(|on| words.date(&on)).unwrap_or_default();
    let line = PaidLine {
        number: invoice.number.clone(),
        member: invoice.payer.clone(),
        fee: invoice.fee.clone(),
        period: invoice.period.clone(),
        amount: invoice.amount,
    };
    let mut notes = vec![why.to_owned()];
    if !payee.bank.is_empty() {
        notes.push(words.say("paper-bank", &[("bank", &payee.bank), ("number", &invoice.number)]));
    }
    Document {
        language: words.language().tag().to_owned(),
        from: from(payee),
        title: words.t("paper-fee-notice"),
        number: invoice.number.clone(),
        facts: vec![
            (words.t("paper-on"), issued),
            (words.t("paper-to"), invoice.payer.clone()),
            (words.t("paper-due"), due),
        ],
        headings: headings(words),
        rows: vec![row(words, &line)],
        sums: vec![(words.t("paper-owed"), invoice.open.to_string())],
        notes,
        foot: words.say("paper-foot", &[("number", &invoice.number), ("network", network)]),
    }
}

fn from(payee: &PayeeShown) -> Vec<String> {
    let lines = payee.address.lines().map(str::trim).filter(|line| !line.is_empty());
    std::iter::once(payee.name.as_str()).chain(lines).map(str::to_owned).collect()
}

fn headings(words: &Words) -> Vec<String> {
    ["paper-what", "paper-for", "paper-invoice", "paper-amount"].map(|key| words.t(key)).into()
}

fn row(words: &Words, line: &PaidLine) -> Vec<String> {
    let what = format!("{} {}", words.label(&line.fee), line.period);
    vec![what, line.member.clone(), line.number.clone(), line.amount.to_string()]
}
