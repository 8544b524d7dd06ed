//! What the programs tell of themselves: logs on the error stream and, where an endpoint is set, traces and metrics by
//! OTLP over HTTP. Names of people and organisations are never told: spans carry routes, not addresses, and statements
//! without their values.

mod exporting;

use std::collections::HashMap;

use opentelemetry::global;
use opentelemetry::propagation::TextMapPropagator;
use opentelemetry::trace::TracerProvider as _;
use opentelemetry_sdk::metrics::SdkMeterProvider;
use opentelemetry_sdk::propagation::TraceContextPropagator;
use opentelemetry_sdk::trace::SdkTracerProvider;
use tracing::Span;
use tracing_opentelemetry::{MetricsLayer, OpenTelemetrySpanExt};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{EnvFilter, Layer, Registry};

/// The name under which W3C trace contexts travel.
const TRACEPARENT: &str = "traceparent";

/// What is traced: our own programs, not what they stand on.
const OURS: &str = "off,portal=info,worker=info,app=info,store=info";

type AnyLayer = Box<dyn Layer<Registry> + Send + Sync>;

/// Why a program cannot tell of itself.
#[derive(Debug, thiserror::Error)]
#[error("telemetry: {0}")]
pub struct Error(String);

/// Keeps the exporters; what was not sent yet goes out when it is dropped.
#[derive(Debug, Default)]
pub struct Telemetry {
    traces: Option<SdkTracerProvider>,
    metrics: Option<SdkMeterProvider>,
}

impl Telemetry {
    /// Sets a program up, once. `RUST_LOG` says what is logged; `QUORATE_LOG=json` writes a line of JSON each. With
    /// `OTEL_EXPORTER_OTLP_ENDPOINT`, such as `http://127.0.0.1:4318`, traces and metrics are sent there.
    pub fn start(program: &'static str) -> Result<Telemetry, Error> {
        let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| format!("warn,{program}=info").into());
        let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr);
        let is_json = std::env::var("QUORATE_LOG").is_ok_and(|format| format == "json");
        let lines: AnyLayer = if is_json { lines.json().boxed() } else { lines.boxed() };
        let mut layers: Vec<AnyLayer> = vec![lines.with_filter(filter).boxed()];
        let endpoint = std::env::var("OTEL_EXPORTER_OTLP_ENDPOINT").ok().filter(|endpoint| !endpoint.is_empty());
        let Some(endpoint) = endpoint else {
            tracing_subscriber::registry().with(layers).init();
            return Ok(Telemetry::default());
        };
        let endpoint = endpoint.trim_end_matches('/');
        let traces = exporting::traces(endpoint, program)?;
        let metrics = exporting::metrics(endpoint, program)?;
        let spans = tracing_opentelemetry::layer().with_tracer(traces.tracer(program));
        layers.push(spans.with_filter(EnvFilter::new(OURS)).boxed());
        layers.push(MetricsLayer::new(metrics.clone()).with_filter(EnvFilter::new("off,metrics=info")).boxed());
        tracing_subscriber::registry().with(layers).init();
        global::set_tracer_provider(traces.clone());
        global::set_meter_provider(metrics.clone());
        Ok(Telemetry { traces: Some(traces), metrics: Some(metrics) })
    }
}

impl Drop for Telemetry {
    fn drop(&mut self) {
        // Whoever listened may be gone; there is nobody left to tell.
        let _ = self.traces.as_ref().map(SdkTracerProvider::shutdown);
        let _ = self.metrics.as_ref().map(SdkMeterProvider::shutdown);
    }
}

/// The context of the span at hand, to be kept with work that is done later; none where nothing is traced.
pub fn traceparent() -> Option<String> {
    let mut carrier = HashMap::new();
    TraceContextPropagator::new().inject_context(&Span::current().context(), &mut carrier);
    carrier.remove(TRACEPARENT)
}

/// Makes a span part of the trace that a context names.
pub fn continue_trace(span: &Span, traceparent: Option<&str>) {
    let Some(traceparent) = traceparent else { return };
    let carrier = HashMap::from([(TRACEPARENT.to_owned(), traceparent.to_owned())]);
    // A span that is not recorded has no parent to set.
    let _ = span.set_parent(TraceContextPropagator::new().extract(&carrier));
}
