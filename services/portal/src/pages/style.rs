//! The style sheet, built in.

use std::sync::LazyLock;

use actix_web::HttpResponse;
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

const SHEET: &str = include_str!("../../assets/style.css");

static MARK: LazyLock<String> = LazyLock::new(|| {
    let digest = HEXLOWER.encode(&Sha256::digest(SHEET.as_bytes()));
    digest.chars().take(8).collect()
});

/// Part of the sheet's address: another one with each change, so that it may be kept for a year.
pub fn mark() -> &'static str {
    &MARK
}

/// The sheet.
pub async fn sheet() -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/css; charset=utf-8")
        .insert_header(("Cache-Control", "public, max-age=31536000, immutable"))
        .body(SHEET)
}
