//! A party's own view of its network, kept until the record moves on: most pages are looked at more often than it does.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use charter::Question;
use kernel::Date;
use store::Told;

use crate::{Asked, Error, Hosted, Matter, OpenBallot, Platform};

/// What a party sees of its network on a day.
#[derive(Debug)]
pub struct Own {
    /// Some act names it.
    pub is_on_file: bool,
    /// Where it stands.
    pub status: Asked,
    /// What it owes and owed.
    pub duties: Asked,
    /// Procedures under way.
    pub matters: Vec<Matter>,
    /// Ballots in which it may vote, and those of the body that it is.
    pub ballots: Vec<OpenBallot>,
    /// Acts of its own that it may do, and those about others.
    pub acts: (Vec<String>, Vec<String>),
    /// Notices of the charter to it, newest first.
    pub told: Vec<Told>,
    /// Acts of which it has put a form aside.
    pub aside: Vec<String>,
    pages: RwLock<HashMap<String, Arc<str>>>,
}

impl Own {
    /// A page that was made from this view before, by what else it depends on; else it is made now, and kept.
    pub fn page<E>(&self, of: &str, make: impl FnOnce() -> Result<String, E>) -> Result<Arc<str>, E> {
        let known = self.pages.read().unwrap_or_else(PoisonError::into_inner).get(of).cloned();
        if let Some(page) = known {
            return Ok(page);
        }
        let page: Arc<str> = make()?.into();
        self.pages.write().unwrap_or_else(PoisonError::into_inner).insert(of.to_owned(), page.clone());
        Ok(page)
    }
}

/// How many views are kept of one network.
const MOST: usize = 2_000;

/// A view of a day, as of so much news.
#[derive(Debug)]
struct Kept {
    on: Date,
    news: i64,
    own: Arc<Own>,
}

/// Views by party.
#[derive(Debug, Default)]
pub(crate) struct Views(RwLock<HashMap<String, Kept>>);

impl Views {
    fn find(&self, who: &str, on: Date, news: i64) -> Option<Arc<Own>> {
        let views = self.0.read().unwrap_or_else(PoisonError::into_inner);
        views.get(who).filter(|kept| (kept.on, kept.news) == (on, news)).map(|kept| kept.own.clone())
    }

    fn keep(&self, who: &str, on: Date, news: i64, own: Arc<Own>) {
        let mut views = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if views.len() >= MOST {
            views.clear();
        }
        views.insert(who.to_owned(), Kept { on, news, own });
    }
}

impl Platform {
    /// What a party sees of its network on a day, if that is known without asking anybody.
    pub fn known_own(&self, network: &Hosted, who: &str, on: Date) -> Option<Arc<Own>> {
        network.views().find(who, on, network.told_so_far())
    }

    /// What a party sees of its network on a day.
    pub fn own(&self, network: &Hosted, who: &str, on: Date) -> Result<Arc<Own>, Error> {
        let news = network.told_so_far();
        if let Some(own) = network.views().find(who, on, news) {
            return Ok(own);
        }
        let ask = |question: Question| Asked { answer: network.judge(&question, on), question };
        let own = Arc::new(Own {
            is_on_file: network.names(who),
            status: ask(Question::Status { who: who.to_owned() }),
            duties: ask(Question::Duties { who: who.to_owned() }),
            matters: network.matters(who, on),
            ballots: network.open_ballots(who, false, on),
            acts: network.acts_of(who, on),
            told: self.told(network, Some(who), Some("charter"))?,
            aside: self.all_aside(network, who)?,
            pages: RwLock::default(),
        });
        network.views().keep(who, on, news, own.clone());
        Ok(own)
    }
}
