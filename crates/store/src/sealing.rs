//! Personal data: sealed under a key of its subject, which is itself wrapped under the master key.
//!
//! Deleting a subject's key erases what was sealed under it; the acts and their chain stay as they were.

use std::collections::BTreeMap;
use std::fmt;

use chacha20poly1305::aead::{Aead, AeadCore, KeyInit, OsRng, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use charter::act::Act;
use data_encoding::{BASE64, HEXLOWER_PERMISSIVE};
use diesel::prelude::*;
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};

use crate::schema::subject_keys;
use crate::{Entry, Error, UnitOfWork};

/// The key that wraps all others. It never prints.
#[derive(Clone)]
pub struct MasterKey {
    cipher: XChaCha20Poly1305,
    hasher: Hmac<Sha256>,
}

impl fmt::Debug for MasterKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("MasterKey")
    }
}

impl MasterKey {
    /// From 64 hexadecimal digits; none if it is anything else.
    pub fn read(text: &str) -> Option<MasterKey> {
        let bytes: [u8; 32] = HEXLOWER_PERMISSIVE.decode(text.trim().as_bytes()).ok()?.try_into().ok()?;
        let cipher = XChaCha20Poly1305::new(&Key::from(bytes));
        let hasher = <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(&bytes).ok()?;
        Some(MasterKey { cipher, hasher })
    }

    /// A keyed hash of a text: it finds what is sealed without showing it.
    pub(crate) fn hash_of(&self, text: &str) -> [u8; 32] {
        let mut hasher = self.hasher.clone();
        hasher.update(text.as_bytes());
        hasher.finalize().into_bytes().into()
    }

    /// A text sealed under the master key itself, bound to where it stands.
    pub(crate) fn seal(&self, text: &str, bound: String) -> Result<Vec<u8>, Error> {
        lock(&self.cipher, text.as_bytes(), bound.as_bytes()).ok_or(Error::Sealing(bound))
    }

    /// A text sealed so, opened.
    pub(crate) fn open(&self, sealed: &[u8], bound: String) -> Result<String, Error> {
        let text = unlock(&self.cipher, sealed, bound.as_bytes()).and_then(|text| String::from_utf8(text).ok());
        text.ok_or(Error::Sealing(bound))
    }

    /// A new one, as text to be kept safe.
    pub fn generate() -> String {
        HEXLOWER_PERMISSIVE.encode(&XChaCha20Poly1305::generate_key(&mut OsRng))
    }
}

/// A sealed field, opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opened {
    /// What it says.
    Text(String),
    /// Its key was destroyed: nobody can know any more.
    Erased,
}

impl UnitOfWork<'_> {
    /// What a text of this tenant's table is bound to, so that it opens nowhere else.
    pub(crate) fn bound(&self, table: &str) -> String {
        format!("{}/{table}", self.tenant)
    }

    /// The act with its fields sealed.
    pub(crate) fn sealed(&mut self, entry: Entry) -> Result<Act, Error> {
        let Entry { mut act, subject, seal } = entry;
        if seal.is_empty() {
            return Ok(act);
        }
        let key = match self.subject_key(&subject)? {
            Some(key) => key,
            None => self.make_key(&subject)?,
        };
        for (field, text) in seal {
            let bound = bound_to(&act.id, &field);
            let sealed = lock(&key.cipher, text.as_bytes(), bound.as_bytes());
            let sealed = sealed.ok_or_else(|| Error::Sealing(subject.clone()))?;
            act.sealed.insert(field, BASE64.encode(&[&key.mark[..], &sealed].concat()));
        }
        Ok(act)
    }

    /// The sealed fields of an act, opened.
    pub fn open(&mut self, act: &Act) -> Result<BTreeMap<String, Opened>, Error> {
        let subject = act.about.clone().or_else(|| act.by.clone()).unwrap_or_default();
        let key = if act.sealed.is_empty() { None } else { self.subject_key(&subject)? };
        let mut opened = BTreeMap::new();
        for (field, sealed) in &act.sealed {
            let text = match &key {
                None => Opened::Erased,
                Some(key) => {
                    let bytes = BASE64.decode(sealed.as_bytes()).unwrap_or_default();
                    let (mark, sealed) = bytes.split_at_checked(MARK).ok_or_else(|| Error::Sealing(subject.clone()))?;
                    if mark != key.mark {
                        // It was sealed under a key that was destroyed; this one came later.
                        opened.insert(field.clone(), Opened::Erased);
                        continue;
                    }
                    let text = unlock(&key.cipher, sealed, bound_to(&act.id, field).as_bytes());
                    let text = text.and_then(|text| String::from_utf8(text).ok());
                    Opened::Text(text.ok_or_else(|| Error::Sealing(subject.clone()))?)
                }
            };
            opened.insert(field.clone(), text);
        }
        Ok(opened)
    }

    /// Destroys the key of a subject: its sealed data is gone for good. Answers whether there was one.
    pub fn erase(&mut self, subject: &str) -> Result<bool, Error> {
        let own = subject_keys::table.find((self.tenant, subject));
        Ok(diesel::delete(own).execute(self.connection)? > 0)
    }

    fn subject_key(&mut self, subject: &str) -> Result<Option<SubjectKey>, Error> {
        let own = subject_keys::table.find((self.tenant, subject)).select(subject_keys::wrapped);
        let Some(wrapped) = own.first::<Vec<u8>>(self.connection).optional()? else { return Ok(None) };
        let bound = format!("{}/{subject}", self.tenant);
        let bytes =
            unlock(&self.keys.cipher, &wrapped, bound.as_bytes()).and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
        let bytes = bytes.ok_or_else(|| Error::Sealing(subject.to_owned()))?;
        Ok(Some(SubjectKey::new(&Key::from(bytes))))
    }

    fn make_key(&mut self, subject: &str) -> Result<SubjectKey, Error> {
        let key = XChaCha20Poly1305::generate_key(&mut OsRng);
        let bound = format!("{}/{subject}", self.tenant);
        let wrapped =
            lock(&self.keys.cipher, &key, bound.as_bytes()).ok_or_else(|| Error::Sealing(subject.to_owned()))?;
        let row = (
            subject_keys::tenant_id.eq(self.tenant),
            subject_keys::subject.eq(subject),
            subject_keys::wrapped.eq(wrapped),
        );
        diesel::insert_into(subject_keys::table).values(row).execute(self.connection)?;
        Ok(SubjectKey::new(&key))
    }
}

impl UnitOfWork<'_> {
    /// A text sealed for this network, as text: for what is kept elsewhere for a while.
    pub fn sealed_text(&self, text: &str) -> Result<String, Error> {
        Ok(BASE64.encode(&self.keys.seal(text, self.bound("kept elsewhere"))?))
    }

    /// Such a text, opened.
    pub fn opened_text(&self, sealed: &str) -> Result<String, Error> {
        let bound = self.bound("kept elsewhere");
        let bytes = BASE64.decode(sealed.as_bytes()).map_err(|_| Error::Sealing(bound.clone()))?;
        self.keys.open(&bytes, bound)
    }
}

/// How long the mark is by which a key is told from another, in bytes.
const MARK: usize = 8;

/// The key of one subject, and its mark.
struct SubjectKey {
    cipher: XChaCha20Poly1305,
    mark: [u8; MARK],
}

impl SubjectKey {
    fn new(key: &Key) -> SubjectKey {
        let digest = Sha256::new().chain_update(b"mark of a subject's key").chain_update(key).finalize();
        let mut mark = [0; MARK];
        mark.iter_mut().zip(digest).for_each(|(to, from)| *to = from);
        SubjectKey { cipher: XChaCha20Poly1305::new(key), mark }
    }
}

/// What a sealed field is bound to, so that it cannot be moved to another act or field.
fn bound_to(act: &str, field: &str) -> String {
    format!("{act}/{field}")
}

/// A nonce and the ciphertext behind it.
fn lock(key: &XChaCha20Poly1305, text: &[u8], bound: &[u8]) -> Option<Vec<u8>> {
    let nonce = XChaCha20Poly1305::generate_nonce(&mut OsRng);
    let mut sealed = nonce.to_vec();
    sealed.extend(key.encrypt(&nonce, Payload { msg: text, aad: bound }).ok()?);
    Some(sealed)
}

fn unlock(key: &XChaCha20Poly1305, sealed: &[u8], bound: &[u8]) -> Option<Vec<u8>> {
    let (nonce, text) = sealed.split_at_checked(24)?;
    key.decrypt(XNonce::from_slice(nonce), Payload { msg: text, aad: bound }).ok()
}
