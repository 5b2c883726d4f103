//! Document, mentions and facts → what is wrong in a place. One file a check; each is silent where the text leaves
//! a reading open.

pub(crate) mod amount;
mod bare_claims;
mod borrowed_text;
mod case_arithmetic;
mod choice_not_an_option;
mod choice_not_top_score;
mod deadline_passed;
mod dependency_cycle;
mod dependency_order;
mod effect_open;
mod empty_section;
mod evidence_count;
mod explained;
mod false_precision;
mod foreign_passage;
mod funnel_shape;
mod goal_not_measured;
mod grader_addressed;
mod guardrail_is_primary;
mod hidden_text;
mod implementation_detail;
mod keyword_stuffing;
mod leftover_guidance;
mod measure_without_goal;
mod metric_two_values;
mod most_of_few;
mod non_goal_required;
mod off_scale;
mod output_metric;
mod over_capacity;
mod parts_and_whole;
mod payback;
mod rate_arithmetic;
mod repeated_passage;
mod review_after_horizon;
mod same_confidence;
mod same_option;
mod sample_ratio;
mod sample_size;
mod score_arithmetic;
mod score_columns;
mod score_order;
mod score_tie;
mod scrambled_words;
mod several_primaries;
mod share_over_whole;
mod solution_before_problem;
mod stated_change;
mod stop_rule_no_date;
mod stop_rule_no_number;
mod stops_when_significant;
mod target_direction;
mod test_too_short;
#[cfg(test)]
mod testing;
mod thin_lead;
mod unanswered;
mod unfilled_placeholder;
mod unit_mismatch;
mod unmitigated_risk;
mod unowned_question;
mod untested_assumption;
mod vague_claim;
mod vanity_metric;
mod weights_sum;

pub use crate::signal::Case;
use crate::span::{Span, TextRange};

/// One place where something is wrong. Its texts come from the rubric.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hit {
    /// Where; nothing when it is about the whole document.
    pub span: Option<Span>,
    /// What stands for `{words}` in the message.
    pub words: String,
    /// What stands for other names in braces, such as `{computed}`, in the message and in what is said of other places.
    pub values: Vec<(&'static str, String)>,
    /// Other places that belong to it, each with its name under `[related]` in the rubric's file about the check.
    pub related: Vec<(String, Span)>,
}

impl Hit {
    /// The same with what stands for `{name}`.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.values.push((name, value.into()));
        self
    }

    /// The same with another place, by its name under `[related]` in the rubric's file about the check.
    #[must_use]
    pub fn beside(mut self, name: &str, span: Span) -> Self {
        self.related.push((name.to_owned(), span));
        self
    }
}

/// A check: what finds one kind of fault.
#[derive(Debug)]
pub struct Check {
    /// Its id, which is the rule of its findings.
    pub id: &'static str,
    /// Finds all that is wrong, in the order of the source.
    pub run: fn(&Case<'_>) -> Vec<Hit>,
}

/// All checks, by id.
pub const CHECKS: &[Check] = &[
    Check { id: "bare-claims", run: bare_claims::run },
    Check { id: "borrowed-text", run: borrowed_text::run },
    Check { id: "case-arithmetic", run: case_arithmetic::run },
    Check { id: "choice-not-an-option", run: choice_not_an_option::run },
    Check { id: "choice-not-top-score", run: choice_not_top_score::run },
    Check { id: "deadline-passed", run: deadline_passed::run },
    Check { id: "dependency-cycle", run: dependency_cycle::run },
    Check { id: "dependency-order", run: dependency_order::run },
    Check { id: "effect-open", run: effect_open::run },
    Check { id: "empty-section", run: empty_section::run },
    Check { id: "evidence-count", run: evidence_count::run },
    Check { id: "false-precision", run: false_precision::run },
    Check { id: "foreign-passage", run: foreign_passage::run },
    Check { id: "funnel-shape", run: funnel_shape::run },
    Check { id: "goal-not-measured", run: goal_not_measured::run },
    Check { id: "grader-addressed", run: grader_addressed::run },
    Check { id: "guardrail-is-primary", run: guardrail_is_primary::run },
    Check { id: "hidden-text", run: hidden_text::run },
    Check { id: "implementation-detail", run: implementation_detail::run },
    Check { id: "keyword-stuffing", run: keyword_stuffing::run },
    Check { id: "leftover-guidance", run: leftover_guidance::run },
    Check { id: "measure-without-goal", run: measure_without_goal::run },
    Check { id: "metric-two-values", run: metric_two_values::run },
    Check { id: "most-of-few", run: most_of_few::run },
    Check { id: "non-goal-required", run: non_goal_required::run },
    Check { id: "off-scale", run: off_scale::run },
    Check { id: "output-metric", run: output_metric::run },
    Check { id: "over-capacity", run: over_capacity::run },
    Check { id: "parts-and-whole", run: parts_and_whole::run },
    Check { id: "payback", run: payback::run },
    Check { id: "rate-arithmetic", run: rate_arithmetic::run },
    Check { id: "repeated-passage", run: repeated_passage::run },
    Check { id: "review-after-horizon", run: review_after_horizon::run },
    Check { id: "sample-ratio", run: sample_ratio::run },
    Check { id: "sample-size", run: sample_size::run },
    Check { id: "same-confidence", run: same_confidence::run },
    Check { id: "same-option", run: same_option::run },
    Check { id: "scrambled-words", run: scrambled_words::run },
    Check { id: "score-arithmetic", run: score_arithmetic::run },
    Check { id: "score-order", run: score_order::run },
    Check { id: "score-tie", run: score_tie::run },
    Check { id: "several-primaries", run: several_primaries::run },
    Check { id: "share-over-whole", run: share_over_whole::run },
    Check { id: "solution-before-problem", run: solution_before_problem::run },
    Check { id: "stated-change", run: stated_change::run },
    Check { id: "stop-rule-no-date", run: stop_rule_no_date::run },
    Check { id: "stop-rule-no-number", run: stop_rule_no_number::run },
    Check { id: "stops-when-significant", run: stops_when_significant::run },
    Check { id: "target-direction", run: target_direction::run },
    Check { id: "test-too-short", run: test_too_short::run },
    Check { id: "thin-lead", run: thin_lead::run },
    Check { id: "unfilled-placeholder", run: unfilled_placeholder::run },
    Check { id: "unit-mismatch", run: unit_mismatch::run },
    Check { id: "unmitigated-risk", run: unmitigated_risk::run },
    Check { id: "unowned-question", run: unowned_question::run },
    Check { id: "untested-assumption", run: untested_assumption::run },
    Check { id: "vague-claim", run: vague_claim::run },
    Check { id: "vanity-metric", run: vanity_metric::run },
    Check { id: "weights-sum", run: weights_sum::run },
];

/// Longest quotation in a message, in characters.
const QUOTED: usize = 80;

impl Case<'_> {
    /// A hit at a place of the reading text, quoted by its words.
    fn hit(&self, text: TextRange) -> Hit {
        Hit { span: Some(self.doc.span_of(text)), words: one_line(self.doc.str(text)), ..Hit::default() }
    }

    /// A hit at a place of the source, quoted as written.
    fn hit_at(&self, span: Span) -> Hit {
        Hit { span: Some(span), words: one_line(self.doc.quote(span)), ..Hit::default() }
    }
}

/// Words on one line, cut where they are long.
pub(crate) fn one_line(words: &str) -> String {
    let mut line = String::new();
    for (count, letter) in words.split_whitespace().flat_map(|word| word.chars().chain([' '])).enumerate() {
        if count == QUOTED {
            return format!("{}…", line.trim_end());
        }
        line.push(letter);
    }
    line.truncate(line.trim_end().len());
    line
}
