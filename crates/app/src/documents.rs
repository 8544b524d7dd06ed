//! Documents: checked for type and size, kept in an object store, served only to those who may see them.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use charter::act::Act;
use chrono::{DateTime, Utc};
use data_encoding::HEXLOWER;
use object_store::local::LocalFileSystem;
use object_store::path::Path as Place;
use object_store::{ObjectStore, ObjectStoreExt, PutPayload};
use sha2::{Digest, Sha256};
use store::Document;

use crate::{Error, Hosted, Platform};

/// The largest document that is taken, in bytes.
pub const LARGEST_DOCUMENT: usize = 10 * 1024 * 1024;

/// The types that are taken, as their first bytes tell: what the name says is not believed.
const TYPES: &[&str] = &[
    "application/pdf",
    "image/jpeg",
    "image/png",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.oasis.opendocument.text",
];

/// Why a document was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotTaken {
    /// There is nothing in it.
    Empty,
    /// It is larger than [`LARGEST_DOCUMENT`].
    TooLarge,
    /// It is of a type that is not taken.
    OtherType,
}

/// Where the bytes of documents are kept.
#[derive(Clone)]
pub struct Documents {
    files: Arc<dyn ObjectStore>,
}

impl Documents {
    /// A folder or, where this was built for it, an address such as `s3://bucket`, set up by the environment.
    pub fn at(place: &str) -> Result<Documents, Error> {
        let fault = |error: &dyn std::fmt::Display| Error::Documents(error.to_string());
        if !place.contains("://") {
            std::fs::create_dir_all(Path::new(place)).map_err(|error| fault(&error))?;
            let files = LocalFileSystem::new_with_prefix(place).map_err(|error| fault(&error))?;
            return Ok(Documents { files: Arc::new(files) });
        }
        let url = place.parse().map_err(|error| fault(&error))?;
        let (files, _) = object_store::parse_url_opts(&url, std::env::vars()).map_err(|error| fault(&error))?;
        Ok(Documents { files: Arc::from(files) })
    }

    /// Takes a document that somebody brought, if its size and type allow it. It is to be noted by
    /// [`Platform::file_document`] then.
    pub async fn take(&self, network: &Hosted, brought: Brought) -> Result<Result<Document, NotTaken>, Error> {
        let media_type = match check(&brought.bytes) {
            Ok(media_type) => media_type,
            Err(not_taken) => return Ok(Err(not_taken)),
        };
        let document = Document {
            reference: HEXLOWER.encode(&Sha256::digest(&brought.bytes)),
            brought_by: brought.by,
            name: brought.name,
            media_type: media_type.to_owned(),
            bytes: i64::try_from(brought.bytes.len()).unwrap_or(i64::MAX),
        };
        let place = Place::from(network.tenant().place_of(&document.reference));
        let kept = self.files.put(&place, PutPayload::from(brought.bytes)).await;
        kept.map_err(|error| Error::Documents(error.to_string()))?;
        Ok(Ok(document))
    }

    /// The bytes of a document.
    pub async fn bytes(&self, network: &Hosted, reference: &str) -> Result<Vec<u8>, Error> {
        let fault = |error: object_store::Error| Error::Documents(error.to_string());
        let place = Place::from(network.tenant().place_of(reference));
        let found = self.files.get(&place).await.map_err(fault)?;
        Ok(found.bytes().await.map_err(fault)?.to_vec())
    }
}

/// A document as somebody brings it.
#[derive(Clone, Debug)]
pub struct Brought {
    /// By whom.
    pub by: String,
    /// The name of the file.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// The type of a document that is taken.
fn check(bytes: &[u8]) -> Result<&'static str, NotTaken> {
    if bytes.is_empty() {
        return Err(NotTaken::Empty);
    }
    if bytes.len() > LARGEST_DOCUMENT {
        return Err(NotTaken::TooLarge);
    }
    let found = infer::get(bytes).map(|kind| kind.mime_type());
    TYPES.iter().copied().find(|known| found == Some(*known)).ok_or(NotTaken::OtherType)
}

/// An act that cites a document.
#[derive(Clone, Debug)]
pub(crate) struct Citing {
    pub(crate) act: String,
    pub(crate) by: Option<String>,
    pub(crate) about: Option<String>,
    recorded_by: Option<String>,
}

/// The acts that cite documents, by reference.
pub(crate) fn cited(acts: &[Act]) -> HashMap<String, Vec<Citing>> {
    let mut found: HashMap<String, Vec<Citing>> = HashMap::new();
    for act in acts {
        for reference in act.evidence.iter().filter_map(|evidence| evidence.reference.clone()) {
            let citing = Citing {
                act: act.act.clone(),
                by: act.by.clone(),
                about: act.about.clone(),
                recorded_by: act.recorded_by.clone(),
            };
            found.entry(reference).or_default().push(citing);
        }
    }
    found
}

impl Hosted {
    /// The documents that an act cites: what each is, and its reference.
    pub fn documents_of(&self, act: &str) -> &[(String, String)] {
        self.evidence_of(act)
    }
}

impl Platform {
    /// What is known of a document, if some act of the network cites it: as the viewer brought it, else as whoever did an
    /// act that cites it.
    pub fn document(&self, network: &Hosted, reference: &str, viewer: &str) -> Result<Option<Document>, Error> {
        let found: Vec<Document> =
            self.store.within(network.tenant(), |unit| -> Result<_, Error> { Ok(unit.documents(reference)?) })?;
        let cites = |document: &&Document| {
            let by = |who: &Option<String>| who.as_ref() == Some(&document.brought_by);
            network.citing(reference).iter().any(|citing| by(&citing.by) || by(&citing.recorded_by))
        };
        let cited: Vec<&Document> = found.iter().filter(cites).collect();
        let own = cited.iter().find(|document| document.brought_by == viewer);
        Ok(own.or(cited.first()).map(|document| (*document).clone()))
    }

    /// Notes a document that was taken.
    pub fn file_document(&self, network: &Hosted, document: &Document, now: DateTime<Utc>) -> Result<(), Error> {
        self.store.within(network.tenant(), |unit| Ok(unit.file_document(document, now)?))
    }

    /// Whether somebody brought a document of this reference.
    pub(crate) fn was_brought_by(&self, network: &Hosted, reference: &str, who: &str) -> Result<bool, Error> {
        let found: Vec<Document> =
            self.store.within(network.tenant(), |unit| -> Result<_, Error> { Ok(unit.documents(reference)?) })?;
        Ok(found.iter().any(|document| document.brought_by == who))
    }
}
