//! A heading with nothing under it.

use super::{Case, Hit};
use crate::document::{AsideKind, BlockKind, HeadingForm, Section, SectionId};

/// Longest heading, in words: above it, the heading itself is what was to be said.
const LONGEST: usize = 9;

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let doc = case.doc;
    let mut empty: Vec<bool> = vec![false; doc.sections.len()];
    let mut hits = Vec::new();
    for (at, section) in doc.sections.iter().enumerate() {
        let inside = section.parent.is_some_and(|parent| empty[parent as usize]);
        empty[at] = inside || is_empty(case, at as SectionId, section);
        if empty[at]
            && !inside
            && let Some(heading) = section.heading
        {
            hits.push(case.hit(doc.blocks[heading as usize].text));
        }
    }
    hits
}

fn is_empty(case: &Case<'_>, id: SectionId, section: &Section) -> bool {
    let doc = case.doc;
    let Some(heading) = section.heading else { return false };
    let is_heading = |kind: BlockKind| {
        matches!(kind, BlockKind::Heading(HeadingForm::Atx | HeadingForm::Setext | HeadingForm::Html))
    };
    if doc.blocks[section.blocks.start as usize..section.blocks.end as usize].iter().any(|b| !is_heading(b.kind)) {
        return false;
    }
    if section.level.is_none_or(|level| level == 1) || doc.title() == Some(doc.block_str(heading)) {
        return false;
    }
    // What follows the title at once and is a heading too is a subtitle.
    let before = &doc.blocks[..heading as usize];
    if before.len() <= 1 || doc.block_str(heading).split_whitespace().count() > LONGEST {
        return false;
    }
    let start = doc.blocks[heading as usize].span.end;
    let end = doc.blocks.get(section.blocks.end as usize).map_or(doc.source.text().len(), |next| next.span.start);
    let first = doc.asides.partition_point(|aside| aside.span.start < start);
    let asides = doc.asides[first..].iter().take_while(|aside| aside.span.start < end);
    // A figure, code or a macro is content to its reader; guidance and placeholders have findings of their own.
    let only_remarks = asides.into_iter().all(|aside| matches!(aside.kind, AsideKind::Comment));
    only_remarks && !doc.tables.iter().any(|table| table.section == id)
}

#[cfg(test)]
mod tests {
    use super::super::testing::found;

    #[test]
    fn a_bare_heading_is_found_once_with_its_subsections() {
        let text =
            "# Refunds\n\nAn overview.\n\n## Options\n\n### Gains\n\n### Costs\n\n## Scope\n\nWeb orders only.\n";
        assert_eq!(found("empty-section", text), ["Options"]);
    }

    #[test]
    fn the_last_heading_is_found() {
        assert_eq!(found("empty-section", "# Refunds\n\nAn overview.\n\n## Risks\n"), ["Risks"]);
    }

    #[test]
    fn subsections_code_and_the_title_are_content() {
        let text =
            "# Refunds\n\n## Options\n\n### Credit note\n\nPaid at once.\n\n## Flow\n\n```mermaid\na --> b\n```\n";
        assert_eq!(found("empty-section", text), [""; 0]);
    }
}
