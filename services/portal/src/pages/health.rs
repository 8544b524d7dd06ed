//! For whoever watches the machine: whether the program runs, and whether it can serve.

use actix_web::{HttpResponse, web};
use app::Platform;

use crate::failure::Failure;
use crate::session::Sessions;
use crate::work::block;

/// The program runs.
pub async fn alive() -> HttpResponse {
    HttpResponse::Ok().body("alive\n")
}

/// Database and Redis answer.
pub async fn ready(platform: web::Data<Platform>, sessions: web::Data<Sessions>) -> Result<HttpResponse, Failure> {
    let (database, redis) = block(move || (platform.is_ready(), sessions.is_ready())).await?;
    let said = format!("database: {}\nredis: {}\n", word(database), word(redis));
    let mut response = if database && redis { HttpResponse::Ok() } else { HttpResponse::ServiceUnavailable() };
    Ok(response.body(said))
}

fn word(ready: bool) -> &'static str {
    if ready { "ready" } else { "away" }
}
