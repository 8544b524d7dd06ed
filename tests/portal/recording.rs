//! Recording an act.

use crate::browser::{Browser, Page, portal};

/// What a form holds, filled in for an act.
fn fill<'f>(form: &'f (String, String), more: &[(&'f str, &'f str)]) -> Vec<(&'f str, &'f str)> {
    let mut fields = vec![("mark", form.0.as_str()), ("attempt", form.1.as_str())];
    fields.extend_from_slice(more);
    fields
}

fn open(browser: &Browser<'_>, act: &str) -> (String, String) {
    let form = browser.get(&format!("/record/{act}"));
    (form.hidden("mark"), form.hidden("attempt"))
}

fn times(page: &Page, text: &str) -> usize {
    page.body.matches(text).count()
}

#[test]
fn an_act_is_reviewed_then_recorded_once() {
    let portal = portal();
    let lakes = portal.secretary("lakes");
    let form = open(&lakes, "enter");
    let given = [("on", "2026-01-10"), ("by", "secretary"), ("about", "Crane"), ("field-region", "north")];
    let review = lakes.post("/record/enter", &fill(&form, &[&given[..], &[("step", "review")]].concat()));
    assert_eq!(review.status, 200);
    assert!(review.body.contains("Saturday 10 January 2026") && review.body.contains("may enter"), "{}", review.body);
    assert_eq!(lakes.get("/register/Crane").status, 404, "a review records nothing");
    let fields = fill(&form, &[&given[..], &[("step", "record")]].concat());
    for _ in 0..2 {
        let recorded = lakes.post("/record/enter", &fields);
        assert_eq!((recorded.status, recorded.location.as_deref()), (303, Some("/register/Crane")));
    }
    let crane = lakes.get("/register/Crane");
    assert_eq!(times(&crane, "<strong>enter</strong>"), 1, "sent twice, recorded once");
    assert!(crane.body.contains("The standing of Crane is member."), "{}", crane.body);
    assert!(lakes.get("/register").body.contains("The chain of 3 acts holds."));
}

#[test]
fn what_the_charter_forbids_is_refused_with_its_clause_and_nothing_is_lost() {
    let portal = portal();
    let lakes = portal.secretary("lakes");
    let form = open(&lakes, "thank");
    let given = [("on", "2026-01-10"), ("by", "Heron"), ("about", "Otter"), ("field-words", "for the reeds")];
    for step in ["review", "record"] {
        let page = lakes.post("/record/thank", &fill(&form, &[&given[..], &[("step", step)]].concat()));
        assert_eq!(page.status, 200);
        assert!(page.body.contains("Heron may not thank about Otter."), "{step}: {}", page.body);
        assert!(page.body.contains("for the reeds"), "what was typed is kept");
    }
    assert!(!lakes.get("/register/Heron").body.contains("<strong>thank</strong>"));
}

#[test]
fn a_field_that_says_what_it_cannot_say_is_a_finding() {
    let portal = portal();
    let lakes = portal.secretary("lakes");
    let form = open(&lakes, "enter");
    let given = [("on", "2026-01-10"), ("by", "secretary"), ("about", "Crane"), ("field-region", "west")];
    let page = lakes.post("/record/enter", &fill(&form, &[&given[..], &[("step", "record")]].concat()));
    assert!(page.body.contains("role=\"alert\"") && page.body.contains("west"), "{}", page.body);
    let nonsense = [("on", "yesterday"), ("by", "secretary"), ("about", "Crane")];
    let page = lakes.post("/record/enter", &fill(&form, &[&nonsense[..], &[("step", "record")]].concat()));
    assert!(page.body.contains("role=\"alert\""), "{}", page.body);
    assert_eq!(lakes.get("/register/Crane").status, 404);
}

#[test]
fn many_at_once_are_judged_one_after_the_other() {
    let portal = portal();
    let lakes = portal.secretary("lakes");
    let forms: Vec<_> = (0..6).map(|_| open(&lakes, "claim")).collect();
    let recorded: usize = std::thread::scope(|scope| {
        let claim = |form| {
            let lakes = &lakes;
            scope.spawn(move || {
                let given = [("on", "2026-01-10"), ("by", "Heron"), ("step", "record")];
                let page = lakes.post("/record/claim", &fill(form, &given));
                assert!([200, 303].contains(&page.status), "{}: {}", page.status, page.body);
                usize::from(page.status == 303)
            })
        };
        let all: Vec<_> = forms.iter().map(claim).collect();
        all.into_iter().map(|one| one.join().unwrap()).sum()
    });
    assert_eq!(recorded, 1, "each is judged by what the others recorded");
    assert_eq!(times(&lakes.get("/register/Heron"), "<strong>claim</strong>"), 1);
    assert!(lakes.get("/register").body.contains("acts holds."));
}

#[test]
fn the_date_of_a_demonstration_moves_and_that_of_a_real_network_does_not() {
    let portal = portal();
    let lakes = portal.secretary("lakes");
    let mark = lakes.get("/desk").hidden("mark");
    assert_eq!(lakes.post("/date", &[("mark", &mark), ("to", "2031-05-06")]).status, 303);
    assert!(lakes.get("/").body.contains("Tuesday 6 May 2031"));
    assert_eq!(lakes.post("/date", &[("mark", &mark), ("to", "2031-05-07")]).status, 303);
    assert!(lakes.get("/").body.contains("Wednesday 7 May 2031"));
    let hills = portal.secretary("hills");
    let mark = hills.get("/desk").hidden("mark");
    assert_eq!(hills.post("/date", &[("mark", &mark), ("to", "2031-05-06")]).status, 404);
}

#[test]
fn a_form_that_is_too_large_is_refused_with_words() {
    let portal = portal();
    let lakes = portal.secretary("lakes");
    let form = open(&lakes, "thank");
    let large = "x".repeat(300 * 1024);
    let page = lakes.post("/record/thank", &fill(&form, &[("on", "2026-01-10"), ("field-words", &large)]));
    assert_eq!(page.status, 400);
    assert!(page.body.contains("too large"), "{}", page.body);
}

#[test]
fn a_form_that_is_used_again_for_something_else_records_that_too() {
    let portal = portal();
    let lakes = portal.secretary("lakes");
    let form = open(&lakes, "enter");
    for about in ["Crane", "Stork"] {
        let given = [("on", "2026-01-10"), ("by", "secretary"), ("about", about), ("step", "record")];
        assert_eq!(lakes.post("/record/enter", &fill(&form, &given)).status, 303);
    }
    assert!(lakes.get("/register/Stork").body.contains("The standing of Stork is member."));
}

#[test]
fn what_was_recorded_about_a_seat_is_shown() {
    let portal = portal();
    let lakes = portal.secretary("lakes");
    let form = open(&lakes, "seat");
    let given = [("on", "2026-01-10"), ("about", "board/1"), ("field-person", "Ana"), ("step", "record")];
    let done = lakes.post("/record/seat", &fill(&form, &given));
    assert_eq!(done.status, 303, "{}", done.body);
    assert_eq!(lakes.get(&done.location.unwrap()).status, 200);
}

#[test]
fn centuries_are_not_worked_out() {
    let portal = portal();
    let lakes = portal.secretary("lakes");
    let page = lakes.get("/ask?question=due+from+2000-01-01+to+9999-12-31");
    assert!(page.body.contains("three years at most"), "{}", page.body);
    let far = lakes.get("/ask?question=is+Heron+member&on=9999-12-31").body;
    assert!(!far.contains("9999-12-31"), "a day that far is taken as today");
}

#[test]
fn personal_data_is_sealed_shown_to_the_secretariat_and_erased() {
    let portal = portal();
    let lakes = portal.secretary("lakes");
    let apply = || {
        let form = open(&lakes, "apply");
        let given = [("on", "2026-01-10"), ("by", "Crane"), ("field-contact", "Ana-Sol"), ("step", "record")];
        assert_eq!(lakes.post("/record/apply", &fill(&form, &given)).status, 303);
    };
    apply();
    assert!(!portal.record.bodies().iter().any(|body| body.contains("Ana-Sol")), "not in clear on file");
    let crane = lakes.get("/register/Crane");
    assert!(crane.body.contains("contact Ana-Sol"), "{}", crane.body);
    let mark = crane.hidden("mark");
    lakes.post("/register/Crane/erase", &[("mark", &mark)]);
    assert!(lakes.get("/register/Crane").body.contains("contact Ana-Sol"), "only once it is meant");
    lakes.post("/register/Crane/erase", &[("mark", &mark), ("sure", "yes")]);
    assert!(lakes.get("/register/Crane").body.contains("contact (erased)"));
    apply();
    let both = lakes.get("/register/Crane").body;
    assert!(both.contains("contact (erased)") && both.contains("contact Ana-Sol"), "{both}");
    assert!(lakes.get("/register").body.contains("acts holds."));
}
