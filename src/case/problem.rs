//! The problem of the brief that does not come back in the PRD.

use super::words::WordSet;
use super::{Members, Mismatch, Part};

/// Words that a problem has at least, so that having none in common says something.
const ENOUGH: usize = 5;

pub(super) fn run<'a>(members: &Members<'a>) -> Vec<Mismatch<'a>> {
    let (Some(brief), Some(prd)) = (members.of_kind("discovery-brief"), members.of_kind("prd-lite")) else {
        return Vec::new();
    };
    let words = |part: &Part| WordSet::union(part.problem.iter().map(|said| &said.words));
    let (found, comes_back) = (words(&brief.part), words(&prd.part));
    if found.len() < ENOUGH || comes_back.len() < ENOUGH || found.shared(&comes_back) > 1 {
        return Vec::new();
    }
    let (Some(first), Some(second)) = (prd.part.problem.first(), brief.part.problem.first()) else {
        return Vec::new();
    };
    vec![Mismatch { rule: "case-problem", about: &first.text, places: [(prd, first), (brief, second)] }]
}

#[cfg(test)]
mod tests {
    use crate::case::testing::found;

    const BRIEF: &str = "# Counter\n\n## Problem\n\nShoppers who collect an order wait 14 minutes at the counter, \
        and every fifth shopper leaves without it. Stores lose the sale and refund the order.\n";

    #[test]
    fn another_problem_is_found_at_both_places() {
        let prd = "# Search\n\n## Problem\n\nTenants cannot find the invoice of their landlord. \
            Accountants spend hours each quarter on retyping amounts, which costs them deadlines.\n";
        let findings = found(&[("discovery-brief", BRIEF), ("prd-lite", prd)]);
        assert_eq!(findings.len(), 1, "{findings:?}");
        assert!(findings[0].starts_with("case-problem prd-lite.md:9:1 discovery-brief.md:9:1"), "{findings:?}");
    }

    #[test]
    fn the_same_problem_in_other_words_and_a_missing_one_are_none() {
        let prd = "# Pickup\n\n## Problem\n\nPeople who pick up an order stand at the counter for too long, \
            so some shoppers give up and go home angry.\n";
        assert!(found(&[("discovery-brief", BRIEF), ("prd-lite", prd)]).is_empty());
        assert!(found(&[("discovery-brief", BRIEF), ("prd-lite", "# Pickup\n\n[what goes wrong]\n")]).is_empty());
    }
}
