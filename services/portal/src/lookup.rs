//! What most requests need first: the network of the host name, and who is signed in there. Both are looked up once, on one
//! thread that may wait, whichever part of a handler asks first.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use actix_web::{HttpMessage, HttpRequest, web};
use app::{Hosted, Platform};
use futures_util::FutureExt;
use futures_util::future::Shared;

use crate::failure::Failure;
use crate::host;
use crate::session::{COOKIE, Session, Sessions};
use crate::work::block;

/// What was found.
pub struct Found {
    /// The network, as its record stands now.
    pub network: Option<Arc<Hosted>>,
    /// Who is signed in there.
    pub session: Option<Session>,
    /// Whoever asks is signed in to another network: here they are nobody.
    pub is_foreign: bool,
}

type Looking = Pin<Box<dyn Future<Output = Result<Arc<Found>, Arc<Failure>>>>>;
type Lookup = Shared<Looking>;

/// What a request needs first; it is asked for once.
pub fn of(request: &HttpRequest) -> impl Future<Output = Result<Arc<Found>, Failure>> + 'static {
    let known = request.extensions().get::<Lookup>().cloned();
    let lookup = known.unwrap_or_else(|| {
        let lookup = begin(request).shared();
        request.extensions_mut().insert(lookup.clone());
        lookup
    });
    async move { lookup.await.map_err(|failure| Failure::Lookup(failure.to_string())) }
}

fn begin(request: &HttpRequest) -> Looking {
    let slug = host::slug(request);
    let cookie = request.cookie(COOKIE).map(|cookie| cookie.value().to_owned());
    let platform = request.app_data::<web::Data<Platform>>().cloned();
    let sessions = request.app_data::<web::Data<Sessions>>().cloned();
    Box::pin(async move {
        let (Some(slug), Some(platform), Some(sessions)) = (slug, platform, sessions) else {
            return Ok(Arc::new(Found { network: None, session: None, is_foreign: false }));
        };
        let looking = block(move || -> Result<Found, Failure> {
            // While Redis looks for the session, PostgreSQL says how far the network's record goes.
            let asked = cookie.as_deref().map(|cookie| sessions.ask(cookie));
            let network = platform.hosted(&slug);
            let session = asked.map(|asked| asked.answer()).transpose()?.flatten();
            let is_foreign = session.as_ref().is_some_and(|session| session.network != slug);
            Ok(Found { network: network?, session: session.filter(|_| !is_foreign), is_foreign })
        });
        looking.await.map_err(Failure::from).flatten().map(Arc::new).map_err(Arc::new)
    })
}
