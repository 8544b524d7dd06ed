//! The declarations of the language with their lines: one table for the parser's suggestions and the reference.

/// One declaration of the language.
#[derive(Clone, Copy, Debug)]
pub struct DeclarationForm {
    /// The word that starts it.
    pub keyword: &'static str,
    /// Its first line.
    pub form: &'static str,
    /// Its further lines.
    pub lines: &'static [&'static str],
}

const fn form(keyword: &'static str, form: &'static str, lines: &'static [&'static str]) -> DeclarationForm {
    DeclarationForm { keyword, form, lines }
}

/// Every declaration, in the order of the reference. `cites clause X` may stand in each.
pub const DECLARATIONS: &[DeclarationForm] = &[
    form(
        "charter",
        "charter \"TITLE\"",
        &[
            "in force from DATE",
            "partial",
            "amends DATE in clause X, Y",
            "time zone \"ZONE\"",
            "month end clamp | roll | refuse",
            "deadlines exclude | include the first day",
        ],
    ),
    form("period", "period NAME [of N months] from DAY MONTH", &[]),
    form("list", "list NAME: ITEM [alias OTHER], ITEM, …", &[]),
    form(
        "class",
        "class NAME of organisations | persons [or …]",
        &[
            "fact NAME: TYPE [per PERIOD] [seen by WHO, …] [sealed]",
            "person ROLE, ROLE [different people]",
            "begins with OCCURRENCE",
            "ends with OCCURRENCE",
            "eligible where CONDITION",
            "together with CLASS, …",
        ],
    ),
    form("office", "office NAME [appointed by BODY]", &[]),
    form(
        "meeting",
        "meeting NAME [of CLASS | BODY]",
        &[
            "called by WHO, …",
            "at least every SPAN [from closing | opening to opening]",
            "before it: STEP SPAN, STEP and STEP SPAN, …",
            "after it: STEP SPAN, …",
        ],
    ),
    form(
        "act",
        "act NAME by PARTY [about PARTY]",
        &[
            "field NAME: TYPE [optional]",
            "with FACT, …",
            "document NAME, … [in LIST] [optional]",
            "seen by WHO, …",
            "only where CONDITION",
        ],
    ),
    form("right", "right RIGHT, … for PARTY [where CONDITION]", &[]),
    form(
        "lose",
        "lose RIGHT, … for PARTY while CONDITION | once CONDITION | always",
        &["from OCCURRENCE", "until OCCURRENCE | SPAN"],
    ),
    form("keep", "keep RIGHT, … for PARTY despite clause X [while CONDITION]", &[]),
    form(
        "duty",
        "duty NAME for PARTY per PERIOD | per OCCURRENCE | while CONDITION",
        &[
            "done by OCCURRENCE [and CONDITION]",
            "due by WHEN",
            "late until WHEN",
            "first in the PERIOD of | after joining",
        ],
    ),
    form(
        "status",
        "status NAME of CLASS once CONDITION | while CONDITION",
        &["from OCCURRENCE", "until OCCURRENCE | SPAN", "ends membership", "then may ACT, …"],
    ),
    form(
        "table",
        "table NAME of PARTY [at MEETING] [per PERIOD]: TYPE",
        &[
            "by FACT [of the last | same PERIOD]",
            "BAND VALUE",
            "cap N",
            "floor N",
            "due by WHEN",
            "first in the PERIOD of | after joining",
        ],
    ),
    form("define", "define NAME of PARTY: CONDITION", &["also CONDITION"]),
    form("threshold", "threshold NAME: CONDITION", &[]),
    form("finding", "finding NAME by PARTY [about PARTY]", &["also where CONDITION"]),
    form(
        "decision",
        "decision NAME [of MEETING | BODY | CLASS] [about CLASS | BODY]",
        &[
            "roll SET [, fixed when OCCURRENCE]",
            "open SPAN from OCCURRENCE",
            "present SET attending [, in the room [or remotely]]",
            "quorum [to open: | to decide:] CONDITION [, at each vote | at opening]",
            "vote one per organisation | person, by name | by hand, secret, in writing, may split",
            "carried CONDITION | carried when CONDITION: CONDITION; otherwise: CONDITION",
            "abstain not counted | counts for quorum only | counts as no",
            "silence abstains | not cast",
            "tie not carried | casting vote of NAME | by lot | another vote",
            "weight from TABLE",
            "elect N by METHOD [OPTION VALUE …] [, at least N voters]",
            "proxies none | at most N per holder",
            "silent on LINE, …",
        ],
    ),
    form(
        "procedure",
        "procedure NAME [of CLASS | BODY] [as PROCEDURE [without NAME, …]]",
        &[
            "begins with OCCURRENCE",
            "needs document NAME, … | needs fact NAME, … | needs where CONDITION",
            "needs N OCCURRENCE [or where CONDITION, N OCCURRENCE]",
            "then ACT [within SPAN of OCCURRENCE]",
            "window NAME: ACT within SPAN of OCCURRENCE",
            "objection ACT: investigate until ACT [; then ACT]",
            "decide DECISION [at the next meeting] [not before WINDOW closes] [, within SPAN of OCCURRENCE]",
            "overdue stays open | carried | not carried",
            "outcome carried: CLASS | NAME [from that day | from SPAN later]",
            "outcome not carried: NAME",
        ],
    ),
    form(
        "body",
        "body NAME",
        &[
            "seat one per LIST | NAME | N voting | not voting [held by an organisation [through a person] | a person | members of BODY] [created by DECISION] [needs FIELD, …]",
            "term SPAN [, cohort NAME from DATE, …] | with the seat in BODY | until the next MEETING",
            "quorum CONDITION",
        ],
    ),
    form(
        "limit",
        "limit BODY",
        &[
            "at most N [consecutive] terms per person | organisation",
            "again after SPAN",
            "part terms count | part terms do not count",
            "any gap breaks | only that break",
            "one seat per organisation | person",
            "not together with OFFICE | BODY",
            "at most N/N share FACT",
        ],
    ),
    form(
        "vacancy",
        "vacancy in BODY",
        &[
            "on CAUSE [or CAUSE]: by its organisation | NAME [, from CLASS [of the same FACT]] [, for the remaining term] [, within SPAN] [; then by …]",
            "otherwise: by …",
        ],
    ),
    form("delegation", "delegation NAME from BODY to BODY | OFFICE", &["except NAME, …"]),
    form("notice", "notice NAME by PARTY to [every] PARTY [when OCCURRENCE] [within SPAN]", &[]),
    form("transition", "transition NAME keeps its version | follows the version in force", &[]),
    form("reading", "reading NAME of clause X \"QUESTION\"", &["option NAME \"MEANING\" [proposed]"]),
    form("silent", "silent [TOPIC] \"WHAT\"", &[]),
    form("no-rule", "no-rule \"WHY\"", &[]),
    form("record-only", "record-only \"WHY\"", &[]),
    form("for-people", "for-people \"WHY\"", &[]),
];
