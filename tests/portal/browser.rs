//! A running portal with two networks, and a browser without a screen.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::OnceLock;

use app::{Folder, MasterKey};
use portal::session::{Role, Sessions};
use portal::{Secret, Settings};

use crate::servers::{self, Record, now};

/// A small invented federation. The hills have the same rules, and a member of another name.
pub const LAKES: &str = r#"# Lakes Federation

**1** A member is whoever the secretary enters.

```rules
charter "Lakes Federation, Rules"
  in force from 2020-01-01
  time zone "Europe/Zurich"
  month end clamp
  deadlines exclude the first day
list regions: north, south
class member of organisations
  fact region: regions
  person contact
  begins with enter
  ends with leave-federation
office secretary
act enter by secretary about an organisation
  with region
act leave-federation by member
```

**2** Members thank each other where both are of one region.

```rules
act thank by member about a member
  field words: text
  only where by.region = about.region
```

**4** Who wants to join applies, a member of the region vouches, and the board decides.

```rules
body board
  seat 1 voting held by a person
act apply by an organisation
  with region, contact
  document statutes
  document photograph optional
act vouch by member about an organisation
act object by member about an organisation
  field reasons: text
  seen by secretary, board
act settle by board about an organisation
procedure admission of member
  begins with apply
  needs 1 vouch where by.region = about.region
  objection object: investigate until settle
  decide admit
  outcome carried: member from that day
  outcome not carried: refused
decision admit of board
  roll voting-seats
  quorum cast >= 1
  carried yes > no
  abstain not counted
  tie not carried
```

**5** The members thank somebody by vote.

```rules
decision thanks of member
  roll every member
  quorum cast >= 1
  carried yes > no
  abstain not counted
  tie not carried
  proxies at most 1 per holder
```

**8** The members elect two speakers, each paper in order of preference; a tie is decided by lot.

```rules
decision speakers of member
  roll every member
  quorum cast >= 1
  vote one per organisation, secret
  abstain not counted
  elect 2 by scottish-stv ties lot
decision treasurer of member
  roll every member
  quorum cast >= 1
  vote one per organisation, secret
  abstain not counted
  elect 1 by plurality, at least 1000 voters
```

**9** Whether somebody is expelled is decided in secret.

```rules
decision expulsion of member
  roll every member
  quorum cast >= 1
  vote one per organisation, secret
  carried yes > no
  abstain not counted
  tie not carried
```

**10** The members choose by mail within ten days.

```rules
decision by-mail of member
  roll every member
  open 10 days from open-ballot
  quorum cast >= 1
  vote one per organisation, by name
  carried yes > no
  abstain not counted
  tie not carried
```

**11** Each member's vote on the budget may be split.

```rules
decision budget of member
  roll every member
  quorum cast >= 1
  vote one per organisation, may split
  carried yes > no
  abstain not counted
  tie not carried
```

**6** A member claims a nest once.

```rules
act claim by member
  only where there is no claim
```

**7** Every member reports by 30 November. The secretary tells all members of a newcomer, and whoever did not report.

```rules
act report by member
  field year: calendar-year
duty report for member per calendar-year
  done by report for that year
  due by 30 November
notice newcomer by secretary to every member when enter
notice no-report by secretary to member when a missed report within 7 days
```

**3** Every member votes at the assembly.

```rules
meeting assembly of member
  called by secretary
  before it: invitation 8 weeks
right vote at assembly for member
```

**12** A council with a seat for each region; no organisation has two, nobody has one for more than a term.

```rules
body council
  seat one per regions voting held by an organisation through a person
  term 2 years
right stand for council for member
limit council
  one seat per organisation
  at most 1 consecutive term per person
```
"#;

/// A running portal. It ends with the process.
pub struct Portal {
    pub address: SocketAddr,
    pub record: Record,
    pub redis_url: String,
    sessions: Sessions,
}

/// Hosts the networks `lakes` and `hills` in a migrated database.
pub fn host(owner_url: &str) {
    let key = "07".repeat(32);
    for (network, member) in [("lakes", "Heron"), ("hills", "Marmot")] {
        let acts = format!(
            "{{\"id\":\"1\",\"act\":\"enter\",\"by\":\"secretary\",\"about\":\"{member}\",\"on\":\"2021-01-01\",\"fields\":{{\"region\":\"north\"}}}}\n\
             {{\"id\":\"2\",\"act\":\"enter\",\"by\":\"secretary\",\"about\":\"Otter\",\"on\":\"2021-01-01\",\"fields\":{{\"region\":\"south\"}}}}\n"
        );
        let files = BTreeMap::from([(String::from("charter/2020-01-01.md"), LAKES.to_owned())]);
        let folder = Folder { files, acts, people: String::new(), demonstration: network == "lakes" };
        app::set_up(owner_url, MasterKey::read(&key).unwrap(), network, folder, now()).unwrap();
    }
}

/// A portal of its own with the networks `lakes` and `hills`.
pub fn portal() -> Portal {
    let record = servers::record();
    let key = "07".repeat(32);
    host(&record.owner_url);
    let redis_url = redis().to_owned();
    let settings = Settings {
        database_url: record.url.clone(),
        redis_url: redis_url.clone(),
        master_key: Secret(key),
        documents: servers::documents_folder(record.url.as_str()),
        listen: String::from("127.0.0.1:0"),
        public_url: String::from("https://{network}.example.org"),
        stand_in: None,
        typeset: None,
        trusted_proxies: Vec::new(),
        secure_cookies: false,
    };
    let (tell, told) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        actix_web::rt::System::new().block_on(async move {
            let (server, address) = portal::serve(&settings).unwrap();
            tell.send(address).unwrap();
            server.await.unwrap();
        });
    });
    Portal { address: told.recv().unwrap(), record, sessions: Sessions::connect(&redis_url, false).unwrap(), redis_url }
}

fn redis() -> &'static str {
    static REDIS: OnceLock<String> = OnceLock::new();
    REDIS.get_or_init(servers::redis_url)
}

/// What came back.
#[derive(Debug)]
pub struct Page {
    pub status: u16,
    pub body: String,
    pub location: Option<String>,
    pub cookie: Option<String>,
    pub headers: BTreeMap<String, String>,
}

impl Page {
    /// The value of a hidden field.
    pub fn hidden(&self, name: &str) -> String {
        let marked = format!("name=\"{name}\" value=\"");
        let (_, rest) = self.body.split_once(&marked).unwrap_or_else(|| panic!("no field {name} in {}", self.body));
        rest.split('"').next().unwrap().to_owned()
    }
}

/// Somebody in front of the portal: at one network, with or without a session.
pub struct Browser<'p> {
    portal: &'p Portal,
    network: String,
    pub cookie: Option<String>,
}

impl Portal {
    /// The token of a link.
    pub fn link_of(&self, network: &str, role: Role, party: &str) -> String {
        self.sessions.make_link(network, role, party).unwrap()
    }

    pub fn link(&self, network: &str) -> String {
        format!("/sign-in/{}", self.sessions.make_link(network, Role::Secretariat, "secretary").unwrap())
    }

    /// Somebody who acts for a party.
    pub fn party(&self, network: &str, party: &str) -> Browser<'_> {
        let mut browser = self.visitor(network);
        let link = self.sessions.make_link(network, Role::Party, party).unwrap();
        let entered = browser.post(&format!("/sign-in/{link}"), &[]);
        assert_eq!((entered.status, entered.location.as_deref()), (303, Some("/mine")));
        browser.cookie = entered.cookie;
        browser
    }

    /// Somebody with a role of the network.
    pub fn staff(&self, network: &str, role: Role) -> Browser<'_> {
        let mut browser = self.visitor(network);
        let link = self.sessions.make_link(network, role, "secretary").unwrap();
        browser.cookie = browser.post(&format!("/sign-in/{link}"), &[]).cookie;
        browser
    }

    pub fn visitor(&self, network: &str) -> Browser<'_> {
        Browser { portal: self, network: network.to_owned(), cookie: None }
    }

    pub fn secretary(&self, network: &str) -> Browser<'_> {
        let mut browser = self.visitor(network);
        let entered = browser.post(&self.link(network), &[]);
        assert_eq!((entered.status, entered.location.as_deref()), (303, Some("/desk")));
        browser.cookie = entered.cookie;
        browser
    }
}

impl Browser<'_> {
    pub fn get(&self, path: &str) -> Page {
        try_get(self.portal.address, &self.network, self.cookie.as_deref(), path).unwrap()
    }

    pub fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        try_post(self.portal.address, &self.network, self.cookie.as_deref(), path, fields).unwrap()
    }

    /// Sends a form with files: the field, the name of the file, what is in it.
    pub fn send(&self, path: &str, fields: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> Page {
        let mut body = Vec::new();
        for (name, value) in fields {
            let part = format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend(part.into_bytes());
        }
        for (name, file, bytes) in files {
            let head =
                format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\n\r\n");
            body.extend(head.into_bytes());
            body.extend(*bytes);
            body.extend(b"\r\n");
        }
        body.extend(b"--edge--\r\n");
        let agent = agent();
        let mut request = agent.post(self.url(path)).header("Host", format!("{}.localhost", self.network));
        if let Some(cookie) = &self.cookie {
            request = request.header("Cookie", cookie);
        }
        page(request.header("Content-Type", "multipart/form-data; boundary=edge").send(&body[..]).unwrap())
    }

    fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.portal.address)
    }
}

/// A page of some portal, which may be away.
pub fn try_get(address: SocketAddr, network: &str, cookie: Option<&str>, path: &str) -> Option<Page> {
    let request = agent().get(format!("http://{address}{path}")).header("Host", format!("{network}.localhost"));
    let request = cookie.into_iter().fold(request, |request, cookie| request.header("Cookie", cookie));
    request.call().ok().and_then(try_page)
}

/// Sends a form to some portal, which may be away.
pub fn try_post(
    address: SocketAddr,
    network: &str,
    cookie: Option<&str>,
    path: &str,
    fields: &[(&str, &str)],
) -> Option<Page> {
    let request = agent().post(format!("http://{address}{path}")).header("Host", format!("{network}.localhost"));
    let request = cookie.into_iter().fold(request, |request, cookie| request.header("Cookie", cookie));
    request.send_form(fields.iter().copied()).ok().and_then(try_page)
}

/// A program that calls the portal, with a key or without.
pub struct Program<'p> {
    pub portal: &'p Portal,
    pub network: String,
    pub key: Option<String>,
}

impl Program<'_> {
    pub fn get(&self, path: &str) -> Page {
        let request = agent().get(self.url(path)).header("Host", format!("{}.localhost", self.network));
        page(self.with_key(request).call().unwrap())
    }

    pub fn post(&self, path: &str, body: &serde_json::Value) -> Page {
        let request = agent().post(self.url(path)).header("Host", format!("{}.localhost", self.network));
        let request = self.with_key(request).header("Content-Type", "application/json");
        page(request.send(body.to_string()).unwrap())
    }

    fn with_key<T>(&self, request: ureq::RequestBuilder<T>) -> ureq::RequestBuilder<T> {
        match &self.key {
            Some(key) => request.header("Authorization", format!("Bearer {key}")),
            None => request,
        }
    }

    fn url(&self, path: &str) -> String {
        format!("http://{}/api/v1{path}", self.portal.address)
    }
}

fn agent() -> ureq::Agent {
    ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).build().into()
}

fn page(response: ureq::http::Response<ureq::Body>) -> Page {
    try_page(response).unwrap()
}

/// A page; none: it broke off.
fn try_page(mut response: ureq::http::Response<ureq::Body>) -> Option<Page> {
    let header = |name: &str| response.headers().get(name).map(|value| value.to_str().unwrap().to_owned());
    let cookie = header("set-cookie").map(|cookie| cookie.split(';').next().unwrap().to_owned());
    let headers = response.headers().iter();
    let headers = headers.map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned())).collect();
    Some(Page {
        status: response.status().as_u16(),
        location: header("location"),
        cookie,
        headers,
        body: response.body_mut().read_to_string().ok()?,
    })
}
