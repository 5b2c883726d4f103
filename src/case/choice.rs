//! A PRD that builds another option than the one that the prioritization chose.

use super::words::WordSet;
use super::{Choice, Member, Members, Mismatch, Said};

pub(super) fn run<'a>(members: &Members<'a>) -> Vec<Mismatch<'a>> {
    let (Some(ranking), Some(prd)) = (members.of_kind("prioritization"), members.of_kind("prd-lite")) else {
        return Vec::new();
    };
    let mut chosen = ranking.part.options.iter().filter(|option| option.chosen && !option.status_quo);
    let (Some(chosen), None) = (chosen.next(), chosen.next()) else { return Vec::new() };
    if chosen.name.words.len() < 2 {
        return Vec::new();
    }
    let Some(built) = another(ranking, chosen, prd).or_else(|| unrelated(chosen, prd)) else { return Vec::new() };
    vec![Mismatch { rule: "case-choice", about: &chosen.name.text, places: [(prd, built), (ranking, &chosen.name)] }]
}

/// The option that the PRD chose, where the prioritization had it and chose another.
fn another<'a>(ranking: &'a Member, chosen: &Choice, prd: &'a Member) -> Option<&'a Said> {
    let mut built = prd.part.options.iter().filter(|option| option.chosen);
    let (built, None) = (built.next()?, built.next()) else { return None };
    let likeness = |option: &Choice| option.name.words.shared(&built.name.words);
    let lost = |option: &&Choice| !option.chosen && option.name.words.is_like(&built.name.words);
    let best = ranking.part.options.iter().filter(lost).map(likeness).max()?;
    (best > likeness(chosen) && !chosen.name.words.is_like(&built.name.words)).then_some(&built.name)
}

/// What the PRD decides, where nothing of it is about the option that the prioritization chose.
fn unrelated<'a>(chosen: &Choice, prd: &'a Member) -> Option<&'a Said> {
    let part = &prd.part;
    let decided = part.options.iter().filter(|option| option.chosen).map(|option| &option.name).chain(&part.decisions);
    let words = WordSet::union(decided.clone().map(|said| &said.words).chain([&part.builds]));
    let told = words.len() >= 5 && words.shared(&chosen.name.words) == 0 && part.all.shared(&chosen.name.words) <= 1;
    decided.filter(|_| told).min_by_key(|said| said.span)
}

#[cfg(test)]
mod tests {
    use crate::case::testing::found;

    const RANKING: &str = "# Ranking\n\n## Decision\n\nWe choose **Ready text message** because it scores highest.\n\n\
        ## Options\n\n| Option | Gain | Cost | Decision |\n|---|---|---|---|\n\
        | Ready text message | shorter queue | 2 weeks | Chosen |\n\
        | Second pickup counter | shorter queue | 9 weeks | Rejected |\n\
        | Do nothing | no work | queue stays | Rejected |\n";

    fn prd(first: &str, second: &str) -> String {
        format!(
            "# Counter\n\n## Options\n\n| Option | Gain | Cost | Decision |\n|---|---|---|---|\n\
             | Ready text message | shorter queue | 2 weeks | {first} |\n\
             | Second pickup counter | shorter queue | 9 weeks | {second} |\n"
        )
    }

    #[test]
    fn an_option_that_had_lost_is_found() {
        let findings = found(&[("prioritization", RANKING), ("prd-lite", &prd("Rejected", "Chosen"))]);
        assert_eq!(findings.len(), 1, "{findings:?}");
        assert!(findings[0].starts_with("case-choice prd-lite.md:12:3 prioritization.md:"), "{findings:?}");
    }

    #[test]
    fn the_chosen_option_and_no_choice_at_all_are_none() {
        for (first, second) in [("Chosen", "Rejected"), ("", "")] {
            let findings = found(&[("prioritization", RANKING), ("prd-lite", &prd(first, second))]);
            assert!(findings.is_empty(), "{findings:?}");
        }
        assert!(found(&[("prioritization", "# R\n"), ("prd-lite", &prd("Rejected", "Chosen"))]).is_empty());
    }
}
