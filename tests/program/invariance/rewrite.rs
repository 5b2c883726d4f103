//! Changes of form that leave what a document says as it is.
//!
//! Each takes a text and gives it back changed. The places to change are those of Markdown events, so that code, links and
//! front matter stay untouched. Where a change would change what the text means (a line break before a label, an underline
//! under a whole sentence), that place is left as it was.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};
use strongcase::document::markdown_options;

/// A stretch of the text and what takes its place.
pub(super) type Edit = (Range<usize>, String);

/// The text with edits, which do not overlap.
pub(super) fn with(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|(range, _)| (range.start, range.end));
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (range, words) in edits {
        assert!(range.start >= at, "edits overlap at {}", range.start);
        out.push_str(&text[at..range.start]);
        out.push_str(&words);
        at = range.end;
    }
    out.push_str(&text[at..]);
    out
}

/// The bytes of front matter at the start, which the parser would read as content.
pub(super) fn front_matter(text: &str) -> usize {
    match text.strip_prefix("---\n").and_then(|rest| rest.find("\n---\n")) {
        Some(end) => end + "---\n\n---\n".len(),
        None => 0,
    }
}

/// Markdown events with places in the whole text, front matter left out.
pub(super) fn events(text: &str) -> Vec<(Event<'_>, Range<usize>)> {
    let base = front_matter(text);
    let moved = |(event, range): (_, Range<usize>)| (event, range.start + base..range.end + base);
    Parser::new_ext(&text[base..], markdown_options()).into_offset_iter().map(moved).collect()
}

/// Plain words of one paragraph that stands in nothing else, and the soft breaks between them.
struct Paragraph {
    range: Range<usize>,
    words: Vec<Range<usize>>,
    breaks: Vec<Range<usize>>,
}

fn paragraphs(text: &str) -> Vec<Paragraph> {
    let mut found: Vec<Paragraph> = Vec::new();
    let (mut depth, mut marked, mut inside) = (0, 0, false);
    for (event, range) in events(text) {
        match event {
            Event::Start(Tag::Paragraph) => {
                inside = depth == 0;
                if inside {
                    found.push(Paragraph { range, words: Vec::new(), breaks: Vec::new() });
                }
            }
            Event::End(TagEnd::Paragraph) => inside = false,
            Event::Start(_) if inside => marked += 1,
            Event::End(_) if inside => marked -= 1,
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            Event::Text(_) if inside && marked == 0 => found.extend_words(range),
            Event::SoftBreak if inside && marked == 0 => found.extend_breaks(range),
            _ => {}
        }
    }
    // Links, tags and templates may hold any text, and a line of one says more than prose does.
    found.retain(|p| !text[p.range.clone()].contains(['[', '{', '<', '|', '`', '\\', '\t']));
    found
}

trait Open {
    fn extend_words(&mut self, range: Range<usize>);
    fn extend_breaks(&mut self, range: Range<usize>);
}

impl Open for Vec<Paragraph> {
    fn extend_words(&mut self, range: Range<usize>) {
        if let Some(last) = self.last_mut() {
            last.words.push(range);
        }
    }

    fn extend_breaks(&mut self, range: Range<usize>) {
        if let Some(last) = self.last_mut() {
            last.breaks.push(range);
        }
    }
}

/// True where a line may start without looking like a label, an item or a title: at a word in lower case.
fn goes_on(rest: &str) -> bool {
    rest.starts_with(|letter: char| letter.is_ascii_lowercase())
}

/// Lines of a paragraph joined.
pub(super) fn join_lines(text: &str) -> String {
    let breaks = paragraphs(text).into_iter().flat_map(|p| p.breaks);
    // A line that is bold as a whole is a title, and no part of what follows.
    let bold = |at: usize| text[..at].trim_end().ends_with("**");
    let plain = breaks.filter(|range| goes_on(text[range.end..].trim_start_matches(' ')) && !bold(range.start));
    with(text, plain.map(|range| (range, " ".to_owned())).collect())
}

/// Lines of a paragraph broken every few words.
pub(super) fn break_lines(text: &str) -> String {
    let mut edits = Vec::new();
    for paragraph in paragraphs(text) {
        let mut since = paragraph.range.start;
        for words in paragraph.words {
            for (at, _) in text[words.clone()].match_indices(' ') {
                let at = words.start + at;
                // A label with nothing after it on its line is a title.
                let between_words = !text[..at].ends_with([' ', '\n', ':']) && goes_on(&text[at + 1..]);
                if at > since + 40 && between_words {
                    edits.push((at..at + 1, "\n".to_owned()));
                    since = at;
                }
            }
        }
    }
    with(text, edits)
}

/// Lines ended as Windows ends them.
pub(super) fn crlf(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\n', "\r\n")
}

/// One space after every line that ends in a word.
pub(super) fn trailing_spaces(text: &str) -> String {
    let spaced = |line: &str| {
        let words = line.trim_end_matches('\n');
        let add = words.ends_with(|sign: char| sign.is_alphanumeric() || matches!(sign, '.' | ',' | '?' | '|'));
        format!("{words}{}{}", if add { " " } else { "" }, &line[words.len()..])
    };
    let head = front_matter(text);
    text[..head].to_owned() + &text[head..].split_inclusive('\n').map(spaced).collect::<String>()
}

/// A heading of the document's own: its place, its level and the place of its words.
pub(super) struct Heading {
    pub(super) range: Range<usize>,
    pub(super) level: HeadingLevel,
    pub(super) title: Range<usize>,
}

pub(super) fn headings(text: &str) -> Vec<Heading> {
    let mut found: Vec<Heading> = Vec::new();
    let (mut depth, mut inside) = (0, false);
    for (event, range) in events(text) {
        match event {
            Event::Start(Tag::Heading { level, .. }) if depth == 0 => {
                let end = range.start + text[range.clone()].trim_end().len();
                found.push(Heading { range: range.start..end, level, title: range.end..range.start });
                inside = true;
            }
            Event::End(TagEnd::Heading(_)) => inside = false,
            Event::Start(_) if !inside => depth += 1,
            Event::End(_) if !inside => depth -= 1,
            _ if inside => {
                if let Some(heading) = found.last_mut() {
                    heading.title = heading.title.start.min(range.start)..heading.title.end.max(range.end);
                }
            }
            _ => {}
        }
    }
    // Marks at the ends of a title belong to it, and only plain titles are changed.
    found.retain(|h| !h.title.is_empty() && !text[h.range.clone()].contains(['*', '_', '`', '[', '<', '{', '\\']));
    found
}

/// Headings of levels one and two underlined.
pub(super) fn underlined_headings(text: &str) -> String {
    let mut edits = Vec::new();
    for heading in headings(text) {
        let title = &text[heading.title.clone()];
        let sign = match heading.level {
            HeadingLevel::H1 => "=",
            HeadingLevel::H2 => "-",
            _ => continue,
        };
        let plain = title.starts_with(char::is_alphabetic) && !title.ends_with('.') && title.len() <= 100;
        let apart = heading.range.start == 0 || text[..heading.range.start].ends_with("\n\n");
        if text[heading.range.clone()].starts_with('#') && plain && apart {
            edits.push((heading.range, format!("{title}\n{}", sign.repeat(title.len().max(3)))));
        }
    }
    with(text, edits)
}

/// Headings with signs before them in place of a line under them, `deeper` levels down where there is room.
pub(super) fn signed_headings(text: &str, deeper: usize) -> String {
    // A heading that is left as it was must not change its level against the others.
    let left = events(text).iter().filter(|(event, _)| matches!(event, Event::Start(Tag::Heading { .. }))).count();
    let found = headings(text);
    if found.len() != left
        || found.iter().any(|h| h.level as usize + deeper > 6 || text[h.title.clone()].contains('\n'))
    {
        return text.to_owned();
    }
    let signed = |h: Heading| (h.range, format!("{} {}", "#".repeat(h.level as usize + deeper), &text[h.title]));
    with(text, found.into_iter().map(signed).collect())
}

/// Another sign before each item of a list that is not numbered; lists that were apart stay apart.
pub(super) fn other_bullets(text: &str) -> String {
    let items = events(text).into_iter().filter(|(event, _)| matches!(event, Event::Start(Tag::Item)));
    let edit = |(_, range): (_, Range<usize>)| {
        let other = match text.as_bytes().get(range.start)? {
            b'-' => "*",
            b'*' => "+",
            b'+' => "-",
            _ => return None,
        };
        Some((range.start..range.start + 1, other.to_owned()))
    };
    with(text, items.filter_map(edit).collect())
}

/// A word in italics here and there, in the middle of lines.
pub(super) fn emphasis_added(text: &str) -> String {
    let mut edits = Vec::new();
    for words in paragraphs(text).into_iter().flat_map(|p| p.words) {
        let line = &text[words.clone()];
        for (count, (at, _)) in line.match_indices(' ').enumerate() {
            let word = line[at + 1..].split(' ').next().unwrap_or_default();
            if count % 7 == 3 && word.len() > 3 && word.bytes().all(|b| b.is_ascii_lowercase()) {
                let start = words.start + at + 1;
                edits.push((start..start + word.len(), format!("*{word}*")));
            }
        }
    }
    with(text, edits)
}

/// Italics and bold taken away inside a line; at its start they may make a label or a title of the words.
pub(super) fn emphasis_removed(text: &str) -> String {
    let mut edits = Vec::new();
    let mut until = 0;
    for (event, range) in events(text) {
        let signs = match event {
            Event::Start(Tag::Emphasis) => 1,
            Event::Start(Tag::Strong) => 2,
            _ => continue,
        };
        let inside_line = text[..range.start].ends_with(' ')
            && text[..range.start].trim_end_matches(' ').ends_with(|sign: char| sign.is_alphanumeric() || sign == ',');
        if range.start >= until && inside_line && range.len() > 2 * signs {
            until = range.end;
            let inner = &text[range.start + signs..range.end - signs];
            if !inner.contains(['*', '_', '\n', ':']) {
                edits.push((range.clone(), inner.to_owned()));
            }
        }
    }
    with(text, edits)
}

/// Quotes and apostrophes as a word processor writes them.
pub(super) fn curly_quotes(text: &str) -> String {
    let mut edits = Vec::new();
    let mut code = 0;
    for (event, range) in events(text) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => code += 1,
            Event::End(TagEnd::CodeBlock) => code -= 1,
            Event::Text(_) if code == 0 => {
                for (at, sign) in text[range.clone()].match_indices(['"', '\'']) {
                    let at = range.start + at;
                    let before = text[..at].chars().next_back();
                    let opens =
                        before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '|' | '*' | '_' | '—'));
                    let curly = match (sign, opens) {
                        ("\"", true) => "“",
                        ("\"", false) => "”",
                        (_, true) => "‘",
                        (_, false) => "’",
                    };
                    edits.push((at..at + 1, curly.to_owned()));
                }
            }
            _ => {}
        }
    }
    with(text, edits)
}
