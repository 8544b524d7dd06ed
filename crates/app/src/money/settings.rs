//! Accounts at providers and who receives money: one proposes, another approves, and it holds after a day.

use std::sync::Arc;

use chrono::{DateTime, Duration, Utc};
use kernel::Money;
use payments::{Account, Brand, Mode, Provider, Secrets};
use serde::{Deserialize, Serialize};
use store::{PaymentSetting, PersonMark, SettingName, UnitOfWork};
use uuid::Uuid;

use super::{NotDone, pay};
use crate::{Error, Hosted, Platform};

/// What may be shown of an account at a provider.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountShown {
    /// At which provider.
    pub brand: Brand,
    /// What money is meant.
    pub mode: Mode,
    /// The end of its key.
    pub key_end: String,
    /// Whether it may take what is given without being owed.
    #[serde(default)]
    pub takes_donations: bool,
}

/// Who receives money, as papers and pages name them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PayeeShown {
    /// Their name.
    pub name: String,
    /// Where they are.
    #[serde(default)]
    pub address: String,
    /// Their bank account, as a payer needs it; empty: nothing is paid into a bank account.
    #[serde(default)]
    pub bank: String,
}

/// A setting that does not hold yet.
#[derive(Clone, Debug)]
pub struct Proposed {
    /// Its identifier.
    pub id: Uuid,
    /// What it is about.
    pub name: &'static str,
    /// What it says, as far as it may be shown.
    pub shown: String,
    /// When it was proposed.
    pub proposed_at: DateTime<Utc>,
    /// From when it holds; none: nobody has approved it.
    pub in_force_at: Option<DateTime<Utc>>,
    /// Whether whoever looks proposed it.
    pub is_own: bool,
}

/// A provider's account that is open.
pub(crate) struct Open {
    pub(crate) provider: Arc<dyn Provider>,
    pub(crate) mode: Mode,
}

/// A change of where money goes holds after so many hours: whoever is told of it can still object.
const WAITS: i64 = 24;

fn setting_of(brand: Brand) -> SettingName {
    match brand {
        Brand::Stripe => SettingName::Stripe,
        Brand::Paypal => SettingName::Paypal,
    }
}

/// Who receives money now; the network itself where nobody has said more.
pub(crate) fn payee(unit: &mut UnitOfWork<'_>, hosted: &Hosted, now: DateTime<Utc>) -> Result<PayeeShown, Error> {
    let setting = unit.setting(SettingName::Payee, now)?;
    let said = setting.and_then(|setting| serde_json::from_str(&setting.shown).ok());
    Ok(said.unwrap_or_else(|| PayeeShown { name: hosted.name(), ..PayeeShown::default() }))
}

impl Platform {
    /// The account of a network at a provider, opened.
    pub(crate) fn open_provider(&self, hosted: &Hosted, brand: Brand, now: DateTime<Utc>) -> Result<Open, Error> {
        let name = setting_of(brand);
        let setting =
            self.store.within(hosted.tenant(), |unit| -> Result<_, Error> { Ok(unit.setting(name, now)?) })?;
        let setting = setting.ok_or(NotDone::NoAccount)?;
        let shown: AccountShown = serde_json::from_str(&setting.shown).map_err(|_| NotDone::NoAccount)?;
        let secrets = setting.secret.as_deref().and_then(|secret| serde_json::from_str::<Secrets>(secret).ok());
        // Made-up registers never touch real money, and real ones nothing else.
        if (shown.mode == Mode::Live) == hosted.is_demonstration() {
            return Err(NotDone::NoAccount.into());
        }
        let account = Account { brand, mode: shown.mode, secrets: secrets.ok_or(NotDone::NoAccount)? };
        let provider = self.tills.open(setting.id, &account).map_err(NotDone::from)?;
        Ok(Open { provider, mode: shown.mode })
    }

    /// The providers at which an amount can be paid now.
    pub fn ways_to_pay(&self, hosted: &Hosted, amount: Money, now: DateTime<Utc>) -> Result<Vec<Brand>, Error> {
        let mut ways = Vec::new();
        for brand in [Brand::Stripe, Brand::Paypal] {
            match self.open_provider(hosted, brand, now) {
                Ok(open) if pay::is_enough(&*open.provider, amount) => ways.push(brand),
                Ok(_) | Err(Error::Money(_)) => {}
                Err(other) => return Err(other),
            }
        }
        Ok(ways)
    }

    /// The accounts that hold now.
    pub fn payment_accounts(&self, hosted: &Hosted, now: DateTime<Utc>) -> Result<Vec<AccountShown>, Error> {
        self.store.within(hosted.tenant(), |unit| {
            let mut accounts = Vec::new();
            for brand in [Brand::Stripe, Brand::Paypal] {
                let setting = unit.setting(setting_of(brand), now)?;
                accounts.extend(setting.and_then(|setting| serde_json::from_str(&setting.shown).ok()));
            }
            Ok(accounts)
        })
    }

    /// Who receives money now.
    pub fn payee(&self, hosted: &Hosted, now: DateTime<Utc>) -> Result<PayeeShown, Error> {
        self.store.within(hosted.tenant(), |unit| payee(unit, hosted, now))
    }

    /// What was proposed and does not hold yet.
    pub fn proposed_settings(
        &self,
        hosted: &Hosted,
        viewer: Option<&PersonMark>,
        now: DateTime<Utc>,
    ) -> Result<Vec<Proposed>, Error> {
        let to_come =
            self.store.within(hosted.tenant(), |unit| -> Result<_, Error> { Ok(unit.settings_to_come(now)?) })?;
        let proposed = |setting: PaymentSetting| Proposed {
            id: setting.id,
            name: setting.name.name(),
            is_own: viewer == Some(&setting.proposed_by),
            shown: setting.shown,
            proposed_at: setting.proposed_at,
            in_force_at: setting.in_force_at,
        };
        Ok(to_come.into_iter().map(proposed).collect())
    }

    /// Proposes an account at a provider. Its key is kept sealed and is never shown again.
    pub fn propose_account(
        &self,
        hosted: &Hosted,
        (shown, secrets): (AccountShown, &Secrets),
        by: &PersonMark,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        if !fits(hosted, shown.brand, shown.mode, secrets) {
            return Err(NotDone::WrongKey.into());
        }
        let shown = AccountShown { key_end: secrets.key_end(), ..shown };
        let secret = serde_json::to_string(secrets).map_err(|_| NotDone::WrongKey)?;
        let setting = setting(setting_of(shown.brand), &shown, Some(secret), by, now);
        self.store.within(hosted.tenant(), |unit| Ok(unit.propose_setting(&setting)?))
    }

    /// Proposes who receives money.
    pub fn propose_payee(
        &self,
        hosted: &Hosted,
        payee: &PayeeShown,
        by: &PersonMark,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        let setting = setting(SettingName::Payee, payee, None, by, now);
        self.store.within(hosted.tenant(), |unit| Ok(unit.propose_setting(&setting)?))
    }

    /// Approves what somebody else proposed: it holds after a day, at once if nothing held before. Answers from when.
    pub fn approve_setting(
        &self,
        hosted: &Hosted,
        id: Uuid,
        by: &PersonMark,
        now: DateTime<Utc>,
    ) -> Result<DateTime<Utc>, Error> {
        self.store.within(hosted.tenant(), |unit| {
            let to_come = unit.settings_to_come(now)?;
            let setting = to_come.into_iter().find(|setting| setting.id == id).ok_or(NotDone::Missing)?;
            if setting.proposed_by == *by {
                return Err(NotDone::SecondPerson.into());
            }
            let replaces = unit.setting(setting.name, now)?.is_some();
            let from = if replaces { now + Duration::hours(WAITS) } else { now };
            if !unit.approve_setting(id, by, from, now)? {
                return Err(NotDone::Missing.into());
            }
            Ok(from)
        })
    }

    /// Withdraws what was proposed.
    pub fn withdraw_setting(&self, hosted: &Hosted, id: Uuid, now: DateTime<Utc>) -> Result<(), Error> {
        self.store.within(hosted.tenant(), |unit| {
            if !unit.settings_to_come(now)?.iter().any(|setting| setting.id == id) {
                return Err(NotDone::Missing.into());
            }
            Ok(unit.withdraw_setting(id, now)?)
        })
    }
}

/// Whether a key is of the kind that its mode needs: restricted ones of Stripe, and none of real money for a demonstration.
fn fits(hosted: &Hosted, brand: Brand, mode: Mode, secrets: &Secrets) -> bool {
    let kind = match (brand, mode) {
        (Brand::Stripe, Mode::Live) => secrets.key.starts_with("rk_live_"),
        (Brand::Stripe, Mode::Test) => secrets.key.starts_with("rk_test_") || secrets.key.starts_with("sk_test_"),
        (Brand::Paypal, Mode::Live | Mode::Test) => !secrets.key.is_empty() && !secrets.client.is_empty(),
        (_, Mode::StandIn) => secrets.key.trim_start_matches("rk_test_").starts_with("stand-in-"),
    };
    kind && (mode == Mode::Live) != hosted.is_demonstration() && !secrets.webhooks.is_empty()
}

fn setting(
    name: SettingName,
    shown: &impl Serialize,
    secret: Option<String>,
    by: &PersonMark,
    now: DateTime<Utc>,
) -> PaymentSetting {
    PaymentSetting {
        id: Uuid::now_v7(),
        name,
        shown: serde_json::to_string(shown).unwrap_or_default(),
        secret,
        proposed_by: by.clone(),
        proposed_at: now,
        in_force_at: None,
    }
}

/// The accounts at the stand-ins that a demonstration begins with.
pub fn stand_in_accounts(unit: &mut UnitOfWork<'_>, slug: &str, now: DateTime<Utc>) -> Result<(), Error> {
    let (one, other) = (PersonMark::nobody(1), PersonMark::nobody(2));
    for brand in [Brand::Stripe, Brand::Paypal] {
        let client = format!("stand-in-{slug}");
        let (key, webhook) = match brand {
            Brand::Stripe => (format!("rk_test_{client}"), format!("whsec_{client}")),
            Brand::Paypal => (client.clone(), format!("WH-{client}")),
        };
        let secrets = Secrets { key, client, webhooks: vec![webhook], on_behalf_of: None };
        let shown = AccountShown { brand, mode: Mode::StandIn, key_end: secrets.key_end(), takes_donations: true };
        let secret = serde_json::to_string(&secrets).map_err(|_| NotDone::WrongKey)?;
        let setting = setting(setting_of(brand), &shown, Some(secret), &one, now);
        unit.propose_setting(&setting)?;
        unit.approve_setting(setting.id, &other, now, now)?;
    }
    Ok(())
}
