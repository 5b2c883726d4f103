//! What a template says of its own → sentences that say nothing: its worked examples, and all of it where it calls itself a
//! template and is unfilled.

use super::guidance::is_among;
use super::{AsideKind, BlockId, BlockKind, Document};
use crate::lexicon::lists;

/// How many gaps a document has at least whose examples are those of a template; fewer were overlooked by an author
/// whose examples are part of the case.
const GAPS: usize = 8;
/// A document that calls itself a template is one where at most this many sentences stand to each gap.
const SENTENCES_A_GAP: usize = 8;
/// Characters in which such words are looked for.
const LONGEST_LEAD: usize = 40;

/// Marks what stands in examples as unfilled.
pub(super) fn set_aside(document: &mut Document<'_>) {
    let gap = |kind| matches!(kind, AsideKind::Placeholder | AsideKind::Guidance);
    let gaps = document.asides.iter().filter(|aside| gap(aside.kind)).count();
    if gaps < GAPS {
        return;
    }
    let all = document.sentences.len() <= gaps * SENTENCES_A_GAP && document.title().is_some_and(names_a_template);
    let blocks = if all { (0..document.blocks.len() as BlockId).collect() } else { examples(document) };
    for block in blocks {
        for sentence in document.blocks[block as usize].sentences.clone() {
            document.sentences[sentence as usize].placeholder = true;
        }
    }
}

/// Blocks of sections that are titled as examples, and of lists and tables that a line introduces as such.
fn examples(document: &Document<'_>) -> Vec<BlockId> {
    let mut found = Vec::new();
    for (at, section) in document.sections.iter().enumerate() {
        if section.heading.is_some_and(|heading| leads(document, heading)) {
            // A bold line ends where the next heading stands, whatever the outline makes of it.
            let own =
                |block: &BlockId| section.level.is_some() || document.blocks[*block as usize].section as usize == at;
            found.extend(section.blocks.clone().filter(own));
        }
    }
    for block in 0..document.blocks.len() as BlockId {
        let around = &document.blocks[block as usize];
        let lead = match around.kind {
            BlockKind::Cell { table, .. } => document.tables[table as usize].lead,
            _ => around.list.and_then(|list| document.lists[list as usize].lead),
        };
        if around.label.is_some_and(|label| is_lead(document.str(label))) || lead.is_some_and(|at| leads(document, at))
        {
            found.push(block);
        }
    }
    found
}

fn names_a_template(title: &str) -> bool {
    title.split(|c: char| !c.is_alphabetic()).any(|word| word.eq_ignore_ascii_case("template"))
}

fn leads(document: &Document<'_>, block: BlockId) -> bool {
    let block = &document.blocks[block as usize];
    is_lead(document.str(block.label.unwrap_or(block.text)))
}

/// `Example`, `Examples:`, `Example 2`, `Example: a launch`.
fn is_lead(words: &str) -> bool {
    // Every item of a list is asked about the line before it, however long that is.
    let opening = words.char_indices().nth(LONGEST_LEAD).map_or(words, |(end, _)| &words[..end]);
    let named = opening.split(':').next().unwrap_or_default();
    let named = named.trim_matches(|c: char| !c.is_alphabetic());
    is_among(&lists::EXAMPLE_LEADS, named)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    const GAPPED: &str = "By [date], [date], [date], [date], [date], [date], [date], [date] and [date].\n\n";

    fn unfilled(text: &str) -> Vec<String> {
        let source = Source::from_text(text);
        let document = Document::read(&source);
        let gaps = document.sentences.iter().filter(|sentence| sentence.placeholder);
        gaps.map(|sentence| document.str(sentence.text).to_owned()).filter(|words| !words.contains('[')).collect()
    }

    #[test]
    fn examples_of_a_template_are_unfilled() {
        let text = "# Plan\n\nOur call.\n\n**Example:**\n\n| Item | Reach |\n|---|---|\n| Single sign-on | 500 |\n\n## Metrics\n\n\
                    - Example: churn falls by half\n- Refunds take 6 days\n";
        let text = format!("{GAPPED}{text}");
        let unfilled = unfilled(&text);
        assert!(unfilled.iter().any(|words| words == "Single sign-on"), "{unfilled:?}");
        assert!(unfilled.iter().any(|words| words.contains("churn falls by half")), "{unfilled:?}");
        assert!(!unfilled.iter().any(|words| words.contains("Our call") || words.contains("Refunds")), "{unfilled:?}");
    }

    #[test]
    fn an_unfilled_template_says_nothing_at_all() {
        let text = "Teams choose the work that brings most revenue.\n";
        assert_eq!(unfilled(&format!("# Plan\n\n{GAPPED}{text}")), [""; 0]);
        assert_eq!(unfilled(&format!("# Planning template\n\n{GAPPED}{text}")), ["Planning template", text.trim()]);
    }

    #[test]
    fn examples_of_a_filled_document_are_its_own() {
        assert_eq!(unfilled("# Plan\n\n## Example\n\nA nurse swaps a shift at 2 a.m.\n"), [""; 0]);
    }
}
