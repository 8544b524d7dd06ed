//! Whether a message is who it says it is from: Stripe's scheme of signed bodies.
//!
//! A header `t=TIME,v1=SIGNATURE` carries one signature for each secret that is valid while one is exchanged for another, so
//! all of them are looked at. Each is the HMAC-SHA256 of `TIME.BODY`.

use chrono::{DateTime, Utc};
use data_encoding::HEXLOWER;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// Why a message is not believed. It says no more than that, whoever asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotGenuine {
    /// It bears no signature of this account.
    #[error("no signature of this account")]
    Signature,
    /// It was signed too long ago, or in the future.
    #[error("signed too long ago, or in the future")]
    Time,
    /// It is about another account or other money than this one.
    #[error("about another account")]
    Account,
    /// It is no message of this provider.
    #[error("no message of this provider")]
    Body,
    /// What it could be proved by cannot be had now.
    #[error("what proves it cannot be had now")]
    NotNow,
}

/// How far the time of signing may be off, in seconds.
const TOLERANCE: i64 = 300;

/// A header that signs a body.
#[derive(Debug, PartialEq, Eq)]
pub struct Signed {
    at: i64,
    signatures: Vec<Vec<u8>>,
}

impl Signed {
    /// From the header `Stripe-Signature`.
    pub fn read(header: &str) -> Option<Signed> {
        let (mut at, mut signatures) = (None, Vec::new());
        for part in header.split(',') {
            match part.trim().split_once('=') {
                Some(("t", time)) => at = time.parse().ok(),
                Some(("v1", signature)) => signatures.extend(HEXLOWER.decode(signature.as_bytes()).ok()),
                _ => {}
            }
        }
        Some(Signed { at: at?, signatures })
    }

    /// The header for a body, under every secret that is valid.
    pub fn header(secrets: &[String], body: &[u8], at: i64) -> String {
        let sign = |secret: &String| {
            let signature = mac(secret, at, body).map(|mac| HEXLOWER.encode(&mac.finalize().into_bytes()));
            signature.map(|signature| format!(",v1={signature}"))
        };
        format!("t={at}{}", secrets.iter().filter_map(sign).collect::<String>())
    }

    /// Whether one of some secrets signed a body, not long ago.
    pub fn proves(&self, secrets: &[String], body: &[u8], now: DateTime<Utc>) -> Result<(), NotGenuine> {
        let matches = |secret: &String, signature: &Vec<u8>| {
            // Compared in constant time.
            mac(secret, self.at, body).is_some_and(|mac| mac.verify_slice(signature).is_ok())
        };
        let signed = secrets.iter().any(|secret| self.signatures.iter().any(|signature| matches(secret, signature)));
        if !signed {
            return Err(NotGenuine::Signature);
        }
        let off = now.timestamp().saturating_sub(self.at).saturating_abs();
        if off > TOLERANCE { Err(NotGenuine::Time) } else { Ok(()) }
    }
}

fn mac(secret: &str, at: i64, body: &[u8]) -> Option<Hmac<Sha256>> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).ok()?;
    mac.update(format!("{at}.").as_bytes());
    mac.update(body);
    Some(mac)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).unwrap()
    }

    #[test]
    fn a_secret_that_is_being_exchanged_proves_like_the_old_one() {
        let (old, new) = (String::from("whsec_old"), String::from("whsec_new"));
        let header = Signed::header(&[old.clone(), new.clone()], b"{}", 1_000);
        let signed = Signed::read(&header).unwrap();
        for known in [vec![old.clone()], vec![new.clone()], vec![new, old]] {
            assert_eq!(signed.proves(&known, b"{}", at(1_000)), Ok(()));
        }
    }

    #[test]
    fn what_was_changed_or_is_old_is_not_believed() {
        let secrets = [String::from("whsec_a")];
        let signed = Signed::read(&Signed::header(&secrets, b"{}", 1_000)).unwrap();
        assert_eq!(signed.proves(&secrets, b"{} ", at(1_000)), Err(NotGenuine::Signature));
        assert_eq!(signed.proves(&[String::from("whsec_b")], b"{}", at(1_000)), Err(NotGenuine::Signature));
        assert_eq!(signed.proves(&secrets, b"{}", at(1_301)), Err(NotGenuine::Time));
        assert_eq!(signed.proves(&secrets, b"{}", at(699)), Err(NotGenuine::Time));
        assert_eq!(Signed::read("v1=00"), None);
        let unsigned = Signed::read("t=1000,v1=zz,v0=00").unwrap();
        assert_eq!(unsigned.proves(&secrets, b"{}", at(1_000)), Err(NotGenuine::Signature));
    }

    /// The same body, time and secret, signed by Python's own `hmac` module.
    #[test]
    fn the_signature_is_the_one_that_others_compute() {
        let header = Signed::header(&[String::from("whsec_test")], b"{\"id\":\"evt_1\"}", 1_700_000_000);
        assert_eq!(header, PYTHON);
    }

    const PYTHON: &str = "t=1700000000,v1=c89214b5b5da833daed6f0b8c5bb6bd58cea9022bd80ccc78230f3942d632925";
}
