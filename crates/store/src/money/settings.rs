//! Accounts at providers and who receives money: proposed by one, approved by another, in force after a while. Secrets are
//! sealed under a key of the network, bound to where they stand.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use uuid::Uuid;

use crate::schema::{payment_settings, secret_keys};
use crate::{Error, PersonMark, UnitOfWork};

/// What a setting is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingName {
    /// The account at Stripe.
    Stripe,
    /// The account at PayPal.
    Paypal,
    /// Who receives money: name, address, bank account.
    Payee,
}

impl SettingName {
    /// Every one.
    pub const ALL: [SettingName; 3] = [SettingName::Stripe, SettingName::Paypal, SettingName::Payee];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            SettingName::Stripe => "stripe",
            SettingName::Paypal => "paypal",
            SettingName::Payee => "payee",
        }
    }

    /// The one of a name.
    pub fn named(name: &str) -> Option<SettingName> {
        SettingName::ALL.into_iter().find(|known| known.name() == name)
    }
}

/// A setting, with its secret opened.
#[derive(Clone)]
pub struct PaymentSetting {
    /// Its identifier.
    pub id: Uuid,
    /// What it is about.
    pub name: SettingName,
    /// What may be shown, as JSON.
    pub shown: String,
    /// What may not.
    pub secret: Option<String>,
    /// Who proposed it.
    pub proposed_by: PersonMark,
    /// When.
    pub proposed_at: DateTime<Utc>,
    /// From when it holds, once somebody else has approved it.
    pub in_force_at: Option<DateTime<Utc>>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = payment_settings)]
struct Row {
    id: Uuid,
    name: String,
    shown: String,
    secret: Option<Vec<u8>>,
    proposed_by: Vec<u8>,
    proposed_at: DateTime<Utc>,
    in_force_at: Option<DateTime<Utc>>,
}

impl UnitOfWork<'_> {
    /// Proposes a setting.
    pub fn propose_setting(&mut self, setting: &PaymentSetting) -> Result<(), Error> {
        let secret = setting.secret.as_deref().map(|secret| self.seal_secret(setting.name, setting.id, secret));
        let row = (
            payment_settings::tenant_id.eq(self.tenant),
            payment_settings::id.eq(setting.id),
            payment_settings::name.eq(setting.name.name()),
            payment_settings::shown.eq(&setting.shown),
            payment_settings::secret.eq(secret.transpose()?),
            payment_settings::proposed_by.eq(&setting.proposed_by.0),
            payment_settings::proposed_at.eq(setting.proposed_at),
        );
        diesel::insert_into(payment_settings::table).values(row).execute(self.connection)?;
        Ok(())
    }

    /// Approves a setting that somebody else proposed; the database refuses whoever proposed it.
    pub fn approve_setting(
        &mut self,
        id: Uuid,
        by: &PersonMark,
        in_force_at: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<bool, Error> {
        let own = payment_settings::tenant_id.eq(self.tenant).and(payment_settings::id.eq(id));
        let own = own.and(payment_settings::approved_by.is_null()).and(payment_settings::withdrawn_at.is_null());
        let set = (
            payment_settings::approved_by.eq(&by.0),
            payment_settings::approved_at.eq(now),
            payment_settings::in_force_at.eq(in_force_at),
        );
        Ok(diesel::update(payment_settings::table.filter(own)).set(set).execute(self.connection)? > 0)
    }

    /// Withdraws a setting, whether it is in force or not.
    pub fn withdraw_setting(&mut self, id: Uuid, now: DateTime<Utc>) -> Result<(), Error> {
        let own = payment_settings::table.find((self.tenant, id));
        diesel::update(own).set(payment_settings::withdrawn_at.eq(now)).execute(self.connection)?;
        Ok(())
    }

    /// The setting that holds now.
    pub fn setting(&mut self, name: SettingName, now: DateTime<Utc>) -> Result<Option<PaymentSetting>, Error> {
        let own = payment_settings::tenant_id.eq(self.tenant).and(payment_settings::name.eq(name.name()));
        let holds = own.and(payment_settings::in_force_at.le(now)).and(payment_settings::withdrawn_at.is_null());
        let newest =
            payment_settings::table.filter(holds).order(payment_settings::in_force_at.desc()).select(Row::as_select());
        let row = newest.first(self.connection).optional()?;
        row.map(|row| self.setting_of(row)).transpose()
    }

    /// Settings that are proposed or approved and do not hold yet, oldest first.
    pub fn settings_to_come(&mut self, now: DateTime<Utc>) -> Result<Vec<PaymentSetting>, Error> {
        let own = payment_settings::tenant_id.eq(self.tenant).and(payment_settings::withdrawn_at.is_null());
        let own = payment_settings::table.filter(own).order(payment_settings::proposed_at).select(Row::as_select());
        let rows = own.load(self.connection)?;
        let to_come = rows.into_iter().filter(|row| row.in_force_at.is_none_or(|from| from > now));
        to_come.map(|row| self.setting_of(row)).collect()
    }

    fn setting_of(&mut self, row: Row) -> Result<PaymentSetting, Error> {
        let Row { id, name, shown, secret, proposed_by, proposed_at, in_force_at } = row;
        let name = SettingName::named(&name).ok_or(Error::MoneyUnreadable(name))?;
        let secret = secret.map(|secret| self.open_secret(name, id, &secret)).transpose()?;
        Ok(PaymentSetting { id, name, shown, secret, proposed_by: PersonMark(proposed_by), proposed_at, in_force_at })
    }

    /// What a secret is bound to: it opens nowhere else.
    fn bound_secret(&self, name: SettingName, id: Uuid) -> String {
        format!("{}/{}/{id}", self.bound("payment settings"), name.name())
    }

    fn seal_secret(&mut self, name: SettingName, id: Uuid, secret: &str) -> Result<Vec<u8>, Error> {
        let bound = self.bound_secret(name, id);
        self.secrets_key()?.seal(secret, bound)
    }

    fn open_secret(&mut self, name: SettingName, id: Uuid, sealed: &[u8]) -> Result<String, Error> {
        let bound = self.bound_secret(name, id);
        self.secrets_key()?.open(sealed, bound)
    }

    /// The key of this network's secrets: made the first time, wrapped under the master key.
    fn secrets_key(&mut self) -> Result<crate::MasterKey, Error> {
        let bound = self.bound("secrets key");
        let own = secret_keys::table.find(self.tenant).select(secret_keys::wrapped);
        let text = match own.first::<Vec<u8>>(self.connection).optional()? {
            Some(wrapped) => self.keys.open(&wrapped, bound.clone())?,
            None => {
                let text = crate::MasterKey::generate();
                let row = (
                    secret_keys::tenant_id.eq(self.tenant),
                    secret_keys::wrapped.eq(self.keys.seal(&text, bound.clone())?),
                );
                diesel::insert_into(secret_keys::table).values(row).execute(self.connection)?;
                text
            }
        };
        crate::MasterKey::read(&text).ok_or(Error::Sealing(bound))
    }
}
