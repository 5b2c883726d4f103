//! One phrase of a word list → elements that are matched against tokens.

use super::spelling::{forms, spellings};
use super::tables::WordId;

/// A phrase, read.
#[derive(Debug)]
pub(crate) struct Pattern {
    /// What must follow what.
    pub(crate) elements: Vec<Element>,
    /// It must stand at the start of its sentence (`^`).
    pub(crate) at_start: bool,
    /// It must stand at the end of its sentence, closing marks aside (`$`).
    pub(crate) at_end: bool,
    /// The last element after the first that must be there and is words: where none of them stands, it cannot match.
    needed: Option<usize>,
}

/// One step of a phrase.
#[derive(Debug)]
pub(crate) enum Element {
    /// One of these words.
    Words { words: Vec<WordId>, optional: bool },
    /// A quantity of this class.
    Quantity { class: QuantityClass, optional: bool },
    /// Up to `most` tokens of any kind, at least `least`.
    Gap { least: u32, most: u32 },
}

/// Which quantities a phrase accepts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum QuantityClass {
    /// `#`: any.
    Any,
    /// `#number`: a bare number.
    Number,
    /// `#percent`: percent or percentage points.
    Percent,
    /// `#money`.
    Money,
    /// `#duration`.
    Duration,
    /// `#date`: a date, quarter or year.
    Date,
}

impl QuantityClass {
    /// All of them, in the order of their numbers.
    pub(crate) const ALL: [Self; 6] = [Self::Any, Self::Number, Self::Percent, Self::Money, Self::Duration, Self::Date];
}

impl Element {
    /// True when it may be left out.
    pub(crate) fn optional(&self) -> bool {
        match self {
            Self::Words { optional, .. } | Self::Quantity { optional, .. } => *optional,
            Self::Gap { least, .. } => *least == 0,
        }
    }
}

impl Pattern {
    /// Reads a phrase; `intern` gives each of its words an id.
    pub(crate) fn parse(phrase: &str, intern: &mut impl FnMut(&str) -> WordId) -> Result<Self, String> {
        let mut rest = phrase.trim();
        let at_start = rest.starts_with('^');
        rest = rest.trim_start_matches('^');
        let at_end = rest.ends_with('$') && rest != "$";
        if at_end {
            rest = &rest[..rest.len() - 1];
        }
        let mut elements = Vec::new();
        for part in rest.split_whitespace() {
            Self::element(part, &mut elements, intern)?;
        }
        if elements.is_empty() {
            return Err("it is empty".to_owned());
        }
        let must = |element: &Element| matches!(element, Element::Words { optional: false, .. });
        let needed = elements.iter().rposition(must).filter(|&at| at > 0);
        Ok(Self { elements, at_start, at_end, needed })
    }

    /// Words of which one must stand in the sentence, if that is more than what it begins with.
    pub(crate) fn needed(&self) -> Option<&[WordId]> {
        match &self.elements[self.needed?] {
            Element::Words { words, .. } => Some(words),
            Element::Quantity { .. } | Element::Gap { .. } => None,
        }
    }

    /// The words of which one must come next from an element on; none when something else may, or nothing.
    pub(crate) fn next_words(&self, from: usize) -> Option<Vec<WordId>> {
        let mut next = Vec::new();
        for element in &self.elements[from..] {
            let Element::Words { words, optional } = element else { return None };
            next.extend_from_slice(words);
            if !optional {
                return Some(next);
            }
        }
        None
    }

    fn element(part: &str, out: &mut Vec<Element>, intern: &mut impl FnMut(&str) -> WordId) -> Result<(), String> {
        match part {
            "_" => out.push(Element::Gap { least: 1, most: 1 }),
            ".." => out.push(Element::Gap { least: 0, most: 3 }),
            "..." => out.push(Element::Gap { least: 0, most: 7 }),
            _ => {
                let optional = part.len() > 1 && part.ends_with('?');
                let part = if optional { &part[..part.len() - 1] } else { part };
                if let Some(name) = part.strip_prefix('#') {
                    let class = match name {
                        "" => QuantityClass::Any,
                        "number" => QuantityClass::Number,
                        "percent" => QuantityClass::Percent,
                        "money" => QuantityClass::Money,
                        "duration" => QuantityClass::Duration,
                        "date" => QuantityClass::Date,
                        _ => return Err(format!("there is no class of quantity `#{name}`")),
                    };
                    out.push(Element::Quantity { class, optional });
                    return Ok(());
                }
                // `trade-off` is three tokens in a text, so it is three elements here.
                let pieces: Vec<&str> = if part.contains('|') { vec![part] } else { split_hyphens(part) };
                for piece in pieces {
                    let mut words = Vec::new();
                    for word in piece.split('|').filter(|w| !w.is_empty()) {
                        if word.bytes().any(|b| b.is_ascii_uppercase()) {
                            return Err(format!("`{word}` must be in lower case"));
                        }
                        for form in forms(word) {
                            words.extend(spellings(&form).iter().map(|s| intern(s)));
                        }
                    }
                    if words.is_empty() {
                        return Err(format!("`{piece}` names no word"));
                    }
                    words.sort_unstable();
                    words.dedup();
                    out.push(Element::Words { words, optional });
                }
            }
        }
        Ok(())
    }
}

fn split_hyphens(part: &str) -> Vec<&str> {
    if part.len() < 3 || !part.contains('-') || part.starts_with('-') {
        return vec![part];
    }
    let mut pieces = Vec::new();
    for (at, piece) in part.split('-').enumerate() {
        if at > 0 {
            pieces.push("-");
        }
        if !piece.is_empty() {
            pieces.push(piece);
        }
    }
    pieces
}
