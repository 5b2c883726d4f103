//! What a need of a criterion counts.

use crate::signal::{self, Signal};

/// What a need counts.
#[derive(Debug, Clone, Copy)]
pub enum Asks {
    /// Distinct pieces of one signal.
    Signal(&'static Signal),
    /// Signals of the kind's craft that are held.
    CraftMet,
    /// Distinct pieces of the kind's craft, at most [`Asks::DEPTH`] of each signal.
    CraftDepth,
}

impl Asks {
    /// Most pieces of one craft signal that count towards the depth of the craft.
    pub const DEPTH: usize = 3;
    /// What counts the kind's craft, by the names that `points.toml` uses.
    const CRAFT: [(&'static str, Self); 2] = [("craft.met", Self::CraftMet), ("craft.depth", Self::CraftDepth)];

    /// What a name in `points.toml` stands for.
    pub fn named(name: &str) -> Option<Self> {
        let craft = Self::CRAFT.into_iter().find(|(id, _)| *id == name).map(|(_, asks)| asks);
        craft.or_else(|| signal::find(name).map(Self::Signal))
    }

    /// Its name in `points.toml`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Signal(signal) => signal.id,
            Self::CraftMet => "craft.met",
            Self::CraftDepth => "craft.depth",
        }
    }

    /// The signal that is counted; none where the kind's craft is.
    pub fn signal(self) -> Option<&'static Signal> {
        match self {
            Self::Signal(signal) => Some(signal),
            Self::CraftMet | Self::CraftDepth => None,
        }
    }
}
