//! Money: what the charter asks for is assessed and invoiced, what comes in is booked, and the register is told when a fee is
//! settled.
//!
//! Whoever books holds the end of the register's chain, so bookings of one network come one after another. Billing records;
//! what follows for somebody's standing is the charter's to say.

mod apply;
mod assess;
mod bank;
mod booking;
mod declare;
mod hand;
mod pay;
mod recover;
mod says;
mod settings;
mod views;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use kernel::Money;
use payments::{Fault, Provider, Providers};
use uuid::Uuid;

pub use apply::Applied;
pub use assess::{Issued, OwedFee};
pub use bank::{BankRow, BroughtLines};
pub use declare::Declared;
pub use hand::{Cash, Deposited, GivenUp};
pub use pay::{Begin, Begun};
pub use recover::{Followed, Patience};
pub use says::{PaidLine, PaperSays};
pub use settings::{AccountShown, PayeeShown, Proposed, stand_in_accounts};
pub use views::{Ageing, FeeRow, InvoiceView, MoneyDesk, PayerView};

/// Why something about money was not done. Nothing was booked.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum NotDone {
    /// There is no such invoice, payment or line.
    #[error("there is no such thing")]
    Missing,
    /// Nothing is owed.
    #[error("nothing is owed")]
    NothingOwed,
    /// The network has no account at this provider.
    #[error("there is no account at this provider")]
    NoAccount,
    /// Less than can be paid at this provider.
    #[error("less than can be paid there")]
    TooSmall(Money),
    /// It was tried too often.
    #[error("tried too often")]
    TooOften,
    /// The provider refused.
    #[error("the provider refused: {0}")]
    Refused(String),
    /// The provider did not answer: nothing is known, and it is looked after.
    #[error("the provider did not answer")]
    Uncertain,
    /// What was typed is no amount, or more than there is.
    #[error("not an amount that can be booked")]
    Amount,
    /// An authority and a reason are needed.
    #[error("an authority and a reason are needed")]
    Authority,
    /// Whoever proposed something cannot approve it.
    #[error("somebody else has to approve this")]
    SecondPerson,
    /// The key of a provider is of the wrong kind.
    #[error("a key of this kind cannot be used here")]
    WrongKey,
    /// What was paid is in another currency than what is owed: somebody has to say what it counts as.
    #[error("another currency than what is owed")]
    Rate,
    /// A form that was used already, for something else.
    #[error("the form was used already")]
    Used,
    /// A day that lies in a closed period, or is none.
    #[error("not a day that can be booked")]
    Day,
}

impl From<Fault> for NotDone {
    fn from(fault: Fault) -> NotDone {
        match fault {
            Fault::Refused(why) => NotDone::Refused(why),
            Fault::Uncertain(_) => NotDone::Uncertain,
            Fault::Unknown => NotDone::Missing,
            Fault::NotPossible(why) => NotDone::Refused(why.to_owned()),
        }
    }
}

/// The providers that a program has, and their accounts as far as they were opened.
#[derive(Clone, Default)]
pub(crate) struct Tills {
    providers: Option<Arc<dyn Providers>>,
    opened: Arc<Mutex<HashMap<Uuid, Arc<dyn Provider>>>>,
}

impl Tills {
    pub(crate) fn of(providers: Arc<dyn Providers>) -> Tills {
        Tills { providers: Some(providers), opened: Arc::default() }
    }

    /// The provider of an account, kept by the setting that it follows.
    fn open(&self, setting: Uuid, account: &payments::Account) -> Result<Arc<dyn Provider>, Fault> {
        let mut opened = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = opened.get(&setting) {
            return Ok(known.clone());
        }
        let providers = self.providers.as_ref().ok_or(Fault::NotPossible("no providers here"))?;
        let provider: Arc<dyn Provider> = providers.open(account)?.into();
        opened.insert(setting, provider.clone());
        Ok(provider)
    }
}
