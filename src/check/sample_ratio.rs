//! Arms that hold other shares of the people than was planned, by more than chance makes.

use super::amount::number;
use super::{Case, Hit};
use crate::facts::numbers::Arms;

/// The values of chi-square that chance passes once in a thousand times, for one degree of freedom and up: Abramowitz and
/// Stegun, Handbook of Mathematical Functions, table 26.8.
const LIMITS: [f64; 5] = [10.828, 13.816, 16.266, 18.467, 20.515];

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let Some(arms) = &case.facts.numbers.arms else { return Vec::new() };
    if !off(arms) {
        return Vec::new();
    }
    let total: f64 = arms.counts.iter().map(|count| count.value).sum();
    let right: Vec<String> = arms.planned.iter().map(|share| number((share * total).round())).collect();
    let told: Vec<&str> = arms.counts.iter().map(|count| case.doc.str(count.words.text)).collect();
    let Some(first) = arms.counts.first() else { return Vec::new() };
    let hit = case.hit(first.words.text).with("counts", told.join(" : ")).with("right", right.join(" : "));
    let hit = arms.counts.iter().skip(1).fold(hit, |hit, f| hit.beside("arm", case.doc.span_of(f.words.text)));
    vec![hit.beside("plan", case.doc.span_of(arms.plan.text))]
}

/// True when chance makes such counts less than once in a thousand times.
fn off(arms: &Arms) -> bool {
    let Some(limit) = arms.counts.len().checked_sub(2).and_then(|at| LIMITS.get(at)) else { return false };
    chi_square(&arms.counts.iter().map(|count| count.value).collect::<Vec<_>>(), &arms.planned) > *limit
}

/// Pearson's chi-square of counts against planned shares: Σ (observed − expected)² ÷ expected.
fn chi_square(counts: &[f64], shares: &[f64]) -> f64 {
    let total: f64 = counts.iter().sum();
    counts.iter().zip(shares).map(|(count, share)| (count - share * total).powi(2) / (share * total)).sum()
}

#[cfg(test)]
mod tests {
    use super::{LIMITS, chi_square};

    #[test]
    fn chance_is_told_from_a_mismatch_as_the_tables_do() {
        let even = [0.5, 0.5];
        for (counts, off) in [
            ([5000.0, 5100.0], false),
            ([5200.0, 4800.0], true),
            ([10_000.0, 10_400.0], false),
            ([50_000.0, 51_000.0], false),
            ([52.0, 48.0], false),
        ] {
            assert_eq!(chi_square(&counts, &even) > LIMITS[0], off, "{counts:?}");
        }
    }
}
