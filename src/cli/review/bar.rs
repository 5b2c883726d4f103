//! What an artifact has to reach, by the options that say so.

use std::fmt::Write as _;

use anyhow::Result;
use clap::{Args, ValueEnum};
use strongcase::review::{Review, Severity};
use strongcase::rubric::Rubric;

use super::super::complaint::unknown;

/// Files below what was asked that are named one by one.
const NAMED: usize = 10;

/// What is asked of each artifact.
#[derive(Debug, Args)]
#[command(next_help_heading = "What is asked (exit status 1 when something falls below)")]
pub(super) struct Bar {
    /// The lowest score that will do, from 0 to 100.
    #[arg(long, value_name = "N", value_parser = score)]
    min_score: Option<f64>,

    /// The lowest overall level that will do, by number (0 to 4) or name.
    #[arg(long, value_name = "LEVEL")]
    min_level: Option<String>,

    /// The mildest finding that will not do.
    #[arg(long, value_enum, value_name = "SEVERITY")]
    fail_on: Option<FailOn>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FailOn {
    /// Contradictions.
    Error,
    /// Also what weakens the case.
    Warning,
    /// Any finding.
    Note,
}

fn score(text: &str) -> Result<f64, String> {
    text.parse()
        .ok()
        .filter(|score| (0.0..=100.0).contains(score))
        .ok_or_else(|| "a score is a number from 0 to 100".to_owned())
}

/// What is asked, in the rubric's terms.
pub(super) struct Asked {
    score: Option<f64>,
    level: Option<(u8, String)>,
    severity: Option<Severity>,
}

impl Bar {
    /// Looks the level up in the rubric.
    pub(super) fn resolve(&self, rubric: &Rubric) -> Result<Asked> {
        let names: Vec<&str> = rubric.levels.iter().map(|level| level.name.as_str()).collect();
        let level = self.min_level.as_deref().map(|wanted| {
            let by_number = wanted.parse::<usize>().ok().filter(|number| *number < names.len());
            let number = by_number.or_else(|| names.iter().position(|name| name.eq_ignore_ascii_case(wanted)));
            number
                .map(|number| (number as u8, names[number].to_owned()))
                .ok_or_else(|| unknown("level", wanted, names.iter().copied()))
        });
        Ok(Asked {
            score: self.min_score,
            level: level.transpose()?,
            severity: self.fail_on.map(|severity| match severity {
                FailOn::Error => Severity::Error,
                FailOn::Warning => Severity::Warning,
                FailOn::Note => Severity::Note,
            }),
        })
    }
}

impl Asked {
    /// Why a review is less than what was asked, reading on from its path; nothing when it will do.
    pub(super) fn missed_by(&self, review: &Review) -> Option<String> {
        if let Some(score) = self.score.filter(|score| review.score < *score) {
            return Some(format!("scores {:.1}, and {score} is asked", review.score));
        }
        if let Some((_, name)) = self.level.as_ref().filter(|(level, _)| review.level < *level) {
            return Some(format!("is {}, and {name} is asked", review.level_name));
        }
        let severity = self.severity?;
        let finding =
            review.findings.iter().filter(|finding| finding.severity >= severity).max_by_key(|it| it.severity)?;
        let word = match finding.severity {
            Severity::Error => "an error",
            Severity::Warning => "a warning",
            Severity::Note => "a note",
        };
        Some(format!("has {word} ({})", finding.rule))
    }
}

/// The files that fell below, the first of them by name.
pub(super) fn told(below: &[String]) -> String {
    let mut text = String::new();
    for line in below.iter().take(NAMED) {
        let _ = writeln!(text, "below: {line}");
    }
    if below.len() > NAMED {
        let _ = writeln!(text, "below: {} more", below.len() - NAMED);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use strongcase::review::{Finding, KindFrom};

    fn review(severities: &[Severity]) -> Review {
        let finding = |severity: &Severity| Finding {
            rule: "placeholder".to_owned(),
            severity: *severity,
            criterion: "clarity".to_owned(),
            message: String::new(),
            help: String::new(),
            span: None,
            related: Vec::new(),
        };
        Review {
            kind: "prd-lite".to_owned(),
            kind_from: KindFrom::Option,
            title: None,
            words: 0,
            score: 59.96,
            level: 2,
            level_name: "developing".to_owned(),
            criteria: Vec::new(),
            findings: severities.iter().map(finding).collect(),
            next_steps: Vec::new(),
        }
    }

    fn asked(severity: Severity) -> Asked {
        Asked { score: None, level: None, severity: Some(severity) }
    }

    #[test]
    fn the_gravest_finding_is_told_when_it_is_grave_enough() {
        let review = review(&[Severity::Note, Severity::Warning]);
        assert_eq!(asked(Severity::Error).missed_by(&review), None);
        assert_eq!(asked(Severity::Note).missed_by(&review).as_deref(), Some("has a warning (placeholder)"));
    }

    #[test]
    fn a_score_is_held_to_as_it_is_and_not_as_it_is_shown() {
        let asked = |score| Asked { score: Some(score), level: None, severity: None };
        assert_eq!(asked(59.96).missed_by(&review(&[])), None);
        assert!(asked(60.0).missed_by(&review(&[])).is_some());
    }

    #[test]
    fn many_files_below_are_told_by_their_number() {
        let below: Vec<String> = (0..NAMED + 2).map(|number| format!("{number}.md is weak")).collect();
        let told = told(&below);
        assert_eq!(told.lines().count(), NAMED + 1);
        assert!(told.ends_with("below: 2 more\n"));
    }
}
