//! Whether a message is PayPal's: an RSA signature over its headers and the CRC-32 of its body, under a certificate that
//! PayPal shows on its own hosts and that a public root vouches for. Nothing is fetched from anywhere else.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Utc};
use data_encoding::BASE64;
use rustls_pki_types::pem::PemObject;
use rustls_pki_types::{CertificateDer, ServerName, TrustAnchor, UnixTime};
use webpki::{EndEntityCert, KeyUsage, anchor_from_trusted_cert, ring as algorithms};

use crate::port::begins_at;
use crate::{Headers, Mode, NotGenuine, stand_in};

/// How old a message may be, in seconds: PayPal tries for three days.
const OLDEST: i64 = 4 * 24 * 3600;
/// The largest certificate that is read, in bytes.
const LARGEST: u64 = 64 * 1024;

/// Proves messages of one account.
pub struct Prover {
    agent: ureq::Agent,
    mode: Mode,
    base: String,
    certificates: Mutex<HashMap<String, Vec<CertificateDer<'static>>>>,
}

impl Prover {
    pub fn new(mode: Mode, base: &str) -> Prover {
        let config = ureq::Agent::config_builder().timeout_global(Some(Duration::from_secs(10))).max_redirects(0);
        Prover { agent: config.build().into(), mode, base: base.to_owned(), certificates: Mutex::default() }
    }

    /// Whether one of the account's webhooks was meant and PayPal signed.
    pub fn proves(
        &self,
        headers: &Headers,
        body: &[u8],
        webhooks: &[String],
        now: DateTime<Utc>,
    ) -> Result<(), NotGenuine> {
        let header = |name: &str| {
            let found = headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
            found.ok_or(NotGenuine::Signature)
        };
        let (id, time) = (header("paypal-transmission-id")?, header("paypal-transmission-time")?);
        if header("paypal-auth-algo")? != "SHA256withRSA" {
            return Err(NotGenuine::Signature);
        }
        let signature = BASE64.decode(header("paypal-transmission-sig")?.as_bytes());
        let signature = signature.map_err(|_| NotGenuine::Signature)?;
        let sent: DateTime<Utc> = time.parse().map_err(|_| NotGenuine::Time)?;
        let age = now.signed_duration_since(sent).num_seconds();
        if !(-300..=OLDEST).contains(&age) {
            return Err(NotGenuine::Time);
        }
        let chain = self.certificate(header("paypal-cert-url")?)?;
        let (own, others) = chain.split_first().ok_or(NotGenuine::Signature)?;
        let certificate = EndEntityCert::try_from(own).map_err(|_| NotGenuine::Signature)?;
        self.is_paypals(&certificate, others, now)?;
        let sum = crc32fast::hash(body);
        let signed = webhooks.iter().any(|webhook| {
            let said = format!("{id}|{time}|{webhook}|{sum}");
            let algorithm = algorithms::RSA_PKCS1_2048_8192_SHA256;
            certificate.verify_signature(algorithm, said.as_bytes(), &signature).is_ok()
        });
        if signed { Ok(()) } else { Err(NotGenuine::Signature) }
    }

    /// Whether a root that is trusted vouches for the certificate, and it is one for messages.
    fn is_paypals(
        &self,
        certificate: &EndEntityCert<'_>,
        others: &[CertificateDer<'_>],
        now: DateTime<Utc>,
    ) -> Result<(), NotGenuine> {
        let not_genuine = |_| NotGenuine::Signature;
        let (own_root, name) = match self.mode {
            Mode::StandIn => (Some(CertificateDer::from(stand_in::ROOT)), stand_in::NAME),
            Mode::Test => (None, "messageverificationcerts.sandbox.paypal.com"),
            Mode::Live => (None, "messageverificationcerts.paypal.com"),
        };
        let own_anchor = own_root.as_ref().map(anchor_from_trusted_cert).transpose().map_err(not_genuine)?;
        let anchors: Vec<TrustAnchor<'_>> =
            own_anchor.map_or_else(|| webpki_roots::TLS_SERVER_ROOTS.to_vec(), |anchor| vec![anchor]);
        let time = UnixTime::since_unix_epoch(Duration::from_secs(u64::try_from(now.timestamp()).unwrap_or(0)));
        let known = [algorithms::RSA_PKCS1_2048_8192_SHA256, algorithms::RSA_PKCS1_2048_8192_SHA384];
        certificate
            .verify_for_usage(&known, &anchors, others, time, KeyUsage::server_auth(), None, None)
            .map_err(not_genuine)?;
        let name = ServerName::try_from(name).map_err(|_| NotGenuine::Signature)?;
        certificate.verify_is_valid_for_subject_name(&name).map_err(not_genuine)
    }

    /// The certificate at an address of PayPal's; kept once it was fetched.
    fn certificate(&self, address: &str) -> Result<Vec<CertificateDer<'static>>, NotGenuine> {
        let is_own = match self.mode {
            Mode::Live => begins_at(address, &["api.paypal.com", "api-m.paypal.com"]),
            Mode::Test => begins_at(address, &["api.sandbox.paypal.com", "api-m.sandbox.paypal.com"]),
            Mode::StandIn => address.strip_prefix(self.base.as_str()).is_some_and(|rest| rest.starts_with('/')),
        };
        if !is_own {
            return Err(NotGenuine::Signature);
        }
        let mut known = self.certificates.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(chain) = known.get(address) {
            return Ok(chain.clone());
        }
        let mut answer = self.agent.get(address).call().map_err(|_| NotGenuine::NotNow)?;
        let text = answer.body_mut().with_config().limit(LARGEST).read_to_string().map_err(|_| NotGenuine::NotNow)?;
        let chain: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(text.as_bytes()).collect();
        let chain = chain.map_err(|_| NotGenuine::Signature)?;
        known.insert(address.to_owned(), chain.clone());
        Ok(chain)
    }
}
