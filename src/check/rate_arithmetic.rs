//! A rate that is not the ratio of its counts.

use super::amount::amount;
use super::{Case, Hit};
use crate::facts::numbers::{Figure, Flow};
use crate::mention::quantity::QuantityKind;

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let numbers = &case.facts.numbers;
    let hit = |rate: &Figure, right: f64| case.hit(rate.words.text).with("right", amount(right, QuantityKind::Percent));
    let mut hits: Vec<Hit> = Vec::new();
    for ratio in &numbers.ratios {
        let right = ratio.some / ratio.of * 100.0;
        // The share of the others, or of all that is told, may be meant.
        if !agrees(&ratio.rate, right) && !agrees(&ratio.rate, 100.0 - right) {
            hits.push(hit(&ratio.rate, right).beside("count", case.doc.span_of(ratio.counts.text)));
        }
    }
    for flow in &numbers.flows {
        for (rate, right, counts) in wrong_rates(flow) {
            let found = hit(rate, right);
            hits.push(counts.iter().fold(found, |found, f| found.beside("count", case.doc.span_of(f.words.text))));
        }
    }
    hits.sort_by_key(|hit| hit.span);
    hits.dedup_by_key(|hit| hit.span);
    hits
}

/// The rates of a funnel that its counts do not make, with what they make, by the reading that most of the others have.
fn wrong_rates(flow: &Flow) -> Vec<(&Figure, f64, [&Figure; 2])> {
    let counts = &flow.counts;
    let mut wrong = Vec::new();
    for rates in flow.rates.iter().filter(|rates| rates.len() == counts.len()) {
        let of = |reading: Reading, at: usize| -> Option<(f64, [&Figure; 2])> {
            let (some, of) = match reading {
                Reading::OfBefore | Reading::Lost => (at, at.checked_sub(1)?),
                Reading::OfFirst => (at, 0),
                Reading::ToNext | Reading::LostNext => (at + 1, at),
            };
            let (some, of) = (counts.get(some)?, counts.get(of)?);
            let share = some.value / of.value * 100.0;
            let lost = matches!(reading, Reading::Lost | Reading::LostNext);
            (of.value > 0.0).then_some((if lost { 100.0 - share } else { share }, [some, of]))
        };
        let fits = |reading: Reading| {
            let told = rates.iter().enumerate().filter_map(|(at, rate)| Some((rate.as_ref()?, of(reading, at)?)));
            told.filter(|(rate, (right, _))| agrees(rate, *right) && (right - 100.0).abs() > 0.01).count()
        };
        let readings = [Reading::OfBefore, Reading::OfFirst, Reading::ToNext, Reading::Lost, Reading::LostNext];
        let most = readings.iter().map(|&r| fits(r)).max().unwrap_or(0);
        let mut best = readings.iter().filter(|&&r| fits(r) == most);
        let (Some(&best), None) = (best.next(), best.next()) else { continue };
        let misses: Vec<_> = rates
            .iter()
            .enumerate()
            .filter_map(|(at, rate)| Some((rate.as_ref()?, of(best, at)?)))
            // A first step has all of those who come; or none who were lost before.
            .filter(|(rate, (right, _))| !agrees(rate, *right))
            .map(|(rate, (right, counts))| (rate, right, counts))
            .collect();
        // One slip among rates that otherwise fit; where more do not, they mean something else.
        if most > 1 && misses.len() == 1 {
            wrong.extend(misses);
        }
    }
    wrong
}

/// What a column of rates can mean.
#[derive(Clone, Copy)]
enum Reading {
    OfBefore,
    OfFirst,
    ToNext,
    Lost,
    LostNext,
}

/// True when a rate is what the counts make, to its last digit or to one part in fifty.
fn agrees(rate: &Figure, right: f64) -> bool {
    (rate.value - right).abs() <= rate.step.max(right * 0.02)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{found, hits};

    const RULE: &str = "rate-arithmetic";

    #[test]
    fn a_rate_that_its_counts_do_not_make_is_found() {
        for (text, rate) in [
            ("7 of 11 (75%) asked for a printed list.\n", "75%"),
            ("- 45% (312 of 480) of the forms came back empty\n", "45%"),
            (
                "## Funnel\n\n| Step | Users | Rate |\n|---|---|---|\n| Visit | 12,000 | 100% |\n| Sign up | 4,800 | 40% |\n| Book | 1,200 | 35% |\n| Pay | 600 | 50% |\n",
                "35%",
            ),
            (
                "## Funnel\n\n- Visits: 10,000\n- Baskets: 2,500 (25%)\n- Orders: 500 (30%)\n- Repeat orders: 100 (20%)\n",
                "30%",
            ),
            ("Last week: 2,000 visits → 500 accounts (25%) → 200 bookings (30%) → 100 stays (50%).\n", "30%"),
        ] {
            assert_eq!(found(RULE, text), [rate], "{text}");
        }
        assert_eq!(hits(RULE, "7 of 11 (75%) left.\n")[0].values[0].1, "63.64%");
    }

    #[test]
    fn a_rate_that_its_counts_make_is_left_alone() {
        for text in [
            "7 of 11 (64%) asked for a printed list.\n",
            "- 65% (312 of 480) of the forms came back empty\n",
            "Only 7 of 11 (36% did not) asked for a printed list.\n",
            "1 in 3 (30%) came back.\n",
            "## Funnel\n\n| Step | Users | Rate |\n|---|---|---|\n| Visit | 12,000 | 100% |\n| Sign up | 4,800 | 40% |\n| Book | 1,200 | 25% |\n| Pay | 600 | 50% |\n",
            "## Funnel\n\n| Step | Users | Of all |\n|---|---|---|\n| Visit | 12,000 | 100% |\n| Sign up | 4,800 | 40% |\n| Book | 1,200 | 10% |\n| Pay | 600 | 5% |\n",
            "## Funnel\n\n| Step | Users | Mobile |\n|---|---|---|\n| Visit | 12,000 | 60% |\n| Sign up | 4,800 | 55% |\n| Book | 1,200 | 70% |\n",
            "Last week: 2,000 visits → 500 accounts (25%) → 200 bookings (40%) → 100 stays (50%).\n",
        ] {
            assert_eq!(found(RULE, text), [""; 0], "{text}");
        }
    }
}
