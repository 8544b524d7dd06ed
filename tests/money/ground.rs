//! The ground that these tests stand on: a network with a fee by income, its members, the stand-ins, a platform.

use std::collections::BTreeMap;
use std::sync::Arc;

use app::{Actor, Begin, Brand, Folder, Hosted, MasterKey, Platform};
use chrono::{DateTime, Utc};
use fakepay::{Become, FakePay, Faults};
use payments_stripe::BuiltIn;

use crate::providers::stand_ins;
use crate::servers::{Record, record};

/// A charter whose fee follows an income.
pub const CHARTER: &str = r#"# Lakes Federation

**1** Members are the organisations that the secretary entered.

```rules
charter "Lakes Federation, statutes"
  in force from 2020-01-01
  time zone "Asia/Bangkok"
  month end clamp
  deadlines exclude the first day
list regions: north, south
class member of organisations
  fact region: regions
  fact income: USD per calendar-year
  begins with enter
office secretary
act enter by secretary about an organisation
  with region
act state-income by member
  with income
```

**2** Every member pays a fee by its income of the year before, by 30 November.

```rules
table membership-fee of member per calendar-year: USD
  by income of the last calendar-year
  below USD 10,000 USD 1
  USD 10,000 to USD 50,000 USD 15
  above USD 50,000 USD 50
  due by 30 November
  first in the year after joining
```
"#;

/// A platform with one network, and what it stands on.
pub struct Ground {
    pub platform: Platform,
    pub fake: FakePay,
    pub record: Record,
    pub base: String,
}

/// The day on which these tests play.
pub fn now() -> DateTime<Utc> {
    Utc::now()
}

/// A treasurer of a demonstration, who signed in by an operator's link.
pub fn treasurer() -> Actor {
    Actor { name: String::from("treasurer"), role: Some(String::from("treasurer")), mark: None }
}

/// Members with what they earned last year, in whole dollars.
pub fn ground(members: &[(&str, u32)], faults: Faults) -> Ground {
    let (fake, base) = stand_ins(faults);
    let record = record();
    host(&record, "lakes", members);
    let platform = platform(&record, &base);
    Ground { platform, fake, record, base }
}

/// A network in a database, made up.
pub fn host(record: &Record, slug: &str, members: &[(&str, u32)]) {
    host_in(record, slug, members, "Asia/Bangkok", true);
}

/// A network in a database, in a time zone, made up or not.
pub fn host_in(record: &Record, slug: &str, members: &[(&str, u32)], zone: &str, demonstration: bool) {
    host_at(&record.owner_url, slug, members, zone, demonstration);
}

/// The same, by the address of its owner.
pub fn host_at(owner_url: &str, slug: &str, members: &[(&str, u32)], zone: &str, demonstration: bool) {
    let year = this_year();
    let mut acts = String::new();
    for (name, income) in members {
        acts.push_str(&format!(
            "{{\"id\":\"e-{name}\",\"act\":\"enter\",\"by\":\"secretary\",\"about\":\"{name}\",\"on\":\"{}-01-10\",\"fields\":{{\"region\":\"north\"}}}}\n\
             {{\"id\":\"i-{name}\",\"act\":\"state-income\",\"by\":\"{name}\",\"on\":\"{year}-01-20\",\"fields\":{{\"income-for\":\"{}\",\"income\":\"USD {income}\"}}}}\n",
            year - 1,
            year - 1
        ));
    }
    let people: String =
        members.iter().map(|(name, _)| format!("{}@{slug}.example,{name},en,party\n", name.to_lowercase())).collect();
    let folder = Folder {
        files: BTreeMap::from([(String::from("charter/2020-01-01.md"), CHARTER.replace("Asia/Bangkok", zone))]),
        acts,
        people: format!("address,party,language,role\n{people}treasurer@{slug}.example,treasurer,en,treasurer\n"),
        demonstration,
    };
    app::set_up(owner_url, keys(), slug, folder, now()).unwrap();
}

pub fn keys() -> MasterKey {
    MasterKey::read(&"07".repeat(32)).unwrap()
}

/// Another process over the same database.
pub fn platform(record: &Record, base: &str) -> Platform {
    let providers = Arc::new(BuiltIn { stand_in: Some(base.to_owned()) });
    Platform::connect(&record.url, 4, keys()).unwrap().with_providers(providers, "http://{network}.localhost")
}

/// The calendar year of the network now.
pub fn this_year() -> i32 {
    now().with_timezone(&chrono::FixedOffset::east_opt(7 * 3600).unwrap()).format("%Y").to_string().parse().unwrap()
}

impl Ground {
    pub fn lakes(&self) -> Arc<Hosted> {
        self.platform.hosted("lakes").unwrap().unwrap()
    }

    pub fn period(&self) -> String {
        this_year().to_string()
    }

    /// The invoice of a member for this year, issued if it is not yet; and the key to pay it.
    pub fn invoice(&self, member: &str) -> (app::Invoice, String) {
        let period = self.period();
        let invoice =
            self.platform.invoice(&self.lakes(), member, ("membership-fee", &period), now()).unwrap().unwrap();
        let view = self.platform.invoice_with_entries(&self.lakes(), &invoice.number).unwrap().unwrap();
        (view.invoice, view.link)
    }

    /// Begins a payment; answers the provider's name of it.
    pub fn begin(&self, brand: Brand, links: &[&str]) -> Result<String, app::Error> {
        let begin = Begin {
            brand,
            links: links.iter().map(|link| (*link).to_owned()).collect(),
            language: String::from("en"),
            what: String::from("Membership fee"),
            back: String::from("http://lakes.localhost/pay/back"),
            cancelled: String::from("http://lakes.localhost/pay"),
        };
        let begun = self.platform.begin_payment(&self.lakes(), &begin, now())?;
        Ok(begun.page.rsplit('/').next().unwrap().to_owned())
    }

    /// The payer pays what was begun.
    pub fn pay(&self, session: &str) {
        assert!(self.fake.become_(session, &Become::Paid), "{session} can be paid");
    }

    /// Messages arrive as they were sent.
    pub fn deliver_messages(&self) {
        for message in self.fake.take_messages() {
            self.deliver(&message);
        }
    }

    /// One message arrives.
    pub fn deliver(&self, message: &fakepay::Message) {
        let brand = message.brand;
        let taken =
            self.platform.take_message(&self.lakes(), brand, &message.headers, message.body.as_bytes(), now()).unwrap();
        taken.unwrap();
    }

    /// The worker follows the money, without waiting.
    pub fn follow(&self) -> app::Followed {
        self.platform.follow_money("lakes", app::Patience { attempts: zero(), accounts: zero() }, now()).unwrap()
    }

    /// Only messages are followed.
    pub fn follow_messages(&self) -> app::Followed {
        let long = chrono::Duration::days(365);
        self.platform.follow_money("lakes", app::Patience { attempts: long, accounts: long }, now()).unwrap()
    }

    /// The text of the journal: what was booked, apart from identifiers and instants of recording.
    pub fn journal(&self) -> String {
        let mut lines: Vec<String> = Vec::new();
        for booked in self.platform.journal(&self.lakes()).unwrap() {
            let mut postings: Vec<String> =
                booked.entry.postings().iter().map(|p| format!("{} {} {:?}", p.account, p.amount, p.payer)).collect();
            postings.sort();
            lines.push(format!("{} {} {}", booked.key, booked.on, postings.join("; ")));
        }
        lines.sort();
        lines.join("\n")
    }

    /// Balances by account, as text.
    pub fn balances(&self) -> BTreeMap<String, String> {
        let desk = self.platform.money_desk(&self.lakes(), now()).unwrap();
        assert!(desk.sums.values().all(|sum| *sum == 0), "the books balance: {:?}", desk.sums);
        desk.balances.iter().map(|one| (one.account.to_string(), one.amount.to_string())).collect()
    }

    /// Acts of a kind in the register.
    pub fn acts(&self, kind: &str) -> Vec<String> {
        let lakes = self.lakes();
        let acts = lakes.register().acts().iter().filter(|act| act.act == kind);
        acts.map(|act| act.about.clone().unwrap_or_default()).collect()
    }
}

pub fn zero() -> chrono::Duration {
    chrono::Duration::zero()
}
