//! The single transferable vote in four published forms. Each has its own module; papers lie in [`piles`].

mod ers97;
mod gregory;
mod meek;
pub(super) mod piles;

pub(crate) use ers97::count as ers97;
pub(crate) use gregory::{scottish, wigm};
pub(crate) use meek::count as meek;
