//! A review → one or two sentences: where it stands, and what holds it back.

use crate::output::tally::points_open;
use crate::review::{Judgement, Review, Severity};

/// What a reader would say first. Criteria are named by what they count for this kind.
pub(super) fn of(review: &Review) -> String {
    let mut sentences = standing(review);
    let errors = review.findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    match errors {
        0 => {}
        1 => sentences.push_str(" Fix the error first."),
        _ => sentences.push_str(" Fix the errors first."),
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
        ([], weak) => match best(review, weak) {
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

/// At most two criteria that stand at solid or strong, the strongest first.
fn strongest(review: &Review) -> Vec<&Judgement> {
    let mut strong: Vec<_> = review.criteria.iter().filter(|it| it.level >= 3 && it.weight > 0).collect();
    strong.sort_by_key(|it| std::cmp::Reverse((it.level, it.weight)));
    strong.truncate(2);
    strong
}

/// At most two criteria below solid, those that could add most first.
fn weakest(review: &Review) -> Vec<&Judgement> {
    open(review, |level| level < 3)
}

/// At most two criteria, those that the next steps are for first, so that what is said of them leads on to those.
fn open(review: &Review, wanted: fn(u8) -> bool) -> Vec<&Judgement> {
    let step = |it: &Judgement| review.next_steps.iter().position(|step| step.criterion == it.id);
    let mut open: Vec<_> = review.criteria.iter().filter(|it| wanted(it.level) && it.weight > 0).collect();
    open.sort_by_key(|it| (step(it).unwrap_or(usize::MAX), std::cmp::Reverse(points_open(it))));
    open.truncate(2);
    open
}

/// The highest criterion, unless it is one of those that hold the artifact back.
fn best<'r>(review: &'r Review, weak: &[&Judgement]) -> Option<&'r Judgement> {
    let earned = |it: &&Judgement| (it.level, it.weight);
    let apart = |it: &&Judgement| it.weight > 0 && weak.iter().all(|weak| weak.id != it.id);
    let best = review.criteria.iter().filter(apart).max_by_key(earned)?;
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
