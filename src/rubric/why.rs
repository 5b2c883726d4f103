//! The phrases that the sentence about a level is made of, and what may stand in them.

use serde::{Deserialize, Serialize};

use super::SignalText;

/// The names in a form that stand for what is held and for what is missing.
const HELD: &str = "{held}";
const LACKING: &str = "{lacking}";
/// The name in a `held` phrase that stands for how many pieces there are.
const COUNT: &str = "{count}";
/// The names in a form of `places` that stand for the first and the second line.
const FIRST: &str = "{first}";
const SECOND: &str = "{second}";

/// A clause that says that a signal is held.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Held {
    /// Of one piece.
    pub one: String,
    /// Of several; left out where a signal is held or not and there is nothing to count.
    #[serde(default)]
    pub many: Option<String>,
}

/// Where what is held can be checked.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Places {
    one: String,
    two: String,
    many: String,
}

/// How the sentence that tells why a level was given is put together.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Phrasing {
    /// Counts in words, from none.
    numbers: Vec<String>,
    /// What stands for a count past the last of them.
    beyond: String,
    few: String,
    pair: String,
    comma: String,
    last: String,
    only: String,
    short: String,
    whole: String,
    empty: String,
    places: Places,
    /// Most words of a sentence.
    words: usize,
}

impl Held {
    fn of(&self, phrasing: &Phrasing, count: usize, beyond: &str) -> String {
        match &self.many {
            Some(many) if count > 1 => {
                let number = phrasing.numbers.get(count).map_or(beyond, String::as_str);
                filled(many, |name, out| {
                    if name == COUNT {
                        out.push_str(number);
                    }
                })
            }
            _ => self.one.clone(),
        }
    }
}

impl Phrasing {
    /// What is held, `count` times.
    pub(crate) fn held(&self, text: &SignalText, count: usize) -> String {
        text.held.of(self, count, &self.beyond)
    }

    /// A clause with the lines that it can be checked on, where it counts something.
    pub(crate) fn placed(&self, text: &SignalText, clause: &str, lines: &[usize]) -> String {
        let form = match lines {
            [] => return clause.to_owned(),
            _ if text.held.many.is_none() => return clause.to_owned(),
            [_] => &self.places.one,
            [_, _] => &self.places.two,
            _ => &self.places.many,
        };
        let line = |at: usize| lines.get(at).map(usize::to_string).unwrap_or_default();
        filled(form, |name, out| match name {
            HELD => out.push_str(clause),
            FIRST => out.push_str(&line(0)),
            SECOND => out.push_str(&line(1)),
            _ => {}
        })
    }

    /// What is missing: nothing of it is there, or too little.
    pub(crate) fn lacking(&self, text: &SignalText, count: usize) -> String {
        match count {
            0 => text.lacking.clone(),
            _ => {
                let held = text.held.of(self, count, &self.few);
                filled(&self.only, |name, out| {
                    if name == HELD {
                        out.push_str(&held);
                    }
                })
            }
        }
    }

    /// Clauses, strongest first, as one sentence; those that make it too long are left out.
    pub(crate) fn sentence(&self, held: &[String], lacking: &[String]) -> String {
        // The lines of a clause are for looking up, not for reading.
        let words = |clause: &String| count_words(clause.split(" (").next().unwrap_or_default());
        let mut room = self.words.saturating_sub(lacking.first().map_or(0, |clause| words(clause) + 1));
        let mut told: Vec<&String> = Vec::new();
        for clause in held {
            let takes = words(clause) + usize::from(!told.is_empty());
            if told.is_empty() || takes <= room {
                room = room.saturating_sub(takes);
                told.push(clause);
            }
        }
        let lacks: Vec<&String> = lacking.iter().take(if told.is_empty() { 2 } else { 1 }).collect();
        let form = match (told.is_empty(), lacks.is_empty()) {
            (true, true) => return String::new(),
            (true, false) => &self.empty,
            (false, true) => &self.whole,
            (false, false) => &self.short,
        };
        capitalized(filled(form, |name, out| match name {
            HELD => self.row(&told, out),
            LACKING => self.row(&lacks, out),
            _ => {}
        }))
    }

    /// Adds clauses as a row.
    fn row(&self, clauses: &[&String], out: &mut String) {
        for (at, clause) in clauses.iter().enumerate() {
            let between = match (at, clauses.len()) {
                (0, _) => "",
                (_, 2) => &self.pair,
                (at, len) if at + 1 == len => &self.last,
                _ => &self.comma,
            };
            out.push_str(between);
            out.push_str(clause);
        }
    }

    /// Keys whose text names something in braces that stands for nothing, or lacks what it is for.
    pub(super) fn mistakes(&self) -> Vec<(&'static str, String)> {
        let forms: [(&'static str, &str, &[&str]); 12] = [
            ("places.one", &self.places.one, &[HELD, FIRST]),
            ("places.two", &self.places.two, &[HELD, FIRST, SECOND]),
            ("places.many", &self.places.many, &[HELD, FIRST]),
            ("only", &self.only, &["{held}"]),
            ("short", &self.short, &["{held}", "{lacking}"]),
            ("whole", &self.whole, &["{held}"]),
            ("empty", &self.empty, &["{lacking}"]),
            ("pair", &self.pair, &[]),
            ("comma", &self.comma, &[]),
            ("last", &self.last, &[]),
            ("beyond", &self.beyond, &[]),
            ("few", &self.few, &[]),
        ];
        let mut mistakes = Vec::new();
        for (key, text, known) in forms {
            mistakes
                .extend(stray(text, known).map(|name| (key, format!("`{key}` has {name}, which stands for nothing"))));
            let left_out = known.iter().filter(|name| !text.contains(**name));
            mistakes.extend(left_out.map(|name| (key, format!("`{key}` must hold {name}"))));
        }
        mistakes
    }
}

impl SignalText {
    /// Phrases with a name in braces that stands for nothing, each with what is wrong.
    pub(super) fn mistakes(&self, id: &str) -> Vec<(&str, String)> {
        let many = self.held.many.as_deref().unwrap_or_default();
        let phrases = [
            ("held.one", self.held.one.as_str(), &[][..]),
            ("held.many", many, &[COUNT][..]),
            ("lacking", self.lacking.as_str(), &[][..]),
        ];
        let strays = phrases.into_iter().filter_map(|(key, phrase, known)| {
            let name = stray(phrase, known)?;
            Some((phrase, format!("`{key}` of {id} has {name}, which stands for nothing")))
        });
        let named = self.covers.iter().chain(&self.rests_on).chain(&self.brings);
        let unknown = named.filter(|id| crate::signal::find(id).is_none());
        strays
            .chain(unknown.map(|of| (of.as_str(), format!("{id} names a signal that does not exist: \"{of}\""))))
            .collect()
    }
}

/// A form in which `put` writes what stands for each name in braces. A checked form has no name that stands for nothing.
fn filled(form: &str, put: impl Fn(&str, &mut String)) -> String {
    let mut out = String::with_capacity(2 * form.len().max(64));
    let mut rest = form;
    while let Some(at) = rest.find('{') {
        let end = rest[at..].find('}').map_or(rest.len(), |end| at + end + 1);
        out.push_str(&rest[..at]);
        put(&rest[at..end], &mut out);
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

/// The first name in braces that is not among those known, or a brace that stands alone.
fn stray<'t>(text: &'t str, known: &[&str]) -> Option<&'t str> {
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let end = rest[at..].find('}').map_or(rest.len(), |end| at + end + 1);
        let name = &rest[at..end];
        if !known.contains(&name) {
            return Some(name);
        }
        rest = &rest[end..];
    }
    None
}

fn count_words(text: &str) -> usize {
    if !text.is_ascii() {
        return text.split_whitespace().count();
    }
    let starts = |pair: &[u8]| pair[0] <= b' ' && pair[1] > b' ';
    text.as_bytes().windows(2).filter(|pair| starts(pair)).count()
        + usize::from(text.bytes().next().is_some_and(|first| first > b' '))
}

fn capitalized(mut text: String) -> String {
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
        return text;
    }
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rubric::Rubric;

    fn rows(clauses: &[&str]) -> Vec<String> {
        clauses.iter().map(|clause| (*clause).to_owned()).collect()
    }

    #[test]
    fn clauses_are_joined_as_english_joins_them() {
        let phrasing = Rubric::embedded().phrasing;
        let held = rows(&["two options are described", "one has a cost", "one cost has a size"]);
        let lacking = rows(&["none is to do nothing"]);
        assert_eq!(
            phrasing.sentence(&held, &lacking),
            "Two options are described, one has a cost, and one cost has a size, but none is to do nothing."
        );
        assert_eq!(phrasing.sentence(&held[..2], &[]), "Two options are described and one has a cost.");
        assert_eq!(phrasing.sentence(&[], &lacking), "None is to do nothing.");
        assert_eq!(phrasing.sentence(&[], &[]), "");
    }

    #[test]
    fn a_count_is_told_in_words_and_a_large_one_is_not_pretended_to_be_exact() {
        let rubric = Rubric::embedded();
        let text = &rubric.signals["option.named"];
        assert_eq!(rubric.phrasing.held(text, 1), "one option is named");
        assert_eq!(rubric.phrasing.held(text, 3), "three options are named");
        assert_eq!(rubric.phrasing.held(text, 30), "more than twelve options are named");
        assert_eq!(rubric.phrasing.lacking(text, 1), "only one option is named");
        assert_eq!(rubric.phrasing.lacking(text, 30), "only a few options are named");
        assert_eq!(rubric.phrasing.lacking(text, 0), "no option was found");
    }

    #[test]
    fn no_built_in_phrase_names_what_stands_for_nothing() {
        let rubric = Rubric::embedded();
        let mistakes: Vec<_> = rubric.signals.iter().flat_map(|(id, text)| text.mistakes(id)).collect();
        assert!(mistakes.is_empty(), "{mistakes:?}");
    }

    #[test]
    fn a_name_in_braces_that_is_not_known_is_found() {
        assert_eq!(stray("{count} of {all}", &["{count}"]), Some("{all}"));
        assert_eq!(stray("a } b", &[]), Some("}"));
        assert_eq!(stray("{count} options", &["{count}"]), None);
    }
}
