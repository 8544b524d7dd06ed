//! What a page can fail with, as a page that says what happened and what to do.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::ContentType;
use actix_web::middleware::Next;
use actix_web::{Error, HttpResponse, ResponseError};
use askama::Template;

use wording::{Language, Words};

/// Why there is no page.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// No network lives at this address.
    #[error("no network at this address")]
    NoNetwork,
    /// There is no such page, or it is not for this person.
    #[error("no such page")]
    Missing,
    /// The page is for somebody who is signed in.
    #[error("not signed in")]
    NotSignedIn,
    /// The form was made for another session.
    #[error("a form of another session")]
    StaleForm,
    /// A form that cannot be read: too large, or a field is missing.
    #[error("a form that cannot be read")]
    BadForm,
    /// A one-time link that does not work.
    #[error("a link that does not work")]
    LinkGone,
    /// A use case failed.
    #[error("{0}")]
    App(#[from] app::Error),
    /// What a request needs first could not be looked up.
    #[error("{0}")]
    Lookup(String),
    /// Redis failed.
    #[error("sessions: {0}")]
    Sessions(String),
    /// A page could not be written.
    #[error("{0}")]
    Page(#[from] askama::Error),
    /// A table could not be written.
    #[error("a table: {0}")]
    Table(String),
    /// The work was broken off.
    #[error("{0}")]
    Broken(#[from] actix_web::error::BlockingError),
}

#[derive(Template)]
#[template(path = "failure.html")]
struct Page {
    words: Words,
    title: String,
    why: String,
}

impl ResponseError for Failure {
    fn status_code(&self) -> StatusCode {
        match self {
            Failure::NoNetwork | Failure::Missing | Failure::App(app::Error::NotADemonstration) => {
                StatusCode::NOT_FOUND
            }
            Failure::NotSignedIn => StatusCode::SEE_OTHER,
            Failure::StaleForm => StatusCode::CONFLICT,
            Failure::BadForm => StatusCode::BAD_REQUEST,
            Failure::LinkGone => StatusCode::GONE,
            Failure::App(_)
            | Failure::Lookup(_)
            | Failure::Sessions(_)
            | Failure::Page(_)
            | Failure::Table(_)
            | Failure::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn error_response(&self) -> HttpResponse {
        self.page(crate::language::first())
    }
}

impl Failure {
    /// The page that says what happened, in a language.
    fn page(&self, language: &'static Language) -> HttpResponse {
        let words = Words::plain(language);
        let status = self.status_code();
        let (title, why) = match self {
            Failure::NotSignedIn => return HttpResponse::SeeOther().insert_header(("Location", "/sign-in")).finish(),
            Failure::NoNetwork => ("missing-network", "missing-network-why"),
            Failure::Missing | Failure::App(app::Error::NotADemonstration) => ("missing-title", "missing-why"),
            Failure::StaleForm => ("failed-title", "form-stale"),
            Failure::BadForm => ("failed-title", "form-bad"),
            Failure::LinkGone => ("sign-in-gone", "sign-in-gone-why"),
            Failure::App(_)
            | Failure::Lookup(_)
            | Failure::Sessions(_)
            | Failure::Page(_)
            | Failure::Table(_)
            | Failure::Broken(_) => ("failed-title", "failed-why"),
        };
        let page = Page { title: words.t(title), why: words.t(why), words };
        HttpResponse::build(status).content_type(ContentType::html()).body(page.render().unwrap_or_default())
    }
}

/// Says every failure in the language of whoever asked, and notes those that are ours.
pub async fn in_their_language(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let language = crate::language::of(request.request());
    let response = next.call(request).await?;
    let Some(failure) = response.response().error().and_then(|error| error.as_error::<Failure>()) else {
        return Ok(response.map_into_left_body());
    };
    if failure.status_code() == StatusCode::INTERNAL_SERVER_ERROR {
        tracing::error!(%failure, "a page failed");
    }
    let page = failure.page(language);
    Ok(response.into_response(page).map_into_right_body())
}
