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

    /// The phrases that one stands for: a choice in which some are several tokens (`sign-off`, `that's`) is parted into one
    /// phrase for those that are one token and one for each of the others. A short form (`we're`) stands for what it is short
    /// for too.
    pub(crate) fn variants(phrase: &str) -> Vec<String> {
        let mut variants = vec![String::new()];
        for part in phrase.split_whitespace() {
            let (choice, optional) = match part.strip_suffix('?') {
                Some(choice) if part.len() > 1 => (choice, "?"),
                _ => (part, ""),
            };
            let bare = choice.trim_start_matches('^').trim_end_matches('$');
            let words = || bare.split('|').filter(|word| !word.is_empty());
            let (several, one): (Vec<&str>, Vec<&str>) = words().partition(|word| pieces(word).len() > 1);
            let mut choices: Vec<String> = several.into_iter().map(ToOwned::to_owned).collect();
            choices.extend((!one.is_empty()).then(|| one.join("|")));
            if optional.is_empty() {
                choices.extend(words().filter_map(spelled_out));
            }
            if choices.len() < 2 {
                for phrase in &mut variants {
                    push(phrase, part);
                }
                continue;
            }
            let (start, end) = (
                &choice[..choice.len() - choice.trim_start_matches('^').len()],
                &choice[choice.trim_end_matches('$').len()..],
            );
            let choices: Vec<String> = choices.iter().map(|choice| format!("{start}{choice}{end}{optional}")).collect();
            variants = variants
                .iter()
                .flat_map(|phrase| {
                    choices.iter().map(move |choice| {
                        let mut phrase = phrase.clone();
                        push(&mut phrase, choice);
                        phrase
                    })
                })
                .collect();
        }
        variants
    }

    /// Words of which one must stand in the sentence, if that is more than what it begins with.
    pub(crate) fn needed(&self) -> Option<&[WordId]> {
        match &self.elements[self.needed?] {
            Element::Words { words, .. } => Some(words),
            Element::Quantity { .. } | Element::Gap { .. } => None,
        }
    }

    /// The element whose words must stand in the sentence.
    pub(crate) fn needed_place(&self) -> Option<usize> {
        self.needed
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
                let pieces = if part.contains('|') { vec![part] } else { pieces(part) };
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

/// The tokens that a word of a phrase is in a text: hyphens part it, and `'s` stands alone.
fn pieces(word: &str) -> Vec<&str> {
    let (stem, end) = match word.strip_suffix("'s") {
        Some(stem) if !stem.is_empty() => (stem, Some("'s")),
        _ => (word, None),
    };
    let mut pieces = Vec::new();
    if stem.len() < 3 || !stem.contains('-') || stem.starts_with('-') {
        pieces.push(stem);
    } else {
        for (at, piece) in stem.split('-').enumerate() {
            if at > 0 {
                pieces.push("-");
            }
            if !piece.is_empty() {
                pieces.push(piece);
            }
        }
    }
    pieces.extend(end);
    pieces
}

/// What a short form is short for, as two words; none for other words, and for `can't`, whose long form is one word too.
fn spelled_out(word: &str) -> Option<String> {
    let (first, second) = match word {
        "won't" => ("will", "not"),
        "can't" => ("can", "not"),
        "it's" | "that's" | "there's" => (word.strip_suffix("'s")?, "is"),
        _ => word.strip_suffix("n't").map(|verb| (verb, "not")).or_else(|| {
            let (subject, verb) = word.split_once('\'')?;
            let verb = match verb {
                "re" => "are",
                "ve" => "have",
                "ll" => "will",
                "m" => "am",
                "d" => "would",
                _ => return None,
            };
            (!subject.is_empty()).then_some((subject, verb))
        })?,
    };
    Some(format!("{first} {second}"))
}

fn push(phrase: &mut String, part: &str) {
    if !phrase.is_empty() {
        phrase.push(' ');
    }
    phrase.push_str(part);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_of_several_tokens_is_parted() {
        assert_eq!(Pattern::variants("^needs sign-off|access$"), ["^needs sign-off$", "^needs access$"]);
        assert_eq!(Pattern::variants("sign-off|access is why?"), ["sign-off is why?", "access is why?"]);
        assert_eq!(Pattern::variants("trade-off"), ["trade-off"]);
    }

    #[test]
    fn a_short_form_stands_for_the_long_one_too() {
        assert_eq!(Pattern::variants("^we're|i'm going"), ["^we're|i'm going", "^we are going", "^i am going"]);
        assert_eq!(Pattern::variants("we won't|don't"), ["we won't|don't", "we will not", "we do not"]);
        assert_eq!(Pattern::variants("it's not"), ["it's not", "it is not"]);
        // What may be left out stays as it is, and so does what is short for nothing.
        assert_eq!(Pattern::variants("we'd? let's o'clock"), ["we'd? let's o'clock"]);
    }

    #[test]
    fn hyphens_and_the_possessive_are_tokens() {
        assert_eq!(pieces("trade-off"), ["trade", "-", "off"]);
        assert_eq!(pieces("let's"), ["let", "'s"]);
        assert_eq!(pieces("don't"), ["don't"]);
    }
}
