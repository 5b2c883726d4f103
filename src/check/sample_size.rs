//! Fewer in an arm than the stated effect needs.

use super::amount::number;
use super::{Case, Hit};
use crate::facts::numbers::Sizing;
use crate::mention::quantity::QuantityKind;

/// Two-sided significance where the text gives none, in percent.
const SIGNIFICANCE: f64 = 5.0;
/// Power where the text gives none, in percent.
const POWER: f64 = 80.0;
/// How far below the smallest textbook answer is no slip.
const TOLERANCE: f64 = 0.8;

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let Some(sizing) = &case.facts.numbers.sizing else { return Vec::new() };
    let (Some(baseline), Some(effect), Some(arm)) = (sizing.baseline, sizing.effect, sizing.arm) else {
        return Vec::new();
    };
    let Some(least) = least(sizing).filter(|least| arm.value < least * TOLERANCE) else { return Vec::new() };
    let at = |text| case.doc.span_of(text);
    let hit = case.hit(arm.words.text).with("right", number(least.ceil()));
    vec![hit.beside("baseline", at(baseline.words.text)).beside("effect", at(effect.words.text))]
}

/// The smallest number in an arm that a textbook gives, over every reading of the effect that the text leaves open.
pub(super) fn least(sizing: &Sizing) -> Option<f64> {
    let (baseline, effect) = (sizing.baseline?, sizing.effect?);
    let p = baseline.value / 100.0;
    let significance = sizing.significance.unwrap_or(SIGNIFICANCE) / 100.0;
    let power = sizing.power.unwrap_or(POWER) / 100.0;
    let valid = (0.0..1.0).contains(&p) && p > 0.0 && (0.0001..0.5).contains(&significance);
    if !valid || !(0.5..1.0).contains(&power) {
        return None;
    }
    let absolute = effect.value.abs() / 100.0;
    let readings = match effect.kind {
        QuantityKind::PercentagePoints => vec![absolute],
        _ if sizing.relative => vec![p * absolute],
        _ => vec![absolute, p * absolute],
    };
    let signed = readings.iter().flat_map(|delta| [*delta, -delta]).filter(|delta| delta.abs() > 0.0);
    let usual = (significance - 0.05).abs() < 1e-9 && (power - 0.8).abs() < 1e-9;
    let sizes = signed.filter(|delta| (0.0..1.0).contains(&(p + delta)) && p + delta > 0.0).flat_map(|delta| {
        let textbook = [unpooled(p, p + delta, significance, power), pooled(p, p + delta, significance, power)];
        let rule = if usual { rule_of_thumb(p, delta) } else { f64::INFINITY };
        [textbook[0], textbook[1], rule]
    });
    let least = sizes.fold(f64::INFINITY, f64::min);
    least.is_finite().then_some(least)
}

/// Two proportions with their own variances: (zα + zβ)² · (p₁q₁ + p₂q₂) ÷ δ².
/// Fleiss, Levin, Paik: Statistical Methods for Rates and Proportions, chapter 4.
fn unpooled(p1: f64, p2: f64, significance: f64, power: f64) -> f64 {
    let z = quantile(1.0 - significance / 2.0) + quantile(power);
    z * z * (p1 * (1.0 - p1) + p2 * (1.0 - p2)) / (p1 - p2).powi(2)
}

/// The same with the pooled variance where there is no effect: (zα·√(2p̄q̄) + zβ·√(p₁q₁ + p₂q₂))² ÷ δ².
/// Fleiss, Levin, Paik, as above, equation without correction for continuity.
fn pooled(p1: f64, p2: f64, significance: f64, power: f64) -> f64 {
    let mean = f64::midpoint(p1, p2);
    let none = quantile(1.0 - significance / 2.0) * (2.0 * mean * (1.0 - mean)).sqrt();
    let some = quantile(power) * (p1 * (1.0 - p1) + p2 * (1.0 - p2)).sqrt();
    ((none + some) / (p1 - p2)).powi(2)
}

/// 16 · p · (1 − p) ÷ δ², for 5% and 80%. Kohavi, Tang, Xu: Trustworthy Online Controlled Experiments, chapter 17.
fn rule_of_thumb(p: f64, delta: f64) -> f64 {
    16.0 * p * (1.0 - p) / (delta * delta)
}

/// The quantile of the standard normal distribution, to four digits and a half: Abramowitz and Stegun, Handbook of
/// Mathematical Functions, 26.2.23.
fn quantile(p: f64) -> f64 {
    if p < 0.5 {
        return -quantile(1.0 - p);
    }
    let t = (-2.0 * (1.0 - p).ln()).sqrt();
    let above = 2.515_517 + t * (0.802_853 + t * 0.010_328);
    let below = 1.0 + t * (1.432_788 + t * (0.189_269 + t * 0.001_308));
    t - above / below
}

#[cfg(test)]
mod tests {
    use super::super::testing::{found, hits};
    use super::{pooled, rule_of_thumb, unpooled};

    const RULE: &str = "sample-size";

    #[test]
    fn sizes_are_those_of_the_tables() {
        for (p, delta, rule, own, one) in [
            (0.03, 0.01, 4656.0, 5298.0, 5301.0),
            (0.10, 0.02, 3601.0, 3839.0, 3841.0),
            (0.22, 0.03, 3051.0, 3132.0, 3135.0),
            (0.40, 0.05, 1536.0, 1531.0, 1534.0),
        ] {
            for (size, right) in [
                (rule_of_thumb(p, delta), rule),
                (unpooled(p, p + delta, 0.05, 0.8), own),
                (pooled(p, p + delta, 0.05, 0.8), one),
            ] {
                assert!((size / right - 1.0_f64).abs() < 0.001, "{p} {delta}: {size} {right}");
            }
        }
    }

    #[test]
    fn too_few_for_the_effect_is_found() {
        for (text, size) in [
            (
                "## Experiment\n\nBaseline conversion is 10%. To detect 2 percentage points we need 900 visitors per arm.\n",
                "900",
            ),
            (
                "## Experiment\n\n| Parameter | Value |\n|---|---|\n| Baseline | 22% |\n| Minimum detectable effect | 3 pp |\n| Power | 80% |\n| Sample size per variant | 1,200 |\n",
                "1,200",
            ),
            (
                "## Experiment design\n\n- Baseline: 5%\n- MDE: 10% relative\n- Power: 90%\n- Sample: 12k users per group\n",
                "12k",
            ),
            (
                "## Experiment\n\nWith a baseline of 40%, an MDE of 5 pp, 80% power and 95% confidence, 500 shops in each group will do.\n",
                "500",
            ),
        ] {
            assert_eq!(found(RULE, text), [size], "{text}");
        }
        let text = "## Experiment\n\nBaseline conversion is 10%. To detect 2 pp we need 900 visitors per arm.\n";
        assert_eq!(hits(RULE, text)[0].related.len(), 2);
    }

    #[test]
    fn enough_for_the_effect_and_what_is_open_is_left_alone() {
        for text in [
            "## Experiment\n\nBaseline conversion is 10%. To detect 2 percentage points we need 3,600 visitors per arm.\n",
            "## Experiment\n\n| Parameter | Value |\n|---|---|\n| Baseline | 22% |\n| Minimum detectable effect | 3 pp |\n| Power | 80% |\n| Sample size per variant | 3,150 |\n",
            "## Experiment design\n\n- Baseline: 5%\n- MDE: 10% relative\n- Power: 80%\n- Sample: 31k users per group\n",
            "## Experiment\n\nBaseline is 20%, MDE is 10%. We take 250 visitors per arm.\n",
            "## Experiment\n\nA sequential test. Baseline is 10%. To detect 2 pp we need 900 visitors per arm.\n",
            "## Experiment\n\nBaseline is 10% on the web and baseline is 30% in the app. To detect 2 pp we need 900 visitors per arm.\n",
        ] {
            assert_eq!(found(RULE, text), [""; 0], "{text}");
        }
    }
}
