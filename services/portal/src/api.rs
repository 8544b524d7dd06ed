//! The programming interface: the same use cases as the pages, as JSON under `/api/v1`.
//!
//! A program shows a key (`Authorization: Bearer …`) that somebody made on the page for programs; it acts for that one's
//! party and may do what the key's scopes say. What the charter allows, the charter is asked, as for people. The document
//! in `openapi.json` says the rest; a test holds it to the routes.

mod caller;
mod openapi;
mod problem;
mod read;
mod record;

use actix_web::web::{JsonConfig, QueryConfig, ServiceConfig, get, post, scope, to};

pub use caller::Scope;
pub use openapi::document;

use problem::Problem;

/// The largest body that is read, in bytes.
const LARGEST: usize = 64 * 1024;

/// Every address of the programming interface.
pub fn routes(config: &mut ServiceConfig) {
    config.service(
        scope("/api/v1")
            .app_data(JsonConfig::default().limit(LARGEST).error_handler(|error, _| Problem::body(&error).into()))
            .app_data(QueryConfig::default().error_handler(|error, _| Problem::query(&error).into()))
            .route("/openapi.json", get().to(openapi::serve))
            .route("/network", get().to(read::network))
            .route("/clauses", get().to(read::clauses))
            .route("/clauses/{clause}", get().to(read::clause))
            .route("/answer", get().to(read::answer))
            .route("/due", get().to(read::due))
            .route("/matters", get().to(read::matters))
            .route("/notices", get().to(read::notices))
            .route("/parties", get().to(read::parties))
            .route("/parties/{party}", get().to(read::party))
            .route("/acts", get().to(read::acts))
            .route("/acts", post().to(record::act))
            .default_service(to(problem::missing)),
    );
}
