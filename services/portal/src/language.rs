//! In which language somebody reads: as they chose, else as their browser says, else English.

use actix_web::HttpRequest;
use actix_web::cookie::{Cookie, SameSite, time::Duration};
use actix_web::http::header::ACCEPT_LANGUAGE;
use wording::Language;

/// The name of the cookie that keeps the choice.
const COOKIE: &str = "language";

/// The choice is kept for a year.
const KEPT: Duration = Duration::days(365);

/// The language of whoever sends a request.
pub fn of(request: &HttpRequest) -> &'static Language {
    let chosen = request.cookie(COOKIE).and_then(|cookie| Language::of(cookie.value()));
    let accepted = || {
        let header = request.headers().get(ACCEPT_LANGUAGE)?;
        Language::accepted(header.to_str().ok()?)
    };
    chosen.or_else(accepted).unwrap_or_else(first)
}

/// The language that is whole.
pub fn first() -> &'static Language {
    static ENGLISH: std::sync::LazyLock<Language> = std::sync::LazyLock::new(Language::english);
    Language::all().first().unwrap_or(&ENGLISH)
}

/// The cookie that keeps a choice.
pub fn kept(language: &Language) -> Cookie<'static> {
    Cookie::build(COOKIE, language.tag()).path("/").same_site(SameSite::Lax).http_only(true).max_age(KEPT).finish()
}
