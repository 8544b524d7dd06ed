//! A register from a table: looked at first, then all of it or nothing; every list as a table.

use crate::browser::{Browser, Page, portal};

fn look(secretary: &Browser<'_>, table: &str) -> Page {
    let mark = secretary.get("/import").hidden("mark");
    secretary.send("/import", &[("mark", &mark)], &[("table", "acts.csv", table.as_bytes())])
}

fn record(secretary: &Browser<'_>, table: &str) -> Page {
    let mark = secretary.get("/import").hidden("mark");
    secretary.post("/import", &[("mark", &mark), ("step", "record"), ("text", table)])
}

const TABLE: &str = "act,by,about,on,region,year\n\
    enter,secretary,Grebe,2024-02-01,north,\n\
    enter,secretary,Teal,2024-03-01,south,\n\
    report,Grebe,,2024-11-01,,2024\n";

#[test]
fn a_table_is_looked_at_then_recorded_as_a_whole_and_once() {
    let portal = portal();
    let secretary = portal.secretary("lakes");
    let before = portal.record.bodies().len();
    let looked = look(&secretary, TABLE);
    assert!(looked.body.contains("3 acts are new.") && looked.body.contains("Record all 3 acts"), "{}", looked.body);
    assert_eq!(portal.record.bodies().len(), before, "looking records nothing");
    assert!(record(&secretary, TABLE).body.contains("3 acts were recorded."));
    assert_eq!(portal.record.bodies().len(), before + 3);
    let again = look(&secretary, TABLE);
    assert!(again.body.contains("3 are on file already") && !again.body.contains("Record all"), "{}", again.body);
    record(&secretary, TABLE);
    assert_eq!(portal.record.bodies().len(), before + 3);
    let grebe = secretary.get("/register/Grebe").body;
    assert!(grebe.contains("report 2024: done on 1 November 2024"), "{grebe}");
}

#[test]
fn what_is_wrong_is_said_line_by_line_and_nothing_is_recorded() {
    let portal = portal();
    let secretary = portal.secretary("lakes");
    let before = portal.record.bodies().len();
    let table = "act,by,about,on,region\n\
        enter,secretary,Grebe,2024-02-01,north\n\
        enter,secretary,Teal,1 March,south\n\
        enter,secretary,Smew,2024-03-01,east\n\
        fly,secretary,Smew,2024-03-01,\n\
        enter,secretary\n";
    let looked = look(&secretary, table);
    for said in ["Line 3: “1 March” is no day", "Line 4:", "Line 5:", "Line 6: has another number of columns"] {
        assert!(looked.body.contains(said), "{said}: {}", looked.body);
    }
    record(&secretary, table);
    assert_eq!(portal.record.bodies().len(), before);
    assert!(look(&secretary, "who,on\nx,2024-01-01\n").body.contains("The column “act” is missing"));
    assert!(look(&secretary, "").body.contains("is missing"));
}

#[test]
fn what_the_charter_would_not_count_is_told_before_it_is_recorded() {
    let portal = portal();
    let secretary = portal.secretary("lakes");
    let looked = look(&secretary, "act,by,about,on,words\nthank,Heron,Otter,2024-02-01,well done\n");
    assert!(looked.body.contains("the charter would not count them"), "{}", looked.body);
    assert!(looked.body.contains("Record the act"), "it may be recorded all the same");
}

#[test]
fn every_list_is_a_table_and_holds_no_formula() {
    let portal = portal();
    let secretary = portal.secretary("lakes");
    record(&secretary, "act,by,about,on,words\nthank,Heron,Otter,2024-02-01,=1+1\n");
    let acts = secretary.get("/export/acts.csv");
    assert_eq!(acts.headers["content-type"], "text/csv; charset=utf-8");
    assert!(acts.body.starts_with("place,id,act,by,about,on,recorded_at,region,words\n"), "{}", acts.body);
    assert!(acts.body.contains("'=1+1") && acts.body.contains("enter,secretary,Heron,2021-01-01"), "{}", acts.body);
    for list in ["parties", "members"] {
        assert!(secretary.get(&format!("/export/{list}.csv")).body.contains("Heron"), "{list}");
    }
    assert!(secretary.get("/export/notices.csv").body.starts_with("written_at,"));
    assert!(portal.party("lakes", "Heron").get("/export/calendar.csv").body.starts_with("on,what,of,by,clause\n"));
    assert_eq!(secretary.get("/export/everything.csv").status, 404);
}

#[test]
fn what_is_no_text_stands_twice_or_is_not_to_be_written_by_hand_is_refused() {
    let portal = portal();
    let secretary = portal.secretary("lakes");
    let before = portal.record.bodies().len();
    let mark = secretary.get("/import").hidden("mark");
    let latin = b"act,by,about,on,region\nenter,secretary,Caf\xe9,2024-02-01,north\n".as_slice();
    let page = secretary.send("/import", &[("mark", &mark)], &[("table", "acts.csv", latin)]);
    assert!(page.body.contains("This is no text in UTF-8"), "{}", page.body);
    let twice =
        "act,by,about,on,region\nenter,secretary,Grebe,2024-02-01,north\nenter,secretary,Grebe,2024-02-01,north\n";
    assert!(look(&secretary, twice).body.contains("Line 3: stands twice"));
    let notice = "act,about,on,notice\ndeliver-notice,Heron,2024-02-01,no-report\n";
    assert!(look(&secretary, notice).body.contains("is written by the platform alone"));
    for table in [twice, notice] {
        record(&secretary, table);
    }
    assert_eq!(portal.record.bodies().len(), before);
}
