//! Numbers that have to agree with each other → facts with the role that each number plays.

use std::collections::BTreeSet;

use super::List;
use crate::facts::Words;
use crate::facts::numbers::{Figure, Flow, Numbers};

impl List<'_> {
    /// Every number that a check recomputes, with the one that it is recomputed for.
    pub(super) fn add_numbers(&mut self, numbers: &Numbers) {
        let steps: BTreeSet<Words> =
            numbers.flows.iter().flat_map(|flow| &flow.counts).map(|count| count.words).collect();
        // The steps of a funnel are no values of one thing.
        for change in numbers.moves.iter().filter(|change| !steps.contains(&change.from.words)) {
            let of = Some(change.to.words);
            self.add("number.after", change.to.words, None);
            self.add("number.before", change.from.words, of);
            self.figures("number.change", change.stated.as_slice(), of);
        }
        for sum in &numbers.sums {
            self.add("number.whole", sum.whole.words, None);
            self.figures("number.part", &sum.parts, Some(sum.whole.words));
        }
        for ratio in &numbers.ratios {
            self.add("number.rate", ratio.rate.words, None);
            self.add("number.count", ratio.counts, Some(ratio.rate.words));
        }
        for flow in &numbers.flows {
            self.flow(flow);
        }
        for product in &numbers.products {
            self.add("number.total", product.total.words, None);
            self.figures("number.term", &product.terms, Some(product.total.words));
        }
        for pair in &numbers.yearly {
            self.add("number.a_year", pair.year.words, None);
            self.add("number.a_month", pair.month.words, Some(pair.year.words));
        }
        for payback in &numbers.paybacks {
            let of = Some(payback.stated.words);
            self.add("number.payback", payback.stated.words, None);
            self.add("number.cost", payback.cost.words, of);
            self.add("number.gain", payback.gain.words, of);
        }
        self.figures("number.asked", &numbers.asked.stated, None);
        for share in &numbers.asked.shares {
            self.add("number.said_by", share.words, None);
        }
        self.experiment(numbers);
    }

    fn experiment(&mut self, numbers: &Numbers) {
        if let Some(sizing) = &numbers.sizing {
            for (role, figure) in
                [("number.baseline", sizing.baseline), ("number.effect", sizing.effect), ("number.arm", sizing.arm)]
            {
                self.figures(role, figure.as_slice(), None);
            }
        }
        if let Some(traffic) = &numbers.traffic {
            for (role, figure) in [
                ("number.traffic", traffic.arriving),
                ("number.duration", traffic.days),
                ("number.exposed", traffic.share),
                ("number.arms", traffic.arms),
            ] {
                self.figures(role, figure.as_slice(), None);
            }
        }
        if let Some(arms) = &numbers.arms {
            self.add("number.split", arms.plan, None);
            self.figures("number.in_arm", &arms.counts, Some(arms.plan));
        }
    }

    /// Steps in order; each rate belongs to the count of its step, where there is one.
    fn flow(&mut self, flow: &Flow) {
        self.figures("number.step", &flow.counts, None);
        for rates in &flow.rates {
            for (at, rate) in rates.iter().enumerate() {
                let of: Option<Words> = flow.counts.get(at).map(|count| count.words);
                self.figures("number.step_rate", rate.as_slice(), of);
            }
        }
        self.figures("number.overall", flow.overall.as_slice(), None);
    }

    fn figures(&mut self, role: &'static str, figures: &[Figure], of: Option<Words>) {
        for figure in figures {
            self.add(role, figure.words, of);
        }
    }
}
