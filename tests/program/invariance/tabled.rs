//! Lists of labelled items as the tables that they might have been.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::rewrite::{events, with};

/// A bulleted list that stands in nothing else.
struct List {
    range: Range<usize>,
    items: Vec<Item>,
    /// It holds nothing but items of one paragraph, with at most one list of such items below each.
    plain: bool,
}

/// An item: its own words, and the words of each item below it.
struct Item {
    words: String,
    below: Vec<String>,
}

/// Each bulleted list whose items all begin with a label, or all have labelled items below them, as a table: a row an item.
pub(super) fn lists_as_tables(text: &str) -> String {
    let edits = lists(text).into_iter().filter(|list| list.plain && list.items.len() > 1);
    let edits = edits.filter_map(|list| {
        let rows = if list.items.iter().all(|item| item.below.is_empty()) {
            two_columns(&list.items)?
        } else {
            column_a_label(&list.items)?
        };
        // A table that goes on a paragraph's lines would be part of it.
        let before = text[..list.range.start].trim_end_matches(' ');
        let apart = if before.is_empty() || before.ends_with("\n\n") { "" } else { "\n" };
        Some((list.range, format!("{apart}{}", drawn(&rows))))
    });
    with(text, edits.collect())
}

fn lists(text: &str) -> Vec<List> {
    let mut found: Vec<List> = Vec::new();
    let (mut depth, mut other) = (0, 0);
    for (event, range) in events(text) {
        match event {
            Event::Start(Tag::List(first)) => {
                depth += 1;
                if depth == 1 && other == 0 {
                    let end = range.start + text[range.clone()].trim_end().len();
                    found.push(List { range: range.start..end, items: Vec::new(), plain: first.is_none() });
                } else if let Some(list) = found.last_mut().filter(|_| other == 0) {
                    list.plain &= first.is_none() && depth < 3;
                }
            }
            Event::End(TagEnd::List(_)) => depth -= 1,
            Event::Start(Tag::Item) if other == 0 => {
                let Some(list) = found.last_mut() else { continue };
                let words = own_words(&text[range]);
                match list.items.last_mut() {
                    Some(item) if depth == 2 => item.below.push(words),
                    _ => list.items.push(Item { words, below: Vec::new() }),
                }
            }
            // A list inside a quote is part of what is quoted, and a quote or code inside an item fits in no cell.
            Event::Start(Tag::BlockQuote(_) | Tag::CodeBlock(_) | Tag::Table(_) | Tag::HtmlBlock) => {
                other += 1;
                if let Some(list) = found.last_mut().filter(|_| depth > 0) {
                    list.plain = false;
                }
            }
            Event::End(TagEnd::BlockQuote(_) | TagEnd::CodeBlock | TagEnd::Table | TagEnd::HtmlBlock) => other -= 1,
            Event::TaskListMarker(_) | Event::HardBreak | Event::Start(Tag::Paragraph) if depth > 0 => {
                if let Some(list) = found.last_mut() {
                    list.plain = false;
                }
            }
            _ => {}
        }
    }
    found
}

/// The words of an item on one line, without its sign and without the items below it.
fn own_words(item: &str) -> String {
    let mut lines = item.lines();
    let first = lines.next().unwrap_or_default().trim_start_matches(['-', '*', '+']).trim();
    let rest = lines.map(str::trim).take_while(|line| !line.starts_with(['-', '*', '+']) || line.starts_with("**"));
    [first].into_iter().chain(rest).collect::<Vec<_>>().join(" ").trim().to_owned()
}

/// A label, and what it is the label of.
fn labelled(words: &str) -> Option<(&str, &str)> {
    for sign in ["**", "*"] {
        if let Some((label, rest)) = words.strip_prefix(sign).and_then(|inner| inner.split_once(sign)) {
            return Some((label.trim_end_matches(['.', ':']), rest.trim_start_matches(':').trim_start()));
        }
    }
    let (label, rest) = words.split_once(": ")?;
    let short = label.split(' ').count() <= 6 && label.starts_with(char::is_uppercase) && !label.contains(['.', ',']);
    short.then_some((label, rest))
}

/// A row an item: its label and its words, under no titles.
fn two_columns(items: &[Item]) -> Option<Vec<Vec<String>>> {
    let row = |item: &Item| {
        let (label, rest) = labelled(&item.words)?;
        (!rest.is_empty()).then(|| vec![label.to_owned(), rest.to_owned()])
    };
    let rows: Option<Vec<_>> = items.iter().map(row).collect();
    Some([vec![String::new(); 2]].into_iter().chain(rows?).collect())
}

/// A row an item, and a column a label of the items below.
fn column_a_label(items: &[Item]) -> Option<Vec<Vec<String>>> {
    let mut titles: Vec<&str> = vec![labelled(&items[0].words).map_or("", |(label, _)| label)];
    let mut rows: Vec<Vec<String>> = Vec::new();
    for item in items {
        let name =
            labelled(&item.words).filter(|(label, _)| *label == titles[0]).map_or(item.words.as_str(), |(_, n)| n);
        let mut row = vec![name.to_owned()];
        for words in &item.below {
            let (label, value) = labelled(words).unwrap_or(("", words));
            // The title of the names is no label of a value.
            let known = titles[1..].iter().position(|title| *title == label).map(|at| at + 1);
            let at = known.unwrap_or(titles.len());
            if at == titles.len() {
                titles.push(label);
            }
            row.resize(row.len().max(at + 1), String::new());
            value.clone_into(&mut row[at]);
        }
        rows.push(row);
    }
    // Where hardly a label comes twice, the items are no rows of one table.
    let values: usize = items.iter().map(|item| item.below.len()).sum();
    if 2 * values < 3 * (titles.len() - 1) {
        return None;
    }
    for row in &mut rows {
        row.resize(titles.len(), String::new());
    }
    Some([titles.into_iter().map(str::to_owned).collect()].into_iter().chain(rows).collect())
}

fn drawn(rows: &[Vec<String>]) -> String {
    let mut out = String::new();
    for (at, row) in rows.iter().enumerate() {
        let cells: Vec<String> = row.iter().map(|cell| cell.replace(r"\|", "|").replace('|', r"\|")).collect();
        out += &format!("| {} |\n", cells.join(" | "));
        if at == 0 {
            out += &format!("|{}\n", "---|".repeat(row.len()));
        }
    }
    out.trim_end().to_owned()
}

#[test]
fn a_list_made_of_a_table_becomes_that_table_again() {
    let table = "\
Two ways.

| Option | Gains | Costs |
|---|---|---|
| Wait | nothing to build | 40 calls a week |
| Call back | | two weeks of one engineer |
";
    let list = super::recast::tables_as_lists(table);
    assert!(list.contains("- Option: Call back\n  - Costs: two weeks of one engineer\n"), "{list}");
    assert_eq!(lists_as_tables(&list).trim_end().replace("|  |", "| |"), table.trim_end());
}

#[test]
fn labelled_items_become_rows_and_others_stay() {
    let list = "\
- **Wait.** Costs 40 calls a week.
- **Call back:** takes two weeks
  of one engineer.
";
    let table = "\
|  |  |
|---|---|
| Wait | Costs 40 calls a week. |
| Call back | takes two weeks of one engineer. |";
    assert_eq!(lists_as_tables(list).trim_end(), table);
    let plain = "- We asked nine people.\n- Two of them said no.\n";
    assert_eq!(lists_as_tables(plain), plain);
    let numbered = "1. May: one shop.\n2. June: ten shops.\n";
    assert_eq!(lists_as_tables(numbered), numbered);
}
