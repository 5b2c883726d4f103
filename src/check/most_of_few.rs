//! "Most users" where fewer than five were asked.

use super::evidence_count::most_asked;
use super::{Case, Hit};

/// From how many on most of them can be said.
const ENOUGH: f64 = 5.0;

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let asked = &case.facts.numbers.asked;
    let Some(all) = most_asked(&asked.stated).filter(|&all| all < ENOUGH) else { return Vec::new() };
    let section = |words: &crate::facts::Words| case.doc.blocks[words.block as usize].section;
    let hits = asked.most.iter().filter_map(|words| {
        let stated = asked.stated.iter().find(|figure| section(&figure.words) == section(words))?;
        let hit = case.hit(words.text).with("asked", super::amount::number(all));
        Some(hit.beside("asked", case.doc.span_of(stated.words.text)))
    });
    hits.collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::found;

    const RULE: &str = "most-of-few";

    #[test]
    fn most_of_a_handful_is_found() {
        for (text, words) in [
            ("We interviewed 3 florists. Most florists order by phone.\n", "Most florists"),
            ("## Evidence\n\n- n = 4\n- Most participants gave up at the second page\n", "Most participants"),
            ("After two interviews it is clear: the majority of users keep a notebook.\n", "majority of users"),
            (
                "| Method | Finding |\n|---|---|\n| 4 interviews | Most of the participants print the list |\n",
                "Most of the participants",
            ),
        ] {
            assert_eq!(found(RULE, text), [words], "{text}");
        }
    }

    #[test]
    fn most_of_many_and_what_is_only_supposed_is_left_alone() {
        for text in [
            "We interviewed 12 florists. Most florists order by phone.\n",
            "## Evidence\n\nWe interviewed 3 florists.\n\n## Market\n\nMost people buy flowers in May.\n",
            "We interviewed 3 florists. We assume that most users would pay.\n",
            "We interviewed 3 florists. The most useful part is the list.\n",
            "We interviewed 3 florists, then surveyed 80 of their customers. Two of them order by phone.\n",
        ] {
            assert_eq!(found(RULE, text), [""; 0], "{text}");
        }
    }
}
