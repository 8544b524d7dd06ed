//! What every page shows around its content.

use actix_web::HttpResponse;
use actix_web::http::header::ContentType;
use askama::Template;

use access::Permission;
pub use app::percent_encoded;

use crate::failure::Failure;
use crate::host::Here;
use crate::session::Session;
use wording::Words;

/// The frame of a page.
pub struct Frame {
    /// The language it speaks.
    pub words: Words,
    /// The network's name.
    pub network: String,
    /// The page's own title.
    pub title: String,
    /// Who is signed in.
    pub session: Option<Session>,
    /// In a demonstration: what day it is.
    pub demonstration: Option<String>,
}

impl Frame {
    /// A page of a network.
    pub fn new(here: &Here, session: Option<Session>, title: String) -> Frame {
        let words = here.words();
        let demonstration = here.network.is_demonstration().then(|| words.date(&here.today));
        Frame { words, network: here.network.name(), title, session, demonstration }
    }

    /// Whether the page is for somebody signed in.
    pub fn is_signed_in(&self) -> bool {
        self.session.is_some()
    }

    /// Whether whoever is signed in may do something.
    pub fn may(&self, permission: Permission) -> bool {
        self.session.as_ref().is_some_and(|session| session.may(permission))
    }

    /// Whether they record acts whoever did them.
    pub fn records_some(&self) -> bool {
        self.session.as_ref().is_some_and(Session::records_some)
    }

    /// Whether they signed in by their address, and so have something to choose about it.
    pub fn has_account(&self) -> bool {
        self.session.as_ref().is_some_and(|session| session.person.is_some())
    }

    /// For whom they act.
    pub fn party(&self) -> &str {
        self.session.as_ref().map_or("", |session| &session.party)
    }

    /// The mark that a form of this session carries.
    pub fn form_mark(&self) -> &str {
        self.session.as_ref().map_or("", |session| &session.form_mark)
    }
}

/// A page as a response.
pub fn html(page: &impl Template) -> Result<HttpResponse, Failure> {
    Ok(HttpResponse::Ok().content_type(ContentType::html()).body(page.render()?))
}
