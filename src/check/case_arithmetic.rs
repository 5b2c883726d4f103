//! A business case whose terms do not make its total, or whose month does not make its year.

use super::amount::number;
use super::{Case, Hit};
use crate::facts::numbers::{Figure, Product};
use crate::mention::quantity::QuantityKind;

/// What rounding may add, as a share of the total.
const ROUNDING: f64 = 0.03;

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let numbers = &case.facts.numbers;
    let at = |figure: &Figure| case.doc.span_of(figure.words.text);
    let mut hits = Vec::new();
    for product in &numbers.products {
        if let Some(right) = wrong(product) {
            let hit = case.hit(product.total.words.text).with("right", number(right));
            hits.push(product.terms.iter().fold(hit, |hit, term| hit.beside("term", at(term))));
        }
    }
    for pair in &numbers.yearly {
        let right = pair.month.value * 12.0;
        if !close(&pair.year, right, pair.month.step * 6.0) {
            let hit = case.hit(pair.year.words.text).with("right", number(right));
            hits.push(hit.beside("term", at(&pair.month)));
        }
    }
    hits.sort_by_key(|hit| hit.span);
    hits
}

/// What the terms make, when it is not the total.
fn wrong(product: &Product) -> Option<f64> {
    let factor = |figure: &Figure| match figure.kind {
        QuantityKind::Percent => figure.value / 100.0,
        _ => figure.value,
    };
    let (times, over) = product.terms.split_at(product.divided_from.min(product.terms.len()));
    let below: f64 = over.iter().map(factor).product();
    let right = times.iter().map(factor).product::<f64>() / below;
    let money = |f: &Figure| matches!(f.kind, QuantityKind::Money(_));
    let share = product.terms.len() == 2 && product.terms.iter().any(|term| term.kind == QuantityKind::Percent);
    // Products without money, a score say, are no business case, except so many of so many.
    if !share && !product.terms.iter().chain([&product.total]).any(money) {
        return None;
    }
    let loose = product.terms.iter().any(|term| term.loose);
    if loose || !right.is_finite() || right <= 0.0 {
        return None;
    }
    let total = factor(&product.total);
    let step = product.total.step * if product.total.kind == QuantityKind::Percent { 0.01 } else { 1.0 };
    let fits = |right: f64| close_to(total, right, step / 2.0, product.total.loose);
    // A total for a year, or terms for a month, may leave the twelve unsaid.
    let unsaid = (product.yearly || product.monthly) && (fits(right * 12.0) || fits(right * 52.0))
        || product.yearly && product.monthly && fits(right / 12.0);
    // A share without its sign: 5 for 5%; a total in another unit that is told elsewhere.
    let scaled = [100.0, 0.01, 1000.0, 0.001, 1e6, 1e-6]
        .iter()
        .any(|by| fits(right * by) && !matches!(product.total.kind, QuantityKind::Money(_)));
    (!fits(right) && !unsaid && !scaled).then_some(right)
}

fn close(figure: &Figure, right: f64, slack: f64) -> bool {
    close_to(figure.value, right, figure.step / 2.0 + slack, figure.loose)
}

fn close_to(value: f64, right: f64, step: f64, loose: bool) -> bool {
    let share = if loose { 0.15 } else { ROUNDING };
    (value - right).abs() <= step.max(right * share)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{found, hits};

    const RULE: &str = "case-arithmetic";

    #[test]
    fn a_total_that_its_terms_do_not_make_is_found() {
        for (text, total) in [
            ("4,000 shops × 5% × €30 = €60,000.\n", "€60,000"),
            ("- 2 lakh riders × 4% × ₹ 150 = ₹ 1,20,000\n", "₹ 1,20,000"),
            ("| Case | Sum |\n|---|---|\n| Low | 12k visits x 2% x $40 = $96k |\n", "$96k"),
            ("Rent saved: £ 1.5k × 12 = £ 15k\n", "£ 15k"),
            ("The plan saves €2,000 a month, or €20,000 a year.\n", "€20,000"),
        ] {
            assert_eq!(found(RULE, text), [total], "{text}");
        }
        assert_eq!(hits(RULE, "4,000 shops × 5% × €30 = €60,000.\n")[0].related.len(), 3);
    }

    #[test]
    fn a_total_that_its_terms_make_is_left_alone() {
        for text in [
            "4,000 shops × 5% × €30 = €6,000.\n",
            "- 2 lakh riders × 4% × ₹ 150 = ₹ 12,00,000\n",
            "| Case | Sum |\n|---|---|\n| Low | 12k visits x 2% x $40 = $9.6k |\n",
            "The plan saves €2,000 a month, or €24,000 a year.\n",
            "400 shops × 5% × €30 a month = €7,200 a year.\n",
            "Score: 8 × 5 × 80% = 32\n",
            "400 shops × (5% − 3%) × €30 = €240.\n",
            "About 4,000 shops × 5% × €30 = €7,000.\n",
            "4.000 shops × 5% × €30 = €60,000.\n",
            "The plan saves €2,000 a month for us and €20,000 a year for the depots.\n",
        ] {
            assert_eq!(found(RULE, text), [""; 0], "{text}");
        }
    }
}
