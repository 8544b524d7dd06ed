//! The OpenAPI document: made from one table of calls and the types that they take and give.

use actix_web::{HttpRequest, HttpResponse};
use charter::Item;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Value as Json, json};

use super::read::{AnswerView, ClauseView, MatterView, NetworkView, NoticeView, PartyView, Placed, StandingView};
use super::record::{Recorded, Sent};

/// What a call needs.
#[derive(Clone, Copy, PartialEq)]
enum Needs {
    /// No key.
    Nothing,
    /// A key with this scope.
    Key(&'static str),
    /// A key of the secretariat with this scope.
    Secretariat(&'static str),
}

/// Something that a call can be told in its address: name, what it is, of which kind, whether it must be there.
type Parameter = (&'static str, &'static str, Kind, bool);

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Path,
    Text,
    Day,
    Number,
}

struct Call {
    path: &'static str,
    id: &'static str,
    does: &'static str,
    needs: Needs,
    parameters: &'static [Parameter],
    gives: fn(&mut SchemaGenerator) -> Json,
}

const ON: Parameter = ("on", "The day that is asked of; left out: today.", Kind::Day, false);
const CLAUSE: Parameter = ("clause", "Its number.", Kind::Path, true);
const PARTY: Parameter = ("party", "A name of the register.", Kind::Path, true);

const CALLS: &[Call] = &[
    Call {
        path: "/network",
        id: "network",
        does: "The network.",
        needs: Needs::Nothing,
        parameters: &[],
        gives: one::<NetworkView>,
    },
    Call {
        path: "/clauses",
        id: "clauses",
        does: "Every clause of the charter in force.",
        needs: Needs::Nothing,
        parameters: &[],
        gives: one::<Vec<ClauseView>>,
    },
    Call {
        path: "/clauses/{clause}",
        id: "clause",
        does: "One clause of the charter in force.",
        needs: Needs::Nothing,
        parameters: &[CLAUSE],
        gives: one::<ClauseView>,
    },
    Call {
        path: "/answer",
        id: "answer",
        does: "Answers a question in the charter's words, with reasons.",
        needs: Needs::Key("read"),
        parameters: &[("question", "Such as `may A vote at general-assembly`.", Kind::Text, true), ON],
        gives: one::<AnswerView>,
    },
    Call {
        path: "/due",
        id: "due",
        does: "What falls due in a stretch of days, three years at most.",
        needs: Needs::Secretariat("read"),
        parameters: &[
            ("from", "The first day; left out: today.", Kind::Day, false),
            ("to", "The last day; left out: today.", Kind::Day, false),
        ],
        gives: one::<Vec<Item>>,
    },
    Call {
        path: "/matters",
        id: "matters",
        does: "Procedures under way: for a party its own and those in which it may do something.",
        needs: Needs::Key("read"),
        parameters: &[],
        gives: one::<Vec<MatterView>>,
    },
    Call {
        path: "/notices",
        id: "notices",
        does: "The newest notices, and what became of each: for a party those to it.",
        needs: Needs::Key("read"),
        parameters: &[],
        gives: one::<Vec<NoticeView>>,
    },
    Call {
        path: "/parties",
        id: "parties",
        does: "Everybody in the register whose name holds a text.",
        needs: Needs::Secretariat("read"),
        parameters: &[("name", "The text; left out: everybody.", Kind::Text, false)],
        gives: one::<Vec<PartyView>>,
    },
    Call {
        path: "/parties/{party}",
        id: "party",
        does: "Where somebody stands: for a party, itself alone.",
        needs: Needs::Key("read"),
        parameters: &[PARTY, ON],
        gives: one::<StandingView>,
    },
    Call {
        path: "/acts",
        id: "acts",
        does: "Acts in the order in which they were recorded, a page at a time.",
        needs: Needs::Secretariat("read"),
        parameters: &[
            ("after", "The place behind which the page begins.", Kind::Number, false),
            ("limit", "How many at most, up to 500.", Kind::Number, false),
        ],
        gives: one::<Vec<Placed>>,
    },
];

fn one<T: JsonSchema>(generator: &mut SchemaGenerator) -> Json {
    generator.subschema_for::<T>().to_value()
}

/// The document as a whole.
pub fn document() -> Json {
    let settings =
        SchemaSettings::draft2020_12().with(|settings| settings.definitions_path = "/components/schemas".into());
    let mut generator = settings.into_generator();
    let mut paths = serde_json::Map::new();
    for call in CALLS {
        let item = json!({ "get": operation(call, &mut generator) });
        paths.insert(format!("/api/v1{}", call.path), item);
    }
    if let Some(Json::Object(acts)) = paths.get_mut("/api/v1/acts") {
        acts.insert(String::from("post"), recording(&mut generator));
    }
    let mut schemas = generator.take_definitions(true);
    schemas.insert(String::from("Problem"), problem());
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Quorate",
            "version": "1",
            "license": { "name": "Apache-2.0", "identifier": "Apache-2.0" },
            "description": "The use cases of the pages, for programs. A network is told by the host name. A key acts for one party; \
                what the charter allows to that party, the charter is asked.",
        },
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": { "key": { "type": "http", "scheme": "bearer" } },
        },
    })
}

fn operation(call: &Call, generator: &mut SchemaGenerator) -> Json {
    let parameters: Vec<Json> = call.parameters.iter().map(parameter).collect();
    let mut responses = json!({
        "200": { "description": "Here it is.", "content": { "application/json": { "schema": (call.gives)(generator) } } },
        "400": failing("The address cannot be read."),
        "404": failing("There is no such thing, or it is not for the key's party."),
    });
    let security = match call.needs {
        Needs::Nothing => json!([]),
        Needs::Key(_) | Needs::Secretariat(_) => {
            if let Json::Object(responses) = &mut responses {
                responses.insert(String::from("401"), failing("No key, or one that does not work."));
                responses.insert(String::from("403"), failing("The key does not allow this."));
            }
            json!([{ "key": [] }])
        }
    };
    let needs = match call.needs {
        Needs::Nothing => String::from("Needs no key."),
        Needs::Key(scope) => format!("Needs a key with the scope `{scope}`."),
        Needs::Secretariat(scope) => format!("Needs a key of the secretariat with the scope `{scope}`."),
    };
    json!({
        "operationId": call.id,
        "summary": call.does,
        "description": needs,
        "parameters": parameters,
        "security": security,
        "responses": responses,
    })
}

fn parameter((name, what, kind, required): &Parameter) -> Json {
    let schema = match kind {
        Kind::Path | Kind::Text => json!({ "type": "string" }),
        Kind::Day => json!({ "type": "string", "format": "date" }),
        Kind::Number => json!({ "type": "integer", "format": "int64" }),
    };
    let place = if *kind == Kind::Path { "path" } else { "query" };
    json!({ "name": name, "in": place, "description": what, "required": required, "schema": schema })
}

fn recording(generator: &mut SchemaGenerator) -> Json {
    let recorded = json!({ "application/json": { "schema": one::<Recorded>(generator) } });
    json!({
        "operationId": "record",
        "summary": "Records an act, or looks at what the charter says of it.",
        "description": "Needs a key with the scope `record`. Acts that bring documents are recorded on the pages.",
        "security": [{ "key": [] }],
        "requestBody": {
            "required": true,
            "content": { "application/json": { "schema": one::<Sent>(generator) } },
        },
        "responses": {
            "200": { "description": "It was looked at; nothing was recorded.", "content": recorded.clone() },
            "201": { "description": "It is recorded.", "content": recorded },
            "400": failing("The body cannot be read."),
            "401": failing("No key, or one that does not work."),
            "403": failing("The key does not allow this."),
            "404": failing("There is no such network."),
            "409": failing("The charter does not allow it; the answer says why."),
            "422": failing("It is not whole, or says what it cannot say."),
        },
    })
}

fn failing(what: &str) -> Json {
    let schema = json!({ "$ref": "#/components/schemas/Problem" });
    json!({ "description": what, "content": { "application/problem+json": { "schema": schema } } })
}

/// Problem details, as RFC 9457 has them.
fn problem() -> Json {
    json!({
        "type": "object",
        "required": ["type", "title", "status", "detail"],
        "properties": {
            "type": { "type": "string" },
            "title": { "type": "string" },
            "status": { "type": "integer" },
            "detail": { "type": "string" },
            "answer": { "$ref": "#/components/schemas/AnswerView" },
            "findings": { "type": "array", "items": { "type": "string" } },
        },
    })
}

/// Serves it.
pub async fn serve(_: HttpRequest) -> HttpResponse {
    HttpResponse::Ok().json(document())
}
