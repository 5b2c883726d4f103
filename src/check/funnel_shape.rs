//! A funnel that more people leave than enter, or whose steps do not multiply to the whole.

use super::amount::{amount, number};
use super::{Case, Hit};
use crate::facts::numbers::{Figure, Flow};
use crate::mention::quantity::QuantityKind;

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for flow in &case.facts.numbers.flows {
        let mut rises = flow.counts.windows(2).filter(|pair| pair[1].value > pair[0].value);
        // One rise is a slip; several are another kind of list.
        if let (Some(pair), None) = (rises.next(), rises.next())
            && flow.counts.len() > 2
        {
            let hit = case.hit(pair[1].words.text).with("right", number(pair[0].value));
            hits.push(hit.beside("step", case.doc.span_of(pair[0].words.text)));
        }
        if let Some((overall, steps, right)) = wrong_overall(flow) {
            let hit = case.hit(overall.words.text).with("right", amount(right, QuantityKind::Percent));
            hits.push(steps.iter().fold(hit, |hit, f| hit.beside("step", case.doc.span_of(f.words.text))));
        }
    }
    hits.sort_by_key(|hit| hit.span);
    hits.dedup_by_key(|hit| hit.span);
    hits
}

/// The overall rate that the rates of the steps do not make, the steps, and what they make.
fn wrong_overall(flow: &Flow) -> Option<(&Figure, Vec<&Figure>, f64)> {
    let overall = flow.overall.as_ref().filter(|overall| !overall.loose)?;
    let [rates] = &flow.rates[..] else { return None };
    let steps: Vec<&Figure> = rates.iter().flatten().collect();
    let product = |f: fn(&Figure) -> f64| steps.iter().map(|step| f(step) / 100.0).product::<f64>() * 100.0;
    let right = product(|step| step.value);
    let least = product(|step| step.span().0);
    let most = product(|step| step.span().1);
    let (overall_least, overall_most) = overall.span();
    // Rates of all who came end in the overall one.
    let of_all = steps.last().is_some_and(|last| (last.value - overall.value).abs() <= last.step.max(overall.step));
    let close = overall_most >= least * 0.98 && overall_least <= most * 1.02;
    (steps.len() > 1 && !of_all && !close).then_some((overall, steps, right))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{found, hits};

    const RULE: &str = "funnel-shape";

    #[test]
    fn more_out_than_in_and_wrong_products_are_found() {
        for (text, words) in [
            (
                "## Funnel\n\n| Step | Users |\n|---|---|\n| Visit | 9,000 |\n| Sign up | 2,000 |\n| Book | 2,400 |\n| Pay | 700 |\n",
                "2,400",
            ),
            ("## Onboarding funnel\n\n- Installs: 12k\n- Accounts: 4k\n- First song: 5k\n- Second week: 1k\n", "5k"),
            ("Last week: 2,000 visits → 300 accounts → 400 bookings.\n", "400"),
            (
                "## Funnel\n\n| Step | Conversion |\n|---|---|\n| Visit to sign-up | 40% |\n| Sign-up to booking | 50% |\n| Booking to stay | 50% |\n| Overall | 20% |\n",
                "20%",
            ),
        ] {
            assert_eq!(found(RULE, text), [words], "{text}");
        }
        assert_eq!(hits(RULE, "Last week: 2,000 visits → 300 accounts → 400 bookings.\n")[0].related.len(), 1);
    }

    #[test]
    fn funnels_that_narrow_and_lists_that_are_none_are_left_alone() {
        for text in [
            "## Funnel\n\n| Step | Users |\n|---|---|\n| Visit | 9,000 |\n| Sign up | 2,400 |\n| Book | 2,000 |\n| Pay | 700 |\n",
            "## Onboarding funnel\n\n- Installs: 12k\n- Accounts: 5k\n- First song: 4k\n- Second week: 1k\n",
            "Last week: 2,000 visits → 400 accounts → 300 bookings.\n",
            "## Funnel\n\n| Step | Conversion |\n|---|---|\n| Visit to sign-up | 40% |\n| Sign-up to booking | 50% |\n| Booking to stay | 50% |\n| Overall | 10% |\n",
            "## Funnel\n\n| Step | Of all |\n|---|---|\n| Sign-up | 40% |\n| Booking | 20% |\n| Stay | 10% |\n| Overall | 10% |\n",
            "## Cost\n\n- Phones: 200\n- Desks: 400\n- Cars: 90\n",
            "The form went from 30 fields → 12 fields → 20 fields → 8 fields.\n",
        ] {
            assert_eq!(found(RULE, text), [""; 0], "{text}");
        }
    }
}
