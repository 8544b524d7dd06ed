//! What goes wrong, as problem details (RFC 9457).

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};
use serde::Serialize;
use serde_json::Value as Json;

use crate::failure::Failure;

/// A problem: what it is, and what to do.
#[derive(Debug, Serialize, thiserror::Error)]
#[error("{title}: {detail}")]
pub struct Problem {
    /// Its kind; further words of the kind stand in the document.
    #[serde(rename = "type")]
    kind: &'static str,
    title: &'static str,
    #[serde(serialize_with = "number")]
    status: StatusCode,
    detail: String,
    /// What the charter says of it, where it was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<Json>,
    /// What is wrong with what was sent, one by one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    findings: Vec<String>,
}

fn number<S: serde::Serializer>(status: &StatusCode, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_u16(status.as_u16())
}

impl Problem {
    fn new(kind: &'static str, status: StatusCode, title: &'static str, detail: impl Into<String>) -> Problem {
        Problem { kind, title, status, detail: detail.into(), answer: None, findings: Vec::new() }
    }

    /// What the address asks for cannot be read.
    pub fn query(error: &dyn std::fmt::Display) -> Problem {
        Problem::new("unreadable", StatusCode::BAD_REQUEST, "The address cannot be read", error.to_string())
    }

    /// The body cannot be read.
    pub fn body(error: &dyn std::fmt::Display) -> Problem {
        Problem::new("unreadable", StatusCode::BAD_REQUEST, "The body cannot be read", error.to_string())
    }

    /// What was sent is not whole, or says what it cannot say.
    pub fn findings(findings: Vec<String>) -> Problem {
        let detail = "Nothing was recorded. Correct what the findings name, and send it again.";
        let problem = Problem::new("findings", StatusCode::UNPROCESSABLE_ENTITY, "This is not whole", detail);
        Problem { findings, ..problem }
    }

    /// The charter does not allow it.
    pub fn refused(answer: Json) -> Problem {
        let detail = "Nothing was recorded. The answer says by which clause, and what would change it.";
        let problem = Problem::new("refused", StatusCode::CONFLICT, "The charter does not allow this", detail);
        Problem { answer: Some(answer), ..problem }
    }

    /// No key, or one that does not work.
    pub fn no_key() -> Problem {
        let detail = "Send `Authorization: Bearer KEY` with a key of this network.";
        Problem::new("no-key", StatusCode::UNAUTHORIZED, "A key is needed", detail)
    }

    /// The key does not allow it.
    pub fn not_allowed(detail: impl Into<String>) -> Problem {
        Problem::new("not-allowed", StatusCode::FORBIDDEN, "The key does not allow this", detail)
    }

    /// There is no such thing, or it is not for this caller.
    pub fn missing() -> Problem {
        let detail = "It does not exist, or it is not for the party that the key acts for.";
        Problem::new("missing", StatusCode::NOT_FOUND, "There is no such thing", detail)
    }

    fn ours() -> Problem {
        let detail = "Nothing was changed. Try again in a moment.";
        Problem::new("ours", StatusCode::INTERNAL_SERVER_ERROR, "That did not work", detail)
    }
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Problem {
        match failure {
            Failure::NoNetwork | Failure::Missing => Problem::missing(),
            other => {
                tracing::error!(failure = %other, "a call failed");
                Problem::ours()
            }
        }
    }
}

impl From<app::Error> for Problem {
    fn from(error: app::Error) -> Problem {
        Failure::from(error).into()
    }
}

impl From<actix_web::error::BlockingError> for Problem {
    fn from(error: actix_web::error::BlockingError) -> Problem {
        Failure::from(error).into()
    }
}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        self.status
    }

    fn error_response(&self) -> HttpResponse {
        let mut response = HttpResponse::build(self.status);
        if self.status == StatusCode::UNAUTHORIZED {
            response.insert_header(("WWW-Authenticate", "Bearer"));
        }
        let written = serde_json::to_string(self).unwrap_or_default();
        response.content_type("application/problem+json").body(written)
    }
}

/// An address that nothing is at.
pub async fn missing() -> Result<HttpResponse, Problem> {
    Err(Problem::missing())
}
