//! Front matter → its keys and values.

use toml::de::{DeTable, DeValue};

use crate::document::{FrontMatter, FrontMatterEntry};
use crate::span::Span;

/// The front matter at the start of `text`, which stands at `base` of the source. Its span ends where the text goes on.
pub(super) fn read(text: &str, base: usize) -> Option<FrontMatter> {
    let opening = text.split_inclusive('\n').next()?;
    let fence = opening.trim_end();
    let closing: &[&str] = match fence {
        "---" => &["---", "..."],
        "+++" => &["+++"],
        _ => return None,
    };
    let mut end = opening.len();
    let mut body = None;
    for line in text[opening.len()..].split_inclusive('\n') {
        if closing.contains(&line.trim_end()) {
            body = Some(&text[opening.len()..end]);
            end += line.len();
            break;
        }
        end += line.len();
    }
    let body = body?;
    let start = base + opening.len();
    let entries = if fence == "+++" {
        toml_entries(body, start)
    } else if reads_as_yaml(body) {
        yaml_entries(body, start)
    } else {
        return None;
    };
    Some(FrontMatter { span: Span::new(base, base + text[..end].trim_end().len()), entries })
}

/// Most lines are `key:`, list items, comments or indented: a paragraph between two rules is none of that.
fn reads_as_yaml(body: &str) -> bool {
    let (mut keys, mut others) = (0, 0);
    let indent = indent_of(body);
    for line in body.lines().filter(|line| !line.trim().is_empty()) {
        let line = &line[indent..];
        if key_of(line).is_some() {
            keys += 1;
        } else if !line.starts_with([' ', '\t', '#']) && !line.starts_with("- ") {
            others += 1;
        }
    }
    keys > 0 && keys > others
}

/// White space that all lines begin with.
fn indent_of(body: &str) -> usize {
    let lines = body.lines().filter(|line| !line.trim().is_empty());
    lines.map(|line| line.len() - line.trim_start_matches([' ', '\t']).len()).min().unwrap_or_default()
}

/// The key of a line that starts with one, and where its value starts.
fn key_of(line: &str) -> Option<(&str, usize)> {
    let colon = line.find(':')?;
    let raw = &line[..colon];
    let key = raw.trim_end().trim_matches(['"', '\'']);
    let rest = &line[colon + 1..];
    let plain = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '-' | '.' | ' ' | '/');
    let fits = !key.is_empty()
        && !raw.starts_with([' ', '\t', '-'])
        && key.chars().all(plain)
        && key.split(' ').count() <= 4
        && (rest.is_empty() || rest.starts_with([' ', '\t', '\r']));
    fits.then_some((key, colon + 1))
}

/// A line of YAML without its end, and where it starts in the source.
type Line<'t> = (&'t str, usize);

fn yaml_entries(body: &str, base: usize) -> Vec<FrontMatterEntry> {
    let indent = indent_of(body);
    let mut start = base;
    let lines: Vec<Line<'_>> = body
        .split_inclusive('\n')
        .map(|line| {
            let place = start;
            start += line.len();
            let line = line.trim_end_matches(['\n', '\r']);
            line.get(indent..).map_or(("", place), |line| (line, place + indent))
        })
        .collect();
    let mut entries = Vec::new();
    let mut next = 0;
    while next < lines.len() {
        let (line, place) = lines[next];
        next += 1;
        let Some((key, value_at)) = key_of(line) else { continue };
        let first = next;
        while next < lines.len() && belongs(lines[next].0) {
            next += 1;
        }
        let head = trimmed((&line[value_at..], place + value_at));
        if let Some((value, span)) = yaml_value(head, &lines[first..next]) {
            let span = span.unwrap_or(Span::new(place, place + line.len()));
            entries.push(FrontMatterEntry { key: key.to_owned(), value, span });
        }
    }
    entries
}

/// Continues the key above.
fn belongs(line: &str) -> bool {
    line.starts_with([' ', '\t']) || line.starts_with("- ") || line == "-" || line.is_empty()
}

/// A line without the white space around it, still with its place.
fn trimmed((line, place): Line<'_>) -> Line<'_> {
    (line.trim(), place + line.len() - line.trim_start().len())
}

fn yaml_value(head: Line<'_>, more: &[Line<'_>]) -> Option<(String, Option<Span>)> {
    let more: Vec<Line<'_>> = more.iter().map(|line| trimmed(*line)).filter(|(line, _)| !line.is_empty()).collect();
    let span_of = |parts: &[Line<'_>]| {
        let (first, last) = (parts.first()?, parts.last()?);
        Some(Span::new(first.1, last.1 + last.0.len()))
    };
    let (text, _) = head;
    if text.starts_with(['|', '>']) && text.len() <= 3 {
        return Some((joined(&more, " "), span_of(&more)));
    }
    if text.is_empty() || text.starts_with('#') {
        let items: Vec<Line<'_>> = more
            .iter()
            .map(|(line, place)| Some(scalar(trimmed((line.strip_prefix('-')?, place + 1)))))
            .collect::<Option<_>>()?;
        if items.iter().any(|(line, _)| line.contains(": ") || line.ends_with(':')) {
            return None;
        }
        return Some((joined(&items, ", "), span_of(&items)));
    }
    if let Some(inner) = text.strip_prefix('[') {
        let inner = inner.strip_suffix(']')?;
        let mut place = head.1 + 1;
        let items: Vec<Line<'_>> = inner
            .split(',')
            .map(|item| {
                let item_place = place;
                place += item.len() + 1;
                scalar(trimmed((item, item_place)))
            })
            .collect();
        return Some((joined(&items, ", "), span_of(&items)));
    }
    if text.starts_with('{') {
        return None;
    }
    let mut parts = vec![head];
    parts.extend(more);
    if parts.len() == 1 {
        parts[0] = scalar(head);
    } else if text.starts_with(['"', '\'']) {
        let last = parts.len() - 1;
        parts[0] = (&text[1..], head.1 + 1);
        parts[last].0 = parts[last].0.trim_end_matches(['"', '\'']);
    }
    let value = joined(&parts, " ");
    let value = if text.starts_with('"') { value.replace("\\\"", "\"") } else { value };
    let value = if text.starts_with('\'') { value.replace("''", "'") } else { value };
    Some((value, span_of(&parts)))
}

fn joined(parts: &[Line<'_>], between: &str) -> String {
    parts.iter().map(|(part, _)| *part).collect::<Vec<_>>().join(between)
}

/// A value without its quotes or the comment after it.
fn scalar((text, place): Line<'_>) -> Line<'_> {
    for quote in ['"', '\''] {
        if let Some(inner) = text.strip_prefix(quote)
            && let Some(end) = closing_quote(inner, quote)
        {
            return (&inner[..end], place + 1);
        }
    }
    (text.split(" #").next().unwrap_or_default().trim_end(), place)
}

fn closing_quote(inner: &str, quote: char) -> Option<usize> {
    let bytes = inner.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' if quote == '"' => at += 1,
            b'\'' if quote == '\'' && bytes.get(at + 1) == Some(&b'\'') => at += 1,
            byte if byte == quote as u8 => return Some(at),
            _ => {}
        }
        at += 1;
    }
    None
}

fn toml_entries(body: &str, base: usize) -> Vec<FrontMatterEntry> {
    let Ok(table) = DeTable::parse(body) else { return Vec::new() };
    let mut entries: Vec<FrontMatterEntry> = table
        .get_ref()
        .iter()
        .filter_map(|(key, value)| {
            let range = value.span();
            let span = Span::new(base + range.start, base + range.end);
            Some(FrontMatterEntry { key: key.get_ref().to_string(), value: toml_value(value.get_ref())?, span })
        })
        .collect();
    entries.sort_by_key(|entry| entry.span);
    entries
}

fn toml_value(value: &DeValue<'_>) -> Option<String> {
    match value {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Integer(number) => Some(number.as_str().to_owned()),
        DeValue::Float(number) => Some(number.as_str().to_owned()),
        DeValue::Boolean(truth) => Some(truth.to_string()),
        DeValue::Datetime(date) => Some(date.to_string()),
        DeValue::Array(items) => {
            let items: Option<Vec<String>> = items.iter().map(|item| toml_value(item.get_ref())).collect();
            Some(items?.join(", "))
        }
        DeValue::Table(_) => None,
    }
}
