//! The portal: the pages of every hosted network, server-rendered, complete without JavaScript.
//!
//! The network comes from the host name. A page is for anybody unless its handler asks for a [`session::Acting`] or a
//! [`session::May`].

mod amounts;
mod answer;
mod api;
mod asking;
mod credentials;
mod elsewhere;
mod failure;
mod given;
mod headers;
mod host;
mod language;
mod lookup;
mod pages;
mod papers;
mod pictures;
mod press;
pub mod session;
mod settings;
mod tracing_requests;
mod view;
mod work;

use std::sync::Arc;

use actix_web::dev::Server;
use actix_web::middleware::from_fn;
use actix_web::{App, HttpServer, web};
use app::{Documents, MasterKey, Platform};
use payments_stripe::BuiltIn;

use crate::failure::Failure;

pub use api::document as openapi;
pub use settings::{Secret, Settings};

/// The address of a network's pages as people reach it. Links in mail are made from this, never from what a request says.
pub(crate) struct PublicUrl(String);

impl PublicUrl {
    /// Of one network.
    pub(crate) fn of(&self, network: &str) -> String {
        self.0.replace("{network}", network)
    }
}

/// Where forms of paying lead: pages of payment providers.
pub(crate) struct PaymentPages(Vec<String>);

impl PaymentPages {
    /// Of providers, and of what stands in for them.
    fn new(stand_in: Option<&str>) -> PaymentPages {
        let known = ["https://checkout.stripe.com", "https://www.paypal.com", "https://www.sandbox.paypal.com"];
        PaymentPages(known.into_iter().chain(stand_in).map(str::to_owned).collect())
    }

    /// What a page of paying says of itself: a form of it may lead there.
    pub(crate) fn policy(&self) -> String {
        headers::POLICY.replace("form-action 'self'", &format!("form-action 'self' {}", self.0.join(" ")))
    }
}

/// The name under which the operator's console is reached: no network may have it.
pub(crate) const CONSOLE: &str = "console";

/// The largest form without files that is read, in bytes.
const LARGEST_FORM: usize = 256 * 1024;

/// How forms up to a size are read.
pub(crate) fn form_of(largest: usize) -> web::FormConfig {
    web::FormConfig::default().limit(largest).error_handler(|_, _| Failure::BadForm.into())
}

/// Starts serving. Answers the server, to be awaited, and the address it listens on.
pub fn serve(settings: &Settings) -> anyhow::Result<(Server, std::net::SocketAddr)> {
    let keys = MasterKey::read(&settings.master_key.0)
        .ok_or_else(|| anyhow::anyhow!("QUORATE_MASTER_KEY must be 64 hexadecimal digits"))?;
    let providers = Arc::new(BuiltIn { stand_in: settings.stand_in.clone() });
    let platform = Platform::connect(&settings.database_url, 16, keys)?.with_providers(providers, &settings.public_url);
    let platform = web::Data::from(Arc::new(platform));
    let public = web::Data::new(PublicUrl(settings.public_url.clone()));
    let documents = web::Data::new(Documents::at(&settings.documents)?);
    let sessions = web::Data::new(session::Sessions::connect(&settings.redis_url, settings.secure_cookies)?);
    let pages = web::Data::new(PaymentPages::new(settings.stand_in.as_deref()));
    let press = web::Data::new(press::Press::at(settings.typeset.as_deref()));
    let proxies = web::Data::new(elsewhere::Proxies(settings.trusted_proxies.clone()));
    let server = HttpServer::new(move || {
        App::new()
            .app_data(platform.clone())
            .app_data(sessions.clone())
            .app_data(documents.clone())
            .app_data(public.clone())
            .app_data(proxies.clone())
            .app_data(pages.clone())
            .app_data(press.clone())
            .app_data(form_of(LARGEST_FORM))
            .app_data(web::QueryConfig::default().error_handler(|_, _| Failure::Missing.into()))
            .wrap(from_fn(failure::in_their_language))
            .wrap(headers::secure())
            .wrap(tracing_actix_web::TracingLogger::<tracing_requests::RequestSpan>::new())
            .wrap(actix_web::middleware::Compress::default())
            .configure(pages::routes)
            .configure(api::routes)
            .default_service(web::to(pages::missing::page))
    })
    .bind(&settings.listen)?;
    let address = server.addrs().first().copied().ok_or_else(|| anyhow::anyhow!("no address to listen on"))?;
    Ok((server.run(), address))
}
