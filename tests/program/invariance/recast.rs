//! Changes of form that a reader would hardly notice, and that leave every fact where it can be found.

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use super::rewrite::{Heading, events, front_matter, headings, with};

/// Each table as a list: an item a row, named by its first cell, with the other cells below it, all of them under their titles.
pub(super) fn tables_as_lists(text: &str) -> String {
    let mut edits = Vec::new();
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut place = 0..0;
    let mut depth = 0;
    for (event, range) in events(text) {
        match event {
            Event::Start(Tag::List(_) | Tag::BlockQuote(_)) => depth += 1,
            Event::End(TagEnd::List(_) | TagEnd::BlockQuote(_)) => depth -= 1,
            Event::Start(Tag::Table(_)) => {
                rows.clear();
                place = range;
            }
            Event::Start(Tag::TableHead | Tag::TableRow) => rows.push(Vec::new()),
            Event::Start(Tag::TableCell) => {
                let cell = text[range].trim().trim_matches('|').trim().to_owned();
                rows.last_mut().unwrap().push(cell);
            }
            Event::End(TagEnd::Table) if depth == 0 => edits.push((place.clone(), listed(&rows))),
            _ => {}
        }
    }
    with(text, edits)
}

fn listed(rows: &[Vec<String>]) -> String {
    let mut out = String::new();
    let (titles, rest) = rows.split_first().unwrap();
    for row in rest {
        let Some((name, values)) = row.split_first() else { continue };
        let labelled = |title: &str, value: &str| {
            if title.is_empty() { format!("- {value}\n") } else { format!("- {title}: {value}\n") }
        };
        out += &labelled(&titles[0], name);
        for (title, value) in titles[1..].iter().zip(values).filter(|(_, value)| !value.is_empty()) {
            out += &format!("  {}", labelled(title, value));
        }
    }
    out
}

/// The sections below the title, in reverse order.
pub(super) fn sections_reversed(text: &str) -> String {
    let found = headings(text);
    let Some(level) = section_level(&found) else { return text.to_owned() };
    let starts: Vec<usize> = found.iter().filter(|h| h.level == level).map(|h| h.range.start).collect();
    let ends = starts[1..].iter().copied().chain([text.len()]);
    let mut sections: Vec<&str> = starts.iter().copied().zip(ends).map(|(start, end)| &text[start..end]).collect();
    sections.reverse();
    let sections: Vec<&str> = sections.into_iter().map(str::trim_end).collect();
    format!("{}{}\n", &text[..starts[0]], sections.join("\n\n"))
}

/// The level that parts the document: the highest with two headings or more.
fn section_level(found: &[Heading]) -> Option<HeadingLevel> {
    let mut levels: Vec<HeadingLevel> = found.iter().map(|h| h.level).collect();
    levels.sort_unstable();
    levels.windows(2).find(|pair| pair[0] == pair[1]).map(|pair| pair[0])
}

/// Words that British and American writers spell otherwise.
const SPELLINGS: [(&str, &str); 22] = [
    ("behaviour", "behavior"),
    ("favour", "favor"),
    ("colour", "color"),
    ("labour", "labor"),
    ("centre", "center"),
    ("programme", "program"),
    ("cancelled", "canceled"),
    ("travelling", "traveling"),
    ("modelling", "modeling"),
    ("labelled", "labeled"),
    ("prioritise", "prioritize"),
    ("prioritisation", "prioritization"),
    ("organisation", "organization"),
    ("recognise", "recognize"),
    ("realise", "realize"),
    ("minimise", "minimize"),
    ("optimise", "optimize"),
    ("hypothesise", "hypothesize"),
    ("analyse", "analyze"),
    ("customise", "customize"),
    ("defence", "defense"),
    ("judgement", "judgment"),
];

/// British words in American spelling.
pub(super) fn american(text: &str) -> String {
    respelled(text, |(british, american)| (british, american))
}

/// American words in British spelling.
pub(super) fn british(text: &str) -> String {
    respelled(text, |(british, american)| (american, british))
}

fn respelled(text: &str, way: fn((&'static str, &'static str)) -> (&'static str, &'static str)) -> String {
    let head = front_matter(text);
    let mut out = text[..head].to_owned();
    for piece in text[head..].split_inclusive(|letter: char| !letter.is_ascii_alphabetic()) {
        let word = piece.trim_end_matches(|letter: char| !letter.is_ascii_alphabetic());
        let other = SPELLINGS.iter().map(|pair| way(*pair)).find(|(from, _)| *from == word).map(|(_, to)| to);
        out += other.unwrap_or(word);
        out += &piece[word.len()..];
    }
    out
}

/// Titles and others that mean the same.
const SYNONYMS: [(&str, &str); 20] = [
    ("problem", "The challenge"),
    ("the problem", "What is wrong"),
    ("evidence", "What we know"),
    ("what we heard", "Findings"),
    ("research", "What we learned"),
    ("options", "Alternatives"),
    ("options considered", "Alternatives we looked at"),
    ("alternatives", "Options"),
    ("tradeoffs", "Pros and cons"),
    ("trade-offs", "Pros and cons"),
    ("decision", "What we chose"),
    ("recommendation", "What I would do"),
    ("metrics", "How we measure success"),
    ("success metrics", "Measures of success"),
    ("goals", "Objectives"),
    ("risks", "What could go wrong"),
    ("out of scope", "Not included"),
    ("non-goals", "What we will not do"),
    ("timeline", "Schedule"),
    ("open questions", "What we do not know"),
];

/// Usual titles by others that mean the same.
pub(super) fn headings_renamed(text: &str) -> String {
    let mut edits = Vec::new();
    for heading in headings(text) {
        let title = text[heading.title.clone()].trim().to_ascii_lowercase();
        if let Some((_, other)) = SYNONYMS.iter().find(|(known, _)| *known == title) {
            edits.push((heading.title, (*other).to_owned()));
        }
    }
    with(text, edits)
}

/// Titles taken away, but for those of the opening.
pub(super) fn headings_removed(text: &str) -> String {
    let removed = headings(text).into_iter().filter(|heading| heading.range.start > front_matter(text) + 200);
    with(text, removed.map(|heading| (heading.range, String::new())).collect())
}
