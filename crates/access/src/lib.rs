//! Staff permissions: which screens of the platform are open to whom.
//!
//! What a party may do in its network the charter says, never this. The rules stand in `model.conf` and `policy.csv` and are
//! casbin's; since roles and permissions are few and closed, every answer is worked out once, when the program starts.

use std::collections::HashSet;

use casbin::{CoreApi, DefaultModel, Enforcer, StringAdapter};
use serde::{Deserialize, Serialize};

/// As what somebody is signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Runs the network's affairs: every screen but the treasurer's.
    Secretariat,
    /// Reads, and books money.
    Treasurer,
    /// Reads, and records ballots and meetings.
    ReturningOfficer,
    /// Reads everything, changes nothing.
    Auditor,
    /// Runs the platform; reads no network.
    Operator,
    /// Acts for a party: its own page, and what the charter lets it do.
    Party,
}

impl Role {
    /// Every role.
    pub const ALL: [Role; 6] =
        [Role::Secretariat, Role::Treasurer, Role::ReturningOfficer, Role::Auditor, Role::Operator, Role::Party];

    /// The roles that a network gives to its people.
    pub const OF_NETWORKS: [Role; 5] =
        [Role::Party, Role::Secretariat, Role::Treasurer, Role::ReturningOfficer, Role::Auditor];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Role::Secretariat => "secretariat",
            Role::Treasurer => "treasurer",
            Role::ReturningOfficer => "returning-officer",
            Role::Auditor => "auditor",
            Role::Operator => "operator",
            Role::Party => "party",
        }
    }

    /// The role of a name.
    pub fn named(name: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.name() == name)
    }
}

/// Something that a role may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Permission {
    /// See the desk: what is due, what is under way.
    ReadDesk,
    /// See the register, of everybody and of any day.
    ReadRegister,
    /// See what was told to whom.
    ReadNotices,
    /// See who signs in.
    ReadPeople,
    /// Let people sign in, or no more.
    WritePeople,
    /// Record acts of anybody.
    RecordActs,
    /// See who owes and who paid.
    ReadMoney,
    /// Book what is paid or waived.
    RecordFees,
    /// Record meetings and ballots.
    RecordBallots,
    /// Erase personal data.
    ErasePersonalData,
    /// Move the date of a demonstration.
    MoveDate,
    /// Replace the files of the charter.
    WriteCharter,
    /// Run the platform.
    RunPlatform,
}

impl Permission {
    /// Every permission.
    pub const ALL: [Permission; 13] = [
        Permission::ReadDesk,
        Permission::ReadRegister,
        Permission::ReadNotices,
        Permission::ReadPeople,
        Permission::WritePeople,
        Permission::RecordActs,
        Permission::ReadMoney,
        Permission::RecordFees,
        Permission::RecordBallots,
        Permission::ErasePersonalData,
        Permission::MoveDate,
        Permission::WriteCharter,
        Permission::RunPlatform,
    ];

    /// What it is about, and how, as the policy says it.
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Permission::ReadDesk => ("desk", "read"),
            Permission::ReadRegister => ("register", "read"),
            Permission::ReadNotices => ("notices", "read"),
            Permission::ReadPeople => ("people", "read"),
            Permission::WritePeople => ("people", "write"),
            Permission::RecordActs => ("acts", "record"),
            Permission::ReadMoney => ("money", "read"),
            Permission::RecordFees => ("fees", "record"),
            Permission::RecordBallots => ("ballots", "record"),
            Permission::ErasePersonalData => ("personal-data", "erase"),
            Permission::MoveDate => ("date", "move"),
            Permission::WriteCharter => ("charter", "write"),
            Permission::RunPlatform => ("platform", "run"),
        }
    }
}

/// The rules cannot be read; nothing is open to anybody then.
#[derive(Debug, thiserror::Error)]
#[error("the rules of access: {0}")]
pub struct Unreadable(String);

/// Who may do what, worked out.
#[derive(Clone, Debug, Default)]
pub struct Access {
    allowed: HashSet<(Role, Permission)>,
}

impl Access {
    /// By the rules that come with the program.
    pub fn standard() -> Result<Access, Unreadable> {
        Access::of(include_str!("model.conf"), include_str!("policy.csv"))
    }

    fn of(model: &str, policy: &str) -> Result<Access, Unreadable> {
        let unreadable = |error: casbin::Error| Unreadable(error.to_string());
        let enforcer = futures_executor::block_on(async {
            let model = DefaultModel::from_str(model).await?;
            Enforcer::new(model, StringAdapter::new(policy)).await
        })
        .map_err(unreadable)?;
        let mut allowed = HashSet::new();
        for role in Role::ALL {
            for permission in Permission::ALL {
                let (what, how) = permission.words();
                let asked = (role.name(), "here", "here", what, how);
                if enforcer.enforce(asked).map_err(unreadable)? {
                    allowed.insert((role, permission));
                }
            }
        }
        Ok(Access { allowed })
    }

    /// Whether somebody signed in to a network in a role may do something in a network.
    pub fn can(&self, role: Role, own: &str, network: &str, permission: Permission) -> bool {
        own == network && self.allowed.contains(&(role, permission))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on fails")]

    use super::*;

    fn allowed(access: &Access, role: Role) -> Vec<Permission> {
        Permission::ALL.into_iter().filter(|permission| access.can(role, "a", "a", *permission)).collect()
    }

    #[test]
    fn each_role_may_what_it_is_for_and_nothing_else() {
        let access = Access::standard().unwrap();
        use Permission::*;
        // Who paid is for treasurers and auditors alone; running the platform is no network's business.
        let of_others = [ReadMoney, RecordFees, RunPlatform];
        let of_secretariat: Vec<_> = Permission::ALL.into_iter().filter(|one| !of_others.contains(one)).collect();
        assert_eq!(allowed(&access, Role::Secretariat), of_secretariat);
        assert_eq!(allowed(&access, Role::Treasurer), [ReadDesk, ReadRegister, ReadNotices, ReadMoney, RecordFees]);
        assert_eq!(allowed(&access, Role::ReturningOfficer), [ReadDesk, ReadRegister, ReadNotices, RecordBallots]);
        assert_eq!(allowed(&access, Role::Auditor), [ReadDesk, ReadRegister, ReadNotices, ReadPeople, ReadMoney]);
        assert_eq!(allowed(&access, Role::Operator), [RunPlatform]);
        assert_eq!(allowed(&access, Role::Party), []);
    }

    #[test]
    fn nobody_may_anything_in_another_network() {
        let access = Access::standard().unwrap();
        for role in Role::ALL {
            assert!(!Permission::ALL.into_iter().any(|permission| access.can(role, "a", "b", permission)));
        }
    }

    #[test]
    fn the_rules_hold_networks_apart_by_themselves() {
        let enforcer = futures_executor::block_on(async {
            let model = DefaultModel::from_str(include_str!("model.conf")).await.unwrap();
            Enforcer::new(model, StringAdapter::new(include_str!("policy.csv"))).await.unwrap()
        });
        assert!(enforcer.enforce(("secretariat", "a", "a", "desk", "read")).unwrap());
        assert!(!enforcer.enforce(("secretariat", "a", "b", "desk", "read")).unwrap());
    }

    #[test]
    fn rules_that_cannot_be_read_open_nothing() {
        assert!(Access::of("[request_definition]\nr =", "p").is_err());
        assert!(allowed(&Access::default(), Role::Secretariat).is_empty());
    }

    #[test]
    fn every_line_of_the_policy_is_a_permission() {
        let known: HashSet<(&str, &str)> = Permission::ALL.into_iter().map(Permission::words).collect();
        for line in include_str!("policy.csv").lines() {
            let parts: Vec<&str> = line.split(", ").collect();
            assert!(Role::named(parts[1]).is_some() && known.contains(&(parts[2], parts[3])), "{line}");
        }
    }

    #[test]
    fn a_role_keeps_its_name() {
        for role in Role::ALL {
            assert_eq!(serde_json::to_string(&role).unwrap(), format!("\"{}\"", role.name()));
        }
    }
}
