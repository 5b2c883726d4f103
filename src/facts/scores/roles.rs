//! Titles of criteria → what each is in a formula.

use super::Grid;

/// What the criteria of a table are, by their index.
#[derive(Debug, Default)]
pub(super) struct Roles {
    pub(super) reach: Option<usize>,
    pub(super) impact: Option<usize>,
    pub(super) confidence: Option<usize>,
    pub(super) effort: Option<usize>,
    pub(super) ease: Option<usize>,
    pub(super) value: Option<usize>,
    pub(super) delay: Option<usize>,
    pub(super) urgency: Option<usize>,
    pub(super) risk: Option<usize>,
    pub(super) score: Option<usize>,
    pub(super) rank: Option<usize>,
    /// The score's title names the method.
    pub(super) named: Option<Named>,
    /// All criteria that are no score, no rank and no known input.
    pub(super) others: Vec<usize>,
    /// Two criteria claim one part, or two columns are scores.
    pub(super) open: bool,
}

/// A method that a score's title names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    Rice,
    Ice,
    Wsjf,
}

impl Roles {
    pub(super) fn of(grid: &Grid<'_, '_>) -> Self {
        let mut roles = Self::default();
        for criterion in 0..grid.scores.criteria.len() {
            let title = grid.title(criterion);
            let name = title.split(['(', '×', '[', '*']).next().unwrap_or_default().trim();
            let has = |words: &[&str]| words.iter().any(|word| name.split([' ', '-', '/']).any(|own| own == *word));
            let named = [("rice", Named::Rice), ("ice", Named::Ice), ("wsjf", Named::Wsjf)];
            let method = named.into_iter().find(|(word, _)| has(&[word])).map(|(_, method)| method);
            let input = roles.place(name, &has);
            let scoring = method.is_some()
                || has(&["ratio"])
                || has(&["score", "total", "weighted", "sum", "points"]) && input.is_none()
                || ["value/effort", "value / effort", "impact/effort", "impact / effort", "roi"].contains(&name);
            if scoring {
                roles.open |= roles.score.is_some();
                roles.score = Some(criterion);
                roles.named = method;
            } else if has(&["rank", "ranking"]) || ["#", "priority", "prio"].contains(&name) {
                roles.rank = roles.rank.or(Some(criterion));
            } else if let Some(place) = input {
                let taken = roles.slot(place);
                let twice = taken.is_some();
                *taken = Some(criterion);
                roles.open |= twice;
            } else {
                roles.others.push(criterion);
            }
        }
        roles
    }

    /// The part that a title names.
    fn place(&self, name: &str, has: &impl Fn(&[&str]) -> bool) -> Option<Part> {
        let starts = |words: &[&str]| words.iter().any(|word| name.starts_with(word));
        Some(match name {
            "r" => Part::Reach,
            "i" => Part::Impact,
            "c" => Part::Confidence,
            _ if starts(&["cost of delay"]) || name == "cod" => Part::Delay,
            _ if starts(&["time critical", "time-critical", "urgency"]) => Part::Urgency,
            _ if starts(&["risk red", "risk/opp", "opportunity enab", "rr"]) => Part::Risk,
            _ if has(&["reach", "audience"]) || starts(&["users reached", "users affected", "people reached"]) => {
                Part::Reach
            }
            _ if has(&["impact"]) => Part::Impact,
            _ if has(&["confidence", "certainty", "conf", "conf."]) => Part::Confidence,
            _ if has(&["ease"]) => Part::Ease,
            _ if has(&["effort", "complexity", "cost", "size"]) || starts(&["person", "job duration"]) => Part::Effort,
            _ if has(&["value", "benefit", "benefits"]) => Part::Value,
            "e" if self.reach.is_some() => Part::Effort,
            "e" => Part::Ease,
            _ => return None,
        })
    }

    /// What a criterion is in the formula.
    pub(super) fn part_of(&self, criterion: usize) -> Option<Part> {
        let slots = [
            (self.reach, Part::Reach),
            (self.impact, Part::Impact),
            (self.confidence, Part::Confidence),
            (self.effort, Part::Effort),
            (self.ease, Part::Ease),
            (self.value, Part::Value),
            (self.delay, Part::Delay),
            (self.urgency, Part::Urgency),
            (self.risk, Part::Risk),
        ];
        slots.into_iter().find(|(slot, _)| *slot == Some(criterion)).map(|(_, part)| part)
    }

    fn slot(&mut self, part: Part) -> &mut Option<usize> {
        match part {
            Part::Reach => &mut self.reach,
            Part::Impact => &mut self.impact,
            Part::Confidence => &mut self.confidence,
            Part::Effort => &mut self.effort,
            Part::Ease => &mut self.ease,
            Part::Value => &mut self.value,
            Part::Delay => &mut self.delay,
            Part::Urgency => &mut self.urgency,
            Part::Risk => &mut self.risk,
        }
    }
}

/// What an input is in a formula.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// How many it reaches.
    Reach,
    /// How much it changes for each.
    Impact,
    /// How sure the estimates are.
    Confidence,
    /// What it takes.
    Effort,
    /// How easy it is.
    Ease,
    /// What it is worth.
    Value,
    /// What waiting costs.
    Delay,
    /// How soon it is needed.
    Urgency,
    /// Risk that it takes away.
    Risk,
}

impl Part {
    /// What it is called where the text gives it no name.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Reach => "reach",
            Self::Impact => "impact",
            Self::Confidence => "confidence",
            Self::Effort => "effort",
            Self::Ease => "ease",
            Self::Value => "value",
            Self::Delay => "cost of delay",
            Self::Urgency => "urgency",
            Self::Risk => "risk reduction",
        }
    }
}
