//! What a form sends: fields and, where it has them, files.

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;

use actix_multipart::Multipart;
use actix_web::dev::Payload;
use actix_web::web::Form;
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use app::LARGEST_DOCUMENT;
use futures_util::TryStreamExt;

use crate::failure::Failure;

/// How much one form may hold in all, and one field that is no file.
const LARGEST: usize = 4 * LARGEST_DOCUMENT;
const LARGEST_FIELD: usize = 64 * 1024;

/// A file that a form brings.
#[derive(Debug)]
pub struct File {
    /// The field that it was given in.
    pub field: String,
    /// Its name, as the sender says.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// A form as it came in.
#[derive(Debug, Default)]
pub struct Given {
    /// Its fields.
    pub fields: BTreeMap<String, String>,
    /// Its files, those that were chosen.
    pub files: Vec<File>,
}

impl FromRequest for Given {
    type Error = Failure;
    type Future = Pin<Box<dyn Future<Output = Result<Given, Failure>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        if request.content_type() != "multipart/form-data" {
            let form = Form::<BTreeMap<String, String>>::from_request(request, payload);
            return Box::pin(async move {
                let fields = form.await.map_err(|_| Failure::BadForm)?.into_inner();
                Ok(Given { fields, files: Vec::new() })
            });
        }
        let parts = Multipart::from_request(request, payload);
        Box::pin(async move { read(parts.await.map_err(|_| Failure::BadForm)?).await })
    }
}

async fn read(mut parts: Multipart) -> Result<Given, Failure> {
    let mut given = Given::default();
    let mut left = LARGEST;
    while let Some(mut part) = parts.try_next().await.map_err(|_| Failure::BadForm)? {
        let field = part.name().unwrap_or_default().to_owned();
        let file = part.content_disposition().and_then(|said| said.get_filename()).map(str::to_owned);
        // One byte more than is taken, so that what is too large can be told from what just fits.
        let most = left.min(if file.is_some() { LARGEST_DOCUMENT.saturating_add(1) } else { LARGEST_FIELD });
        let mut bytes = Vec::new();
        while let Some(piece) = part.try_next().await.map_err(|_| Failure::BadForm)? {
            let room = most.saturating_sub(bytes.len());
            // A file that is too large is told from its first bytes; a form that is too large is not read at all.
            if piece.len() > room && (file.is_none() || left <= LARGEST_DOCUMENT) {
                return Err(Failure::BadForm);
            }
            bytes.extend(piece.iter().take(room));
        }
        left = left.saturating_sub(bytes.len());
        match file {
            Some(name) if !name.is_empty() || !bytes.is_empty() => given.files.push(File { field, name, bytes }),
            Some(_) => {}
            None => {
                let text = String::from_utf8(bytes).map_err(|_| Failure::BadForm)?;
                given.fields.insert(field, text);
            }
        }
    }
    Ok(given)
}
