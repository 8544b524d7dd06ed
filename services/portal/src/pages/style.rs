//! The style sheet and the fonts, built in.

use std::sync::LazyLock;

use actix_web::{HttpResponse, web};
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use crate::failure::Failure;

const SHEET: &str = include_str!("../../assets/style.css");

static MARK: LazyLock<String> = LazyLock::new(|| {
    let digest = HEXLOWER.encode(&Sha256::digest(SHEET.as_bytes()));
    digest.chars().take(8).collect()
});

/// Part of the sheet's address: another one with each change, so that it may be kept for a year.
pub fn mark() -> &'static str {
    &MARK
}

/// Fonts of scripts that machines may lack; a page asks for one only where it is written in it.
const FONTS: &[(&str, &[u8])] = &[
    ("khmr.woff2", include_bytes!("../../assets/fonts/khmr.woff2")),
    ("mymr.woff2", include_bytes!("../../assets/fonts/mymr.woff2")),
];

/// One of the fonts.
pub async fn font(name: web::Path<String>) -> Result<HttpResponse, Failure> {
    let (_, bytes) = FONTS.iter().find(|(known, _)| *known == name.as_str()).ok_or(Failure::Missing)?;
    Ok(HttpResponse::Ok()
        .content_type("font/woff2")
        .insert_header(("Cache-Control", "public, max-age=31536000, immutable"))
        .body(*bytes))
}

/// The sheet.
pub async fn sheet() -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/css; charset=utf-8")
        .insert_header(("Cache-Control", "public, max-age=31536000, immutable"))
        .body(SHEET)
}
