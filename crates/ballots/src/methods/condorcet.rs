//! Methods that compare candidates by pairs. [`pairs`] counts who is preferred to whom; each method decides from that alone.

mod minimax;
mod pairs;
mod ranked_pairs;
mod schulze;
mod schwartz;

pub(crate) use minimax::count as minimax;
pub(crate) use ranked_pairs::count as ranked_pairs;
pub(crate) use schulze::count as schulze;
pub(crate) use schwartz::count as schwartz;

use crate::caps::Caps;
use crate::ties::Chooser;
use crate::{Candidate, How, Record};

/// Elects from a ranking, the first group first.
fn elect_from(record: &mut Record, ranking: Vec<Vec<Candidate>>, chooser: &Chooser, caps: &Caps) {
    let places = ranking.iter().rev().enumerate();
    let votes: Vec<(Candidate, usize)> =
        places.flat_map(|(place, group)| group.iter().map(move |candidate| (*candidate, place))).collect();
    record.ranking = ranking;
    if record.valid > 0 {
        let chosen = chooser.most(votes, record.seats, caps, &mut record.ties);
        record.elect(chosen, How::Unbeaten);
    }
}
