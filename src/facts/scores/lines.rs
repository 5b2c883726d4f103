//! Lines that name what a score is made of, or work it out, → options scored by one formula:
//! `Pick list: reach 600, impact 2, confidence 80%, effort 3, RICE 320`, the same a line each under a heading,
//! and `RICE = 600 × 2 × 80% ÷ 3 = 320`.

use super::cell;
use super::model::{Contender, Contest, Given, Ingredient, Recipe, Written};
use super::roles::Part;
use crate::document::{BlockId, BlockKind, Document};
use crate::facts::Method;
use crate::lexicon::lists;
use crate::mention::Reading;
use crate::span::TextRange;

/// Words after which an input stands.
const PARTS: [(&str, Part); 5] = [
    ("reach", Part::Reach),
    ("impact", Part::Impact),
    ("confidence", Part::Confidence),
    ("effort", Part::Effort),
    ("ease", Part::Ease),
];
/// The name of the score that has one formula only.
const RICE: &str = "rice";
/// What parts the number of an input from what follows it.
const ENDS: [&str; 16] =
    ["\n", ": ", ", ", "; ", " · ", " • ", "→", "|", "(", ")", " - ", " – ", " — ", ". ", " per ", " and "];
/// What may stand between the name of an input and its number.
const JOINTS: [&str; 9] = [":", "=", "of ", "is ", "at ", "(", "–", "—", "score"];
/// Longest block that is a line of scores, in bytes.
const LONGEST: u32 = 1000;
/// Most lines that the inputs of one option take.
const MOST_LINES: usize = 12;
/// What rounding may add to a score, as a share of it.
const ROUNDING: f64 = super::ROUNDING;

/// An option whose score and inputs stand in lines.
struct Line {
    name: TextRange,
    score: Written,
    /// What each input is, the words that name it, and its number with its unit.
    inputs: Vec<(Part, Option<TextRange>, Written)>,
    unit: String,
    /// The score is called RICE, which has one formula only.
    named: bool,
}

/// Every set of options that lines score by one formula.
pub(super) fn read(reading: &Reading<'_>) -> Vec<Contest> {
    let doc = reading.doc;
    let mut lines: Vec<Line> = Vec::new();
    let (mut last, mut tried) = (None, None);
    for at in places(doc) {
        let block = doc.blocks.partition_point(|block| start(doc, block.text, block.label) <= at);
        let Some(block) = block.checked_sub(1).map(|block| block as BlockId) else { continue };
        if last.is_some_and(|last| block <= last) || tried == Some(block) || !is_line(doc, block) {
            continue;
        }
        tried = Some(block);
        if let Some((line, end)) = of_block(doc, block).map(|line| (line, block)).or_else(|| of_run(doc, block)) {
            lines.push(line);
            last = Some(end);
        }
    }
    let mut contests = Vec::new();
    for shape in [
        &[Part::Reach, Part::Impact, Part::Confidence, Part::Effort][..],
        &[Part::Impact, Part::Confidence, Part::Ease],
    ] {
        let alike = lines.iter().filter(|line| {
            line.inputs.len() == shape.len() && shape.iter().all(|part| line.inputs.iter().any(|(own, ..)| own == part))
        });
        contests.extend(contest(doc, &alike.collect::<Vec<_>>(), shape));
    }
    contests
}

/// Where words stand that a line of scores cannot do without, in order.
fn places(doc: &Document<'_>) -> Vec<u32> {
    let lower = doc.lower.as_bytes();
    let words = ["confidence", "×"];
    let found = words.iter().flat_map(|word| memchr::memmem::find_iter(lower, word).map(|at| at as u32));
    let mut places: Vec<u32> = found.collect();
    places.sort_unstable();
    places
}

fn start(doc: &Document<'_>, text: TextRange, label: Option<TextRange>) -> u32 {
    debug_assert!(text.end as usize <= doc.text.len());
    label.map_or(text.start, |label| label.start.min(text.start))
}

/// Items and paragraphs of the author's own.
fn is_line(doc: &Document<'_>, block: BlockId) -> bool {
    let block = &doc.blocks[block as usize];
    let line = matches!(block.kind, BlockKind::Item | BlockKind::Paragraph) && block.text.len() <= LONGEST;
    line && !block.quoted && !block.struck
}

/// An option with its inputs and its score in one block.
fn of_block(doc: &Document<'_>, block: BlockId) -> Option<Line> {
    let b = &doc.blocks[block as usize];
    let text = doc.lower_str(b.text);
    let worked_out = equation(doc, b.text);
    let (inputs, score, unit) = match worked_out {
        Some((inputs, score)) => (inputs, score, String::new()),
        None => named_inputs(doc, b.text)?,
    };
    let first = inputs.iter().filter_map(|(_, name, number)| name.map_or(Some(number.place), Some)).min()?;
    let label = b.label.filter(|&label| !is_word_of_scores(doc.lower_str(label)));
    let before = &text[..(first.start - b.text.start) as usize];
    let name = label.or(b.bold_lead.filter(|lead| lead.end <= first.start)).or_else(|| name_before(b.text, before));
    let name = name.or_else(|| owner(doc, block))?;
    let named = words(text, RICE).next().is_some();
    Some(Line { name, score, inputs, unit, named })
}

/// What stands before the first input, or before the word for the score.
fn name_before(text: TextRange, before: &str) -> Option<TextRange> {
    let word = lists::SCORE_LINE_NAMES.iter().filter_map(|word| whole_word(before, word)).min();
    let before = &before[..word.unwrap_or(before.len())];
    let cut = before.trim_end_matches(|c: char| !c.is_alphanumeric());
    let named = (cut.len() > 2 && cut.split_whitespace().count() <= 8).then_some(cut)?;
    Some(TextRange::new(text.start, text.start + named.len() as u32))
}

/// The item, lead or heading that a block stands under.
fn owner(doc: &Document<'_>, block: BlockId) -> Option<TextRange> {
    let b = &doc.blocks[block as usize];
    let lead = b.inside_item.or_else(|| doc.lists.get(b.list? as usize)?.lead);
    let named = |at: BlockId| doc.blocks[at as usize].label.or(doc.blocks[at as usize].bold_lead);
    let whole = |at: BlockId| Some(doc.blocks[at as usize].text).filter(|text| !text.is_empty());
    lead.and_then(|at| named(at).or_else(|| whole(at)))
        .or_else(|| doc.sections[b.section as usize].heading.and_then(whole))
}

/// Numbers after the names of inputs, and the one after the name of a score.
type Inputs = Vec<(Part, Option<TextRange>, Written)>;

fn named_inputs(doc: &Document<'_>, range: TextRange) -> Option<(Inputs, Written, String)> {
    let text = doc.lower_str(range);
    let mut inputs = Vec::new();
    let mut unit = String::new();
    for (word, part) in PARTS {
        let mut found = words(text, word).filter_map(|at| {
            let (number, unit) = number_after(doc, range, at + word.len())?;
            Some((at, number, unit))
        });
        let Some((at, number, of)) = found.next() else { continue };
        if found.next().is_some() {
            return None;
        }
        if part == Part::Effort {
            of.clone_into(&mut unit);
        }
        let from = range.start + at as u32;
        inputs.push((part, Some(TextRange::new(from, from + word.len() as u32)), number));
    }
    let score = lists::SCORE_LINE_NAMES.iter().find_map(|word| {
        let mut found = words(text, word).filter_map(|at| number_after(doc, range, at + word.len()));
        found.next().filter(|_| found.next().is_none())
    });
    (inputs.len() > 2).then_some((inputs, score?.0, unit))
}

/// `600 × 2 × 80% ÷ 3 = 320` behind the name of a score.
fn equation(doc: &Document<'_>, range: TextRange) -> Option<(Inputs, Written)> {
    let text = doc.lower_str(range);
    let at =
        lists::SCORE_LINE_NAMES.iter().filter_map(|word| whole_word(text, word).map(|at| at + word.len())).min()?;
    let last = text.rfind('=').filter(|&last| last > at)?;
    let from = at + text[at..last].find(|c: char| c.is_ascii_digit())?;
    if !text[at..from].chars().all(|c| matches!(c, ' ' | ':' | '=' | '(' | 'o' | 'f' | 's' | 'c' | 'r' | 'e')) {
        return None;
    }
    let mut numbers = Vec::new();
    let mut signs = Vec::new();
    let mut begin = from;
    for (at, sign) in text[from..last].match_indices(['×', '*', '÷', '/']).chain([(last - from, "=")]) {
        let piece = text[begin..from + at].trim_matches([' ', '(', ')']);
        let offset = begin + text[begin..from + at].find(piece)?;
        numbers.push(written(range, offset, piece)?.0);
        signs.push(sign);
        begin = from + at + sign.len();
    }
    let (score, _) = number_after(doc, range, last)?;
    let times = |sign: &&str| matches!(*sign, "×" | "*");
    let parts: &[Part] = match &signs[..] {
        [a, b, "÷" | "/", "="] if times(a) && times(b) => &[Part::Reach, Part::Impact, Part::Confidence, Part::Effort],
        [a, b, "="] if times(a) && times(b) => &[Part::Impact, Part::Confidence, Part::Ease],
        _ => return None,
    };
    Some((parts.iter().zip(numbers).map(|(&part, number)| (part, None, number)).collect(), score))
}

/// An option with each input in a labelled line of its own; and the last of them.
fn of_run(doc: &Document<'_>, block: BlockId) -> Option<(Line, BlockId)> {
    let section = doc.blocks[block as usize].section;
    let of_scores = |at: BlockId| {
        let b = doc.blocks.get(at as usize)?;
        let label = b.label.filter(|&label| is_word_of_scores(doc.lower_str(label)))?;
        (b.section == section && is_line(doc, at)).then_some((label, b.text))
    };
    of_scores(block)?;
    let first = (0..=block).rev().take(MOST_LINES).take_while(|&at| of_scores(at).is_some()).last()?;
    let end = (block..).take(MOST_LINES).take_while(|&at| of_scores(at).is_some()).last()?;
    let mut inputs: Inputs = Vec::new();
    let mut score = None;
    let mut named = false;
    let mut unit = String::new();
    for (label, text) in (first..=end).filter_map(of_scores) {
        let word = doc.lower_str(label);
        let Some((number, of)) = number_after(doc, text, 0) else { continue };
        if let Some((_, part)) = PARTS.iter().find(|(name, _)| leads(word, name)) {
            if inputs.iter().any(|(own, ..)| own == part) {
                return None;
            }
            if *part == Part::Effort {
                of.clone_into(&mut unit);
            }
            inputs.push((*part, Some(label), number));
        } else {
            score = Some(number);
            named = leads(word, RICE);
        }
    }
    let line = Line { name: owner(doc, first)?, score: score?, inputs, unit, named };
    Some((line, end))
}

/// A label that names an input or a score.
fn is_word_of_scores(label: &str) -> bool {
    PARTS.iter().map(|(word, _)| word).chain(&lists::SCORE_LINE_NAMES).any(|word| leads(label, word))
}

/// A label that is a word, or begins with it before a bracket or before `score`.
fn leads(label: &str, word: &str) -> bool {
    label.strip_prefix(word).is_some_and(|rest| {
        let rest = rest.trim_start();
        rest.is_empty() || rest.starts_with(['(', '[']) || rest == "score"
    })
}

/// Where a word stands by itself in a text.
fn words<'t>(text: &'t str, word: &'t str) -> impl Iterator<Item = usize> + 't {
    text.match_indices(word).map(|(at, _)| at).filter(move |&at| {
        !text[..at].ends_with(char::is_alphanumeric) && !text[at + word.len()..].starts_with(char::is_alphanumeric)
    })
}

fn whole_word(text: &str, word: &str) -> Option<usize> {
    words(text, word).next()
}

/// The number that begins right after a place in a text, and its unit.
fn number_after<'d>(doc: &'d Document<'_>, range: TextRange, at: usize) -> Option<(Written, &'d str)> {
    let text = doc.lower_str(range);
    let mut rest = text[at..].trim_start();
    while let Some(shorter) = JOINTS.iter().find_map(|joint| rest.strip_prefix(joint)) {
        rest = shorter.trim_start();
    }
    let end = ENDS.iter().filter_map(|end| rest.find(end)).min().unwrap_or(rest.len());
    let piece = rest[..end].trim().trim_end_matches(['.', ',', ';']);
    written(range, text.len() - rest.len(), piece)
}

fn written(range: TextRange, offset: usize, piece: &str) -> Option<(Written, &str)> {
    let shown = cell::read(piece)?;
    let start = range.start + offset as u32;
    let place = TextRange::new(start, start + piece.len() as u32);
    let bare = shown.unit.is_empty();
    Some((Written { place, value: shown.value, step: shown.step, percent: shown.percent, bare }, shown.unit))
}

/// The lines as options of one contest, where most of their scores are made by one formula.
fn contest(doc: &Document<'_>, lines: &[&Line], shape: &[Part]) -> Option<Contest> {
    let named = |line: &Line| doc.lower_str(line.name);
    let mut names: Vec<&str> = lines.iter().map(|line| named(line)).collect();
    names.sort_unstable();
    names.dedup();
    let one_unit = lines.windows(2).all(|pair| pair[0].unit == pair[1].unit);
    if lines.len() < 2 || names.len() < lines.len() || !one_unit {
        return None;
    }
    let numbers = |part: Part| {
        lines
            .iter()
            .filter_map(move |line| line.inputs.iter().find(|(own, ..)| *own == part))
            .map(|(.., number)| number)
    };
    let share = shape.contains(&Part::Reach);
    let hundred = numbers(Part::Confidence).any(|number| number.percent || number.value > 10.0);
    let contenders = lines.iter().map(|line| {
        let given = shape.iter().map(|part| {
            let (.., number) = line.inputs.iter().find(|(own, ..)| own == part)?;
            let hundredth = number.percent || *part == Part::Confidence && share && hundred && number.value > 1.0;
            Some(Given { written: *number, value: if hundredth { number.value / 100.0 } else { number.value } })
        });
        let given = given.collect::<Option<Vec<Given>>>()?;
        Some(Contender { name: line.name, score: Some(line.score), given })
    });
    let (method, recipes) = if share {
        (Method::Rice, vec![Recipe::Ratio(3)])
    } else {
        (Method::Ice, vec![Recipe::Ratio(3), Recipe::Mean, Recipe::SumOver(3)])
    };
    let names = shape.iter().map(|part| {
        let name = lines.iter().find_map(|line| line.inputs.iter().find(|(own, ..)| own == part)?.1);
        Ingredient { name, part: Some(*part), weight: None }
    });
    let mut contest = Contest {
        table: None,
        method,
        recipe: Recipe::Mean,
        scale: 1.0,
        inputs: names.collect(),
        contenders: contenders.collect::<Option<_>>()?,
    };
    let fits = |contest: &Contest| {
        let fitting = contest.contenders.iter().filter(|contender| {
            let score = contender.score.map(|score| (score.value, score.step / 2.0));
            let made = contest.score(contender);
            score.zip(made).is_some_and(|((shown, half), made)| (shown - made).abs() <= half.max(made * ROUNDING))
        });
        let fitting = fitting.count();
        fitting * 2 > contest.contenders.len() || fitting > 0 && share && lines.iter().all(|line| line.named)
    };
    recipes.into_iter().find_map(|recipe| {
        contest.recipe = recipe;
        fits(&contest).then(|| contest.clone())
    })
}
