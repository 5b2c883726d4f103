//! Parts that do not sum to their whole.

use super::amount::amount;
use super::{Case, Hit};
use crate::facts::numbers::{Figure, Sum};
use crate::mention::quantity::QuantityKind;

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let hits = case.facts.numbers.sums.iter().filter(|sum| !closes(sum)).map(|sum| {
        let hit = case.hit(sum.whole.words.text).with("sum", amount(total(sum), sum.whole.kind));
        sum.parts.iter().fold(hit, |hit, part| hit.beside("part", case.doc.span_of(part.words.text)))
    });
    let mut hits: Vec<Hit> = hits.collect();
    hits.extend(case.facts.numbers.splits.iter().filter(|parts| passes(parts)).filter_map(|parts| split(case, parts)));
    hits.sort_by_key(|hit| hit.span);
    hits
}

/// Shares of one whole that are more than all of it, beyond what their last digits can add.
fn passes(parts: &[Figure]) -> bool {
    let sum: f64 = parts.iter().map(|part| part.value).sum();
    let slack: f64 = parts.iter().map(|part| part.step / 2.0).sum();
    sum > 100.0 + slack.max(1.0)
}

fn split(case: &Case<'_>, parts: &[Figure]) -> Option<Hit> {
    let (first, last) = parts.first().zip(parts.last())?;
    let sum = parts.iter().map(|part| part.value).sum();
    let all = Hit { words: "100%".to_owned(), ..case.hit(first.words.text.cover(last.words.text)) };
    let hit = all.with("sum", amount(sum, QuantityKind::Percent));
    Some(parts.iter().fold(hit, |hit, part| hit.beside("part", case.doc.span_of(part.words.text))))
}

fn total(sum: &Sum) -> f64 {
    sum.parts.iter().map(|part| part.value).sum()
}

/// The parts sum to the whole, or miss it by no more than their last digits can.
fn closes(sum: &Sum) -> bool {
    let shown = |step: f64, value: f64| if step == 1.0 && value.fract() == 0.0 { 0.0 } else { step / 2.0 };
    let counted = sum.whole.kind == QuantityKind::Number;
    let slack: f64 =
        sum.parts.iter().chain([&sum.whole]).map(|f| if counted { shown(f.step, f.value) } else { f.step / 2.0 }).sum();
    // A value between the least and the most of them is a mean, whatever its row is called.
    let below = sum.parts.iter().any(|part| part.value < sum.whole.value);
    let above = sum.parts.iter().any(|part| part.value >= sum.whole.value);
    if below && above && total(sum) > sum.whole.value {
        return true;
    }
    (total(sum) - sum.whole.value).abs() <= slack + sum.whole.value.abs() * 1e-9
}

#[cfg(test)]
mod tests {
    use super::super::testing::{found, hits};

    const RULE: &str = "parts-and-whole";

    #[test]
    fn parts_that_miss_their_whole_are_found() {
        for (text, whole) in [
            ("We held 24 interviews (10 buyers, 8 sellers, 5 admins).\n", "24"),
            ("- 1,250 orders (900 online and 300 by phone)\n", "1,250"),
            ("| Work | Weeks |\n|---|---|\n| Forms | 3 |\n| Import | 5 |\n| **Total** | 9 |\n", "9"),
            (
                "| Cost | A year |\n|---|---|\n| Staff | € 1.200,50 |\n| Rent | € 800,25 |\n| Total | € 2.100,75 |\n",
                "€ 2.100,75",
            ),
            (
                "| Reason | Share |\n|---|---|\n| Price | 50% |\n| Time | 30% |\n| Other | 10% |\n| Total | 100% |\n",
                "100%",
            ),
        ] {
            assert_eq!(found(RULE, text), [whole], "{text}");
        }
        assert_eq!(hits(RULE, "We held 9 calls (4 bakers, 3 cooks).\n")[0].related.len(), 2);
    }

    #[test]
    fn parts_that_sum_up_and_lists_that_are_no_parts_are_left_alone() {
        for text in [
            "We held 24 interviews (10 buyers, 8 sellers, 6 admins).\n",
            "- 1,250 orders (950 online and 300 by phone)\n",
            "| Work | Weeks |\n|---|---|\n| Forms | 3 |\n| Import | 5 |\n| **Total** | 8 |\n",
            "| Cost | A year |\n|---|---|\n| Staff | € 1.200,50 |\n| Rent | € 800,25 |\n| Total | € 2.000,75 |\n",
            "| Reason | Share |\n|---|---|\n| Price | 33% |\n| Time | 33% |\n| Other | 33% |\n| Total | 100% |\n",
            "We held 24 interviews (including 10 buyers, 8 sellers).\n",
            "We held 24 interviews (45 minutes, 3 cities).\n",
            "| Work | Weeks |\n|---|---|\n| Forms | 3-4 |\n| Import | 5 |\n| Total | 12 |\n",
            "| Group | Score |\n|---|---|\n| North | 3.1 |\n| South | 4.0 |\n| Total | 3.6 |\n",
        ] {
            assert_eq!(found(RULE, text), [""; 0], "{text}");
        }
    }
}
