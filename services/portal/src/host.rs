//! The network that a request is for, by its host name.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use app::Hosted;
use chrono::Utc;
use kernel::Date;
use wording::{Language, Words};

use crate::failure::Failure;
use crate::lookup;

/// The network of a request, as its record stands now.
#[derive(Clone)]
pub struct Here {
    /// The network.
    pub network: Arc<Hosted>,
    /// What day it is there.
    pub today: Date,
    /// In which language the person reads.
    pub language: &'static Language,
}

impl Here {
    /// The words that a page of this network is written with.
    pub fn words(&self) -> Words {
        self.network.words(self.language)
    }
}

/// The first part of a host name: `lakes` of `lakes.localhost:8080`.
pub fn slug(request: &HttpRequest) -> Option<String> {
    let host = request.connection_info().host().to_owned();
    let name = host.split(':').next()?;
    name.split_once('.').map(|(slug, _)| slug.to_owned())
}

impl FromRequest for Here {
    type Error = Failure;
    type Future = Pin<Box<dyn Future<Output = Result<Here, Failure>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let language = crate::language::of(request);
        let lookup = lookup::of(request);
        Box::pin(async move {
            let network = lookup.await?.network.clone().ok_or(Failure::NoNetwork)?;
            let today = network.today(Utc::now());
            Ok(Here { network, today, language })
        })
    }
}
