//! The root of each trace: one request, by its route and not its address, which names people and organisations.

use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use tracing::Span;
use tracing::field::Empty;
use tracing_actix_web::RootSpanBuilder;

/// Begins and ends the span of a request.
pub struct RequestSpan;

impl RootSpanBuilder for RequestSpan {
    fn on_request_start(request: &ServiceRequest) -> Span {
        let route = request.match_pattern().unwrap_or_else(|| String::from("unmatched"));
        let span = tracing::info_span!("request", method = %request.method(), route, status = Empty);
        let parent = request.headers().get("traceparent").and_then(|value| value.to_str().ok());
        telemetry::continue_trace(&span, parent);
        span
    }

    fn on_request_end<B: MessageBody>(span: Span, outcome: &Result<ServiceResponse<B>, Error>) {
        let status = match outcome {
            Ok(response) => response.status(),
            Err(error) => error.as_response_error().status_code(),
        };
        let status = status.as_u16();
        span.record("status", status);
        tracing::info!(target: "metrics", { monotonic_counter.requests = 1_u64, status = status }, "a request");
    }
}
