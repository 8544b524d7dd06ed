//! A span for each statement, as part of the trace at hand: the statement alone, never its values.

use diesel::Connection;
use diesel::connection::{Instrumentation, InstrumentationEvent};
use diesel::pg::PgConnection;
use diesel::r2d2::{CustomizeConnection, Error};
use tracing::Span;

/// What diesel writes between a statement and its values.
const VALUES: &str = " -- binds:";

/// Follows the statements of one connection.
#[derive(Default)]
pub(crate) struct Statements {
    open: Option<Span>,
}

impl Instrumentation for Statements {
    fn on_connection_event(&mut self, event: InstrumentationEvent<'_>) {
        match event {
            InstrumentationEvent::StartQuery { query, .. } => {
                self.open = Some(tracing::info_span!("sql", statement = %statement(&query.to_string())));
            }
            InstrumentationEvent::FinishQuery { .. } => self.open = None,
            _ => {}
        }
    }
}

/// A statement without its values.
fn statement(said: &str) -> &str {
    said.split_once(VALUES).map_or(said, |(statement, _)| statement)
}

/// Lets each new connection of a pool be followed.
#[derive(Debug)]
pub(crate) struct Followed;

impl CustomizeConnection<PgConnection, Error> for Followed {
    fn on_acquire(&self, connection: &mut PgConnection) -> Result<(), Error> {
        connection.set_instrumentation(Statements::default());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::statement;

    #[test]
    fn values_are_left_out() {
        let said = "SELECT \"x\" FROM \"y\" WHERE \"z\" = $1 -- binds: [\"Ana\"]";
        assert_eq!(statement(said), "SELECT \"x\" FROM \"y\" WHERE \"z\" = $1");
    }
}
