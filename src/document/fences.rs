//! A code block → whether it is a document behind a fence that was never closed.

/// How many such fences one inside the other are seen through.
pub(super) const MOST: u32 = 3;

/// Where the content starts of a fenced block that has no closing fence and has swallowed a document of `total` bytes.
pub(super) fn swallowed(block: &str, info: &str, total: usize) -> Option<usize> {
    let mut lines = block.split_inclusive('\n');
    let opening = lines.next()?;
    let content = &block[opening.len()..];
    if is_closed(opening, content) {
        return None;
    }
    let language = info.split_ascii_whitespace().next().unwrap_or_default();
    let prose = language.is_empty()
        || ["text", "txt", "md", "markdown", "plain", "plaintext"]
            .iter()
            .any(|name| language.eq_ignore_ascii_case(name));
    let mut headings = content.lines().filter(|line| heading_level(line) >= if prose { 1 } else { 2 });
    let large = prose && content.len() * 5 > total * 2;
    (headings.next().is_some() || large).then_some(opening.len())
}

fn is_closed(opening: &str, content: &str) -> bool {
    let opening = opening.trim_start();
    let sign = opening.chars().next().unwrap_or('`');
    let len = opening.len() - opening.trim_start_matches(sign).len();
    let last = content.trim_end().lines().next_back().unwrap_or_default().trim();
    last.len() >= len && last.chars().all(|letter| letter == sign)
}

fn heading_level(line: &str) -> usize {
    let hashes = line.bytes().take_while(|byte| *byte == b'#').count();
    if hashes <= 6 && line[hashes..].starts_with(' ') { hashes } else { 0 }
}
