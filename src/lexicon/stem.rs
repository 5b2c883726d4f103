//! A word → what is left of it without its endings, so that forms of one word are one.

use super::lists;

/// Fewest letters that are left of a word.
const FEWEST: usize = 3;

/// A word, in lower case, without the `s` of a plural: `shops` and `shop` are one, `class` stays.
pub fn singular(word: &str) -> &str {
    match word.strip_suffix('s') {
        Some(one) if one.len() >= FEWEST && !one.ends_with('s') => one,
        _ => word,
    }
}

/// A word, in lower case, without the first of the endings of number and form that it has.
pub fn stem(word: &str) -> &str {
    let bare = lists::ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending));
    bare.into_iter().find(|bare| bare.chars().nth(FEWEST - 1).is_some()).unwrap_or(word)
}

/// The first so many letters of a word.
pub fn letters(word: &str, count: usize) -> &str {
    word.char_indices().nth(count).map_or(word, |(end, _)| &word[..end])
}

#[cfg(test)]
mod tests {
    use super::{letters, singular, stem};

    #[test]
    fn forms_of_a_word_are_one() {
        for (one, other) in [("shops", "shop"), ("waiting", "waited"), ("priorities", "priority"), ("drives", "drive")]
        {
            assert_eq!(stem(one), stem(other));
        }
        assert_eq!((stem("is"), stem("the"), stem("ring")), ("is", "the", "ring"));
    }

    #[test]
    fn a_plural_is_one_of_many_and_letters_are_whole() {
        assert_eq!(
            (singular("rates"), singular("class"), singular("bus"), singular("gas")),
            ("rate", "class", "bus", "gas")
        );
        assert_eq!((letters("größer", 3), letters("an", 4)), ("grö", "an"));
    }
}
