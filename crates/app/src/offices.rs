//! Bodies and their seats, as those who belong to the network may see them.

use interpreter::BodySheet;
use kernel::Date;

use crate::Hosted;

impl Hosted {
    /// Every body with its seats through time: for members, for those who hold a seat or act for a body, and for whoever looks
    /// after the register. None: they are not for whoever asks.
    pub fn bodies(&self, who: &str, sees_all: bool, on: Date) -> Option<Vec<BodySheet>> {
        let bodies = self.interpreter().bodies(&self.index(), on);
        let holds = |body: &BodySheet| {
            body.name == who
                || body.seats.iter().any(|seat| seat.name == who || seat.held.iter().any(|held| held.by == who))
        };
        (sees_all || self.is_member(who, on) || bodies.iter().any(holds)).then_some(bodies)
    }
}
