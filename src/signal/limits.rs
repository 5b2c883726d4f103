//! The numbers that the signals of clarity go by; what they are is data.

use serde::Deserialize;

/// From where on a text is complete, short, plain and in order.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClarityLimits {
    /// Words from which on a text can be complete.
    pub complete_words: u32,
    /// Words of the first screen.
    pub first_screen_words: u32,
    /// Most words that a sentence has on average in a concise text.
    pub sentence_words: u32,
    /// Most words of a concise text.
    pub concise_words: u32,
    /// Words from which on a sentence counts.
    pub counted_words: u32,
    /// Sentences from which on a text can be plain.
    pub plain_sentences: u32,
    /// The share of sentences on how it is built that a plain text stays below.
    pub built_share: f64,
    /// The share of the text within which problem and decision come.
    pub early_share: f64,
}

impl ClarityLimits {
    /// What cannot be meant, each with its key.
    pub(crate) fn mistakes(&self) -> Vec<(&'static str, String)> {
        let counts = [
            ("complete_words", self.complete_words),
            ("first_screen_words", self.first_screen_words),
            ("sentence_words", self.sentence_words),
            ("concise_words", self.concise_words),
            ("counted_words", self.counted_words),
            ("plain_sentences", self.plain_sentences),
        ];
        let shares = [("built_share", self.built_share), ("early_share", self.early_share)];
        let none = counts.into_iter().filter(|(_, count)| *count == 0);
        let none = none.map(|(key, _)| (key, format!("`clarity.{key}` must be at least 1")));
        let outside = shares.into_iter().filter(|(_, share)| !(*share > 0.0 && *share <= 1.0));
        none.chain(outside.map(|(key, _)| (key, format!("`clarity.{key}` must lie above 0 and be at most 1"))))
            .collect()
    }
}
