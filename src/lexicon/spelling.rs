//! A word of a phrase → its regular forms, and its British and American spellings.

/// `reduce+` → reduce, reduces, reduced, reducing; a word without `+` stands for itself.
pub(crate) fn forms(word: &str) -> Vec<String> {
    let Some(stem) = word.strip_suffix('+') else { return vec![word.to_owned()] };
    let mut out = vec![stem.to_owned()];
    let before_last = stem.bytes().rev().nth(1);
    if let Some(base) = stem.strip_suffix('e') {
        out.extend([format!("{stem}s"), format!("{stem}d"), format!("{base}ing")]);
    } else if let (Some(base), true) = (stem.strip_suffix('y'), before_last.is_some_and(|b| !b"aeiou".contains(&b))) {
        out.extend([format!("{base}ies"), format!("{base}ied"), format!("{stem}ing")]);
    } else {
        let plural = ["s", "x", "z", "ch", "sh"].iter().any(|end| stem.ends_with(end));
        out.extend([format!("{stem}{}", if plural { "es" } else { "s" }), format!("{stem}ed"), format!("{stem}ing")]);
    }
    out
}

/// Pairs of American and British endings and stems.
const SPELLINGS: [(&str, &str); 12] = [
    ("ization", "isation"),
    ("ize", "ise"),
    ("izing", "ising"),
    ("behavior", "behaviour"),
    ("favor", "favour"),
    ("labor", "labour"),
    ("center", "centre"),
    ("program", "programme"),
    ("analyz", "analys"),
    ("eled", "elled"),
    ("eling", "elling"),
    ("color", "colour"),
];

/// The word itself, and its other spelling where it has one.
pub(crate) fn spellings(word: &str) -> Vec<String> {
    let mut out = vec![word.to_owned()];
    if word.len() > 5 {
        for (american, british) in SPELLINGS {
            for (from, to) in [(american, british), (british, american)] {
                if word.contains(from) {
                    out.push(word.replacen(from, to, 1));
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plus_adds_the_regular_forms() {
        assert_eq!(forms("reduce+"), ["reduce", "reduces", "reduced", "reducing"]);
        assert_eq!(forms("carry+"), ["carry", "carries", "carried", "carrying"]);
        assert_eq!(forms("miss+"), ["miss", "misses", "missed", "missing"]);
        assert_eq!(forms("churn"), ["churn"]);
    }

    #[test]
    fn both_sides_of_the_ocean_are_understood() {
        assert!(spellings("prioritize").contains(&"prioritise".to_owned()));
        assert!(spellings("behaviour").contains(&"behavior".to_owned()));
        assert!(spellings("cancelled").contains(&"canceled".to_owned()));
        assert_eq!(spellings("size"), ["size"]);
    }
}
