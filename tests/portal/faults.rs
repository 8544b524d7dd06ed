//! The portal is killed again and again while applications come in: each is there once, and the chain holds.

use std::net::{SocketAddr, TcpListener};
use std::process::{Child, Command};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crate::browser::{Portal, portal};
use crate::servers;

/// How many organisations apply: a hundred, or as many as the long run asks for.
fn applications() -> usize {
    std::env::var("QUORATE_APPLICATIONS").ok().and_then(|count| count.parse().ok()).unwrap_or(100)
}

/// A portal in a process of its own, on the database of another.
fn start(portal: &Portal, address: SocketAddr) -> Child {
    let built = std::env::current_exe().unwrap();
    let program = built.parent().unwrap().parent().unwrap().join("portal");
    assert!(program.exists(), "build the workspace first: cargo build --workspace");
    let mut command = Command::new(program);
    command.arg("serve").env("DATABASE_URL", &portal.record.url).env("REDIS_URL", &portal.redis_url);
    command.env("QUORATE_MASTER_KEY", "07".repeat(32)).env("QUORATE_LISTEN", address.to_string());
    command.env("QUORATE_DOCUMENTS", servers::documents_folder(&portal.record.url)).env("RUST_LOG", "off");
    command.spawn().unwrap()
}

#[test]
fn every_application_is_there_once_however_often_the_portal_is_killed() {
    let portal = portal();
    let secretary = portal.secretary("lakes");
    let mark = secretary.get("/desk").hidden("mark");
    let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let done = AtomicBool::new(false);
    let mut kills = 0;
    std::thread::scope(|scope| {
        let clients: Vec<_> = (0..4)
            .map(|client| {
                let (secretary, mark) = (&secretary, mark.as_str());
                scope.spawn(move || {
                    for number in (client..applications()).step_by(4) {
                        let (by, attempt) = (format!("Applicant-{number}"), format!("attempt-{number}"));
                        let fields = [
                            ("mark", mark),
                            ("attempt", &attempt),
                            ("step", "record"),
                            ("on", "2026-01-01"),
                            ("by", &by),
                        ];
                        // Whoever got no answer sends the same form again.
                        while secretary
                            .try_post(address, "/record/apply", &fields)
                            .is_none_or(|page| page.status != 303)
                        {
                            std::thread::sleep(Duration::from_millis(5));
                        }
                    }
                })
            })
            .collect();
        let killer = scope.spawn(|| {
            let mut kills = 0;
            while !done.load(Ordering::Relaxed) {
                let mut running = start(&portal, address);
                std::thread::sleep(Duration::from_millis(250));
                running.kill().unwrap();
                running.wait().unwrap();
                kills += 1;
            }
            kills
        });
        clients.into_iter().for_each(|client| client.join().unwrap());
        done.store(true, Ordering::Relaxed);
        kills = killer.join().unwrap();
    });
    assert!(kills > 1, "it was killed while they applied");
    let bodies = portal.record.bodies();
    for number in 0..applications() {
        let name = format!("\"Applicant-{number}\"");
        assert_eq!(bodies.iter().filter(|body| body.contains(&name)).count(), 1, "{name} after {kills} kills");
    }
    let acts = applications() + 2;
    assert!(secretary.get("/register").body.contains(&format!("The chain of {acts} acts holds.")));
}
