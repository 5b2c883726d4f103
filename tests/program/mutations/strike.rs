//! Parts of a document taken away or exchanged, one at a time.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};
use strongcase::document::markdown_options;

fn events(text: &str) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    Parser::new_ext(text, markdown_options()).into_offset_iter()
}

/// The text without the numbers that `which` names by their place in the order; with it, their signs and separators go.
pub(super) fn numbers(text: &str, which: impl Fn(usize) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut rest, mut count) = (text, 0);
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let number = &rest[start..];
        let end = number.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',' | '%')).unwrap_or(number.len());
        let end = number[..end].trim_end_matches(['.', ',']).len();
        // The number of an item is no number of the text.
        let marks_item = rest[..start].rsplit('\n').next().unwrap_or_default().trim().is_empty()
            && (start == 0 || rest[..start].ends_with('\n'))
            && number[end..].starts_with(". ");
        out.push_str(&rest[..start]);
        if marks_item || !which(count) {
            out.push_str(&number[..end]);
        }
        count += usize::from(!marks_item);
        rest = &number[end..];
    }
    out + rest
}

/// A text for each list item, without that item.
pub(super) fn each_item(text: &str) -> Vec<String> {
    let items = events(text).filter(|(event, _)| matches!(event, Event::Start(Tag::Item)));
    items.map(|(_, range)| format!("{}{}", &text[..range.start], &text[range.end..])).collect()
}

/// The places of a table's cells, row by row.
type Rows = Vec<Vec<Range<usize>>>;

/// Each table of a text: its place and its cells.
fn tables(text: &str) -> Vec<(Range<usize>, Rows)> {
    let mut found: Vec<(Range<usize>, Rows)> = Vec::new();
    for (event, range) in events(text) {
        match event {
            Event::Start(Tag::Table(_)) => found.push((range, Vec::new())),
            Event::Start(Tag::TableHead | Tag::TableRow) => found.last_mut().unwrap().1.push(Vec::new()),
            Event::Start(Tag::TableCell) => found.last_mut().unwrap().1.last_mut().unwrap().push(range),
            _ => {}
        }
    }
    found
}

/// Writes a table of cells.
fn drawn(rows: &[Vec<&str>]) -> String {
    let mut out = String::new();
    for (at, row) in rows.iter().enumerate() {
        out += &format!("| {} |\n", row.join(" | "));
        if at == 0 {
            out += &format!("|{}\n", "---|".repeat(row.len()));
        }
    }
    out
}

/// A text for each `change` to a table that has at least `columns`.
fn redrawn(text: &str, columns: usize, change: impl Fn(&mut Vec<Vec<&str>>, usize)) -> Vec<String> {
    let mut texts = Vec::new();
    for (place, rows) in tables(text) {
        let cell = |range: &Range<usize>| text[range.clone()].trim().trim_matches('|').trim();
        let cells: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(cell).collect()).collect();
        let width = cells[0].len();
        for column in 0..(width + 1).saturating_sub(columns) {
            let mut cells = cells.clone();
            change(&mut cells, column);
            texts.push(format!("{}{}{}", &text[..place.start], drawn(&cells), &text[place.end..]));
        }
    }
    texts
}

/// A text for each column of each table, without that column.
pub(super) fn each_column(text: &str) -> Vec<String> {
    let remove = |cells: &mut Vec<Vec<&str>>, column: usize| {
        for row in cells.iter_mut().filter(|row| column < row.len()) {
            row.remove(column);
        }
    };
    redrawn(text, 1, remove)
}

/// A text for each two neighbouring columns, their values exchanged under titles that stay.
pub(super) fn each_pair_of_columns_swapped(text: &str) -> Vec<String> {
    let swap = |cells: &mut Vec<Vec<&str>>, column: usize| {
        cells.iter_mut().skip(1).filter(|row| column + 1 < row.len()).for_each(|row| row.swap(column, column + 1));
    };
    redrawn(text, 2, swap)
}
