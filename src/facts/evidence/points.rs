//! Cues → is the sentence a piece of evidence, the source of one, or a limit of it?
//!
//! Each cue speaks for or against with some points; a sentence that gathers enough is one. A point is about a quarter
//! of a unit of log odds.

use super::cue::{Cue, Cues};

/// How much each cue speaks for something, and how much it takes.
struct Scale {
    points: [i8; 128],
    enough: i32,
}

impl Scale {
    const fn new(weights: &[(Cue, i8)], enough: i32) -> Self {
        let mut points = [0; 128];
        let mut at = 0;
        while at < weights.len() {
            points[weights[at].0 as usize] = weights[at].1;
            at += 1;
        }
        Self { points, enough }
    }

    fn holds(&self, cues: Cues) -> bool {
        let mut bits = cues.bits();
        let mut sum = 0;
        while bits != 0 {
            sum += i32::from(self.points[bits.trailing_zeros() as usize]);
            bits &= bits - 1;
        }
        sum >= self.enough
    }
}

static ITEM: Scale = Scale::new(
    &[
        (Cue::Percent, 10),
        (Cue::Share, 7),
        (Cue::Quoted, 5),
        (Cue::FindingsHeading, 5),
        (Cue::Found, 5),
        (Cue::Money, 4),
        (Cue::ReactedInResearch, 4),
        (Cue::Reception, 5),
        (Cue::Duration, 3),
        (Cue::FindingsPath, 3),
        (Cue::Measured, 3),
        (Cue::OtherProduct, 2),
        (Cue::Many, 2),
        (Cue::Numbers, 2),
        (Cue::Past, 2),
        (Cue::Count, 2),
        (Cue::Reaction, 2),
        (Cue::SomeReacted, 2),
        (Cue::StateOfMind, 1),
        (Cue::ProblemHeading, 1),
        (Cue::Negation, 1),
        (Cue::People, 1),
        (Cue::Speech, 1),
        (Cue::LeadIn, -7),
        (Cue::BuildHeading, -5),
        (Cue::Bidding, -5),
        (Cue::Limit, -4),
        (Cue::PlanHeading, -4),
        (Cue::OtherFact, -5),
        (Cue::Aim, -3),
        (Cue::UnknownHeading, -3),
        (Cue::MethodHeading, -3),
        (Cue::Threshold, -3),
        (Cue::Purpose, -3),
        (Cue::LimitHeading, -3),
        (Cue::MethodDone, -3),
        (Cue::MethodOnly, -2),
        (Cue::MethodDetail, -1),
        (Cue::Short, -3),
        (Cue::Labelled, -2),
        (Cue::Question, -3),
        (Cue::ChoiceHeading, -2),
        (Cue::Possible, -1),
        (Cue::Intention, -1),
        (Cue::AssumptionHeading, -1),
        (Cue::Believed, -1),
        (Cue::Contrast, -1),
    ],
    10,
);

static SOURCE: Scale = Scale::new(
    &[
        (Cue::SourceLead, 8),
        (Cue::MethodDone, 6),
        (Cue::MethodFrame, 6),
        (Cue::MethodHeading, 5),
        (Cue::SampleSize, 4),
        (Cue::Found, 4),
        (Cue::MethodNoun, 4),
        (Cue::MethodOnly, 3),
        (Cue::Count, 3),
        (Cue::Duration, 2),
        (Cue::MethodDetail, 2),
        (Cue::Date, 2),
        (Cue::We, 2),
        (Cue::Measured, 2),
        (Cue::Percent, 1),
        (Cue::Reaction, 1),
        (Cue::FindingsHeading, 2),
        (Cue::People, 2),
        (Cue::Past, 2),
        (Cue::Address, 2),
        (Cue::Speech, 1),
        (Cue::Long, 1),
        (Cue::Cell, -6),
        (Cue::Possible, -4),
        (Cue::Condition, -3),
        (Cue::BuildHeading, -4),
        (Cue::ChoiceHeading, -3),
        (Cue::LimitHeading, -3),
        (Cue::Intention, -3),
        (Cue::Obligation, -2),
        (Cue::Item, -2),
        (Cue::Present, -1),
        (Cue::Bidding, -4),
        (Cue::Question, -4),
        (Cue::Quoted, -3),
        (Cue::ReactedInResearch, -2),
        (Cue::UnknownHeading, -3),
        (Cue::Short, -2),
    ],
    14,
);

static LIMIT: Scale = Scale::new(
    &[
        (Cue::Limit, 14),
        (Cue::LimitHeading, 7),
        (Cue::CannotKnow, 7),
        (Cue::AssumptionHeading, 4),
        (Cue::Negation, 3),
        (Cue::MethodDone, 2),
        (Cue::ObservedLimit, 4),
        (Cue::Found, 2),
        (Cue::We, 2),
        (Cue::Many, 1),
        (Cue::Labelled, 1),
        (Cue::MethodNoun, 1),
        (Cue::FindingsPath, 2),
        (Cue::Short, -4),
        (Cue::Cell, -3),
        (Cue::Condition, -3),
        (Cue::BuildHeading, -4),
        (Cue::PlanHeading, -2),
        (Cue::ProblemHeading, -2),
        (Cue::Question, -3),
        (Cue::Bidding, -3),
        (Cue::Quoted, -2),
    ],
    11,
);

/// A concrete piece of evidence.
pub(super) fn is_item(cues: Cues) -> bool {
    ITEM.holds(cues)
}

/// Who, when, how many, by which method, from what data.
pub(super) fn is_source(cues: Cues) -> bool {
    SOURCE.holds(cues)
}

/// How far a finding can be trusted.
pub(super) fn is_limit(cues: Cues) -> bool {
    LIMIT.holds(cues)
}
