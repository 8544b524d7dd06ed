//! Stand-ins for Stripe and PayPal over real HTTP.
//!
//! They keep their own truth of what was begun, paid, given back and disputed, sign their messages as the providers do,
//! show a page on which the payer clicks, and go wrong on purpose where they are told to: by seed, so that it can be
//! repeated. An account's key is `stand-in-NETWORK`; money never moves.

mod faults;
mod messages;
mod pages;
mod paypal;
mod stripe;
mod truth;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use actix_web::dev::Server;
use actix_web::{App, HttpRequest, HttpServer, web};

pub use faults::Faults;
pub use messages::{Message, Reach};
pub use truth::{Become, Purchase, Truth};

/// What the stand-ins share: their truth, the messages that wait to be sent, what goes wrong.
#[derive(Clone, Default)]
pub struct FakePay {
    shared: Arc<Mutex<Shared>>,
}

/// Everything behind the lock.
#[derive(Default)]
pub(crate) struct Shared {
    pub(crate) truth: Truth,
    pub(crate) messages: messages::Outbox,
    pub(crate) faults: Faults,
    pub(crate) keys: faults::Keys,
    /// Where the stand-ins are reached.
    pub(crate) base: String,
}

/// Where a purchase is paid, as the payer's browser reaches it.
pub(crate) struct Base(String);

impl FakePay {
    /// With faults.
    pub fn with_faults(faults: Faults) -> FakePay {
        let fake = FakePay::default();
        fake.lock().faults = faults;
        fake
    }

    pub(crate) fn lock(&self) -> MutexGuard<'_, Shared> {
        self.shared.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes what goes wrong from now on.
    pub fn set_faults(&self, faults: Faults) {
        self.lock().faults = faults;
    }

    /// The answers that are kept under idempotency keys are forgotten, as providers do after some time.
    pub fn forget_keys(&self) {
        self.lock().keys = faults::Keys::default();
    }

    /// Everything that was begun.
    pub fn purchases(&self) -> Vec<Purchase> {
        self.lock().truth.purchases().cloned().collect()
    }

    /// Lets something become of what was begun: the payer pays, the bank refuses, the network gives back. Answers whether it
    /// could.
    pub fn become_(&self, session: &str, what: &Become) -> bool {
        !self.lock().become_(session, what).is_empty()
    }

    /// Takes the messages that wait, in place of sending them.
    pub fn take_messages(&self) -> Vec<Message> {
        self.lock().messages.take()
    }

    /// Sends messages from a thread of its own, for as long as the program runs.
    pub fn send_messages_to(&self, reach: Reach) {
        let fake = self.clone();
        std::thread::spawn(move || messages::send_all(&fake, &reach));
    }

    /// Starts serving at an address. Answers the server, to be awaited, and the address that was bound.
    pub fn serve(&self, listen: &str, workers: usize) -> anyhow::Result<(Server, std::net::SocketAddr)> {
        let listener = std::net::TcpListener::bind(listen)?;
        let address = listener.local_addr()?;
        self.lock().base = format!("http://{address}");
        let (fake, base) = (web::Data::new(self.clone()), web::Data::new(Base(format!("http://{address}"))));
        let server = HttpServer::new(move || {
            App::new()
                .app_data(fake.clone())
                .app_data(base.clone())
                .configure(stripe::routes)
                .configure(paypal::routes)
                .configure(pages::routes)
        });
        Ok((server.workers(workers).listen(listener)?.run(), address))
    }
}

/// The network of a key: `stand-in-NETWORK`, at Stripe in the form of its restricted test keys.
pub(crate) fn network_of(key: &str) -> Option<String> {
    let key = key.strip_prefix("rk_test_").unwrap_or(key);
    key.strip_prefix("stand-in-").filter(|network| !network.is_empty()).map(str::to_owned)
}

/// A header of a request.
pub(crate) fn header(request: &HttpRequest, name: &str) -> Option<String> {
    request.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned)
}
