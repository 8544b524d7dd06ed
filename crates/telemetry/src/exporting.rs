//! Sending by OTLP over HTTP: to a collector on this machine or beside it, so without TLS of its own.

use std::time::Duration;

use async_trait::async_trait;
use bytes::Bytes;
use opentelemetry::KeyValue;
use opentelemetry_http::{HttpClient, HttpError};
use opentelemetry_otlp::{MetricExporter, Protocol, SpanExporter, WithExportConfig, WithHttpConfig};
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::metrics::SdkMeterProvider;
use opentelemetry_sdk::trace::SdkTracerProvider;

use crate::Error;

/// How long a collector may take.
const PATIENCE: Duration = Duration::from_secs(5);

/// Requests from the exporters' own threads.
#[derive(Debug)]
struct Client(ureq::Agent);

impl Client {
    fn new() -> Client {
        let agent = ureq::Agent::config_builder().timeout_global(Some(PATIENCE)).http_status_as_error(false).build();
        Client(agent.into())
    }
}

#[async_trait]
impl HttpClient for Client {
    async fn send_bytes(&self, request: http::Request<Bytes>) -> Result<http::Response<Bytes>, HttpError> {
        let (parts, body) = request.into_parts();
        let answer = self.0.run(http::Request::from_parts(parts, body.to_vec()))?;
        let (parts, mut body) = answer.into_parts();
        Ok(http::Response::from_parts(parts, Bytes::from(body.read_to_vec()?)))
    }
}

fn resource(program: &'static str) -> Resource {
    let version = KeyValue::new("service.version", env!("CARGO_PKG_VERSION"));
    Resource::builder().with_service_name(format!("quorate-{program}")).with_attribute(version).build()
}

/// Traces, sent in batches.
pub(crate) fn traces(endpoint: &str, program: &'static str) -> Result<SdkTracerProvider, Error> {
    let exporter = SpanExporter::builder().with_http().with_http_client(Client::new());
    let exporter = exporter.with_protocol(Protocol::HttpBinary).with_endpoint(format!("{endpoint}/v1/traces"));
    let exporter = exporter.build().map_err(|error| Error(error.to_string()))?;
    Ok(SdkTracerProvider::builder().with_batch_exporter(exporter).with_resource(resource(program)).build())
}

/// Metrics, sent now and then.
pub(crate) fn metrics(endpoint: &str, program: &'static str) -> Result<SdkMeterProvider, Error> {
    let exporter = MetricExporter::builder().with_http().with_http_client(Client::new());
    let exporter = exporter.with_protocol(Protocol::HttpBinary).with_endpoint(format!("{endpoint}/v1/metrics"));
    let exporter = exporter.build().map_err(|error| Error(error.to_string()))?;
    Ok(SdkMeterProvider::builder().with_periodic_exporter(exporter).with_resource(resource(program)).build())
}
