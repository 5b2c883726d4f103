//! More people counted, or speaking, than were asked.

use super::amount::number;
use super::{Case, Hit};
use crate::document::{BlockId, BlockKind};
use crate::facts::numbers::Figure;

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let asked = &case.facts.numbers.asked;
    let at = |figure: &Figure| case.doc.span_of(figure.words.text);
    let mut hits = Vec::new();
    let all = if asked.stated.iter().any(|f| f.loose) { None } else { most_asked(&asked.stated) };
    for share in asked.shares.iter().filter(|share| share.of_asked) {
        let told = of_row(case, share.words.block).map_or_else(|| asked.stated.iter().collect(), |figure| vec![figure]);
        let all = if told.len() == 1 { Some(told[0]).filter(|f| !f.loose).map(|f| f.value) } else { all };
        if let Some(all) = all.filter(|&all| share.of > all) {
            let hit = case.hit(share.words.text).with("counted", number(share.of)).with("asked", number(all));
            hits.push(told.into_iter().fold(hit, |hit, figure| hit.beside("asked", at(figure))));
        }
    }
    if let Some(all) = all.filter(|&all| asked.voices.len() as f64 > all) {
        let last = &asked.voices[asked.voices.len() - 1];
        let hit = case.hit(last.text).with("counted", number(asked.voices.len() as f64)).with("asked", number(all));
        hits.push(asked.stated.iter().fold(hit, |hit, figure| hit.beside("asked", at(figure))));
    }
    hits.sort_by_key(|hit| hit.span);
    hits
}

/// How many were asked, by the row that a cell stands in, where one other cell of it tells that.
fn of_row<'c>(case: &'c Case<'_>, block: BlockId) -> Option<&'c Figure> {
    let row_of = |block: BlockId| match case.doc.blocks[block as usize].kind {
        BlockKind::Cell { table, row, .. } => Some((table, row)),
        _ => None,
    };
    let own = row_of(block)?;
    let mut stated = case.facts.numbers.asked.stated.iter().filter(|f| row_of(f.words.block) == Some(own));
    stated.next().filter(|_| stated.next().is_none())
}

/// The most people that can have been asked: every different number that is stated, added up, since the text may
/// count one group after the other.
pub(super) fn most_asked(stated: &[Figure]) -> Option<f64> {
    let mut values: Vec<f64> = stated.iter().map(|figure| figure.value).collect();
    values.sort_by(f64::total_cmp);
    values.dedup();
    (!values.is_empty()).then(|| values.iter().sum())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{found, hits};

    const RULE: &str = "evidence-count";

    #[test]
    fn more_than_were_asked_is_found() {
        for (text, words) in [
            ("We interviewed six bakers in May.\n\n- 7 of 11 bakers said that they guess the order\n", "7 of 11"),
            ("## Evidence\n\nMethod: n = 6.\n\n7 of 11 participants opened the wrong page.\n", "7 of 11"),
            ("We surveyed 30 cooks.\n\n25 of 45 cooks named the oven.\n", "25 of 45"),
            ("| Source | Finding |\n|---|---|\n| 4 interviews | 5 of 8 interviewees call first |\n", "5 of 8"),
            (
                "We spoke with 2 nurses.\n\n> \"I write it down.\" (P1)\n\n> \"I ask twice.\" (P2)\n\n> \"I wait.\" (P4)\n",
                "P4",
            ),
        ] {
            assert_eq!(found(RULE, text), [words], "{text}");
        }
        assert_eq!(hits(RULE, "n = 6.\n\n7 of 11 participants left.\n")[0].related.len(), 1);
    }

    #[test]
    fn no_more_than_were_asked_is_left_alone() {
        for text in [
            "We interviewed eleven bakers in May.\n\n- 7 of 11 bakers said that they guess the order\n",
            "We interviewed 6 bakers and surveyed 40 more. 7 of 11 shops were shut.\n",
            "We held 6 interviews with owners, then 5 interviews with cooks. 7 of 11 participants guess.\n",
            "We interviewed 6 bakers. 7 of 11 bakeries in the town use paper.\n",
            "We interviewed 6 bakers. Of the requests, P0 and P7 are \"must\".\n",
            "We will interview 6 bakers. Last year 7 of 11 participants came back.\n",
            "We spoke with 2 nurses.\n\n> \"I write it down.\" (P3)\n\n> \"I ask twice.\" (P5)\n",
            "We held 6 interviews with owners. In the spring reviews 7 of 64 named the price.\n",
            "About 6 interviews were held. 7 of 11 participants guess.\n",
        ] {
            assert_eq!(found(RULE, text), [""; 0], "{text}");
        }
    }
}
