//! Comments and front matter → which findings their author has asked to leave out, and which of those requests do nothing.

use crate::check::Hit;
use crate::document::{AsideKind, Document};
use crate::review::Finding;
use crate::rubric::{Rubric, nearest};
use crate::span::Span;

/// The rule of a request that does nothing.
pub const UNUSED: &str = "unused-suppression";
/// Starts a comment that leaves findings out where it stands.
const HERE: &str = "strongcase-ignore";
/// Starts a comment that leaves findings out of the whole file.
const FILE: &str = "strongcase-ignore-file";
/// The key of the front matter that leaves findings out of the whole file.
const KEY: &str = "ignore";

/// One rule that is not to be told of, and where.
#[derive(Debug)]
struct Request<'d> {
    rule: &'d str,
    /// Where the request is written.
    place: Span,
    /// Where it holds; nothing for the whole file.
    region: Option<Span>,
    used: bool,
}

/// Takes out the findings that a document asks to leave out, and gives a hit for each request that does nothing.
pub fn apply(doc: &Document<'_>, rubric: &Rubric, findings: &mut Vec<Finding>) -> Vec<Hit> {
    let mut requests = requests(doc);
    if requests.is_empty() {
        return Vec::new();
    }
    findings.retain(|finding| {
        let mut told = true;
        let meant = requests.iter_mut().filter(|r| r.rule == finding.rule && holds(r.region, finding.span));
        for request in meant {
            request.used = true;
            told = false;
        }
        told
    });
    if requests.iter().any(|request| request.rule == UNUSED && request.region.is_none()) {
        return Vec::new();
    }
    let unused = requests.iter().filter(|request| !request.used && request.rule != UNUSED);
    unused.filter_map(|request| hit(rubric, request)).collect()
}

/// What is said of a request that did nothing; silent about a rule that the rubric has turned off.
fn hit(rubric: &Rubric, request: &Request<'_>) -> Option<Hit> {
    let hit = Hit { span: Some(request.place), words: request.rule.to_owned(), ..Hit::default() };
    match rubric.findings.get(request.rule) {
        Some(text) => text.enabled.then_some(hit),
        None => Some(match nearest(request.rule, rubric.findings.keys().map(String::as_str)) {
            Some(near) => hit.with("nearest", near).beside("nearest", request.place),
            None => hit.beside("unknown", request.place),
        }),
    }
}

/// True when a request for a region, or for the whole file, is about a finding there.
fn holds(region: Option<Span>, finding: Option<Span>) -> bool {
    match (region, finding) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(region), Some(span)) => {
            region.overlaps(span) || span.is_empty() && (region.start..=region.end).contains(&span.start)
        }
    }
}

fn requests<'d>(doc: &'d Document<'_>) -> Vec<Request<'d>> {
    let mut requests = Vec::new();
    let entries = doc.front_matter.iter().flat_map(|matter| &matter.entries);
    for entry in entries.filter(|entry| entry.key.eq_ignore_ascii_case(KEY)) {
        // Other programs keep a yes or no under the same key.
        let rules = entry.value.trim_matches(['[', ']']);
        let switch = ["true", "false", "yes", "no"].iter().any(|word| rules.eq_ignore_ascii_case(word));
        if !switch {
            requests.extend(rules_in(rules).map(|rule| Request { rule, place: entry.span, region: None, used: false }));
        }
    }
    for aside in doc.asides.iter().filter(|aside| aside.kind == AsideKind::Comment) {
        let comment = doc.source.get(aside.span).trim();
        let inner = comment.strip_prefix("<!--").and_then(|rest| rest.strip_suffix("-->")).unwrap_or_default();
        let (name, rules) = inner.trim().split_once(char::is_whitespace).unwrap_or_default();
        let region = match name {
            HERE => Some(region(doc, aside.span)),
            FILE => None,
            _ => continue,
        };
        requests.extend(rules_in(rules).map(|rule| Request { rule, place: aside.span, region, used: false }));
    }
    requests
}

/// Names parted by spaces or commas.
fn rules_in(text: &str) -> impl Iterator<Item = &str> {
    let names = text.split([' ', ',', '\t', '\r', '\n']).map(|name| name.trim_matches(['"', '\'']));
    names.filter(|name| !name.is_empty())
}

/// Where a comment holds: its own line when words stand on it, else the block after it, and the next line at least.
fn region(doc: &Document<'_>, comment: Span) -> Span {
    let source = doc.source.text();
    let line_start = source[..comment.start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = |from: usize| source[from..].find('\n').map_or(source.len(), |at| from + at);
    let own_end = line_end(comment.end);
    let (before, after) = (&source[line_start..comment.start], &source[comment.end..own_end]);
    if worded(before) || worded(after) {
        return Span::new(line_start, own_end);
    }
    let next_line = line_end((own_end + 1).min(source.len()));
    let next = doc.blocks.partition_point(|block| block.span.start < comment.end);
    let within = next > 0 && doc.blocks[next - 1].span.end > comment.end;
    let end = match doc.blocks.get(next) {
        Some(block) if !within => match block.kind {
            crate::document::BlockKind::Cell { table, .. } => doc.tables[table as usize].span.end,
            _ => block.span.end,
        },
        _ => next_line,
    };
    Span::new(comment.end, end.max(next_line))
}

/// True when a part of a line holds anything but other comments and the marks of lists and quotes.
fn worded(part: &str) -> bool {
    let mut rest = part;
    while let Some((before, after)) = rest.split_once("<!--") {
        if before.chars().any(char::is_alphanumeric) {
            return true;
        }
        rest = after.split_once("-->").map_or("", |(_, after)| after);
    }
    rest.chars().any(char::is_alphanumeric)
}
