//! Who is signed in: sessions and one-time links, kept in Redis. Losing them signs people out and loses nothing else.

use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::LazyLock;

pub use access::Role;
use access::{Access, Permission};

use actix_web::cookie::{Cookie, SameSite, time::Duration};
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use data_encoding::BASE64URL_NOPAD;
use redis::{ConnectionLike, TypedCommands};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::failure::Failure;
use crate::lookup;

/// How many connections to Redis there are at most.
const CONNECTIONS: u32 = 8;

/// The name of the cookie that carries a session.
pub(crate) const COOKIE: &str = "quorate";
/// A link works for an hour, a session for twelve.
const LINK_SECONDS: u64 = 3_600;
const SESSION_SECONDS: u64 = 12 * 3_600;
/// A code is waited for five minutes.
const CODE_SECONDS: u64 = 300;

/// Somebody signed in to one network.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Session {
    /// The network.
    pub network: String,
    /// As what.
    pub role: Role,
    /// The mark of their address, where they signed in by it.
    #[serde(default)]
    pub person: Option<String>,
    /// They come to apply: their address, sealed, to which the name is bound once the link is used.
    #[serde(default)]
    pub joins: Option<String>,
    /// They came by a link from their mailbox.
    #[serde(default)]
    pub by_link: bool,
    /// Their second factor was asked for already, where they have one.
    #[serde(default)]
    pub is_proven: bool,
    /// For whom they act: a name of the register, an office, a body. Whatever they do is that one's act.
    pub party: String,
    /// What a form must carry to count as this session's.
    pub form_mark: String,
}

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
            .max_size(CONNECTIONS)
            .min_idle(Some(0))
            // A connection is not asked whether it still works before each use: `with` finds out, and takes another.
            .test_on_check_out(false)
            .connection_timeout(std::time::Duration::from_secs(3))
            .build(redis::Client::open(url)?)?;
        Ok(Sessions { pool, secure })
    }

    /// Does one thing, which may be tried again: over another connection, if the one at hand has gone.
    fn with<T>(&self, work: impl Fn(&mut redis::Connection) -> redis::RedisResult<T>) -> Result<T, Failure> {
        let mut left = CONNECTIONS;
        loop {
            let mut connection = self.pool.get().map_err(|error| Failure::Sessions(error.to_string()))?;
            match work(&mut connection) {
                Ok(done) => return Ok(done),
                Err(error) if left > 0 && !connection.is_open() => {
                    tracing::debug!(%error, "a connection to Redis has gone; another is taken");
                    left = left.saturating_sub(1);
                }
                Err(error) => return Err(Failure::Sessions(error.to_string())),
            }
        }
    }

    /// Whether Redis answers.
    pub fn is_ready(&self) -> bool {
        self.with(|redis| redis.ping().map(|_| ())).is_ok()
    }

    /// A new one-time link to act for a party of a network: its token.
    pub fn make_link(&self, network: &str, role: Role, party: &str) -> Result<String, Failure> {
        self.make_link_of(Session::new(network, role, party, None))
    }

    /// A new one-time link that begins a session.
    pub fn make_link_of(&self, session: Session) -> Result<String, Failure> {
        let token = token();
        self.put(&link_key(&token), &session, LINK_SECONDS)?;
        Ok(token)
    }

    /// Begins a session at once.
    pub fn begin(&self, session: &Session) -> Result<Cookie<'static>, Failure> {
        let id = token();
        self.put(&session_key(&id), session, SESSION_SECONDS)?;
        if let Some(person) = &session.person {
            let all = person_key(&session.network, person);
            self.with(|redis| redis.sadd(all.as_str(), session_key(&id)))?;
            self.with(|redis| redis.expire(all.as_str(), i64::try_from(SESSION_SECONDS).unwrap_or(0)))?;
        }
        Ok(self.cookie(id, SESSION_SECONDS))
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

    /// Ends every session of a person in a network.
    pub fn end_all(&self, network: &str, person: &str) -> Result<(), Failure> {
        let all = person_key(network, person);
        let keys = self.with(|redis| redis.smembers(all.as_str()))?;
        keys.into_iter().try_for_each(|key| self.with(|redis| redis.del(key.as_str()).map(|_| ())))?;
        self.with(|redis| redis.del(all.as_str()).map(|_| ()))
    }

    /// Keeps who waits to show a code, for five minutes: a token for it.
    pub fn await_code(&self, session: &Session) -> Result<String, Failure> {
        let token = token();
        self.put(&pending_key(&token), session, CODE_SECONDS)?;
        Ok(token)
    }

    /// Who waits to show a code.
    pub fn awaits_code(&self, token: &str) -> Result<Session, Failure> {
        self.get(&pending_key(token))?.ok_or(Failure::LinkGone)
    }

    /// Uses a link up. Of two at once, one succeeds.
    pub fn use_link(&self, token: &str) -> Result<Session, Failure> {
        let key = link_key(token);
        let session = self.look_at_link(token)?;
        if self.with(|redis| redis.del(key.as_str()))? == 0 {
            return Err(Failure::LinkGone);
        }
        Ok(session)
    }

    /// Ends a session.
    pub fn end(&self, id: Option<&str>) -> Result<Cookie<'static>, Failure> {
        if let Some(id) = id {
            self.with(|redis| redis.del(session_key(id)))?;
        }
        Ok(self.cookie(String::new(), 0))
    }

    /// Asks for a session without waiting for the answer: other work can be done meanwhile.
    pub fn ask(&self, id: &str) -> Asked<'_> {
        let key = session_key(id);
        let connection = self.pool.get().ok().and_then(|mut connection| {
            let sent = connection.send_packed_command(&redis::cmd("GET").arg(key.as_str()).get_packed_command());
            sent.ok().map(|()| connection)
        });
        Asked { sessions: self, key, connection }
    }

    fn put(&self, key: &str, session: &Session, seconds: u64) -> Result<(), Failure> {
        let written = serde_json::to_string(session).map_err(|error| Failure::Sessions(error.to_string()))?;
        self.with(|redis| redis.set_ex(key, written.as_str(), seconds))
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

/// A session that was asked for.
pub struct Asked<'s> {
    sessions: &'s Sessions,
    key: String,
    /// Where the answer comes; none: asking failed, and it is asked again.
    connection: Option<r2d2::PooledConnection<redis::Client>>,
}

impl Asked<'_> {
    /// The session, of whatever network it is.
    pub fn answer(mut self) -> Result<Option<Session>, Failure> {
        let answered = self.connection.take().and_then(|mut connection| {
            let value = connection.recv_response().ok()?;
            redis::from_redis_value::<Option<String>>(value).ok()
        });
        let found = match answered {
            Some(written) => written.and_then(|written| serde_json::from_str(&written).ok()),
            None => self.sessions.get(&self.key)?,
        };
        Ok(found)
    }
}

impl Drop for Asked<'_> {
    /// An answer that nobody waited for is read all the same: the next one to ask over this connection must not get it.
    fn drop(&mut self) {
        if let Some(connection) = &mut self.connection {
            // One that fails is closed by this, and not used again.
            let _ = connection.recv_response();
        }
    }
}

impl Session {
    /// A session that begins now.
    pub fn new(network: &str, role: Role, party: &str, person: Option<String>) -> Session {
        Session {
            network: network.to_owned(),
            role,
            party: party.to_owned(),
            person,
            joins: None,
            by_link: false,
            is_proven: false,
            form_mark: token(),
        }
    }

    /// Whether the role may do something in its own network.
    pub fn may(&self, permission: Permission) -> bool {
        access().can(self.role, &self.network, &self.network, permission)
    }

    /// Whether the register of everybody is open to them.
    pub fn reads_all(&self) -> bool {
        self.may(Permission::ReadRegister)
    }

    /// Whether they write down an act whoever did it; everybody records what they do themselves.
    pub fn records_for_all(&self, act: &str) -> bool {
        self.may(Permission::RecordActs) || permission_for(act).is_some_and(|permission| self.may(permission))
    }

    /// Whether they write down some act whoever did it.
    pub fn records_some(&self) -> bool {
        [Permission::RecordActs, Permission::RecordBallots].into_iter().any(|one| self.may(one))
    }

    /// The page that one comes to first.
    pub fn first_page(&self) -> &'static str {
        if self.may(Permission::RunPlatform) {
            "/console"
        } else if self.may(Permission::ReadDesk) {
            "/desk"
        } else {
            "/mine"
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

/// Where the sessions of one person are listed.
fn person_key(network: &str, person: &str) -> String {
    format!("sessions-of:{network}:{}", hashed(person))
}

fn pending_key(token: &str) -> String {
    format!("pending:{}", hashed(token))
}

fn session_key(id: &str) -> String {
    format!("session:{}", hashed(id))
}

type Extracted<T> = Pin<Box<dyn Future<Output = Result<T, Failure>>>>;

fn session_of(request: &HttpRequest) -> Extracted<Option<Session>> {
    let lookup = lookup::of(request);
    Box::pin(async move { Ok(lookup.await?.session.clone()) })
}

/// Who is signed in here. Somebody of another network is answered as if there were nothing.
fn own_session_of(request: &HttpRequest) -> Extracted<Option<Session>> {
    let lookup = lookup::of(request);
    Box::pin(async move {
        let found = lookup.await?;
        if found.is_foreign { Err(Failure::Missing) } else { Ok(found.session.clone()) }
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
        let session = own_session_of(request);
        Box::pin(async move { session.await?.map(Acting).ok_or(Failure::NotSignedIn) })
    }
}

/// The rules of access, which come with the program. Unreadable, they open nothing.
fn access() -> &'static Access {
    static ACCESS: LazyLock<Access> = LazyLock::new(|| {
        Access::standard().unwrap_or_else(|error| {
            tracing::error!(%error, "nothing is open to anybody");
            Access::default()
        })
    });
    &ACCESS
}

/// The permission under which an act of the platform is recorded by others than the secretariat.
fn permission_for(act: &str) -> Option<Permission> {
    match act {
        "call-meeting" | "put-on-agenda" | "take-off-agenda" | "open-meeting" | "attend" | "leave"
        | "close-meeting" | "file-motion" | "withdraw-motion" | "open-ballot" | "contest-roll" | "change-roll"
        | "file-candidacy" | "withdraw-candidacy" | "cast" | "casting-vote" | "close-ballot" | "declare-result" => {
            Some(Permission::RecordBallots)
        }
        _ => None,
    }
}

/// Something that a handler needs. Each is a type, so that a handler says in its signature whom it is for.
pub trait Needed {
    /// The permission.
    const PERMISSION: Permission;
}

macro_rules! needed {
    ($($(#[$doc:meta])* $name:ident)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug)]
            pub struct $name;

            impl Needed for $name {
                const PERMISSION: Permission = Permission::$name;
            }
        )*
    };
}

needed! {
    /// To see the desk.
    ReadDesk
    /// To see the register.
    ReadRegister
    /// To see what was told to whom.
    ReadNotices
    /// To see who signs in.
    ReadPeople
    /// To let people sign in.
    WritePeople
    /// To record acts of anybody.
    RecordActs
    /// To see who owes and who paid.
    ReadMoney
    /// To book money.
    RecordFees
    /// To erase personal data.
    ErasePersonalData
    /// To move the date of a demonstration.
    MoveDate
    /// To replace the charter.
    WriteCharter
    /// To run the platform.
    RunPlatform
}

/// The authority to do one thing in the network at hand. A handler that asks for it is closed to everybody else.
#[derive(Clone, Debug)]
pub struct May<P>(pub Session, PhantomData<P>);

impl<P: Needed> FromRequest for May<P> {
    type Error = Failure;
    type Future = Extracted<May<P>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let session = own_session_of(request);
        Box::pin(async move {
            match session.await? {
                Some(session) if session.may(P::PERMISSION) => Ok(May(session, PhantomData)),
                Some(_) => Err(Failure::Missing),
                None => Err(Failure::NotSignedIn),
            }
        })
    }
}
