//! Work that waits for the database or Redis: on a thread of its own, as part of the same trace.

use actix_web::error::BlockingError;
use actix_web::web;
use tracing::Span;

/// Does some work on a thread that may wait.
pub async fn block<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, BlockingError> {
    let span = Span::current();
    web::block(move || span.in_scope(work)).await
}
