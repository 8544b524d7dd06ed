//! I11: one network's keys, messages and money never touch another's.

use app::{AccountShown, Brand, Error, Mode, NotDone, NotGenuine, Secrets};
use chrono::Duration;
use diesel::prelude::*;
use fakepay::{Become, Faults};

use crate::ground::{ground, host, host_in, now, zero};

#[test]
fn a_message_to_one_network_is_none_to_another() {
    let lakes = ground(&[("Heron", 20_000)], Faults::default());
    host(&lakes.record, "hills", &[("Heron", 20_000)]);
    let hills = lakes.platform.hosted("hills").unwrap().unwrap();
    for brand in [Brand::Stripe, Brand::Paypal] {
        let (_, link) = lakes.invoice("Heron");
        let session = lakes.begin(brand, &[&link]).unwrap();
        lakes.fake.become_(&session, &Become::Paid);
        for message in lakes.fake.take_messages() {
            let taken = lakes.platform.take_message(&hills, brand, &message.headers, message.body.as_bytes(), now());
            assert_eq!(taken.unwrap(), Err(NotGenuine::Signature), "{brand:?}");
        }
        // What one network began, another finds nothing of: neither by the provider's name nor by its own.
        let purchase = lakes.fake.purchases().into_iter().find(|one| one.id == session).unwrap();
        assert!(lakes.platform.attempt(&hills, purchase.attempt.parse().unwrap()).unwrap().is_none());
        assert!(matches!(lakes.platform.invoices_with(&hills, &[link], now()), Err(Error::Money(NotDone::Missing))));
    }
    let patience = app::Patience { attempts: zero(), accounts: zero() };
    assert_eq!(lakes.platform.follow_money("hills", patience, now()).unwrap().booked, 0);
    assert!(lakes.platform.journal(&hills).unwrap().is_empty());
}

#[test]
fn a_secret_that_is_moved_opens_nowhere() {
    let lakes = ground(&[("Heron", 20_000)], Faults::default());
    host(&lakes.record, "hills", &[("Heron", 20_000)]);
    let mut connection = PgConnection::establish(&lakes.record.superuser_url).unwrap();
    let of = |slug: &str| format!("(SELECT id FROM tenants WHERE slug = '{slug}')");
    let moved = format!(
        "UPDATE payment_settings h SET secret = l.secret FROM payment_settings l WHERE h.tenant_id = {} AND l.tenant_id = {} \
         AND h.name = l.name",
        of("hills"),
        of("lakes")
    );
    diesel::sql_query(moved).execute(&mut connection).unwrap();
    let hills = lakes.platform.hosted("hills").unwrap().unwrap();
    let usd = "USD 15".parse().unwrap();
    assert!(matches!(lakes.platform.ways_to_pay(&hills, usd, now()), Err(Error::Store(_))), "another network's secret");
    // Nor from one provider's setting to another's.
    let swapped = format!(
        "UPDATE payment_settings h SET secret = l.secret FROM payment_settings l WHERE h.tenant_id = {0} AND l.tenant_id = {0} \
         AND h.name = 'stripe' AND l.name = 'paypal'",
        of("lakes")
    );
    diesel::sql_query(swapped).execute(&mut connection).unwrap();
    let fresh = crate::ground::platform(&lakes.record, &lakes.base);
    let network = fresh.hosted("lakes").unwrap().unwrap();
    assert!(matches!(fresh.ways_to_pay(&network, usd, now()), Err(Error::Store(_))), "another provider's secret");
    // Its key destroyed, nothing opens a secret any more.
    diesel::sql_query(format!("DELETE FROM secret_keys WHERE tenant_id = {}", of("lakes")))
        .execute(&mut connection)
        .unwrap();
    assert!(fresh.ways_to_pay(&network, usd, now()).is_err());
}

/// Where money goes is changed by two people, and holds a day later.
#[test]
fn two_people_change_where_money_goes() {
    let lakes = ground(&[("Heron", 20_000)], Faults::default());
    host_in(&lakes.record, "real", &[("Heron", 20_000)], "Asia/Bangkok", false);
    let real = lakes.platform.hosted("real").unwrap().unwrap();
    let (one, other) = (
        lakes.platform.mark_of(&real, "one@example.org").unwrap(),
        lakes.platform.mark_of(&real, "other@example.org").unwrap(),
    );
    let secrets = |key: &str| Secrets {
        key: key.to_owned(),
        client: String::new(),
        webhooks: vec![String::from("whsec_x")],
        on_behalf_of: None,
    };
    let shown = |mode| AccountShown { brand: Brand::Stripe, mode, key_end: String::new(), takes_donations: false };
    let propose = |mode, key: &str| lakes.platform.propose_account(&real, (shown(mode), &secrets(key)), &one, now());
    for (mode, key) in [
        (Mode::Live, "sk_live_unrestricted"),
        (Mode::Live, "rk_test_x"),
        (Mode::Test, "rk_test_x"),
        (Mode::StandIn, "stand-in-real"),
    ] {
        assert!(matches!(propose(mode, key), Err(Error::Money(NotDone::WrongKey))), "{mode:?} {key}");
    }
    propose(Mode::Live, "rk_live_abcd").unwrap();
    let proposed = lakes.platform.proposed_settings(&real, Some(&one), now()).unwrap();
    assert!(proposed[0].is_own && proposed[0].shown.contains("abcd") && !proposed[0].shown.contains("rk_live"));
    let id = proposed[0].id;
    let approve = |by, at| lakes.platform.approve_setting(&real, id, by, at);
    assert!(matches!(approve(&one, now()), Err(Error::Money(NotDone::SecondPerson))));
    approve(&other, now()).unwrap();
    assert_eq!(lakes.platform.payment_accounts(&real, now()).unwrap().len(), 1, "the first holds at once");
    propose(Mode::Live, "rk_live_efgh").unwrap();
    let second = lakes.platform.proposed_settings(&real, Some(&other), now()).unwrap()[0].id;
    lakes.platform.approve_setting(&real, second, &other, now()).unwrap();
    let ends = |at| lakes.platform.payment_accounts(&real, at).unwrap()[0].key_end.clone();
    assert_eq!(ends(now()), "abcd", "whoever is told can still object");
    assert_eq!(ends(now() + Duration::hours(25)), "efgh");
    // The database holds the line by itself.
    let mut connection = PgConnection::establish(&lakes.record.superuser_url).unwrap();
    let alone = "UPDATE payment_settings SET approved_by = proposed_by, approved_at = now(), in_force_at = now()";
    let refused = diesel::sql_query(alone).execute(&mut connection).unwrap_err().to_string();
    assert!(refused.contains("two_people"), "{refused}");
}
