//! Figures that nothing stands behind.
//!
//! A document that is made of them is a brochure: shares and factors follow each other, and none says from what it was, who
//! was counted, over which time, or where it can be looked up.

use serde::{Deserialize, Serialize};

use super::Reading;
use super::quantity::QuantityKind as Q;
use crate::document::{BlockKind, SentenceId, TokenKind};
use crate::lexicon::Concept as C;

/// When a document is a brochure.
#[derive(Debug, Clone, Copy, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ClaimLimits {
    /// Sentences with a bare figure, at least.
    pub least: u32,
    /// Their share of all sentences with a figure of gain or loss, at least.
    pub share: f64,
}

/// What stands behind a figure, or makes it something else than a claim.
const GROUNDS: [C; 10] = [
    C::FromTo,
    C::WhenPhrase,
    C::SampleSize,
    C::MethodDone,
    C::DataSourceLead,
    C::GuardLimit,
    C::Speech,
    C::ObservedLimit,
    C::Possibility,
    C::Assumed,
];

/// The most that a share is out of where it may only be a way of speaking: `8 in 10`.
const ROUND: f64 = 10.0;

impl Reading<'_> {
    /// Sentences with a figure that nothing stands behind; none where the document is not made of them.
    pub fn bare_claims(&self, limits: &ClaimLimits) -> Vec<SentenceId> {
        if self.quantities.len() < limits.least as usize {
            return Vec::new();
        }
        let mut figures = 0_u32;
        let mut bare = Vec::new();
        for &sentence in &self.written {
            if self.is_figure(sentence) {
                figures += 1;
                if !self.is_grounded(sentence) {
                    bare.push(sentence);
                }
            }
        }
        let brochure = bare.len() >= limits.least as usize && bare.len() as f64 >= limits.share * f64::from(figures);
        if brochure { bare } else { Vec::new() }
    }

    /// True for a sentence with a share, a factor or a sum of money.
    fn is_figure(&self, sentence: SentenceId) -> bool {
        let of_claim =
            |kind: &Q| matches!(kind, Q::Percent | Q::PercentagePoints | Q::Multiple | Q::Money(_) | Q::OfTotal { .. });
        self.quantities(sentence).iter().any(|quantity| of_claim(&quantity.kind))
            && !matches!(self.doc.blocks[self.block_of(sentence) as usize].kind, BlockKind::Cell { .. })
    }

    fn is_grounded(&self, sentence: SentenceId) -> bool {
        let s = &self.doc.sentences[sentence as usize];
        let block = &self.doc.blocks[s.block as usize];
        let measured = |kind: &Q| {
            kind.is_time()
                || matches!(kind, Q::SampleSize | Q::PValue | Q::Rating { .. } | Q::Ratio { .. } | Q::Effort)
                || matches!(kind, Q::OfTotal { of } if *of > ROUND)
        };
        let tokens = &self.doc.tokens[s.tokens.start as usize..s.tokens.end as usize];
        s.question
            || block.quoted
            || block.label.is_some()
            || self.says_any(sentence, &GROUNDS)
            || self.quantities(sentence).iter().any(|quantity| measured(&quantity.kind))
            || tokens.iter().any(|token| token.kind == TokenKind::Address || token.code)
            || self.doc.quote(self.doc.span_of(s.text)).contains("](")
    }
}
