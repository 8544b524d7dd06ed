//! Passwords and second factors: made, checked. Hashing is argon2id's, codes are those of RFC 6238.

use std::sync::LazyLock;

use app::Credentials;
use argon2::password_hash::phc::PasswordHash;
use argon2::{Argon2, PasswordHasher, PasswordVerifier};
use chrono::{DateTime, Utc};
use totp_rs::{Builder, Secret, Totp};

/// How short a password may be, and how long, in letters.
pub const SHORTEST: usize = 12;
const LONGEST: usize = 200;

/// Whether a password is long enough, and not endless.
pub fn is_fit(password: &str) -> bool {
    (SHORTEST..=LONGEST).contains(&password.chars().count())
}

/// The hash of a password, with its salt and its cost.
pub fn hash(password: &str) -> Option<String> {
    Some(Argon2::default().hash_password(password.as_bytes()).ok()?.to_string())
}

/// Whether a password is somebody's. Where there is none, it takes as long to say no.
pub fn is_right(password: &str, credentials: &Credentials) -> bool {
    static NOBODYS: LazyLock<String> = LazyLock::new(|| hash("nobody has this password").unwrap_or_default());
    let known = credentials.password.as_deref();
    let parsed = PasswordHash::new(known.unwrap_or(&NOBODYS));
    let matches = parsed.is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok());
    matches && known.is_some()
}

/// A new secret of a second factor.
pub fn new_secret() -> String {
    Secret::generate().to_base32()
}

fn totp(secret: &str, network: &str, party: &str) -> Option<Totp> {
    let plain = |text: &str| text.replace(':', " ");
    let secret = Secret::try_from_base32(secret).ok()?;
    Builder::new().with_secret(secret).with_issuer(Some(plain(network))).with_account_name(plain(party)).build().ok()
}

/// The address by which an app takes the secret, and its picture as SVG.
pub fn picture(secret: &str, network: &str, party: &str) -> Option<(String, String)> {
    let url = totp(secret, network, party)?.to_url().ok()?;
    let code = qrcode::QrCode::new(url.as_bytes()).ok()?;
    let svg = code.render::<qrcode::render::svg::Color<'_>>().min_dimensions(200, 200).build();
    let svg = svg.split_once("?>").map_or(svg.as_str(), |(_, rest)| rest).to_owned();
    Some((url, svg))
}

/// Whether a code is right now, and was not used before. It is used up by this.
pub fn uses_code(code: &str, credentials: &mut Credentials, now: DateTime<Utc>) -> bool {
    let code: String = code.chars().filter(char::is_ascii_digit).collect();
    let time = u64::try_from(now.timestamp()).unwrap_or(0);
    let totp = credentials.second_factor.as_deref().and_then(|secret| totp(secret, "", "Quorate"));
    let step = totp.and_then(|totp| totp.check(&code, time)).and_then(|step| i64::try_from(step).ok());
    match step.filter(|step| *step > credentials.last_step) {
        Some(step) => {
            credentials.last_step = step;
            true
        }
        None => false,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

    use super::*;

    #[test]
    fn a_password_is_right_or_not_and_its_hash_tells_nothing() {
        let password = Some(hash("correct horse battery").unwrap());
        let credentials = Credentials { password, ..Credentials::default() };
        assert!(is_right("correct horse battery", &credentials));
        assert!(!is_right("correct horse batterz", &credentials));
        assert!(!is_right("nobody has this password", &Credentials::default()));
        assert!(credentials.password.unwrap().starts_with("$argon2id$"));
    }

    #[test]
    fn a_code_works_once() {
        let secret = new_secret();
        let mut credentials = Credentials { second_factor: Some(secret.clone()), ..Credentials::default() };
        let now = Utc::now();
        let code = totp(&secret, "", "Quorate").unwrap().generate(u64::try_from(now.timestamp()).unwrap()).to_string();
        assert!(uses_code(&code, &mut credentials, now));
        assert!(!uses_code(&code, &mut credentials, now), "not twice");
        assert!(!uses_code("000000", &mut credentials, now) || code == "000000");
        assert!(picture(&secret, "Lakes: Federation", "Heron").unwrap().0.starts_with("otpauth://totp/"));
    }
}
