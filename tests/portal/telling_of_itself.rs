//! Traces and metrics reach a collector: from the request through the use case and the statements to the message that is
//! sent later; and no name of anybody.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use app::{MasterKey, Person, Platform};
use chrono::Utc;
use opentelemetry_proto::tonic::collector::metrics::v1::ExportMetricsServiceRequest;
use opentelemetry_proto::tonic::collector::trace::v1::ExportTraceServiceRequest;
use opentelemetry_proto::tonic::trace::v1::Span;
use prost::Message;

use crate::browser::{Portal, portal, try_post};
use crate::mailing::Running;
use crate::servers;

/// What a collector was sent: the path and the body of each request.
type Sent = Arc<Mutex<Vec<(String, Vec<u8>)>>>;

/// A collector that takes whatever it is sent.
fn collector() -> (SocketAddr, Sent) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let sent = Sent::default();
    let keeping = sent.clone();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let keeping = keeping.clone();
            std::thread::spawn(move || while take(&stream, &keeping).is_some() {});
        }
    });
    (address, sent)
}

/// Takes one request; none: whoever sent has gone.
fn take(mut stream: &TcpStream, sent: &Sent) -> Option<()> {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") {
        stream.read_exact(&mut byte).ok()?;
        head.push(byte[0]);
    }
    let head = String::from_utf8(head).ok()?;
    let length = head.lines().find_map(|line| line.to_lowercase().strip_prefix("content-length: ").map(str::to_owned));
    let mut body = vec![0; length?.trim().parse().ok()?];
    stream.read_exact(&mut body).ok()?;
    let path = head.split(' ').nth(1)?.to_owned();
    sent.lock().unwrap().push((path, body));
    stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n").ok()
}

fn spans(sent: &Sent) -> Vec<Span> {
    let sent = sent.lock().unwrap();
    let traces = sent.iter().filter(|(path, _)| path == "/v1/traces");
    let requests = traces.map(|(_, body)| ExportTraceServiceRequest::decode(body.as_slice()).unwrap());
    let resources = requests.flat_map(|request| request.resource_spans);
    resources.flat_map(|of| of.scope_spans).flat_map(|of| of.spans).collect()
}

fn program(portal: &Portal, name: &str, collector: SocketAddr) -> Command {
    let built = std::env::current_exe().unwrap();
    let program = built.parent().unwrap().parent().unwrap().join(name);
    let mut command = Command::new(program);
    command.env("DATABASE_URL", &portal.record.url).env("REDIS_URL", &portal.redis_url);
    command.env("QUORATE_MASTER_KEY", "07".repeat(32)).env("RUST_LOG", "off");
    command.env("OTEL_EXPORTER_OTLP_ENDPOINT", format!("http://{collector}"));
    command.env("OTEL_BSP_SCHEDULE_DELAY", "200").env("OTEL_METRIC_EXPORT_INTERVAL", "500");
    command
}

fn start_portal(portal: &Portal, collector: SocketAddr) -> (Child, SocketAddr) {
    let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let mut command = program(portal, "portal", collector);
    command.arg("serve").env("QUORATE_LISTEN", address.to_string());
    command.env("QUORATE_DOCUMENTS", servers::documents_folder(&portal.record.url));
    (command.spawn().unwrap(), address)
}

fn wait(until: impl Fn() -> bool) -> bool {
    let end = Instant::now() + Duration::from_secs(20);
    while !until() && Instant::now() < end {
        std::thread::sleep(Duration::from_millis(50));
    }
    until()
}

#[test]
fn one_trace_from_the_request_to_the_message_that_is_sent_later() {
    let portal = portal();
    let platform = Platform::connect(&portal.record.url, 1, MasterKey::read(&"07".repeat(32)).unwrap()).unwrap();
    let lakes = platform.hosted("lakes").unwrap().unwrap();
    let (address, role) = (String::from("hana@example.org"), String::from("party"));
    let person = Person { address, party: String::from("Heron"), role, language: String::from("en") };
    platform.invite(&lakes, &person, Utc::now()).unwrap();
    let (collector, sent) = collector();
    let (child, at) = start_portal(&portal, collector);
    let _portal = Running(child);
    assert!(wait(|| TcpStream::connect(at).is_ok()));
    let asked = try_post(at, "lakes", None, "/sign-in", &[("address", "hana@example.org")]).unwrap();
    assert_eq!(asked.status, 200);
    let _worker = Running(program(&portal, "worker", collector).spawn().unwrap());
    let of_name = |name: &str| spans(&sent).into_iter().filter(|span| span.name == name).collect::<Vec<_>>();
    assert!(wait(|| !of_name("send").is_empty()), "{:?}", spans(&sent));
    let request = of_name("request").into_iter().find(|span| format!("{span:?}").contains("/sign-in")).unwrap();
    let send = of_name("send").remove(0);
    assert_eq!(send.trace_id, request.trace_id, "the message is sent in the trace in which it was asked for");
    let inserts = of_name("sql").into_iter().filter(|span| span.trace_id == request.trace_id);
    let inserts: Vec<Span> = inserts.filter(|span| format!("{span:?}").contains("INSERT INTO \\\"mail\\\"")).collect();
    assert_eq!(inserts.len(), 1, "and so is the statement that wrote it");
    let metrics = || {
        let sent = sent.lock().unwrap();
        let bodies = sent.iter().filter(|(path, _)| path == "/v1/metrics").map(|(_, body)| body.clone());
        bodies
            .map(|body| format!("{:?}", ExportMetricsServiceRequest::decode(body.as_slice()).unwrap()))
            .collect::<String>()
    };
    assert!(wait(|| metrics().contains("\"requests\"") && metrics().contains("\"mail\"")), "{}", metrics());
    let everything = format!("{:?}{}", spans(&sent), metrics());
    for name in ["hana@", "Heron", "example.org"] {
        assert!(!everything.contains(name), "{name} is told");
    }
}

#[test]
fn an_act_is_recorded_in_a_span_of_its_use_case() {
    let portal = portal();
    let (collector, sent) = collector();
    let (child, at) = start_portal(&portal, collector);
    let _portal = Running(child);
    assert!(wait(|| TcpStream::connect(at).is_ok()));
    let heron = portal.party("lakes", "Heron");
    let form = heron.get("/record/report");
    let (mark, attempt) = (form.hidden("mark"), form.hidden("attempt"));
    let fields = [
        ("mark", mark.as_str()),
        ("attempt", attempt.as_str()),
        ("step", "record"),
        ("on", "2026-01-01"),
        ("field-year", "2026"),
    ];
    let recorded = try_post(at, "lakes", heron.cookie.as_deref(), "/record/report", &fields).unwrap();
    assert_eq!(recorded.status, 303);
    assert!(wait(|| spans(&sent).iter().any(|span| span.name == "record")), "{:?}", spans(&sent));
    let all = spans(&sent);
    let record = all.iter().find(|span| span.name == "record").unwrap();
    let request = all.iter().find(|span| span.span_id == record.parent_span_id).unwrap();
    assert!(request.name == "request" && format!("{request:?}").contains("/record/{act}"), "{request:?}");
    let statements = all.iter().filter(|span| span.name == "sql" && span.parent_span_id == record.span_id).count();
    assert!(statements > 3, "{statements}");
    assert!(!format!("{all:?}").contains("Heron"));
}
