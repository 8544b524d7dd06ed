//! A client that costs little itself: connections that stay open, requests written as they are.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

/// So many connections ask at once.
const CONNECTIONS: usize = 8;
/// For so long.
const SPAN: Duration = Duration::from_secs(4);

/// Requests per second that a page answers.
pub fn rate(address: SocketAddr, path: &str, headers: &str) -> f64 {
    let request = format!("GET {path} HTTP/1.1\r\n{headers}\r\n");
    let begun = Instant::now();
    let counts: Vec<u64> = std::thread::scope(|scope| {
        let asking: Vec<_> = (0..CONNECTIONS).map(|_| scope.spawn(|| ask(address, request.as_bytes(), SPAN))).collect();
        asking.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    counts.iter().sum::<u64>() as f64 / begun.elapsed().as_secs_f64()
}

/// Asks once.
pub fn one(address: SocketAddr, path: &str, headers: &str) {
    ask(address, format!("GET {path} HTTP/1.1\r\n{headers}\r\n").as_bytes(), Duration::ZERO);
}

fn ask(address: SocketAddr, request: &[u8], span: Duration) -> u64 {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_nodelay(true).unwrap();
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let until = Instant::now() + span;
    let mut count = 0;
    loop {
        stream.write_all(request).unwrap();
        answer(&mut reader);
        count += 1;
        if Instant::now() >= until {
            return count;
        }
    }
}

/// Reads one answer, which must be a page.
pub fn answer(reader: &mut BufReader<TcpStream>) {
    let mut line = String::new();
    reader.read_line(&mut line).unwrap();
    assert!(line.starts_with("HTTP/1.1 200"), "{line}");
    let mut length = 0;
    loop {
        line.clear();
        reader.read_line(&mut line).unwrap();
        if line == "\r\n" {
            break;
        }
        if let Some(stated) = line.to_lowercase().strip_prefix("content-length: ") {
            length = stated.trim().parse().unwrap();
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
}
