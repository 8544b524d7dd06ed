//! How to join: what each way in asks for, and a link for whoever wants to apply.

use actix_web::{HttpRequest, HttpResponse, web};
use app::{Hosted, Message, Person, Platform};
use askama::Template;
use charter::Charter;
use charter_syntax::ast::{Happening, ProcedureDecl};
use charter_syntax::token::{Token, words};
use chrono::Utc;
use serde::Deserialize;
use wording::Words;

use crate::PublicUrl;
use crate::elsewhere;
use crate::failure::Failure;
use crate::host::Here;
use crate::pages::people::is_address;
use crate::session::{Role, Session, Sessions, Visitor};
use crate::view::{Frame, html};
use crate::work::block;

#[derive(Template)]
#[template(path = "join.html")]
struct Page {
    frame: Frame,
    ways: Vec<Way>,
    name: String,
    address: String,
    problem: Option<&'static str>,
    is_asked: bool,
}

/// A way to become something.
struct Way {
    class: String,
    /// Acts by which one begins.
    begins: Vec<String>,
    clause: String,
    says: Vec<String>,
}

fn ways(words: &Words, charter: &Charter) -> Vec<Way> {
    let is_class =
        |procedure: &ProcedureDecl| procedure.of.as_ref().is_some_and(|of| charter.class(of.as_str()).is_some());
    let procedures = charter.procedures().filter(|(_, procedure)| is_class(procedure));
    let way = |(declaration, procedure): (&charter_syntax::ast::Declaration, &ProcedureDecl)| {
        let own = |act: &charter_syntax::Name| charter.act(act.as_str()).is_some_and(|act| act.about.is_none());
        let begins = charter.followed(procedure).begins;
        let begins: Vec<String> = begins
            .iter()
            .filter_map(|line| match &line.is.what {
                Happening::Named(name) if own(name) => Some(words.label(name.as_str())),
                _ => None,
            })
            .collect();
        let said = words.language().paraphrase(charter, Some(&declaration.clause));
        Way {
            class: procedure.of.as_ref().map(|of| words.label(of.as_str())).unwrap_or_default(),
            begins,
            clause: declaration.clause.to_string(),
            says: said.into_iter().filter(|(of, _)| *of == declaration.clause).map(|(_, said)| said).collect(),
        }
    };
    procedures.map(way).filter(|way| !way.begins.is_empty()).collect()
}

/// The page.
pub async fn page(here: Here, visitor: Visitor) -> Result<HttpResponse, Failure> {
    html(&page_of(&here, visitor, Asking::default(), None, false)?)
}

fn page_of(
    here: &Here,
    visitor: Visitor,
    asking: Asking,
    problem: Option<&'static str>,
    is_asked: bool,
) -> Result<Page, Failure> {
    let charter = here.network.charter(Utc::now()).ok_or(Failure::NoNetwork)?;
    let frame = Frame::new(here, visitor.0, String::new());
    let words = frame.words.clone();
    Ok(Page {
        ways: ways(&words, charter),
        frame: Frame { title: words.t("join-title"), ..frame },
        name: asking.name,
        address: asking.address,
        problem,
        is_asked,
    })
}

/// Who asks for a link to apply.
#[derive(Default, Deserialize)]
pub struct Asking {
    name: String,
    address: String,
}

/// How often an hour one address, and one sender, may ask.
const LINKS_OF_ADDRESS: usize = 3;
const LINKS_OF_SENDER: usize = 20;

/// How long a name may be, in letters.
const LONGEST_NAME: usize = 60;

/// The name that the register will know an organisation by: its words joined by hyphens. None: it cannot be one.
fn register_name(name: &str) -> Option<String> {
    let joined = name.split_whitespace().collect::<Vec<_>>().join("-");
    // What questions of the charter can name, in whatever script.
    let is_one_word = matches!(words(&joined, 0).as_slice(), [one] if one.token == Token::Word && one.text == joined);
    (is_one_word && joined.chars().count() <= LONGEST_NAME).then_some(joined)
}

/// Writes a link to whoever wants to apply under a name that nobody has.
pub async fn ask(
    here: Here,
    visitor: Visitor,
    request: HttpRequest,
    form: web::Form<Asking>,
    sessions: web::Data<Sessions>,
    platform: web::Data<Platform>,
    public: web::Data<PublicUrl>,
) -> Result<HttpResponse, Failure> {
    let asking = form.into_inner();
    let address = asking.address.trim().to_owned();
    if !is_address(&address) {
        return html(&page_of(&here, visitor, asking, Some("join-no-address"), false)?);
    }
    let Some(name) = register_name(&asking.name) else {
        return html(&page_of(&here, visitor, asking, Some("join-no-name"), false)?);
    };
    let sender = elsewhere::sender(&request);
    let (network, words, base) = (here.network.clone(), here.words(), public.of(here.network.slug()));
    block(move || write_link(&network, &platform, &sessions, &words, &base, &name, &address, &sender)).await??;
    html(&page_of(&here, visitor, asking, None, true)?)
}

/// Whether the name is taken is told to the address alone: who is in the register is not for everybody to find out.
#[expect(
    clippy::too_many_arguments,
    reason = "each is something else, and a struct for one call would only rename them"
)]
fn write_link(
    network: &Hosted,
    platform: &Platform,
    sessions: &Sessions,
    words: &Words,
    base: &str,
    name: &str,
    address: &str,
    sender: &str,
) -> Result<(), Failure> {
    let slug = network.slug();
    let allowed = sessions.allows(&format!("{slug}/join/sender/{sender}"), LINKS_OF_SENDER)?
        && sessions.allows(&format!("{slug}/join/address/{}", address.to_lowercase()), LINKS_OF_ADDRESS)?;
    if !allowed {
        return Ok(());
    }
    let network_name = network.name();
    let filled = [("name", name), ("network", network_name.as_str())];
    let text = if is_taken(network, platform, name)? {
        tell_secretariat(network, platform, words, name, address)?;
        words.say("mail-join-taken", &filled)
    } else {
        let joins = Some(platform.seal(network, address)?);
        let token = sessions.make_link_of(Session { joins, ..Session::new(slug, Role::Party, name, None) })?;
        let link = format!("{base}/sign-in/{token}");
        [words.say("mail-join", &filled), link, words.t("mail-links-end")].join("\n\n")
    };
    let message = Message { to: address.to_owned(), subject: words.say("mail-join-subject", &filled), text };
    Ok(platform.post(network, &message, Utc::now())?)
}

/// A name that is taken is the secretariat's to look into, and it learns who tries names out.
fn tell_secretariat(
    network: &Hosted,
    platform: &Platform,
    words: &Words,
    name: &str,
    address: &str,
) -> Result<(), Failure> {
    let filled = [("name", name), ("address", address)];
    for person in platform.people(network)?.into_iter().filter(|person| person.role == Role::Secretariat.name()) {
        let (subject, text) = (words.say("mail-join-told-subject", &filled), words.say("mail-join-told", &filled));
        platform.post(network, &Message { to: person.address, subject, text }, Utc::now())?;
    }
    Ok(())
}

/// Binds a name to the address whose link is used, if it is still free: from then on whoever has the mailbox acts for it.
/// Answers the mark of the address; none: somebody else was first.
pub fn bind(
    network: &Hosted,
    platform: &Platform,
    name: &str,
    joins: &str,
    language: &str,
) -> Result<Option<String>, Failure> {
    let address = platform.unseal(network, joins)?;
    let mark = platform.mark_of(network, &address)?;
    let is_own = platform.acting_as(network, &mark)?.iter().any(|person| person.party == name);
    if !is_own && is_taken(network, platform, name)? {
        return Ok(None);
    }
    let (party, role) = (name.to_owned(), Role::Party.name().to_owned());
    platform.invite(network, &Person { address, party, role, language: language.to_owned() }, Utc::now())?;
    Ok(Some(mark.as_text()))
}

/// Whether the register or the charter knows a name, or somebody acts for it already.
fn is_taken(network: &Hosted, platform: &Platform, name: &str) -> Result<bool, Failure> {
    let is_party = network.charter(Utc::now()).is_some_and(|charter| {
        charter.office(name).is_some() || charter.body(name).is_some() || charter.class(name).is_some()
    });
    let same = |known: &str| known.eq_ignore_ascii_case(name);
    Ok(is_party || network.names_like(same) || platform.people(network)?.iter().any(|person| same(&person.party)))
}
