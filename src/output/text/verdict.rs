//! A review → one or two sentences: where it stands, and what holds it back.

use crate::output::tally::points_open;
use crate::review::{Judgement, Review, Severity};

/// What a reader would say first. Criteria are named by what they count for this kind.
pub(super) fn of(review: &Review) -> String {
    let mut sentences = standing(review);
    let errors = review.findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    match errors {
        0 => {}
        1 => sentences.push_str(" The error below is the first thing to fix."),
        _ => sentences.push_str(" The errors below are the first things to fix."),
    }
    sentences
}

fn standing(review: &Review) -> String {
    if review.criteria.iter().all(|criterion| criterion.level == 0) {
        return "Nothing here earns a level yet.".to_owned();
    }
    let strongest = strongest(review);
    let weakest = weakest(review);
    match (strongest.as_slice(), weakest.as_slice()) {
        (strongest, []) if review.criteria.iter().all(|criterion| criterion.level == 4) => {
            format!("Strong throughout; {} above all.", names(strongest))
        }
        (_, []) => {
            let open = open(review, |level| level < 4);
            format!("Solid or better throughout. What is left to gain lies in {}.", names(&open))
        }
        ([], weak) => match best(review) {
            Some(best) => format!(
                "Nothing is solid yet; {} comes closest. {} the most.",
                told(best),
                sentence(weak, "holds it back", "hold it back")
            ),
            None => format!("{} the most.", sentence(weak, "holds it back", "hold it back")),
        },
        (strong, weak) => {
            format!("Strongest in {}. {} the most.", list(strong), sentence(weak, "holds it back", "hold it back"))
        }
    }
}

/// The criterion that could add most, if any could.
pub(super) fn first_weakness(review: &Review) -> Option<&Judgement> {
    open(review, |level| level < 4).first().copied()
}

/// At most two criteria that stand at solid or strong, those that count most first.
fn strongest(review: &Review) -> Vec<&Judgement> {
    let mut strong: Vec<_> = review.criteria.iter().filter(|it| it.level >= 3 && it.weight > 0).collect();
    strong.sort_by_key(|it| std::cmp::Reverse(it.weight * u32::from(it.level)));
    strong.truncate(2);
    strong
}

/// At most two criteria below solid, those that could add most first.
fn weakest(review: &Review) -> Vec<&Judgement> {
    open(review, |level| level < 3)
}

fn open(review: &Review, wanted: fn(u8) -> bool) -> Vec<&Judgement> {
    let mut open: Vec<_> = review.criteria.iter().filter(|it| wanted(it.level) && it.weight > 0).collect();
    open.sort_by_key(|it| std::cmp::Reverse(points_open(it)));
    open.truncate(2);
    open
}

fn best(review: &Review) -> Option<&Judgement> {
    let earned = |it: &&Judgement| (it.level, it.weight);
    let best = review.criteria.iter().filter(|it| it.weight > 0).max_by_key(earned)?;
    (best.level > 0).then_some(best)
}

fn told(judgement: &Judgement) -> String {
    format!("{} ({})", judgement.title.to_lowercase(), judgement.level_name)
}

fn list(judgements: &[&Judgement]) -> String {
    judgements.iter().map(|it| told(it)).collect::<Vec<_>>().join(" and ")
}

fn names(judgements: &[&Judgement]) -> String {
    judgements.iter().map(|it| it.title.to_lowercase()).collect::<Vec<_>>().join(" and ")
}

/// "Options (weak) and outcomes (developing) hold it back".
fn sentence(judgements: &[&Judgement], one: &str, several: &str) -> String {
    let list = list(judgements);
    let mut letters = list.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{first}{} {}", letters.as_str(), if judgements.len() == 1 { one } else { several })
}
