//! The style sheet, built in.

use actix_web::HttpResponse;

/// The sheet. Its address carries its version, so that it may be kept for a year.
pub async fn sheet() -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/css; charset=utf-8")
        .insert_header(("Cache-Control", "public, max-age=31536000, immutable"))
        .body(include_str!("../../assets/style.css"))
}
