//! Meetings and ballots: attendance, the roll with its hash, votes written down together, and who sees what.

use crate::browser::{Browser, Page, portal};

/// Sends the form of an act, under the attempt that it bears or a given one.
pub fn send(browser: &Browser<'_>, act: &str, on: &str, attempt: Option<&str>, more: &[(&str, &str)]) -> Page {
    let form = browser.get(&format!("/record/{act}"));
    let (mark, own) = (form.hidden("mark"), form.hidden("attempt"));
    let attempt = attempt.unwrap_or(&own);
    let mut fields = vec![("mark", mark.as_str()), ("attempt", attempt), ("step", "record"), ("on", on)];
    fields.extend_from_slice(more);
    browser.post(&format!("/record/{act}"), &fields)
}

/// Records an act as the secretary, on a day.
pub fn act(browser: &Browser<'_>, act: &str, on: &str, more: &[(&str, &str)]) {
    let done = send(browser, act, on, None, more);
    assert_eq!(done.status, 303, "{act}: {}", done.body);
}

/// Sends the form of a page that ticks or chooses for several.
fn together(browser: &Browser<'_>, page: &str, action: &str, more: &[(&str, &str)]) -> Page {
    let form = browser.get(page);
    let attempt = if form.body.contains("name=\"attempt\"") { form.hidden("attempt") } else { String::from("x") };
    let mark = form.hidden("mark");
    let mut fields = vec![("mark", mark.as_str()), ("attempt", attempt.as_str())];
    fields.extend_from_slice(more);
    browser.post(action, &fields)
}

/// The day it is there, where votes are taken by the day.
pub fn today() -> String {
    chrono::Utc::now().with_timezone(&chrono_tz::Europe::Zurich).date_naive().to_string()
}

fn open_meeting(secretary: &Browser<'_>, id: &str) {
    act(secretary, "open-meeting", &today(), &[("by", "secretary"), ("about", id), ("field-meeting", "assembly")]);
}

pub fn open_ballot(secretary: &Browser<'_>, id: &str) {
    act(secretary, "open-ballot", &today(), &[("by", "secretary"), ("about", id), ("field-decision", "thanks")]);
}

/// Members of the hills, of names that no other test uses.
pub fn enter(secretary: &Browser<'_>, names: &[&str]) {
    for name in names {
        act(secretary, "enter", "2021-01-01", &[("by", "secretary"), ("about", name), ("field-region", "north")]);
    }
}

#[test]
fn attendance_is_written_down_for_several_together_and_once() {
    let portal = portal();
    let secretary = portal.secretary("hills");
    enter(&secretary, &["Ant", "Asp"]);
    open_meeting(&secretary, "A-1");
    let page = secretary.get("/meeting/A-1");
    assert!(page.body.contains("Ant") && page.body.contains("not here"), "{}", page.body);
    let (mark, attempt) = (page.hidden("mark"), page.hidden("attempt"));
    let fields =
        [("mark", mark.as_str()), ("attempt", attempt.as_str()), ("how", "in-room"), ("who", "Ant"), ("who", "Asp")];
    // Twice, as from two tabs or an impatient thumb.
    for _ in 0..2 {
        assert_eq!(secretary.post("/meeting/A-1/attendance", &fields).status, 303);
    }
    assert!(secretary.get("/meeting/A-1").body.contains("2 are there, 2 of them with a vote"));
    assert_eq!(secretary.get("/register/Ant").body.matches(">attend<").count(), 1);
    let left = [("how", "leave"), ("who", "Asp")];
    assert_eq!(together(&secretary, "/meeting/A-1", "/meeting/A-1/attendance", &left).status, 303);
    let after = secretary.get("/meeting/A-1").body;
    assert!(after.contains("1 are there"), "{after}");
    let minutes = secretary.get("/meeting/A-1/minutes").body;
    assert!(minutes.contains("<li>Ant") && !minutes.contains("<li>Asp"), "{minutes}");
    assert_eq!(secretary.get("/meeting/A-1/projector").status, 200);
}

#[test]
fn what_is_no_choice_of_the_form_writes_nobody_down() {
    let portal = portal();
    let secretary = portal.secretary("hills");
    enter(&secretary, &["Bat"]);
    open_meeting(&secretary, "A-2");
    open_ballot(&secretary, "V-5");
    let refused =
        together(&secretary, "/meeting/A-2", "/meeting/A-2/attendance", &[("how", "floating"), ("who", "Bat")]);
    assert_eq!(refused.status, 400);
    let refused = together(&secretary, "/ballot/V-5", "/ballot/V-5/votes", &[("vote-Bat", "perhaps")]);
    assert_eq!(refused.status, 400);
    assert!(secretary.get("/meeting/A-2").body.contains("0 are there"));
    assert!(secretary.get("/ballot/V-5").body.contains("0 of "));
}

#[test]
fn votes_are_written_down_together_and_by_name() {
    let portal = portal();
    let secretary = portal.secretary("hills");
    enter(&secretary, &["Cat", "Cow"]);
    open_ballot(&secretary, "V-1");
    let votes = [("vote-Cat", "yes"), ("vote-Cow", "")];
    assert_eq!(together(&secretary, "/ballot/V-1", "/ballot/V-1/votes", &votes).status, 303);
    let page = secretary.get("/ballot/V-1").body;
    assert!(page.contains("1 of "), "{page}");
    assert!(page.contains("name=\"vote-Cow\"") && !page.contains("name=\"vote-Cat\""), "{page}");
    // What was written down stays: another choice for the same voter is passed over.
    assert_eq!(together(&secretary, "/ballot/V-1", "/ballot/V-1/votes", &[("vote-Cat", "no")]).status, 303);
    assert!(secretary.get("/ballot/V-1").body.contains("1 of "));
    assert_eq!(secretary.get("/register/Cat").body.matches(">cast<").count(), 1);
}

#[test]
fn a_roll_stays_as_it_was_drawn_when_a_voter_is_struck() {
    let portal = portal();
    let secretary = portal.secretary("hills");
    enter(&secretary, &["Dog"]);
    open_ballot(&secretary, "V-2");
    let before = secretary.get("/ballot/V-2/roll.txt").body;
    assert!(before.contains("\nDog\n"), "{before}");
    let dog = portal.party("hills", "Dog");
    assert!(dog.get("/ballot/V-2").body.contains("Vote in V-2"));
    // An act that reaches back to before the ballot, recorded after it opened.
    act(&secretary, "leave-federation", "2022-01-01", &[("by", "Dog")]);
    assert_eq!(secretary.get("/ballot/V-2/roll.txt").body, before, "the roll and so its hash are what they were");
    let page = secretary.get("/ballot/V-2").body;
    assert!(page.contains("would change the roll for: Dog"), "{page}");
    // The vote is still theirs, and it is counted.
    let vote = cast(&dog, "V-2", "yes", None);
    assert_eq!(vote.status, 303, "{}", vote.body);
    assert!(secretary.get("/ballot/V-2").body.contains("1 of "), "a vote of the roll as it was drawn");
}

#[test]
fn a_ballot_is_for_those_on_its_roll_and_a_meeting_for_members() {
    let portal = portal();
    let secretary = portal.secretary("hills");
    enter(&secretary, &["Eel"]);
    open_ballot(&secretary, "V-3");
    open_meeting(&secretary, "A-3");
    let (eel, stranger) = (portal.party("hills", "Eel"), portal.party("hills", "Nobody-Known"));
    for path in
        ["/ballot/V-3", "/ballot/V-3/roll.txt", "/meeting/A-3", "/meeting/A-3/projector", "/meeting/A-3/minutes"]
    {
        assert_eq!(stranger.get(path).status, 404, "{path}");
        assert_eq!(portal.visitor("hills").get(path).location.as_deref(), Some("/sign-in"), "{path}");
        assert_eq!(eel.get(path).status, 200, "{path}");
        assert_eq!(portal.secretary("lakes").get(path).status, 404, "{path} from another network");
    }
    assert!(!eel.get("/meeting/A-3").body.contains("name=\"who\""), "a member writes nobody down");
    let mark = eel.get("/record/thank").hidden("mark");
    let fields = [("mark", mark.as_str()), ("attempt", "x"), ("how", "in-room"), ("who", "Eel"), ("vote-Eel", "yes")];
    for path in ["/meeting/A-3/attendance", "/ballot/V-3/votes"] {
        assert_eq!(eel.post(path, &fields).status, 404, "{path}");
    }
    assert!(eel.get("/meetings").body.contains("V-3") && !stranger.get("/meetings").body.contains("V-3"));
}

#[test]
fn a_member_votes_once_and_is_told_so() {
    let portal = portal();
    let secretary = portal.secretary("hills");
    enter(&secretary, &["Fox"]);
    open_ballot(&secretary, "V-4");
    let fox = portal.party("hills", "Fox");
    let done = cast(&fox, "V-4", "yes", None);
    assert_eq!(done.status, 303, "{}", done.body);
    let page = fox.get("/ballot/V-4").body;
    assert!(!page.contains("Vote in V-4") && page.contains("1 of "), "{page}");
}

#[test]
fn an_election_is_counted_as_the_charter_says_and_the_result_declared() {
    let portal = portal();
    let secretary = portal.secretary("hills");
    enter(&secretary, &["Gnu"]);
    let fields = [("by", "secretary"), ("about", "S-1"), ("field-decision", "speakers")];
    act(&secretary, "open-ballot", &today(), &fields);
    assert!(secretary.get("/ballot/S-1").body.contains("/ballot/S-1/count"));
    let form = secretary.get("/ballot/S-1/count");
    assert!(form.body.contains("2 by scottish-stv ties lot"), "{}", form.body);
    let mark = form.hidden("mark");
    let count = |papers: &str, seed: &str| {
        secretary.post("/ballot/S-1/count", &[("mark", mark.as_str()), ("papers", papers), ("seed", seed)]).body
    };
    // Quota 6: Ana has 8 and her surplus of 2 goes on at 0.25; then Chair is excluded, and Bo is left.
    let counted = count("weight,Ana,Bo,Chair\n8,1,2,3\n5,,1,2\n4,,2,1\n", "");
    for said in ["Ana reaches the quota and is elected", "Papers go on at the value", "Elected, in this order: Ana, Bo"]
    {
        assert!(counted.contains(said), "{said}: {counted}");
    }
    assert!(counted.contains("<svg") && counted.contains("field-elected=Ana%2C%20Bo"), "{counted}");
    let broken = count("Ana,Bo\n1,2\n1,second\n", "");
    assert!(broken.contains("line 3: `second` is not a whole number"), "{broken}");
    assert!(broken.contains("1,second"), "what was brought is still there: {broken}");
    let tied = count("Ana,Bo,Chair\n1,,\n,1,\n,,1\n", "");
    assert!(tied.contains("the rules do not say what decides"), "without a seed no lot is drawn: {tied}");
    assert!(count("Ana,Bo,Chair\n1,,\n,1,\n,,1\n", "17,4,22").contains("by lot"));
    let gnu = portal.party("hills", "Gnu");
    assert_eq!(gnu.get("/ballot/S-1/count").status, 404);
    let own_mark = gnu.get("/record/thank").hidden("mark");
    let posted = gnu.post("/ballot/S-1/count", &[("mark", own_mark.as_str()), ("papers", "Ana\n1\n")]);
    assert_eq!(posted.status, 404);
    // A motion is not counted so.
    open_ballot(&secretary, "S-2");
    assert_eq!(secretary.get("/ballot/S-2/count").status, 404);
}

/// Votes as a member, with an attempt of its own or a given one.
pub fn cast(member: &Browser<'_>, ballot: &str, choice: &str, attempt: Option<&str>) -> Page {
    send(member, "cast", &today(), attempt, &[("about", ballot), ("field-choice", choice)])
}

#[test]
fn sent_twice_is_one_vote_and_a_second_tab_is_told_that_there_is_one() {
    let portal = portal();
    let secretary = portal.secretary("hills");
    enter(&secretary, &["Hen"]);
    open_ballot(&secretary, "T-1");
    let hen = portal.party("hills", "Hen");
    // As when the answer to the first was lost on the way: the same form again gets the same answer.
    for _ in 0..2 {
        assert_eq!(cast(&hen, "T-1", "yes", Some("one-form")).status, 303);
    }
    let second = cast(&hen, "T-1", "no", None);
    assert!(second.body.contains("There is a vote already."), "{}", second.body);
    assert_eq!(secretary.get("/register/Hen").body.matches(">cast<").count(), 1);
}

#[test]
fn a_vote_that_comes_after_the_closing_is_none_to_the_second() {
    let portal = portal();
    let secretary = portal.secretary("hills");
    let names: Vec<String> = (0..6).map(|number| format!("Ibis-{number}")).collect();
    enter(&secretary, &names.iter().map(String::as_str).chain(["Ibis-late"]).collect::<Vec<_>>());
    open_ballot(&secretary, "T-2");
    let shared = &portal;
    let (cast_ok, told_closed): (Vec<bool>, Vec<bool>) = std::thread::scope(|scope| {
        let voters: Vec<_> = names
            .iter()
            .map(|name| {
                scope.spawn(move || {
                    let page = cast(&shared.party("hills", name), "T-2", "yes", None);
                    (page.status == 303, page.body.contains("This ballot is closed."))
                })
            })
            .collect();
        act(&secretary, "close-ballot", &today(), &[("by", "secretary"), ("about", "T-2")]);
        voters.into_iter().map(|voter| voter.join().unwrap()).unzip()
    });
    for (taken, closed) in cast_ok.iter().zip(&told_closed) {
        assert!(taken != closed, "a vote is taken or its voter is told that it is too late");
    }
    // Those who were told that their vote was taken, and no other, are counted.
    let page = secretary.get("/ballot/T-2").body;
    let taken = cast_ok.iter().filter(|taken| **taken).count();
    assert!(page.contains(&format!("{taken} of ")), "{taken}: {page}");
    let late = cast(&portal.party("hills", "Ibis-late"), "T-2", "no", None);
    assert!(late.body.contains("This ballot is closed."), "{}", late.body);
}

#[test]
fn what_would_show_a_secret_vote_is_not_recorded() {
    let portal = portal();
    let secretary = portal.secretary("hills");
    enter(&secretary, &["Jay"]);
    let fields = [("by", "secretary"), ("about", "T-3"), ("field-decision", "expulsion")];
    act(&secretary, "open-ballot", &today(), &fields);
    let jay = portal.party("hills", "Jay");
    let page = jay.get("/ballot/T-3").body;
    assert!(page.contains("Votes are secret.") && !page.contains("Vote in T-3"), "{page}");
    let refused = cast(&jay, "T-3", "yes", None);
    assert!(refused.body.contains("Votes in this ballot are secret."), "{}", refused.body);
    assert!(!secretary.get("/ballot/T-3").body.contains("name=\"vote-Jay\""));
    assert!(!secretary.get("/register/Jay").body.contains(">cast<"));
}

/// Puts a paper into the box.
pub fn put(member: &Browser<'_>, ballot: &str, paper: &[&str], attempt: Option<&str>) -> Page {
    let form = member.get(&format!("/ballot/{ballot}"));
    let (mark, own) = (member.get("/record/thank").hidden("mark"), uuid::Uuid::new_v4().to_string());
    assert_eq!(form.status, 200);
    let mut fields = vec![("mark", mark.as_str()), ("attempt", attempt.unwrap_or(&own))];
    fields.extend(paper.iter().map(|cell| ("paper", *cell)));
    member.post(&format!("/ballot/{ballot}/box"), &fields)
}

/// The receipt on a page that shows one.
fn receipt(page: &Page) -> String {
    let (_, rest) = page.body.split_once("<code>").unwrap_or_else(|| panic!("no receipt: {}", page.body));
    rest.split_once("</code>").unwrap().0.to_owned()
}

#[test]
fn a_secret_vote_goes_into_the_box_once_and_no_name_with_it() {
    let portal = portal();
    let secretary = portal.secretary("hills");
    let names = ["Kea", "Kite", "Koi"];
    enter(&secretary, &names);
    let fields = [("by", "secretary"), ("about", "X-1"), ("field-decision", "expulsion")];
    act(&secretary, "open-ballot", &today(), &fields);
    let [kea, kite, koi] = names.map(|name| portal.party("hills", name));
    assert!(kea.get("/ballot/X-1").body.contains("Vote in secret"));
    // The answer was lost on the way, or a thumb was impatient: the same form again gets the same receipt.
    let first = receipt(&put(&kea, "X-1", &["yes"], Some("0d9c8a52-one")));
    assert_eq!(receipt(&put(&kea, "X-1", &["yes"], Some("0d9c8a52-one"))), first);
    // A second tab is another form.
    assert!(put(&kea, "X-1", &["no"], None).body.contains("There is a vote already."));
    let others = [receipt(&put(&kite, "X-1", &["yes"], None)), receipt(&put(&koi, "X-1", &["abstain"], None))];
    assert!(put(&koi, "X-1", &["perhaps"], None).body.contains("There is a vote already."));
    let open = secretary.get("/ballot/X-1").body;
    assert!(open.contains("has voted") && open.contains("What was voted is shown when the ballot is over."), "{open}");
    assert!(!open.contains(&first), "receipts are shown when it is over");
    assert_eq!(secretary.get("/ballot/X-1/papers.csv").status, 404);
    // That they took part is on record, and not how.
    assert!(secretary.get("/register/Kea").body.contains(">cast<"));
    act(&secretary, "close-ballot", &today(), &[("by", "secretary"), ("about", "X-1")]);
    let over = secretary.get("/ballot/X-1").body;
    for own in others.iter().chain([&first]) {
        assert!(over.contains(own.as_str()), "{own}: {over}");
    }
    assert!(over.contains("3 papers are in the box."), "{over}");
    let papers = secretary.get("/ballot/X-1/papers.csv").body;
    let mut lines: Vec<&str> = papers.lines().collect();
    assert_eq!(lines.remove(0), "choice");
    lines.sort_unstable();
    assert_eq!(lines, ["abstain", "yes", "yes"]);
    assert!(over.contains("field-yes=2") && over.contains("field-no=0") && over.contains("field-returned=3"), "{over}");
    assert!(over.contains("X-1 is not decided yet."), "the result waits until it is declared: {over}");
    let declared =
        [("about", "X-1"), ("field-yes", "2"), ("field-no", "0"), ("field-abstain", "1"), ("field-returned", "3")];
    act(&secretary, "declare-result", &today(), &[&[("by", "secretary")], &declared[..]].concat());
    assert!(secretary.get("/ballot/X-1").body.contains("X-1 is carried."));
}

#[test]
fn an_election_is_voted_on_by_ranks_and_counted_from_the_box() {
    let portal = portal();
    let secretary = portal.secretary("hills");
    let names = ["Lark", "Lion", "Loon", "Lynx"];
    enter(&secretary, &names);
    let fields = [
        ("by", "secretary"),
        ("about", "X-2"),
        ("field-decision", "speakers"),
        ("field-candidates", "Ana, Bo, \"Chair\" Lee"),
    ];
    act(&secretary, "open-ballot", &today(), &fields);
    let [lark, lion, loon, lynx] = names.map(|name| portal.party("hills", name));
    for wrong in [vec!["first", "", ""], vec!["", " ", ""], vec!["1", "2"], vec!["0", "1", ""], vec!["1\nV: 1", "", ""]]
    {
        let refused = put(&lark, "X-2", &wrong, None);
        assert!(refused.body.contains("This paper says nothing that can be counted."), "{wrong:?}: {}", refused.body);
    }
    for (voter, paper) in
        [(&lark, ["1", "2", ""]), (&lion, ["1", "", "2"]), (&loon, ["", "1", ""]), (&lynx, ["", "1", ""])]
    {
        receipt(&put(voter, "X-2", &paper, None));
    }
    act(&secretary, "close-ballot", &today(), &[("by", "secretary"), ("about", "X-2")]);
    let form = secretary.get("/ballot/X-2/count");
    assert!(form.body.contains("&#34;Ana&#34;,&#34;Bo&#34;"), "{}", form.body);
    let papers = secretary.get("/ballot/X-2/papers.csv").body;
    assert!(
        papers.starts_with("weight,\"Ana\"") && papers.contains("1,\"1\",\"2\",\"\"") && !papers.contains("4711"),
        "{papers}"
    );
    let mark = form.hidden("mark");
    let counted = secretary.post("/ballot/X-2/count", &[("mark", mark.as_str()), ("papers", papers.as_str())]).body;
    assert!(counted.contains("Elected, in this order: Ana, Bo."), "{counted}");
    // Everybody on the roll sees the same count, and no form.
    let seen = lark.get("/ballot/X-2/count").body;
    assert!(seen.contains("Elected, in this order: Ana, Bo.") && !seen.contains("<textarea"), "{seen}");
    assert!(!seen.contains("declare-result"), "{seen}");
}

#[test]
fn a_secret_vote_of_too_few_is_refused() {
    let portal = portal();
    let secretary = portal.secretary("hills");
    enter(&secretary, &["Mole"]);
    let fields =
        [("by", "secretary"), ("about", "X-3"), ("field-decision", "treasurer"), ("field-candidates", "Ana, Bo")];
    act(&secretary, "open-ballot", &today(), &fields);
    let refused = put(&portal.party("hills", "Mole"), "X-3", &["1", ""], None);
    assert!(refused.body.contains("So few are on the roll that a secret vote would not stay one."), "{}", refused.body);
    assert!(!secretary.get("/register/Mole").body.contains(">cast<"));
}

#[test]
fn what_the_database_says_of_a_box_names_nobody_and_is_changed_by_nobody() {
    use diesel::prelude::*;
    #[derive(diesel::QueryableByName)]
    struct Row {
        #[diesel(sql_type = diesel::sql_types::Text)]
        said: String,
    }
    let portal = portal();
    let secretary = portal.secretary("hills");
    enter(&secretary, &["Newt"]);
    let fields = [("by", "secretary"), ("about", "X-4"), ("field-decision", "expulsion")];
    act(&secretary, "open-ballot", &today(), &fields);
    let shown = receipt(&put(&portal.party("hills", "Newt"), "X-4", &["no"], Some("4b1f-form")));
    let mut owner = PgConnection::establish(&portal.record.superuser_url).unwrap();
    let all = "SELECT row_to_json(p)::text AS said FROM ballot_papers p WHERE ballot = 'X-4' \
               UNION ALL SELECT row_to_json(r)::text FROM ballot_receipts r WHERE ballot = 'X-4'";
    let rows: Vec<Row> = diesel::sql_query(all).load(&mut owner).unwrap();
    let said: String = rows.iter().map(|row| row.said.as_str()).collect();
    assert_eq!(rows.len(), 2, "{said}");
    assert!(said.contains(&shown) && !said.contains("Newt") && !said.contains("4b1f-form"), "{said}");
    let acts = "SELECT row_to_json(a)::text AS said FROM acts a";
    let rows: Vec<Row> = diesel::sql_query(acts).load(&mut owner).unwrap();
    let own: Vec<&Row> = rows.iter().filter(|row| row.said.contains("X-4")).collect();
    assert!(own.iter().any(|row| row.said.contains("Newt")), "that Newt took part is on record");
    assert!(own.iter().all(|row| !row.said.contains(&shown) && !row.said.contains("4b1f-form")));
    let mut app = PgConnection::establish(&portal.record.url).unwrap();
    for column in ["xmin", "ctid"] {
        let asked = diesel::sql_query(format!("SELECT {column} FROM ballot_papers")).execute(&mut app);
        assert!(asked.unwrap_err().to_string().contains("permission denied"), "{column}");
    }
    for change in ["UPDATE ballot_papers SET paper = 'yes'", "DELETE FROM ballot_papers", "DELETE FROM ballot_receipts"]
    {
        let refused = diesel::sql_query(change).execute(&mut owner);
        assert!(refused.is_err(), "{change}: not even the owner of the tables changes them unseen");
    }
}

#[test]
fn a_vote_that_fails_half_way_leaves_nothing_and_goes_through_when_sent_again() {
    use diesel::prelude::*;
    let portal = portal();
    let secretary = portal.secretary("hills");
    enter(&secretary, &["Owl"]);
    let fields = [("by", "secretary"), ("about", "X-5"), ("field-decision", "expulsion")];
    act(&secretary, "open-ballot", &today(), &fields);
    let owl = portal.party("hills", "Owl");
    let mut owner = PgConnection::establish(&portal.record.superuser_url).unwrap();
    // The second of the two writes fails, as when the machine dies between them.
    diesel::sql_query("REVOKE INSERT ON ballot_papers FROM quorate_app").execute(&mut owner).unwrap();
    let failed = put(&owl, "X-5", &["yes"], Some("7e1-form"));
    assert_eq!(failed.status, 500, "{}", failed.body);
    assert!(!secretary.get("/register/Owl").body.contains(">cast<"), "nobody is down as having voted without a paper");
    diesel::sql_query("GRANT INSERT ON ballot_papers TO quorate_app").execute(&mut owner).unwrap();
    let first = receipt(&put(&owl, "X-5", &["yes"], Some("7e1-form")));
    // The answer is lost now: sent again, the form gets the receipt that belongs to the paper in the box.
    assert_eq!(receipt(&put(&owl, "X-5", &["yes"], Some("7e1-form"))), first);
    act(&secretary, "close-ballot", &today(), &[("by", "secretary"), ("about", "X-5")]);
    assert!(secretary.get("/ballot/X-5").body.contains("1 papers are in the box."));
}

#[test]
fn whoever_thinks_that_a_roll_is_wrong_says_so_on_its_page() {
    let portal = portal();
    let secretary = portal.secretary("hills");
    enter(&secretary, &["Pike", "Puma"]);
    open_ballot(&secretary, "T-4");
    let pike = portal.party("hills", "Pike");
    assert!(pike.get("/ballot/T-4").body.contains("/record/contest-roll?about=T-4"));
    act(&pike, "contest-roll", &today(), &[("about", "T-4"), ("field-reasons", "Puma left last year.")]);
    let page = portal.party("hills", "Puma").get("/ballot/T-4").body;
    assert!(page.contains("Contested") && page.contains("Puma left last year."), "{page}");
}

#[test]
fn a_vote_before_a_ballot_opens_or_after_its_last_day_is_none() {
    let portal = portal();
    let secretary = portal.secretary("hills");
    enter(&secretary, &["Rook", "Ruff"]);
    let on = |days: i64| {
        let day = chrono::Utc::now().with_timezone(&chrono_tz::Europe::Zurich).date_naive() + chrono::Days::new(100);
        (day - chrono::Days::new(u64::try_from(100 - days).unwrap())).to_string()
    };
    let fields = [("by", "secretary"), ("about", "T-5"), ("field-decision", "by-mail")];
    act(&secretary, "open-ballot", &on(-20), &fields);
    act(&secretary, "open-ballot", &on(5), &[("by", "secretary"), ("about", "T-6"), ("field-decision", "expulsion")]);
    let (rook, ruff) = (portal.party("hills", "Rook"), portal.party("hills", "Ruff"));
    let late = cast(&rook, "T-5", "yes", None);
    assert!(late.body.contains("This ballot is closed."), "{}", late.body);
    assert!(!secretary.get("/register/Rook").body.contains(">cast<"));
    let early = ruff.get("/ballot/T-6").body;
    assert!(early.contains("Votes are not taken yet.") && !early.contains("Vote in secret"), "{early}");
    let mark = ruff.get("/record/thank").hidden("mark");
    let fields = [("mark", mark.as_str()), ("attempt", "e"), ("paper", "yes")];
    let refused = ruff.post("/ballot/T-6/box", &fields).body;
    assert!(refused.contains("role=\"alert\"") && !refused.contains("Your vote is in the box"), "{refused}");
    // A table of acts is no way round.
    let table = format!("act,by,about,on,choice\ncast,Rook,T-5,{},yes\n", on(-15));
    let form = secretary.get("/import");
    let mark = form.hidden("mark");
    let looked = secretary.post("/import", &[("mark", mark.as_str()), ("step", "record"), ("text", table.as_str())]);
    assert!(!secretary.get("/register/Rook").body.contains(">cast<"), "{}", looked.body);
}

#[test]
fn a_stranger_is_at_no_meeting_and_nobody_at_one_that_is_closed() {
    let portal = portal();
    let secretary = portal.secretary("hills");
    enter(&secretary, &["Seal"]);
    open_meeting(&secretary, "A-9");
    let attends = |who: &str| send(&portal.party("hills", who), "attend", &today(), None, &[("about", "A-9")]);
    assert!(attends("Nobody-Known").body.contains("There is no such meeting that is open."));
    assert_eq!(attends("Seal").status, 303);
    act(&secretary, "close-meeting", &today(), &[("by", "secretary"), ("about", "A-9")]);
    let marked = together(&secretary, "/meetings", "/meeting/A-9/attendance", &[("how", "in-room"), ("who", "Seal")]);
    assert_eq!(marked.status, 404);
}
