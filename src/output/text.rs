//! Reviews and facts → text for a person, on a terminal or in a file.

mod across;
pub mod calibration;
mod criteria;
pub mod explain;
mod facts;
mod findings;
mod full;
mod line;
mod look;
mod mark;
mod picture;
pub mod rubric;
mod steps;
mod table;
mod verdict;
pub mod wrap;

pub use facts::{FactsText, SensitivityText};
pub use full::Full;
pub use line::Line;
pub use look::{Look, Tone};
pub use table::{Columns, Table};
