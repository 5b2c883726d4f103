//! Macro calls of site generators and wikis, taken out of a text before its Markdown is read.

use crate::span::Span;

/// Stands for the bytes of a call inside a line. Markdown gives it no meaning and readers never see it.
const BLANK: u8 = 0x7f;

/// A call that is longer than this is taken for a brace that someone forgot.
const LONGEST: usize = 16 * 1024;

/// The calls of a text, in order and apart: `{{ figure(…) }}`, `{% include … %}`, `{{< note >}}`, `:::note`.
/// `{{owner}}` is none: it is a name to be filled in.
pub(super) fn find(text: &str) -> Vec<Span> {
    let mut calls = Vec::new();
    if text.contains("{{") || text.contains("{%") || text.contains("{:") {
        braces(text, &mut calls);
    }
    if text.contains(":::") {
        fences(text, &mut calls);
        calls.sort_unstable();
    }
    calls
}

/// A copy of `text` of the same length in which the calls are blank.
pub(super) fn blank(text: &str, calls: &[Span]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for call in calls {
        if call.start < done {
            continue;
        }
        out.push_str(&text[done..call.start]);
        // A call that has its lines for itself leaves blank lines, which part what stands around it.
        let before = text[..call.start].trim_end_matches([' ', '\t']);
        let after = text[call.end..].trim_start_matches([' ', '\t']);
        let alone = (before.is_empty() || before.ends_with(['\n', '\r', '\u{feff}']))
            && (after.is_empty() || after.starts_with(['\n', '\r']));
        for byte in text[call.start..call.end].bytes() {
            out.push(match byte {
                b'\n' | b'\r' if alone => byte as char,
                _ if alone => ' ',
                _ => BLANK as char,
            });
        }
        done = call.end;
    }
    out.push_str(&text[done..]);
    out
}

fn braces(text: &str, calls: &mut Vec<Span>) {
    let bytes = text.as_bytes();
    // Where the braces that are still open stand.
    let mut open: Vec<usize> = Vec::new();
    // The next `%}`, none where there is no more.
    let mut percent = Some(0);
    let mut at = 0;
    while let Some(found) = text[at..].find(['{', '}']) {
        let here = at + found;
        at = here + 1;
        if bytes[here] == b'}' {
            let Some(start) = open.pop() else { continue };
            let outer = start.checked_sub(1);
            // The inner brace of `{{ … }}` closes here; the outer one closes next.
            let double = outer.is_some_and(|outer| bytes[outer] == b'{' && open.last() == Some(&outer));
            if double && bytes.get(at) == Some(&b'}') && at + 1 - start < LONGEST {
                let outer = start - 1;
                open.pop();
                at += 1;
                if is_call(&text[start + 1..here]) && !quoted(bytes, outer) {
                    while calls.last().is_some_and(|last: &Span| last.start >= outer) {
                        calls.pop();
                    }
                    calls.push(Span::new(outer, at));
                }
            }
            continue;
        }
        match bytes.get(at) {
            Some(b'%') => {
                if percent.is_some_and(|end| end <= at) {
                    percent = text[at + 1..].find("%}").map(|len| at + 1 + len);
                }
                if let Some(end) = percent.map(|end| end + 2).filter(|end| end - here < LONGEST) {
                    if !quoted(bytes, here) {
                        calls.push(Span::new(here, end));
                    }
                    at = end;
                }
            }
            // An attribute list: `{: .note }`.
            Some(b':') => {
                let ahead = &bytes[at..bytes.len().min(at + 200)];
                if let Some(len) =
                    ahead.iter().position(|byte| matches!(byte, b'}' | b'\n')).filter(|len| ahead[*len] == b'}')
                {
                    calls.push(Span::new(here, at + len + 1));
                    at += len + 1;
                }
            }
            _ => open.push(here),
        }
    }
}

fn quoted(bytes: &[u8], start: usize) -> bool {
    start > 0 && bytes[start - 1] == b'`'
}

/// More than a name.
fn is_call(inner: &str) -> bool {
    !inner
        .trim()
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii() || matches!(byte, b'_' | b'-' | b' ' | b'\''))
}

/// Lines of `:::` that open and close a container.
fn fences(text: &str, calls: &mut Vec<Span>) {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if line.trim_start().starts_with(":::") {
            let end = start + line.trim_end().len();
            calls.push(Span::new(start, end));
        }
        start += line.len();
    }
}
