//! Tables and lists → risks, assumptions and open questions, with what stands beside each.

use crate::document::{BlockId, BlockKind, List, Table};
use crate::facts::Words;
use crate::lexicon::Concept;
use crate::mention::Reading;
use crate::span::{Span, TextRange};

/// What a register holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// Risks, each with what is done about it.
    Risk,
    /// Assumptions, each with how it is tested.
    Assumption,
    /// Open questions, each with who answers it.
    Question,
}

/// A table or a list of risks, assumptions or questions that has a place for an answer to each.
#[derive(Debug, Clone)]
pub struct Register {
    /// What it holds.
    pub subject: Subject,
    /// Its entries, in order.
    pub entries: Vec<Entry>,
}

/// What tells the answer of an item, and whether the item calls it by its name.
type Mark = fn(&Reading<'_>, BlockId) -> Option<(Words, bool)>;

/// One risk, assumption or question.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// What it says.
    pub words: Words,
    /// The mitigation, the test or the owner; nothing when its place is empty.
    pub answer: Option<Words>,
}

/// What each register is told by as a table: the column of its subject and the column of its answers.
const FORMS: [(Subject, Concept, Concept); 3] = [
    (Subject::Risk, Concept::RiskColumn, Concept::MitigationColumn),
    (Subject::Assumption, Concept::AssumptionColumn, Concept::TestColumn),
    (Subject::Question, Concept::QuestionColumn, Concept::OwnerColumn),
];

pub(super) fn read(reading: &Reading<'_>) -> Vec<Register> {
    let doc = reading.doc;
    let mut registers: Vec<Register> =
        doc.tables.iter().filter(|table| table.header && table.rows > 2).filter_map(|t| of_table(reading, t)).collect();
    registers.extend(doc.lists.iter().filter(|list| list.items.len() > 2).filter_map(|list| of_list(reading, list)));
    registers.sort_by_key(|register| register.entries.first().map(|entry| entry.words.text));
    registers
}

fn of_table(reading: &Reading<'_>, table: &Table) -> Option<Register> {
    let column = |concept: Concept| {
        (0..table.columns).find(|&c| table.cell(0, c).is_some_and(|cell| reading.whole(cell).has(concept)))
    };
    let (subject, named, answered) = FORMS.into_iter().find_map(|(subject, named, answered)| {
        let (named, answered) = (column(named)?, column(answered)?);
        (named != answered).then_some((subject, named, answered))
    })?;
    let mut entries = Vec::new();
    for row in 1..table.rows {
        let Some(words) = table.cell(row, named).and_then(|cell| reading.words_of_block(cell)) else { continue };
        if is_blank(reading, words) || reading.doc.sentences[words.sentence as usize].placeholder {
            continue;
        }
        let answer = table.cell(row, answered).and_then(|cell| reading.words_of_block(cell));
        if answer.is_none() && is_not_applicable(reading, table, words.block) {
            continue;
        }
        entries.push(Entry { words, answer: answer.filter(|&words| !is_blank(reading, words)) });
    }
    // A table in which nothing is answered may have that told elsewhere, or not at all.
    let some = entries.iter().any(|entry| entry.answer.is_some());
    (some && entries.len() > 1).then_some(Register { subject, entries })
}

/// A cell of the row says "not applicable": an answer, though the document takes it for an empty cell.
fn is_not_applicable(reading: &Reading<'_>, table: &Table, cell: BlockId) -> bool {
    let doc = reading.doc;
    let start = doc.blocks[cell as usize].span.start.min(table.span.end);
    let rest = doc.quote(Span::new(start, table.span.end));
    let row = rest.split('\n').next().unwrap_or_default();
    row.split('|').any(|words| words.trim().eq_ignore_ascii_case("n/a"))
}

/// A dash, a question mark, or a word for what is still to come.
fn is_blank(reading: &Reading<'_>, words: Words) -> bool {
    let text = reading.doc.lower_str(words.text);
    let text = text.trim().trim_end_matches(['.', '…', '*']);
    text.chars().all(|letter| !letter.is_alphanumeric())
        || matches!(text, "tbd" | "tbc" | "todo" | "to do" | "to be decided" | "to be determined" | "unassigned")
}

fn of_list(reading: &Reading<'_>, list: &List) -> Option<Register> {
    let doc = reading.doc;
    let heading = reading.heading(list.section);
    let title = list.lead.map_or(*heading, |lead| heading.union(&reading.whole(lead)));
    let (subject, mark): (Subject, Mark) = if title.has(Concept::TitleRisks) {
        (Subject::Risk, mitigation)
    } else if title.has(Concept::TitleQuestions) {
        (Subject::Question, owner)
    } else if title.has(Concept::TitleAssumptions) {
        (Subject::Assumption, test)
    } else {
        return None;
    };
    let nested = list.lead.is_some_and(|lead| doc.blocks[lead as usize].kind == BlockKind::Item);
    if nested {
        return None;
    }
    let mut entries = Vec::new();
    let mut marked = 0;
    for &item in &list.items {
        let words = reading.words_of_block(item)?;
        let answer = mark(reading, item);
        marked += usize::from(answer.is_some_and(|(_, named)| named));
        entries.push(Entry { words, answer: answer.map(|(words, _)| words) });
    }
    // The pattern is one only where most items follow it.
    (marked >= 2 && marked * 3 >= entries.len() * 2).then_some(Register { subject, entries })
}

/// An item and what stands inside it.
fn inside<'r>(reading: &'r Reading<'_>, item: BlockId) -> impl Iterator<Item = BlockId> + 'r {
    let blocks = &reading.doc.blocks;
    let rest = (item + 1..blocks.len() as BlockId).take_while(move |&at| {
        let mut over = blocks[at as usize].inside_item;
        for _ in 0..4 {
            match over {
                Some(id) if id == item => return true,
                Some(id) => over = blocks[id as usize].inside_item,
                None => return false,
            }
        }
        false
    });
    std::iter::once(item).chain(rest)
}

/// How an item says that it is tested, and whether it says so under that name.
fn test(reading: &Reading<'_>, item: BlockId) -> Option<(Words, bool)> {
    let doc = reading.doc;
    let mut loose = None;
    for block in inside(reading, item) {
        let words = reading.words_of_block(block)?;
        let sentences = doc.blocks[block as usize].sentences.clone();
        let mut marks = sentences.clone().filter_map(|s| reading.hit(s, Concept::TestMark));
        if reading.label(block).has(Concept::TestMark) || marks.next().is_some() {
            return Some((words, true));
        }
        // How an assumption may be tested can be told in any words.
        let said = block != item || sentences.into_iter().any(|s| reading.says(s, Concept::TestSaid));
        loose = loose.or(said.then_some((words, false)));
    }
    loose
}

/// What an item says is done about it, and whether it says so under that name.
fn mitigation(reading: &Reading<'_>, item: BlockId) -> Option<(Words, bool)> {
    let doc = reading.doc;
    let mut loose = None;
    for block in inside(reading, item) {
        let words = reading.words_of_block(block)?;
        let text = doc.lower_str(words.text);
        let arrow = text.contains('→') || text.contains("->") || text.contains("=>");
        if reading.label(block).has(Concept::MitigationMark) || arrow || text.contains("mitigat") {
            return Some((words, true));
        }
        // Whatever more is told of a risk may be what is done about it.
        let sentences = doc.blocks[block as usize].sentences.clone();
        let labelled = doc.blocks[block as usize].label.is_some() && !words.text.is_empty();
        let told = block != item || sentences.len() > 1 || labelled;
        let said = told || sentences.into_iter().any(|s| reading.says(s, Concept::Mitigation));
        loose = loose.or(said.then_some((words, false)));
    }
    loose
}

/// Who an item says has it in hand.
fn owner(reading: &Reading<'_>, item: BlockId) -> Option<(Words, bool)> {
    let doc = reading.doc;
    let mut loose = None;
    for block in inside(reading, item) {
        let sentences = doc.blocks[block as usize].sentences.clone();
        if reading.label(block).has(Concept::OwnerMark) {
            return reading.words_of_block(block).map(|words| (words, true));
        }
        for sentence in sentences {
            let text = doc.sentences[sentence as usize].text;
            if let Some(hit) = reading.hit(sentence, Concept::OwnerMark) {
                return Some((reading.words_in(sentence, TextRange::new(hit.text.start, text.end)), true));
            }
            // What follows a question may be who answers it.
            let question = doc.sentences[sentence as usize].question;
            if block != item || !question && doc.blocks[block as usize].sentences.start != sentence {
                loose = loose.or(Some((reading.words_of(sentence), false)));
            }
        }
    }
    loose
}
