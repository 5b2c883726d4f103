//! What templates say about the backgrounds of their authors.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::library::embedded;

/// An engineering background: what it brings, and what it usually leaves out.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Background {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What it brings, and what it usually leaves out.
    pub says: String,
    /// What to look out for, by the id of the criterion that it concerns.
    #[serde(default)]
    pub notes: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    background: Vec<Background>,
}

/// Every background, in order.
///
/// # Panics
/// Never in a released program: a test loads the same file.
pub fn backgrounds() -> Vec<Background> {
    let text = embedded("backgrounds.toml").unwrap_or_default();
    match toml::from_str::<File>(text) {
        Ok(file) => file.background,
        Err(error) => panic!("the built-in backgrounds cannot be read: {error}"),
    }
}

/// A question to an author who starts.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The answer that it asks for.
    pub id: String,
    /// The question.
    pub asks: String,
    /// What the answer is for, in one line.
    pub says: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Questions {
    question: Vec<Question>,
}

/// Every question, in the order in which they are asked.
///
/// # Panics
/// Never in a released program: a test loads the same file.
pub fn questions() -> Vec<Question> {
    let text = embedded("questions.toml").unwrap_or_default();
    match toml::from_str::<Questions>(text) {
        Ok(file) => file.question,
        Err(error) => panic!("the built-in questions cannot be read: {error}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rubric::Rubric;

    #[test]
    fn every_question_fits_a_line() {
        let ids: Vec<String> = questions().into_iter().map(|question| question.id).collect();
        assert_eq!(ids, ["kind", "title", "product", "segment", "decision", "background"]);
        for question in questions() {
            assert!(question.says.chars().count() <= 79 && question.asks.chars().count() <= 40, "{question:?}");
        }
    }

    #[test]
    fn every_note_is_about_a_criterion() {
        let rubric = Rubric::embedded();
        assert_eq!(backgrounds().len(), 6);
        for background in backgrounds() {
            assert!(!background.notes.is_empty(), "{}", background.id);
            for id in background.notes.keys() {
                assert!(rubric.criterion(id).is_some(), "{}: {id}", background.id);
            }
        }
    }
}
