//! A review made by hand, of every shape that an output has to draw.

use strongcase::review::{Evidence, Finding, Judgement, KindFrom, Missing, NextStep, Related, Review, Severity};
use strongcase::source::Source;
use strongcase::span::Span;

pub(crate) const PATH: &str = "orders.md";

/// An artifact with long lines, a table and front matter.
pub(crate) fn source() -> Source {
    Source::from_text(include_str!("artifacts/orders.md"))
}

/// The place of words that stand once in a source.
pub(crate) fn place(source: &Source, words: &str) -> Span {
    let start = source.text().find(words).unwrap_or_else(|| panic!("{words:?} is not in the source"));
    Span::new(start, start + words.len())
}

pub(crate) fn review(source: &Source) -> Review {
    let criteria = vec![
        judgement(source, "problem", 16, 3, "Dispatchers at mid-size carriers re-key 40 orders a day from e-mails"),
        judgement(source, "evidence", 10, 3, "In eleven interviews in March, nine dispatchers named it first"),
        judgement(source, "options", 10, 2, "A portal for shippers"),
        judgement(source, "tradeoffs", 10, 1, "shippers have no reason to change: a pilot in 2023 reached 12% of them"),
        judgement(source, "decision", 10, 3, "We parse e-mails into drafts that a dispatcher confirms."),
        judgement(source, "outcomes", 14, 3, "to 30% by the end of September"),
        judgement(source, "business", 8, 2, "they will leave in June"),
        judgement(source, "scope", 10, 0, ""),
        judgement(source, "clarity", 4, 4, "Import orders from e-mail"),
        judgement(source, "craft", 8, 1, "A portal for shippers | 150 | 2 | 50% | 4 | 38"),
    ];
    Review {
        kind: "prd-lite".to_owned(),
        kind_from: KindFrom::FrontMatter,
        title: Some("Import orders from e-mail".to_owned()),
        words: 143,
        score: 57.3,
        level: 2,
        level_name: "developing".to_owned(),
        next_steps: steps(&criteria),
        criteria,
        findings: findings(source),
    }
}

const LEVELS: [&str; 5] = ["absent", "weak", "developing", "solid", "strong"];

fn judgement(source: &Source, id: &str, weight: u32, level: u8, words: &str) -> Judgement {
    let (means, next) = text(id);
    let evidence = Evidence { signal: format!("{id}.said"), words: words.to_owned(), span: Span::default() };
    let missing = Missing { signal: format!("{id}.next"), for_level: level + 1, next_step: next.to_owned() };
    let title = id.chars().next().map(|first| first.to_ascii_uppercase()).into_iter().chain(id.chars().skip(1));
    Judgement {
        id: id.to_owned(),
        title: title.collect(),
        weight,
        level,
        level_name: LEVELS[usize::from(level)].to_owned(),
        means: means.to_owned(),
        why: format!(
            "Of {id}, one passage was found, but {}.",
            if level == 4 { "nothing more is asked" } else { "the next level asks for another" }
        ),
        evidence: if words.is_empty() { Vec::new() } else { vec![Evidence { span: place(source, words), ..evidence }] },
        missing: if level == 4 { Vec::new() } else { vec![missing] },
    }
}

fn text(id: &str) -> (&'static str, &'static str) {
    match id {
        "problem" => (
            "A specific problem, who has it, and what it costs them.",
            "Say why this quarter: what happens if nothing is done before June?",
        ),
        "evidence" => (
            "Two or more pieces from sources a reader could ask for.",
            "Say how far the interviews go: who was not asked, and what is assumed.",
        ),
        "options" => (
            "Two real options, each told apart.",
            "Add doing nothing as an option, with what it costs to stay: the two carriers, the hour a day.",
        ),
        "tradeoffs" => (
            "Only the downside of one option.",
            "Give parsing a cost of its own, next to its gain: what slips through, and how often.",
        ),
        "decision" => {
            ("A choice with reasons, and why the other lost.", "Say what would make you stop: a figure and a date.")
        }
        "outcomes" => (
            "A primary metric with two of baseline, target and timeframe.",
            "Name what must not get worse, with the value at which you would stop.",
        ),
        "business" => (
            "Tied to one outcome.",
            "Put a figure on the two carriers: a year's revenue, or their share of all orders.",
        ),
        "scope" => (
            "Nothing says what is in and what is out.",
            "Say what is left out of the first release, and why the line is there.",
        ),
        "craft" => (
            "Few of the things that a PRD has to get right.",
            "Turn the solution into requirements that can be accepted or rejected.",
        ),
        _ => ("Problem, decision and outcome can be had from the first screen.", ""),
    }
}

fn steps(criteria: &[Judgement]) -> Vec<NextStep> {
    [("scope", 5.0), ("tradeoffs", 2.5), ("options", 2.5), ("craft", 2.0), ("business", 2.0)]
        .into_iter()
        .filter_map(|(id, gain)| {
            let judgement = criteria.iter().find(|it| it.id == id)?;
            let missing = judgement.missing.first()?;
            Some(NextStep {
                criterion: id.to_owned(),
                signal: missing.signal.clone(),
                text: missing.next_step.clone(),
                gain,
            })
        })
        .collect()
}

fn findings(source: &Source) -> Vec<Finding> {
    vec![
        Finding {
            rule: "score-arithmetic".to_owned(),
            severity: Severity::Error,
            criterion: "craft".to_owned(),
            message: "The score of \"Parse e-mails into drafts\" does not follow from its own row: \
                      400 × 2 × 80% ÷ 3 is 213, not 320."
                .to_owned(),
            help: "Correct the score, or the figure that it is made of".to_owned(),
            span: Some(place(source, "320")),
            related: vec![
                Related { message: "reach".to_owned(), span: place(source, "400") },
                Related {
                    message: "effort".to_owned(),
                    span: Span::new(place(source, "3 | 320").start, place(source, "3 | 320").start + 1),
                },
            ],
        },
        Finding {
            rule: "target-direction".to_owned(),
            severity: Severity::Error,
            criterion: "outcomes".to_owned(),
            message: "The text says raise, and the target lies below the baseline.".to_owned(),
            help: "Say which of the two is meant: a lower share, or another target".to_owned(),
            span: Some(place(source, "to 30%")),
            related: vec![
                Related {
                    message: "the verb that tells the direction, which the target then does not take".to_owned(),
                    span: place(source, "raise the share"),
                },
                Related { message: "the baseline".to_owned(), span: place(source, "stands at 45%") },
            ],
        },
        Finding {
            rule: "reason-without-number".to_owned(),
            severity: Severity::Note,
            criterion: "decision".to_owned(),
            message: "The reason gives no size.".to_owned(),
            help: "How many would not come?".to_owned(),
            span: Some(place(
                source,
                "We parse e-mails into drafts that a dispatcher confirms.\nShippers would not come to a portal.",
            )),
            related: Vec::new(),
        },
        Finding {
            rule: "placeholder".to_owned(),
            severity: Severity::Warning,
            criterion: "clarity".to_owned(),
            message: "A placeholder was left in.".to_owned(),
            help: "Fill it, or cut the row".to_owned(),
            span: Some(place(source, "TBD")),
            related: Vec::new(),
        },
        Finding {
            rule: "no-scope".to_owned(),
            severity: Severity::Note,
            criterion: "scope".to_owned(),
            message: "Nothing says what is left out.".to_owned(),
            help: "Add what you decided not to do".to_owned(),
            span: None,
            related: Vec::new(),
        },
    ]
}
