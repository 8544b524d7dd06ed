//! Choosing the language that one reads in.

use actix_web::http::header::REFERER;
use actix_web::{HttpRequest, HttpResponse, web};
use wording::Language;

use crate::failure::Failure;

/// Keeps the choice, and goes back to the page that it was made on.
pub async fn choose(request: HttpRequest, tag: web::Path<String>) -> Result<HttpResponse, Failure> {
    let language = Language::of(&tag).ok_or(Failure::Missing)?;
    let cookie = crate::language::kept(language);
    Ok(HttpResponse::SeeOther().cookie(cookie).insert_header(("Location", back(&request))).finish())
}

/// The page that somebody came from, if it is one of this host; else the first one.
fn back(request: &HttpRequest) -> String {
    let host = request.connection_info().host().to_owned();
    let from = request.headers().get(REFERER).and_then(|from| from.to_str().ok());
    let path = from.and_then(|from| from.split_once("://")).and_then(|(_, rest)| rest.strip_prefix(host.as_str()));
    path.filter(|path| path.starts_with('/') && !path.starts_with("//")).unwrap_or("/").to_owned()
}
