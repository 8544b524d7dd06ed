//! Use cases. Each is one transaction for one network: load, decide, save. Whoever calls them speaks to people, programs
//! or the clock; the rules are the charter's.

mod addresses;
mod ask;
mod ballots;
mod bars;
mod boxes;
mod candidacies;
mod clock;
mod counts;
mod documents;
mod drafts;
mod follow;
mod hosted;
mod import;
mod keys;
mod letters;
mod matters;
mod meetings;
mod members;
mod money;
mod motions;
mod networks;
mod news;
mod offices;
mod own;
mod people;
mod record;
mod sealing;
mod seen;
mod signing_in;
mod standing;
mod trial;

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use charter_syntax::Diagnostic;
use store::Store;

pub use addresses::percent_encoded;
pub use ask::Asked;
pub use ballots::{BallotSeen, CHOICES, Enrolled, Roll};
pub use bars::Bar;
pub use boxes::{BoxVote, OpenedBox, Receipt};
pub use candidacies::{Candidacy, FILE as FILE_CANDIDACY, SeatSought, WITHDRAW as WITHDRAW_CANDIDACY};
pub use counts::{NotCounted, Papers, count_election};
pub use documents::{Brought, Documents, LARGEST_DOCUMENT, NotTaken};
pub use hosted::Hosted;
pub use import::{Looked, Row, RowFinding};
pub use interpreter::{BallotSheet, BodySheet, Elector, Eligible, Held, RollSaid, SeatSheet, Vote};
pub use matters::{Matter, OpenBallot, Voice};
pub use meetings::{AgendaItem, Attender, BallotLine, MeetingHead, MeetingSeen, Presence};
pub use members::{Member, Members};
pub use money::{
    AccountShown, Ageing, Applied, BankRow, Begin, Begun, BroughtLines, Cash, Declared, Deposited, FeeRow, Followed,
    GivenUp, InvoiceView, Issued, MoneyDesk, NotDone, OwedFee, PaidLine, PaperSays, Patience, PayeeShown, PayerView,
    Proposed,
};
pub use motions::Motion;
pub use networks::{Folder, set_up};
pub use own::Own;
pub use payments::{Brand, Headers, Mode, NotGenuine, Providers, Secrets, State};
pub use people::Sending;
pub use record::{Draft, Recorded, Refusal};
pub use standing::Stands;
pub use store::{
    Actor, Assessment, AssessmentState, Attempt, Balance, BankLine, Booked, Invoice, MoneyFinding, Paper, PaperKind,
    Payment,
};
pub use store::{Broken, Document, Error as StoreError, MasterKey, Party, migrate};
pub use store::{Credentials, Delivery, GivenKey, Grant, Message, Opened, Person, PersonMark, Posted, ShownTo, Told};
pub use trial::Side;

/// What can go wrong in a use case, apart from a refusal by the charter.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The record cannot be reached or read.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// The charter or the register has errors; nothing was stored.
    #[error("{} findings", .0.len())]
    Findings(Vec<Diagnostic>),
    /// A list of people cannot be read.
    #[error("the list of people: {0}")]
    People(String),
    /// Something about money was not done.
    #[error(transparent)]
    Money(#[from] NotDone),
    /// Postings that are no entry.
    #[error(transparent)]
    Ledger(#[from] ledger::Unbalanced),
    /// Amounts that cannot be reckoned with.
    #[error(transparent)]
    Amounts(#[from] kernel::MoneyError),
    /// Documents cannot be reached.
    #[error("documents: {0}")]
    Documents(String),
    /// Others kept recording; nothing was recorded.
    #[error("others were recording at the same time; nothing was recorded, please try again")]
    Busy,
    /// The date can be moved in a demonstration only.
    #[error("the date can be moved in a demonstration only")]
    NotADemonstration,
}

/// The networks hosted here, each kept compiled and indexed until its record moves on.
pub struct Platform {
    store: Store,
    hosted: RwLock<HashMap<String, Arc<Hosted>>>,
    tills: money::Tills,
    /// The address of a network's pages as people reach it; `{network}` stands for its name.
    public_url: String,
}

impl Platform {
    /// Over the record at an address, as the application's role.
    pub fn connect(url: &str, connections: u32, keys: MasterKey) -> Result<Platform, Error> {
        let store = Store::connect(url, connections, keys)?;
        Ok(Platform { store, hosted: RwLock::default(), tills: money::Tills::default(), public_url: String::new() })
    }

    /// With providers at which payments are made, and the address of a network's pages for what is written in letters.
    pub fn with_providers(self, providers: Arc<dyn payments::Providers>, public_url: &str) -> Platform {
        Platform { tills: money::Tills::of(providers), public_url: public_url.to_owned(), ..self }
    }

    /// The names of all networks.
    pub fn networks(&self) -> Result<Vec<String>, Error> {
        Ok(self.store.tenants()?.into_iter().map(|tenant| tenant.slug).collect())
    }

    /// Whether the database answers.
    pub fn is_ready(&self) -> bool {
        self.store.answers()
    }

    /// A network as its record stands now; none: there is no such network.
    pub fn hosted(&self, slug: &str) -> Result<Option<Arc<Hosted>>, Error> {
        let known = self.hosted.read().unwrap_or_else(PoisonError::into_inner).get(slug).cloned();
        if let Some(known) = known {
            let far = self.store.how_far(known.tenant())?;
            if (far.head, far.days_ahead) == (known.head(), known.days_ahead()) {
                known.heard(far.news);
                return Ok(Some(known));
            }
        }
        let Some(tenant) = self.store.tenant(slug)? else { return Ok(None) };
        let fresh = Arc::new(self.store.within(&tenant, |unit| Hosted::load(tenant.clone(), &self.public_url, unit))?);
        let mut all = self.hosted.write().unwrap_or_else(PoisonError::into_inner);
        all.insert(slug.to_owned(), fresh.clone());
        Ok(Some(fresh))
    }

    /// A network, perhaps as its record stood some time ago: for what does not depend on the record.
    fn known(&self, slug: &str) -> Result<Option<Arc<Hosted>>, Error> {
        let known = self.hosted.read().unwrap_or_else(PoisonError::into_inner).get(slug).cloned();
        if known.is_some() { Ok(known) } else { self.hosted(slug) }
    }

    /// Walks a network's chain: how many acts it holds, or where it does not hold. None: there is no such network.
    pub fn verify(&self, slug: &str) -> Result<Option<Result<i64, Broken>>, Error> {
        let Some(tenant) = self.store.tenant(slug)? else { return Ok(None) };
        Ok(Some(self.store.within(&tenant, |unit| unit.verify().map_err(Error::from))?))
    }

    /// How many acts a network's record has.
    pub fn count_acts(&self, hosted: &Hosted) -> Result<i64, Error> {
        self.store.within(hosted.tenant(), |unit| Ok(unit.head()?.acts))
    }

    /// Acts after a place of the chain, with their places, so many at most. What is sealed stays out.
    pub fn acts(&self, hosted: &Hosted, after: i64, most: i64) -> Result<Vec<(i64, charter::act::Act)>, Error> {
        let mut acts =
            self.store.within(hosted.tenant(), |unit| -> Result<_, Error> { Ok(unit.acts_page(after, most)?) })?;
        acts.iter_mut().for_each(|(_, act)| act.sealed.clear());
        Ok(acts)
    }

    /// Everybody in a network's register whose name holds a text.
    pub fn parties(&self, hosted: &Hosted, holding: &str) -> Result<Vec<Party>, Error> {
        self.store.within(hosted.tenant(), |unit| Ok(unit.parties(holding)?))
    }
}
