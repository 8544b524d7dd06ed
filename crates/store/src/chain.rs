//! The chain: each act's hash covers the hash before it, so that no act can be changed, left out or put in between.

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// A hash.
pub(crate) type Hash = [u8; 32];

/// What stands before the first act.
pub(crate) const START: Hash = [0; 32];

/// The hash of an act: SHA-256 over the hash before it, the tenant, the place, the instant of recording in microseconds
/// and the act's text, numbers in network order.
pub(crate) fn hash(before: &[u8], tenant: Uuid, place: i64, recorded_at: DateTime<Utc>, body: &str) -> Hash {
    let mut digest = Sha256::new();
    digest.update(before);
    digest.update(tenant.as_bytes());
    digest.update(place.to_be_bytes());
    digest.update(recorded_at.timestamp_micros().to_be_bytes());
    digest.update(body.as_bytes());
    digest.finalize().into()
}

/// Where a chain does not hold.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// There is no act at a place where one must be.
    #[error("act {0} is missing")]
    Missing(i64),
    /// An act was changed after it was recorded.
    #[error("act {0} is not as it was recorded")]
    Changed(i64),
    /// The chain ends elsewhere than its head says.
    #[error("the chain ends at act {found}, and its head says {expected}")]
    End {
        /// The last act that is there.
        found: i64,
        /// What the head says.
        expected: i64,
    },
}
