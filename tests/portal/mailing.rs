//! The worker sends what waits, to a real mail server; what cannot be sent is tried again under the same identifier.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use app::{MasterKey, Message, Platform, Sending};
use chrono::{TimeDelta, Utc};

use crate::browser::portal;

/// A program that ends with the test.
pub struct Running(pub Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn message(subject: &str) -> Message {
    Message {
        to: String::from("ana@example.org"),
        subject: subject.to_owned(),
        text: String::from("Two lines.\nမင်္ဂလာပါ"),
    }
}

pub fn letters(folder: &Path) -> Vec<String> {
    let files = std::fs::read_dir(folder.join("new")).into_iter().flatten().flatten();
    files.map(|file| std::fs::read_to_string(file.path()).unwrap()).collect()
}

/// A real mail server that keeps what it is sent in a folder, and its port.
pub fn mail_server(folder: &Path) -> (Running, u16) {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let mut server = Command::new("/usr/bin/python3");
    server.args(["-m", "aiosmtpd", "-n", "-l", &format!("127.0.0.1:{port}"), "-c", "aiosmtpd.handlers.Mailbox"]);
    let running = Running(server.arg(folder).spawn().unwrap());
    let until = Instant::now() + Duration::from_secs(20);
    while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() && Instant::now() < until {
        std::thread::sleep(Duration::from_millis(20));
    }
    (running, port)
}

/// What was built beside this test.
fn worker() -> PathBuf {
    let built = std::env::current_exe().unwrap();
    let worker = built.parent().unwrap().parent().unwrap().join("worker");
    assert!(worker.exists(), "build the workspace first: cargo build --workspace");
    worker
}

#[test]
fn what_waits_is_sent_once_to_a_real_mail_server() {
    let portal = portal();
    let key = "07".repeat(32);
    let platform = Platform::connect(&portal.record.url, 1, MasterKey::read(&key).unwrap()).unwrap();
    let lakes = platform.hosted("lakes").unwrap().unwrap();
    platform.post(&lakes, &message("Come in"), Utc::now()).unwrap();
    let folder = std::env::temp_dir().join(format!("quorate-mail-{}", std::process::id()));
    let (_server, port) = mail_server(&folder);
    let until = Instant::now() + Duration::from_secs(20);
    let mut program = Command::new(worker());
    program.env("DATABASE_URL", &portal.record.url).env("QUORATE_MASTER_KEY", &key);
    program
        .env("QUORATE_SMTP_URL", format!("smtp://127.0.0.1:{port}"))
        .env("QUORATE_MAIL_FROM", "Lakes <lakes@example.org>");
    let _worker = Running(program.spawn().unwrap());
    while letters(&folder).is_empty() && Instant::now() < until {
        std::thread::sleep(Duration::from_millis(20));
    }
    let letters = letters(&folder);
    assert_eq!(letters.len(), 1, "{letters:?}");
    assert!(letters[0].contains("Subject: Come in") && letters[0].contains("To: ana@example.org"), "{}", letters[0]);
    let id = platform.mailbox(&lakes).unwrap()[0].id;
    assert!(letters[0].contains(&format!("<{id}@example.org>")), "{}", letters[0]);
    while platform.mailbox(&lakes).unwrap()[0].state != "sent" && Instant::now() < until {
        std::thread::sleep(Duration::from_millis(20));
    }
    assert_eq!(platform.mailbox(&lakes).unwrap()[0].state, "sent");
    let _ = std::fs::remove_dir_all(folder);
}

#[test]
fn what_cannot_be_sent_is_tried_again_later_and_given_up_in_the_end() {
    let portal = portal();
    let platform = Platform::connect(&portal.record.url, 1, MasterKey::read(&"07".repeat(32)).unwrap()).unwrap();
    let lakes = platform.hosted("lakes").unwrap().unwrap();
    let mut now = Utc::now();
    platform.post(&lakes, &message("Come in"), now).unwrap();
    let mut tried = Vec::new();
    for _ in 0..12 {
        platform
            .send_next(
                "lakes",
                |posted| {
                    tried.push(posted.id);
                    Err(String::from("421"))
                },
                now,
            )
            .unwrap();
        assert_eq!(platform.send_next("lakes", |_| Ok(()), now).unwrap(), Sending::NothingWaits, "not at once again");
        now += TimeDelta::days(2);
    }
    assert_eq!(tried.len(), 8);
    assert!(tried.iter().all(|id| *id == tried[0]), "always under one identifier");
    assert_eq!(platform.mailbox(&lakes).unwrap()[0].state, "failed");
    assert_eq!(platform.send_next("hills", |_| Ok(()), now).unwrap(), Sending::NothingWaits, "of the other network");
}
