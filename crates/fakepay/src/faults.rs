//! What goes wrong on purpose, by seed, and the answers that are kept under idempotency keys.

use std::collections::HashMap;

/// How often what goes wrong, of a thousand. The same seed goes wrong in the same way.
#[derive(Clone, Debug, Default)]
pub struct Faults {
    /// Where the chances begin.
    pub seed: u64,
    /// A call fails and does nothing.
    pub fail_before: u64,
    /// A call does what it should and says that it failed.
    pub fail_after: u64,
    /// A call does what it should and never answers.
    pub silent_after: u64,
    /// A message is never sent.
    pub drop: u64,
    /// A message is sent twice.
    pub duplicate: u64,
    /// A message comes so much later at most, in milliseconds: messages overtake each other.
    pub delay: u64,
    /// Messages are signed with two secrets, the older second, as while one is exchanged.
    pub two_secrets: bool,
}

/// What happens to a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It goes well.
    Well,
    /// It fails before it did anything.
    FailsBefore,
    /// It fails after it did everything.
    FailsAfter,
    /// It does everything and does not answer.
    Silent,
}

impl Faults {
    /// Everything goes wrong now and then.
    pub fn of_seed(seed: u64) -> Faults {
        Faults {
            seed,
            fail_before: 60,
            fail_after: 60,
            silent_after: 40,
            drop: 150,
            duplicate: 200,
            delay: 400,
            two_secrets: seed % 2 == 1,
        }
    }

    /// The next chance, below a thousand (splitmix64).
    pub fn chance(&mut self) -> u64 {
        self.seed = self.seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.seed;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % 1000
    }

    /// What happens to the next call.
    pub fn fate(&mut self) -> Fate {
        let chance = self.chance();
        let (before, after) = (self.fail_before, self.fail_before + self.fail_after);
        if chance < before {
            Fate::FailsBefore
        } else if chance < after {
            Fate::FailsAfter
        } else if chance < after + self.silent_after {
            Fate::Silent
        } else {
            Fate::Well
        }
    }
}

/// An answer that is kept: the request it was given to, its status and body.
#[derive(Clone)]
pub struct Kept {
    /// What was asked.
    pub asked: String,
    /// The status.
    pub status: u16,
    /// The body.
    pub body: String,
}

/// Answers by account and key.
pub type Keys = HashMap<(String, String), Kept>;
