//! A change that is not the one its two values make.

use super::amount::{amount, number};
use super::{Case, Hit};
use crate::facts::numbers::Move;
use crate::mention::quantity::QuantityKind;

/// What rounding may add, as a share of the change itself.
const ROUNDING: f64 = 0.02;
/// Figures that are told in such steps are no more exact than the values that they are made of.
const ROUND: f64 = 5.0;

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let hits = case.facts.numbers.moves.iter().filter_map(|m| {
        let (stated, right) = wrong(m)?;
        let quote = |text| case.doc.str(text).to_owned();
        let hit = case.hit(stated);
        Some(
            hit.with("from", quote(m.from.words.text))
                .with("to", quote(m.to.words.text))
                .with("right", right)
                .beside("from", case.doc.span_of(m.from.words.text))
                .beside("to", case.doc.span_of(m.to.words.text)),
        )
    });
    hits.collect()
}

/// The words of a change that does not follow from its values, and what it would be.
fn wrong(m: &Move) -> Option<(crate::span::TextRange, String)> {
    let stated = m.stated?;
    if stated.loose || m.from.loose || m.to.loose || m.from.value <= 0.0 || m.to.value < 0.0 {
        return None;
    }
    let points = m.to.value - m.from.value;
    let relative = points / m.from.value * 100.0;
    let shares = m.from.kind == QuantityKind::Percent;
    let ((from_least, from_most), (to_least, to_most)) = (m.from.span(), m.to.span());
    // Odd digits may come from values that are rounded here; a round figure is worked out from what stands here.
    let round = stated.value % ROUND == 0.0;
    let agrees = |least: f64, most: f64| {
        let (least, most) =
            if least.abs() <= most.abs() { (least.abs(), most.abs()) } else { (most.abs(), least.abs()) };
        let slack = stated.step / 2.0 + most * ROUNDING;
        let said = stated.value.abs();
        (least - slack..=most + slack).contains(&said)
    };
    let difference = !round && agrees(to_least - from_most, to_most - from_least) || agrees(points, points);
    let ratio = from_least > 0.0
        && (!round && agrees((to_least / from_most - 1.0) * 100.0, (to_most / from_least - 1.0) * 100.0)
            || agrees(relative, relative));
    let right = |relative: f64| {
        let change = amount(relative, QuantityKind::Percent);
        if shares { format!("{change}, or {} percentage points", number(points)) } else { change }
    };
    let fine = match stated.kind {
        QuantityKind::PercentagePoints => !shares || difference,
        _ => ratio,
    };
    (!fine).then(|| (stated.words.text, right(relative)))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{found, hits};

    const RULE: &str = "stated-change";

    #[test]
    fn a_change_that_its_values_do_not_make_is_found() {
        for (text, change) in [
            ("Bookings go from 20% to 28% (+50%).\n", "+50%"),
            ("- Raise orders from 1,200 to 1,500 (a 35% increase)\n", "35%"),
            ("| Metric | Baseline | Target | Change |\n|---|---|---|---|\n| Basket | €40 | €46 | +25% |\n", "+25%"),
            ("We cut the bill by 40%, from ₹ 1,20,000 to ₹ 90,000.\n", "40%"),
            ("Completion went from 60% to 66% (+6%).\n", "+6%"),
            ("Completion went from 60% to 66% (+10 pp).\n", "+10 pp"),
        ] {
            assert_eq!(found(RULE, text), [change], "{text}");
        }
        let hit = &hits(RULE, "Bookings go from 20% to 28% (+50%).\n")[0];
        assert!(hit.values.contains(&("right", "40%, or 8 percentage points".to_owned())));
    }

    #[test]
    fn a_change_that_its_values_make_is_left_alone() {
        for text in [
            "Bookings go from 20% to 28% (+40%).\n",
            "- Raise orders from 1,200 to 1,500 (a 25% increase)\n",
            "| Metric | Baseline | Target | Change |\n|---|---|---|---|\n| Basket | €40 | €46 | +15% |\n",
            "We cut the bill by 25%, from ₹ 1,20,000 to ₹ 90,000.\n",
            "Completion went from 60% to 66% (+6 pp).\n",
            "Bookings go from 20% to 28% (at 95% confidence).\n",
            "The median fell from 3 days to 2 days (-33%).\n",
            "Orders rose from 1.200 to 1.500 (+90%), and 40% of them were late.\n",
            "Visits went from 41% to about 45% (+20%).\n",
        ] {
            assert_eq!(found(RULE, text), [""; 0], "{text}");
        }
    }
}
