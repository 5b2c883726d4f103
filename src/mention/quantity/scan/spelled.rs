//! Quantities that begin with a word: numbers in words, fractions, factors, months.

use super::super::unit::{self, Unit};
use super::super::vocabulary::{Role, is_named, role};
use super::super::{QuantityKind, Sign, amount, combine, date};
use super::{Draft, Scanner};

impl Scanner<'_, '_> {
    /// A word without digits that can begin a quantity.
    pub(super) fn word(&mut self, at: usize, role: Role) -> Option<usize> {
        let words = self.words;
        match role {
            Role::Month { number, sure } => date::at_month(words, at, number, sure).map(|found| self.date(found)),
            Role::Fiscal => date::at_code(words, at).map(|found| self.date(found)),
            Role::Small(_) => {
                if words.touches(at) && words.before(at, 1) == "-" && words.touches(at - 1) {
                    return None;
                }
                if let Some((value, of, end)) = combine::spelled_fraction(words, at) {
                    return Some(self.write(Draft::spelled(at, end, QuantityKind::OfTotal { of }, value)));
                }
                let mut amount = amount::read_spelled(words, at)?;
                if words.before(at, 1) == "minus" {
                    amount.sign = Some(Sign::Minus);
                    amount.start -= 1;
                }
                if amount.is_bare() && is_named(words, at) {
                    return Some(self.pass(amount.end));
                }
                Some(self.amount(amount))
            }
            Role::Scale(_) => Some(self.amount(amount::read_scale(words, at)?)),
            Role::Half => self.half(at),
            Role::Part(of) => {
                if let Some(found) = (of == 4).then(|| date::at_quarter(words, at)).flatten() {
                    return Some(self.date(found));
                }
                let share = words.before(at, 1) == "a"
                    && (words.lower(at + 1) == "of"
                        || matches!(words.before(at, 2), "by" | "than" | "about" | "nearly"));
                let of = f64::from(of);
                share.then(|| self.write(Draft::spelled(at - 1, at + 1, QuantityKind::OfTotal { of }, 1.0)))
            }
            Role::Twice => {
                let kind = if unit::compares(words, at + 1) { QuantityKind::Multiple } else { QuantityKind::Number };
                Some(self.write(Draft::spelled(at, at + 1, kind, 2.0)))
            }
            Role::Times(factor) => Some(self.write(Draft::spelled(at, at + 1, QuantityKind::Multiple, factor))),
            Role::TimesBeforeNoun(factor) => {
                matches!(words.lower(at + 1), "the" | "our" | "its" | "their" | "that" | "your" | "my" | "this")
                    .then(|| self.write(Draft::spelled(at, at + 1, QuantityKind::Multiple, factor)))
            }
        }
    }

    fn half(&mut self, at: usize) -> Option<usize> {
        let words = self.words;
        if matches!(
            words.before(at, 1),
            "first" | "second" | "other" | "latter" | "top" | "bottom" | "better" | "last" | "1st" | "2nd"
        ) {
            return None;
        }
        let article = matches!(words.lower(at + 1), "a" | "an");
        if let Some(Role::Scale(scale)) = role(words.lower(at + 2)).filter(|_| article) {
            let amount = amount::of_words(words, at, at + 3, scale / 2.0);
            return Some(self.write(Draft::of(&amount)));
        }
        let amount = amount::of_words(words, at, at + 1 + usize::from(article), 0.5);
        if article || matches!(amount.unit, Unit::Duration(_)) {
            return Some(self.write(Draft::of(&amount)));
        }
        let share = matches!(
            words.lower(at + 1),
            "of" | "the" | "our" | "their" | "all" | "its" | "these" | "those" | "your" | "my" | "as"
        ) || matches!(
            words.before(at, 1),
            "by" | "about" | "nearly" | "almost" | "over" | "than" | "roughly" | "under"
        );
        share.then(|| self.write(Draft::spelled(at, at + 1, QuantityKind::OfTotal { of: 2.0 }, 1.0)))
    }
}
