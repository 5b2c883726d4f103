//! How many people were asked, how many of them the text counts, and how many speak in it.

use std::collections::BTreeSet;

use super::{Figure, sole, within};
use crate::document::{SentenceId, Table, Token, TokenKind};
use crate::facts::Words;
use crate::lexicon::{Concept, lists};
use crate::mention::Reading;
use crate::mention::quantity::QuantityKind;
use crate::span::TextRange;

/// Who was asked, and what the text makes of it.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// How many were interviewed, observed or tested with: every place that says so.
    pub stated: Vec<Figure>,
    /// "7 of 11 interviewees".
    pub shares: Vec<Share>,
    /// The first place of each participant who is quoted or named by a number (`P3`, `Participant 3`).
    pub voices: Vec<Words>,
    /// Claims about most of those who were asked.
    pub most: Vec<Words>,
}

/// Some of those who were asked.
#[derive(Debug, Clone, Copy)]
pub struct Share {
    /// Its words.
    pub words: Words,
    /// Out of how many.
    pub of: f64,
    /// True when it is said of the people who were asked.
    pub of_asked: bool,
}

/// Most people that are met one by one; a larger sample is one of those who come by.
const MOST_MET: f64 = 100.0;

pub(super) fn read(reading: &Reading<'_>) -> Asked {
    let mut asked = Asked::default();
    let mut nouns: BTreeSet<&str> = BTreeSet::new();
    // May is a month as often as it is a possibility.
    let plain = [Concept::Intention, Concept::Obligation, Concept::Condition];
    for sentence in reading.numbered() {
        if !reading.says_any(sentence, &plain) && !reading.doc.sentences[sentence as usize].question {
            stated(reading, sentence, &mut asked, &mut nouns);
        }
    }
    for table in reading.doc.tables.iter().filter(|t| t.header && t.columns > 1) {
        in_column(reading, table, &mut asked.stated);
    }
    if !asked.stated.is_empty() || !reading.quantities.is_empty() {
        for sentence in reading.sentences() {
            shares(reading, sentence, &nouns, &mut asked);
        }
    }
    if !asked.stated.is_empty() {
        let mut seen = BTreeSet::new();
        for sentence in reading.sentences() {
            voices(reading, sentence, &mut seen, &mut asked);
            most(reading, sentence, &nouns, &mut asked);
        }
    }
    asked
}

fn tokens<'r>(reading: &'r Reading<'_>, sentence: SentenceId) -> &'r [Token] {
    let range = &reading.doc.sentences[sentence as usize].tokens;
    &reading.doc.tokens[range.start as usize..range.end as usize]
}

fn stated<'r>(reading: &'r Reading<'_>, sentence: SentenceId, asked: &mut Asked, nouns: &mut BTreeSet<&'r str>) {
    let tokens = tokens(reading, sentence);
    let word = |at: usize| tokens.get(at).map_or("", |t| reading.doc.lower_str(t.text));
    for quantity in within(reading, sentence) {
        if !matches!(quantity.kind, QuantityKind::Number | QuantityKind::SampleSize) {
            continue;
        }
        let Some(figure) = Figure::of(reading, quantity) else { continue };
        let start = tokens.partition_point(|t| t.text.start < quantity.text.start);
        let end = tokens.partition_point(|t| t.text.start < quantity.text.end);
        let earlier = |back: usize| start.checked_sub(back).map_or("", word);
        let met = matches!((earlier(2), earlier(1)), ("spoke" | "talked", "to" | "with"))
            || earlier(1) == "with" && lists::ASKED_AFTER.contains(&earlier(2));
        let after =
            (end..end + 3).take_while(|&at| !matches!(word(at), "" | "," | "." | ";" | "(" | "of" | "and" | "with"));
        // May is a month where it has a capital.
        let month = |at: usize| tokens.get(at).is_some_and(|t| reading.doc.str(t.text) == "May");
        let open = |back: usize| {
            matches!(earlier(back), "may" | "might" | "could" | "would")
                && !start.checked_sub(back).is_some_and(|at| at > 0 && month(at))
        };
        if (1..=3).any(open) {
            continue;
        }
        let done = after.clone().any(|at| lists::ASKED_AFTER.contains(&word(at)));
        let sample = quantity.kind == QuantityKind::SampleSize;
        let more =
            after.clone().any(|at| matches!(word(at), "more" | "other" | "further" | "minute" | "hour" | "percent"));
        // "Sample: 3 team leads", not "Sample: 6,500 visitors per arm"
        let named = quantity.kind == QuantityKind::Number && start == 0 && is_sample(reading, sentence);
        // "40 minutes each" is of one talk, "in each arm" of a sample.
        let split = |at: usize| word(at) == "per" || word(at) == "each" && lists::ARM.contains(&word(at + 1));
        let labelled = named && figure.value <= MOST_MET && !(end..end + 5).any(split);
        let people = quantity.kind == QuantityKind::Number
            && (labelled || met || lists::ASKED_BEFORE.contains(&earlier(1)) || done);
        if (sample || people) && !more && figure.value >= 1.0 && figure.value.fract() == 0.0 {
            asked.stated.push(figure);
            if labelled || met || lists::ASKED_BEFORE.contains(&earlier(1)) {
                nouns.extend(after.clone().map(word).filter(|w| w.ends_with('s') && w.len() > 3));
                // "shop owners", where their kind stands before them.
                let pairs = after.filter(|&at| at + 1 < tokens.len() && word(at + 1).ends_with('s'));
                nouns.extend(pairs.map(|at| reading.doc.lower_between(tokens[at].text.start, tokens[at + 1].text.end)));
            }
            // "3 interviews with shift leads", "Who we asked: cooks in school kitchens, n = 3"
            let with = (end..end + 3).find(|&at| word(at) == "with").filter(|_| done).map_or(1, |at| at + 1);
            let named = if sample && is_sample(reading, sentence) { 0 } else { with };
            if named != 1 {
                nouns.extend((named..named + 2).map(word).filter(|w| w.ends_with('s') && w.len() > 3));
            }
            // Those who answer a survey are called so, whoever they are.
            if earlier(1) == "surveyed" {
                nouns.insert("respondents");
            }
        }
    }
}

/// A column that tells how many were asked, such as `n`, beside where that was.
fn in_column(reading: &Reading<'_>, table: &Table, stated: &mut Vec<Figure>) {
    let titled = |column: &u32| {
        let title =
            table.cell(0, *column).map_or("", |cell| reading.doc.lower_str(reading.doc.blocks[cell as usize].text));
        lists::SAMPLE_COLUMNS.contains(&title.trim())
    };
    for column in (1..table.columns).filter(titled) {
        let cells = (1..table.rows).filter_map(|row| sole(reading, table.cell(row, column)?));
        let counts = cells.filter(|f| f.kind == QuantityKind::Number && f.value >= 1.0 && f.value.fract() == 0.0);
        let new: Vec<Figure> = counts.filter(|count| !stated.iter().any(|known| known.words == count.words)).collect();
        stated.extend(new);
    }
    stated.sort_by_key(|figure| figure.words.text);
}

/// The first sentence after a label that names those who were asked.
fn is_sample(reading: &Reading<'_>, sentence: SentenceId) -> bool {
    let block = &reading.doc.blocks[reading.block_of(sentence) as usize];
    let label = block.label.filter(|_| block.sentences.start == sentence);
    label
        .is_some_and(|label| lists::SAMPLE_LABELS.contains(&reading.doc.lower_str(label).trim_matches([' ', ':', '.'])))
}

fn shares(reading: &Reading<'_>, sentence: SentenceId, nouns: &BTreeSet<&str>, asked: &mut Asked) {
    let tokens = tokens(reading, sentence);
    for quantity in within(reading, sentence) {
        let QuantityKind::OfTotal { of } = quantity.kind else { continue };
        let written = reading.doc.lower_str(quantity.text);
        if quantity.ambiguous || quantity.high.is_some() || quantity.approximate || !written.contains(" of ") {
            continue;
        }
        let end = tokens.partition_point(|t| t.text.start < quantity.text.end);
        let word = |at: usize| tokens.get(at).map_or("", |t| reading.doc.lower_str(t.text));
        let noun = word(end);
        let said = (end..end + 5).any(|at| lists::ASKED_SAID.contains(&word(at)));
        let pair = tokens.get(end).zip(tokens.get(end + 1));
        let pair = pair.map_or("", |(one, two)| reading.doc.lower_between(one.text.start, two.text.end));
        // "We interviewed 9 vets. 7 of 11 said": no other people stand between the two.
        let of_asked =
            lists::ASKED_SAID.contains(&noun) && follows_asked(reading, sentence, quantity.text.start, asked);
        let of_asked =
            of_asked || lists::ASKED.contains(&noun) || ((nouns.contains(noun) || nouns.contains(pair)) && said);
        let words = reading.words_in(sentence, quantity.text);
        asked.shares.push(Share { words, of, of_asked });
    }
}

/// A share opens a sentence, and a sentence before it in the block tells how many were asked.
fn follows_asked(reading: &Reading<'_>, sentence: SentenceId, at: u32, asked: &Asked) -> bool {
    let doc = reading.doc;
    let block = reading.block_of(sentence);
    // Places are told in the order of the source.
    let before = asked.stated.partition_point(|figure| figure.words.sentence < sentence);
    let last = before.checked_sub(1).and_then(|last| asked.stated.get(last));
    doc.sentences[sentence as usize].text.start == at && last.is_some_and(|figure| figure.words.block == block)
}

/// `P3` where someone is quoted, `Participant 3` anywhere.
fn voices<'r>(reading: &'r Reading<'_>, sentence: SentenceId, seen: &mut BTreeSet<&'r str>, asked: &mut Asked) {
    let doc = reading.doc;
    let tokens = tokens(reading, sentence);
    let quoted = doc.blocks[reading.block_of(sentence) as usize].quoted || doc.sentence_str(sentence).contains('"');
    for (at, token) in tokens.iter().enumerate() {
        let word = doc.lower_str(token.text);
        let digits = |word: &str| (1..=2).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
        let next = || tokens.get(at + 1).map_or("", |t| doc.lower_str(t.text));
        let number = if matches!(word, "participant" | "interviewee") && digits(next()) {
            next()
        } else if quoted && token.kind == TokenKind::Word && word.strip_prefix('p').is_some_and(digits) {
            &word[1..]
        } else {
            continue;
        };
        if seen.insert(number) {
            asked.voices.push(reading.words_in(sentence, token.text));
        }
    }
}

/// `Most users said`, `the majority of participants`.
fn most(reading: &Reading<'_>, sentence: SentenceId, nouns: &BTreeSet<&str>, asked: &mut Asked) {
    let doc = reading.doc;
    let tokens = tokens(reading, sentence);
    let word = |at: usize| tokens.get(at).map_or("", |t| doc.lower_str(t.text));
    let plain = [Concept::Intention, Concept::Obligation, Concept::Possibility, Concept::Assumed];
    // "Most owners wait when it rains" is a claim, "when most owners wait" is none.
    let condition = reading.says(sentence, Concept::Condition).then(|| reading.hit(sentence, Concept::Condition));
    let open = |at: u32| condition.flatten().is_some_and(|hit| hit.text.start < at);
    if reading.says_any(sentence, &plain) || doc.sentences[sentence as usize].question {
        return;
    }
    let people = |w: &str| {
        lists::ASKED.contains(&w) || nouns.contains(w) || matches!(w, "users" | "customers" | "people" | "respondents")
    };
    for at in 0..tokens.len() {
        let lead = match word(at) {
            "most" if matches!(word(at + 1), "of") => 2 + usize::from(matches!(word(at + 2), "the" | "our")),
            "most" => 1,
            "majority" if word(at + 1) == "of" => 2 + usize::from(matches!(word(at + 2), "the" | "our")),
            _ => continue,
        };
        let noun = at + lead;
        if people(word(noun)) && tokens.len() > noun + 1 && !open(tokens[at].text.start) {
            let text = TextRange::new(tokens[at].text.start, tokens[noun].text.end);
            asked.most.push(reading.words_in(sentence, text));
        }
    }
}
