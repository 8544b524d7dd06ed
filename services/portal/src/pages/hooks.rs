//! Messages of payment providers: proved and kept, then answered. Nothing else happens before the answer.

use actix_web::{HttpRequest, HttpResponse, web};
use app::{Brand, NotGenuine, Platform};
use chrono::Utc;

use crate::failure::Failure;
use crate::host::Here;
use crate::work::block;

/// The largest message that is read, in bytes.
pub const LARGEST: usize = 256 * 1024;

/// Takes a message.
pub async fn take(
    here: Here,
    request: HttpRequest,
    brand: web::Path<String>,
    body: web::Bytes,
    platform: web::Data<Platform>,
) -> Result<HttpResponse, Failure> {
    let brand: Brand = brand.parse().map_err(|()| Failure::Missing)?;
    let headers: Vec<(String, String)> = request
        .headers()
        .iter()
        .filter_map(|(name, value)| Some((name.as_str().to_lowercase(), value.to_str().ok()?.to_owned())))
        .collect();
    let taken = block(move || platform.take_message(&here.network, brand, &headers, &body, Utc::now())).await??;
    Ok(match taken {
        Ok(_) => HttpResponse::Ok().finish(),
        // What proves it cannot be had now: the provider tries again.
        Err(NotGenuine::NotNow) => HttpResponse::ServiceUnavailable().finish(),
        Err(why) => {
            tracing::warn!(target: "metrics", { monotonic_counter.refused_messages = 1_u64, brand = brand.name() }, "a message");
            tracing::warn!(%why, brand = brand.name(), "a message of a provider was refused");
            HttpResponse::BadRequest().finish()
        }
    })
}
