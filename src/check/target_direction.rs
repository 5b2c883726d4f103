//! A value that is to go one way and goes the other, or stays.

use super::{Case, Hit};
use crate::facts::numbers::Way;

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let moves = case.facts.numbers.moves.iter().filter_map(|m| m.way.map(|way| (m, way)));
    let wrong = moves.filter(|(m, (way, _))| match way {
        Way::Up => m.to.value <= m.from.value,
        Way::Down => m.to.value >= m.from.value,
    });
    let hits = wrong.map(|(m, (_, said))| {
        let quote = |text| case.doc.str(text).to_owned();
        case.hit(m.to.words.text)
            .with("way", quote(said.text))
            .with("from", quote(m.from.words.text))
            .beside("way", case.doc.span_of(said.text))
            .beside("from", case.doc.span_of(m.from.words.text))
    });
    hits.collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{found, hits};

    const RULE: &str = "target-direction";

    #[test]
    fn a_target_that_goes_the_other_way_is_found() {
        for (text, target) in [
            ("We will reduce monthly churn from 5% to 7% by June.\n", "7%"),
            ("## Goals\n\n- Increase weekly orders per shop from 1.200,50 to 1.100,25\n", "1.100,25"),
            ("## Goals\n\n- **Cut refund cost**: €4.2k → €4.8k\n", "€4.8k"),
            (
                "## Success metrics\n\n| Metric | Baseline | Target |\n|---|---|---|\n| Reduce calls per depot | 40 | 55 |\n",
                "55",
            ),
            ("The lift in completed visits is to grow from ₹ 1,20,000 to ₹ 90,000.\n", "₹ 90,000"),
            ("Waiting time dropped from 6 days to 9 days in spring.\n", "9 days"),
            ("Raise repeat bookings from 31% to 31% by autumn.\n", "31%"),
        ] {
            assert_eq!(found(RULE, text), [target], "{text}");
        }
        assert_eq!(hits(RULE, "Reduce churn from 5% to 7%.\n")[0].related.len(), 2);
    }

    #[test]
    fn a_target_that_goes_as_said_is_left_alone() {
        for text in [
            "We will reduce monthly churn from 7% to 5% by June.\n",
            "## Goals\n\n- Increase weekly orders per shop from 1.100,25 to 1.200,50\n",
            "## Goals\n\n- **Cut refund cost**: €4.8k → €4.2k\n",
            "## Success metrics\n\n| Metric | Baseline | Target |\n|---|---|---|\n| Reduce calls per depot | 55 | 40 |\n",
            "Reduce churn as the number of shops grows from 40 to 90.\n",
            "Lower the price, and bookings move from 20% to 28%.\n",
            "We cut costs by moving pickups from 12% to 30% of routes.\n",
            "Interest falls from week 1 to week 4.\n",
            "Revenue grew by 5% to 7% in each of the last three years.\n",
            "Keep the drop in complaints; visits move from 40% to 55%.\n",
            "Reduce waiting from 1.500 to 2 hours.\n",
        ] {
            assert_eq!(found(RULE, text), [""; 0], "{text}");
        }
    }
}
