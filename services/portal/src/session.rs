//! Who is signed in: sessions and one-time links, kept in Redis. Losing them signs people out and loses nothing else.

use std::future::Future;
use std::pin::Pin;

use actix_web::cookie::{Cookie, SameSite, time::Duration};
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, web};
use data_encoding::BASE64URL_NOPAD;
use redis::TypedCommands;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::failure::Failure;
use crate::host;

/// The name of the cookie that carries a session.
pub(crate) const COOKIE: &str = "quorate";
/// A link works for an hour, a session for twelve.
const LINK_SECONDS: u64 = 3_600;
const SESSION_SECONDS: u64 = 12 * 3_600;

/// What somebody may open on the platform. Rights of the charter are asked of the charter, never of this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The secretariat's screens: the register, the desk, records of every act.
    Secretariat,
    /// Their own page, and what the charter lets them do.
    Party,
}

/// Somebody signed in to one network.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Session {
    /// The network.
    pub network: String,
    /// As what.
    pub role: Role,
    /// For whom they act: a name of the register, an office, a body. Whatever they do is that one's act.
    pub party: String,
    /// What a form must carry to count as this session's.
    pub form_mark: String,
}

/// The authority of the secretariat of the network at hand. A handler that asks for it is closed to everybody else.
#[derive(Clone, Debug)]
pub struct Secretary(pub Session);

/// The authority to act for one party, whoever it is.
#[derive(Clone, Debug)]
pub struct Acting(pub Session);

/// Whoever asks: signed in to this network, or not.
#[derive(Clone, Debug)]
pub struct Visitor(pub Option<Session>);

/// Sessions and one-time links.
pub struct Sessions {
    pool: r2d2::Pool<redis::Client>,
    secure: bool,
}

impl Sessions {
    /// Over a Redis at an address.
    pub fn connect(url: &str, secure: bool) -> anyhow::Result<Sessions> {
        let pool = r2d2::Pool::builder()
            .max_size(8)
            .min_idle(Some(0))
            .connection_timeout(std::time::Duration::from_secs(3))
            .build(redis::Client::open(url)?)?;
        Ok(Sessions { pool, secure })
    }

    fn with<T>(&self, work: impl FnOnce(&mut redis::Connection) -> redis::RedisResult<T>) -> Result<T, Failure> {
        let mut connection = self.pool.get().map_err(|error| Failure::Sessions(error.to_string()))?;
        work(&mut connection).map_err(|error| Failure::Sessions(error.to_string()))
    }

    /// Whether Redis answers.
    pub fn is_ready(&self) -> bool {
        self.with(|redis| redis.ping().map(|_| ())).is_ok()
    }

    /// A new one-time link to act for a party of a network: its token.
    pub fn make_link(&self, network: &str, role: Role, party: &str) -> Result<String, Failure> {
        let token = token();
        let (network, party) = (network.to_owned(), party.to_owned());
        let session = Session { network, role, party, form_mark: self::token() };
        self.put(&link_key(&token), &session, LINK_SECONDS)?;
        Ok(token)
    }

    /// Whether something may be done once more: at most so often an hour.
    pub fn allows(&self, what: &str, most: usize) -> Result<bool, Failure> {
        let key = format!("limit:{}", hashed(what));
        let count = self.with(|redis| {
            let count = redis.incr(key.as_str(), 1)?;
            if count == 1 {
                redis.expire(key.as_str(), 3_600)?;
            }
            Ok(count)
        })?;
        Ok(usize::try_from(count).is_ok_and(|count| count <= most))
    }

    /// What a link would sign in to, without using it up.
    pub fn look_at_link(&self, token: &str) -> Result<Session, Failure> {
        self.get(&link_key(token))?.ok_or(Failure::LinkGone)
    }

    /// Uses a link up and begins a session. Of two at once, one succeeds.
    pub fn use_link(&self, token: &str) -> Result<(Cookie<'static>, Session), Failure> {
        let key = link_key(token);
        let session = self.look_at_link(token)?;
        if self.with(|redis| redis.del(key.as_str()))? == 0 {
            return Err(Failure::LinkGone);
        }
        let id = self::token();
        self.put(&session_key(&id), &session, SESSION_SECONDS)?;
        Ok((self.cookie(id, SESSION_SECONDS), session))
    }

    /// Ends a session.
    pub fn end(&self, id: Option<&str>) -> Result<Cookie<'static>, Failure> {
        if let Some(id) = id {
            self.with(|redis| redis.del(session_key(id)))?;
        }
        Ok(self.cookie(String::new(), 0))
    }

    /// The session of a request, if it is one of the network that the request is for.
    fn of(&self, id: &str, network: &str) -> Result<Option<Session>, Failure> {
        Ok(self.get(&session_key(id))?.filter(|session| session.network == network))
    }

    fn put(&self, key: &str, session: &Session, seconds: u64) -> Result<(), Failure> {
        let written = serde_json::to_string(session).map_err(|error| Failure::Sessions(error.to_string()))?;
        self.with(|redis| redis.set_ex(key, written, seconds))
    }

    fn get(&self, key: &str) -> Result<Option<Session>, Failure> {
        let written = self.with(|redis| redis.get(key))?;
        Ok(written.and_then(|written| serde_json::from_str(&written).ok()))
    }

    fn cookie(&self, id: String, seconds: u64) -> Cookie<'static> {
        Cookie::build(COOKIE, id)
            .path("/")
            .http_only(true)
            .secure(self.secure)
            .same_site(SameSite::Lax)
            .max_age(Duration::seconds(i64::try_from(seconds).unwrap_or(0)))
            .finish()
    }
}

impl Session {
    /// The secretariat writes down what anybody did; everybody else only what they do themselves.
    pub fn records_for_all(&self) -> bool {
        self.role == Role::Secretariat
    }

    /// The page that one comes to first.
    pub fn first_page(&self) -> &'static str {
        match self.role {
            Role::Secretariat => "/desk",
            Role::Party => "/mine",
        }
    }

    /// Refuses a form that was not made in this session.
    pub fn check_form(&self, mark: &str) -> Result<(), Failure> {
        if self.form_mark == mark { Ok(()) } else { Err(Failure::StaleForm) }
    }
}

/// 244 bits that nobody can guess.
pub fn token() -> String {
    let mut bytes = uuid::Uuid::new_v4().into_bytes().to_vec();
    bytes.extend(uuid::Uuid::new_v4().into_bytes());
    BASE64URL_NOPAD.encode(&bytes)
}

/// Redis knows hashes only: who reads it can use no link and no session.
fn hashed(token: &str) -> String {
    BASE64URL_NOPAD.encode(&Sha256::digest(token.as_bytes()))
}

fn link_key(token: &str) -> String {
    format!("link:{}", hashed(token))
}

fn session_key(id: &str) -> String {
    format!("session:{}", hashed(id))
}

type Extracted<T> = Pin<Box<dyn Future<Output = Result<T, Failure>>>>;

fn session_of(request: &HttpRequest) -> Extracted<Option<Session>> {
    let sessions = request.app_data::<web::Data<Sessions>>().cloned();
    let found = request.cookie(COOKIE).zip(host::slug(request)).zip(sessions);
    Box::pin(async move {
        let Some(((cookie, network), sessions)) = found else { return Ok(None) };
        web::block(move || sessions.of(cookie.value(), &network)).await?
    })
}

impl FromRequest for Visitor {
    type Error = Failure;
    type Future = Extracted<Visitor>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let session = session_of(request);
        Box::pin(async move { session.await.map(Visitor) })
    }
}

impl FromRequest for Acting {
    type Error = Failure;
    type Future = Extracted<Acting>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let session = session_of(request);
        Box::pin(async move { session.await?.map(Acting).ok_or(Failure::NotSignedIn) })
    }
}

impl FromRequest for Secretary {
    type Error = Failure;
    type Future = Extracted<Secretary>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let session = session_of(request);
        Box::pin(async move {
            match session.await? {
                Some(session) if session.role == Role::Secretariat => Ok(Secretary(session)),
                Some(_) => Err(Failure::Missing),
                None => Err(Failure::NotSignedIn),
            }
        })
    }
}
