//! Who calls: a program with a key, acting for one party.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::header::AUTHORIZATION;
use actix_web::{FromRequest, HttpRequest, web};
use app::{GivenKey, Platform};

use super::problem::Problem;
use crate::host::Here;
use crate::session::{Role, Session};
use crate::work::block;

/// What a key may allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// To ask and to read what its party may see.
    Read,
    /// To record acts of its party.
    Record,
    /// To read the calendar of what is due.
    Calendar,
}

impl Scope {
    /// Every scope.
    pub const ALL: [Scope; 3] = [Scope::Read, Scope::Record, Scope::Calendar];

    /// Its name in keys.
    pub fn name(self) -> &'static str {
        match self {
            Scope::Read => "read",
            Scope::Record => "record",
            Scope::Calendar => "calendar",
        }
    }
}

/// A network that anybody may read of.
pub struct Open(pub Here);

impl FromRequest for Open {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Open, Problem>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let here = Here::from_request(request, payload);
        Box::pin(async move { Ok(Open(here.await?)) })
    }
}

/// A program with a key of the network that it calls.
pub struct Caller {
    /// The network.
    pub here: Here,
    key: GivenKey,
}

impl Caller {
    /// For whom it acts.
    pub fn party(&self) -> &str {
        &self.key.grant.party
    }

    /// As whom it acts.
    fn session(&self) -> Session {
        let role = Role::named(&self.key.grant.role).unwrap_or(Role::Party);
        Session::new(self.here.network.slug(), role, self.party(), None)
    }

    /// Whether the register of everybody is open to it.
    pub fn reads_all(&self) -> bool {
        self.session().reads_all()
    }

    /// Whether it records an act whoever did it.
    pub fn records_for_all(&self, act: &str) -> bool {
        self.session().records_for_all(act)
    }

    /// Goes on only if the key has a scope.
    pub fn need(&self, scope: Scope) -> Result<(), Problem> {
        let has = self.key.grant.scopes.iter().any(|known| known == scope.name());
        if has { Ok(()) } else { Err(Problem::not_allowed(format!("It lacks the scope `{}`.", scope.name()))) }
    }

    /// Goes on only for keys of those who read the register of everybody.
    pub fn need_reads_all(&self) -> Result<(), Problem> {
        let detail = "It acts for a party; this is for keys of those who may read the whole register.";
        if self.reads_all() { Ok(()) } else { Err(Problem::not_allowed(detail)) }
    }
}

impl FromRequest for Caller {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Caller, Problem>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let here = Here::from_request(request, payload);
        let platform = request.app_data::<web::Data<Platform>>().cloned();
        let shown = request.headers().get(AUTHORIZATION).and_then(|value| value.to_str().ok());
        let token = shown.and_then(|value| value.strip_prefix("Bearer ")).map(str::to_owned);
        Box::pin(async move {
            let here = here.await?;
            let (Some(platform), Some(token)) = (platform, token) else { return Err(Problem::no_key()) };
            let network = here.network.clone();
            let key = block(move || platform.key(&network, &token)).await??.ok_or_else(Problem::no_key)?;
            Ok(Caller { here, key })
        })
    }
}
