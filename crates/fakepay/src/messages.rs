//! Messages of the providers: made, signed, sent, tried again.

use std::time::{Duration, Instant};

use chrono::Utc;
use data_encoding::BASE64;
use payments::{Brand, Signed, stand_in};
use ring::rand::SystemRandom;
use ring::signature::{RSA_PKCS1_SHA256, RsaKeyPair};

use crate::truth::{Become, Happened, name};
use crate::{FakePay, Shared, paypal, stripe};

/// A signed message.
#[derive(Clone, Debug)]
pub struct Message {
    /// From which provider.
    pub brand: Brand,
    /// To whose account.
    pub network: String,
    /// Its headers.
    pub headers: Vec<(String, String)>,
    /// Its body.
    pub body: String,
}

/// How the network is reached.
#[derive(Clone, Debug)]
pub struct Reach {
    /// The portal's address on this machine.
    pub portal: String,
    /// The host name of a network there.
    pub host: String,
}

/// Messages that wait.
#[derive(Default)]
pub struct Outbox {
    waiting: Vec<Waiting>,
}

struct Waiting {
    message: Message,
    due: Instant,
    tries: u32,
}

/// How often a message is tried.
const TRIES: u32 = 40;

impl Outbox {
    pub fn take(&mut self) -> Vec<Message> {
        self.waiting.drain(..).map(|waiting| waiting.message).collect()
    }

    fn due(&mut self, now: Instant) -> Option<Waiting> {
        let place = self.waiting.iter().position(|waiting| waiting.due <= now)?;
        Some(self.waiting.swap_remove(place))
    }
}

impl Shared {
    /// Lets something become of what was begun, and tells the network.
    pub fn become_(&mut self, id: &str, what: &Become) -> Vec<Happened> {
        let happened = self.truth.become_(id, what);
        for event in &happened {
            self.tell(event);
        }
        happened
    }

    /// Puts what happened into the outbox, as the faults would have it.
    fn tell(&mut self, happened: &Happened) {
        let Some(body) = body(happened) else { return };
        let times = match () {
            () if self.faults.chance() < self.faults.drop => 0,
            () if self.faults.chance() < self.faults.duplicate => 2,
            () => 1,
        };
        for _ in 0..times {
            let late = self.faults.chance() * self.faults.delay / 1000;
            let due = Instant::now() + Duration::from_millis(late);
            let purchase = &happened.purchase;
            let message = signed(purchase.brand, &purchase.network, body.clone(), self.faults.two_secrets, &self.base);
            self.messages.waiting.push(Waiting { message, due, tries: 0 });
        }
    }
}

fn body(happened: &Happened) -> Option<String> {
    let body = match happened.purchase.brand {
        Brand::Stripe => stripe::message(happened),
        Brand::Paypal => paypal::message(happened),
    };
    body.map(|body| body.to_string())
}

/// The secret that a network's stand-in account signs with.
fn secret(network: &str) -> String {
    format!("whsec_stand-in-{network}")
}

fn signed(brand: Brand, network: &str, body: String, two_secrets: bool, base: &str) -> Message {
    let headers = match brand {
        Brand::Stripe => {
            let mut secrets = vec![secret(network)];
            if two_secrets {
                secrets.insert(0, format!("{}-next", secret(network)));
            }
            let header = Signed::header(&secrets, body.as_bytes(), Utc::now().timestamp());
            vec![(String::from("stripe-signature"), header)]
        }
        Brand::Paypal => paypal_headers(network, &body, base),
    };
    Message { brand, network: network.to_owned(), headers, body }
}

fn paypal_headers(network: &str, body: &str, base: &str) -> Vec<(String, String)> {
    let (id, time) = (name("transmission"), paypal::instant(Utc::now()));
    let said = format!("{id}|{time}|WH-stand-in-{network}|{}", crc32fast::hash(body.as_bytes()));
    vec![
        (String::from("paypal-transmission-id"), id),
        (String::from("paypal-transmission-time"), time),
        (String::from("paypal-transmission-sig"), rsa(said.as_bytes()).unwrap_or_default()),
        (String::from("paypal-auth-algo"), String::from("SHA256withRSA")),
        (String::from("paypal-cert-url"), format!("{base}/paypal/v1/notifications/certs/stand-in")),
    ]
}

fn rsa(said: &[u8]) -> Option<String> {
    let pair = RsaKeyPair::from_pkcs8(stand_in::KEY).ok()?;
    let mut signature = vec![0; pair.public().modulus_len()];
    pair.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), said, &mut signature).ok()?;
    Some(BASE64.encode(&signature))
}

/// Sends what waits, for ever.
pub fn send_all(fake: &FakePay, reach: &Reach) {
    let config = ureq::Agent::config_builder().timeout_global(Some(Duration::from_secs(10)));
    let agent: ureq::Agent = config.http_status_as_error(false).build().into();
    loop {
        let due = fake.lock().messages.due(Instant::now());
        let Some(mut waiting) = due else {
            std::thread::sleep(Duration::from_millis(20));
            continue;
        };
        if !send(&agent, reach, &waiting.message) && waiting.tries < TRIES {
            waiting.tries += 1;
            waiting.due = Instant::now() + Duration::from_millis(250 * u64::from(waiting.tries));
            fake.lock().messages.waiting.push(waiting);
        }
    }
}

fn send(agent: &ureq::Agent, reach: &Reach, message: &Message) -> bool {
    let address = format!("http://{}/hooks/{}", reach.portal, message.brand.name());
    let mut call = agent.post(address).header("Host", reach.host.replace("{network}", &message.network));
    for (name, value) in &message.headers {
        call = call.header(name, value);
    }
    call.send(message.body.as_str()).is_ok_and(|answer| answer.status().is_success())
}
