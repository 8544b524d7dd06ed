//! An address that nothing is at.

use actix_web::HttpResponse;

use crate::failure::Failure;

/// Always "there is no such page".
pub async fn page() -> Result<HttpResponse, Failure> {
    Err(Failure::Missing)
}
