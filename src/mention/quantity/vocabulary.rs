//! The words that can begin a quantity or take a number out of one.

use super::words::Words;
use crate::lexicon::few::Few;

/// What a word without a digit can begin.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Role {
    /// A number under a hundred.
    Small(u8),
    /// `hundred`, `million`, `dozen`.
    Scale(f64),
    /// `half`.
    Half,
    /// `third`, `quarters`: one of so many parts.
    Part(u8),
    /// `twice`.
    Twice,
    /// `doubled`, `halved`.
    Times(f64),
    /// `double`: only before an article or a possessive.
    TimesBeforeNoun(f64),
    /// A month, from 1. Sure: no name of a person and no verb.
    Month {
        /// From 1 for January.
        number: u8,
        /// Is the name of a month wherever it begins with a capital.
        sure: bool,
    },
    /// `fy`, `fiscal`.
    Fiscal,
}

/// What `word`, in lower case, can begin.
pub(super) fn role(word: &str) -> Option<Role> {
    let bytes = word.as_bytes();
    if bytes.len() < 2 {
        return None;
    }
    let mut slot = slot(bytes);
    loop {
        let (known, role) = ROLES.get(usize::from(SLOTS[slot]))?;
        if known.as_bytes() == bytes {
            return Some(*role);
        }
        slot = (slot + 1) % SLOTS.len();
    }
}

/// True when a word, in lower case, may be one that can begin something: most words are told apart without a comparison.
#[inline]
pub(super) fn may_begin(word: &[u8]) -> bool {
    word.len() > 1 && SLOTS[slot(word)] != u8::MAX
}

/// Where the search for a word of two letters or more begins.
const fn slot(word: &[u8]) -> usize {
    let ends = word[0] as usize * 7 + word[1] as usize * 31 + word[word.len() - 1] as usize * 13;
    (ends + word.len() * 61) % SLOT_COUNT
}

const SLOT_COUNT: usize = 2048;

/// The index in `ROLES` of each slot, past its end where there is none: every word of a text is looked up, and most slots
/// are empty.
static SLOTS: [u8; SLOT_COUNT] = {
    let mut slots = [u8::MAX; SLOT_COUNT];
    let mut at = 0;
    while at < ROLES.len() {
        let mut free = slot(ROLES[at].0.as_bytes());
        while slots[free] != u8::MAX {
            free = (free + 1) % SLOT_COUNT;
        }
        slots[free] = at as u8;
        at += 1;
    }
    slots
};

const fn month(number: u8, sure: bool) -> Role {
    Role::Month { number, sure }
}

const ROLES: &[(&str, Role)] = &[
    ("zero", Role::Small(0)),
    ("one", Role::Small(1)),
    ("two", Role::Small(2)),
    ("three", Role::Small(3)),
    ("four", Role::Small(4)),
    ("five", Role::Small(5)),
    ("six", Role::Small(6)),
    ("seven", Role::Small(7)),
    ("eight", Role::Small(8)),
    ("nine", Role::Small(9)),
    ("ten", Role::Small(10)),
    ("eleven", Role::Small(11)),
    ("twelve", Role::Small(12)),
    ("thirteen", Role::Small(13)),
    ("fourteen", Role::Small(14)),
    ("fifteen", Role::Small(15)),
    ("sixteen", Role::Small(16)),
    ("seventeen", Role::Small(17)),
    ("eighteen", Role::Small(18)),
    ("nineteen", Role::Small(19)),
    ("twenty", Role::Small(20)),
    ("thirty", Role::Small(30)),
    ("forty", Role::Small(40)),
    ("fifty", Role::Small(50)),
    ("sixty", Role::Small(60)),
    ("seventy", Role::Small(70)),
    ("eighty", Role::Small(80)),
    ("ninety", Role::Small(90)),
    ("dozen", Role::Scale(12.0)),
    ("hundred", Role::Scale(1e2)),
    ("thousand", Role::Scale(1e3)),
    ("lakh", Role::Scale(1e5)),
    ("million", Role::Scale(1e6)),
    ("crore", Role::Scale(1e7)),
    ("billion", Role::Scale(1e9)),
    ("half", Role::Half),
    ("third", Role::Part(3)),
    ("thirds", Role::Part(3)),
    ("quarter", Role::Part(4)),
    ("quarters", Role::Part(4)),
    ("fifth", Role::Part(5)),
    ("fifths", Role::Part(5)),
    ("tenth", Role::Part(10)),
    ("tenths", Role::Part(10)),
    ("twice", Role::Twice),
    ("doubled", Role::Times(2.0)),
    ("doubling", Role::Times(2.0)),
    ("tripled", Role::Times(3.0)),
    ("tripling", Role::Times(3.0)),
    ("quadrupled", Role::Times(4.0)),
    ("halved", Role::Times(0.5)),
    ("halving", Role::Times(0.5)),
    ("twofold", Role::Times(2.0)),
    ("threefold", Role::Times(3.0)),
    ("fourfold", Role::Times(4.0)),
    ("fivefold", Role::Times(5.0)),
    ("tenfold", Role::Times(10.0)),
    ("double", Role::TimesBeforeNoun(2.0)),
    ("triple", Role::TimesBeforeNoun(3.0)),
    ("halve", Role::TimesBeforeNoun(0.5)),
    ("january", month(1, true)),
    ("february", month(2, true)),
    ("march", month(3, false)),
    ("april", month(4, false)),
    ("may", month(5, false)),
    ("june", month(6, false)),
    ("july", month(7, true)),
    ("august", month(8, false)),
    ("september", month(9, true)),
    ("october", month(10, true)),
    ("november", month(11, true)),
    ("december", month(12, true)),
    ("jan", month(1, false)),
    ("feb", month(2, false)),
    ("mar", month(3, false)),
    ("apr", month(4, false)),
    ("jun", month(6, false)),
    ("jul", month(7, false)),
    ("aug", month(8, false)),
    ("sep", month(9, false)),
    ("sept", month(9, false)),
    ("oct", month(10, false)),
    ("nov", month(11, false)),
    ("dec", month(12, false)),
    ("fy", Role::Fiscal),
    ("fiscal", Role::Fiscal),
];

/// True when the word before `at` is one whose number names one of several: `phase 2`, but not `this week 2 teams`.
pub(super) fn is_named(words: Words<'_>, at: usize) -> bool {
    let determined = matches!(
        words.before(at, 2),
        "this" | "last" | "next" | "each" | "every" | "per" | "a" | "that" | "same" | "past" | "previous"
    );
    !determined && !words.touches(at) && names_by_number(words.before(at, 1))
}

/// True for a word (in lower case) whose number names one of several and counts nothing: `phase 2`, `figure 3`, `rfc 2119`.
fn names_by_number(word: &str) -> bool {
    let one = word.strip_suffix('s').unwrap_or(word);
    NAMES.has(word) || NAMES.has(one) || LONG_NAMES.has(one)
}

static LONG_NAMES: Few = Few::new(&[
    "assumption",
    "experiment",
    "hypothesis",
    "interview",
    "iteration",
    "kubernetes",
    "milestone",
    "objective",
    "participant",
    "postgresql",
    "principle",
    "requirement",
]);

static NAMES: Few = Few::new(&[
    "act", "alpha", "android", "angular", "annex", "appendix", "article", "attempt", "basel", "beta", "build",
    "chapter", "chrome", "claude", "code", "column", "css", "day", "epic", "error", "exhibit", "fig", "figure",
    "firefox", "footnote", "gemini", "goal", "gpt", "grade", "horizon", "html", "http", "iec", "ieee", "industry",
    "ios", "iso", "issue", "item", "java", "js", "kr", "level", "line", "llama", "macos", "month", "mr", "mysql",
    "net", "no", "node", "number", "oauth", "option", "page", "part", "pep", "persona", "phase", "point", "port",
    "postgres", "pr", "preview", "priority", "python", "quad", "question", "react", "release", "rfc", "risk", "round",
    "row", "rule", "scenario", "section", "session", "slide", "soc", "sprint", "stage", "status", "step", "story",
    "table", "task", "ticket", "tier", "tls", "ubuntu", "usb", "variant", "version", "vue", "wave", "wcag", "week",
    "windows", "year",
]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_the_plural() {
        assert!(names_by_number("phase") && names_by_number("phases") && names_by_number("goals"));
        assert!(!names_by_number("users") && !names_by_number(""));
    }

    #[test]
    fn every_role_is_found_and_nothing_else() {
        for (word, known) in ROLES {
            assert_eq!(role(word), Some(*known), "{word}");
        }
        for word in ["", "a", "the", "tw", "marching", "é"] {
            assert_eq!(role(word), None, "{word}");
        }
    }
}
