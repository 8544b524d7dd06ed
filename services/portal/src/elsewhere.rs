//! Where a request comes from: which machine sent it, and whether a page of elsewhere did.

use std::net::IpAddr;

use actix_web::{HttpRequest, web};

use crate::failure::Failure;

/// Proxies of ours: what they say of whoever asked is believed.
#[derive(Clone, Debug, Default)]
pub struct Proxies(pub Vec<IpAddr>);

/// The machine that sent a request; behind proxies of ours, the last one that is none of them.
pub fn sender(request: &HttpRequest) -> String {
    let Some(peer) = request.peer_addr().map(|peer| peer.ip()) else { return String::new() };
    let proxies = request.app_data::<web::Data<Proxies>>().map(|proxies| proxies.0.as_slice()).unwrap_or_default();
    if !proxies.contains(&peer) {
        return peer.to_string();
    }
    let said = request.headers().get("X-Forwarded-For").and_then(|value| value.to_str().ok()).unwrap_or_default();
    let hops = said.rsplit(',').filter_map(|hop| hop.trim().parse::<IpAddr>().ok());
    hops.into_iter().find(|hop| !proxies.contains(hop)).unwrap_or(peer).to_string()
}

/// Refuses a form of another site, of a sibling too: it must not sign anybody in, as somebody that they do not expect to be.
pub fn refuse_elsewhere(request: &HttpRequest) -> Result<(), Failure> {
    let site = request.headers().get("Sec-Fetch-Site");
    let is_elsewhere = site.is_some_and(|site| site == "cross-site" || site == "same-site");
    if is_elsewhere { Err(Failure::StaleForm) } else { Ok(()) }
}
