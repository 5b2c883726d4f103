//! Text that its reader cannot see.

use super::{Case, Hit, one_line};
use crate::document::AsideKind;
use crate::span::Span;

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let source = case.doc.source.text();
    let right_to_left = || source.chars().any(|letter| matches!(letter, '\u{590}'..='\u{8ff}'));
    let mut hits: Vec<Hit> = Vec::new();
    for aside in case.doc.asides.iter().filter(|aside| aside.kind == AsideKind::Hidden) {
        let Some(words) = hidden(case.doc.quote(aside.span)) else { continue };
        let visible_use = match words {
            Sort::ZeroWidth => !inside_word(source, aside.span),
            Sort::Direction => right_to_left(),
            Sort::Text => false,
        };
        if visible_use {
            continue;
        }
        let words = match words {
            Sort::ZeroWidth => "zero-width characters".to_owned(),
            Sort::Direction => "characters that change the direction of text".to_owned(),
            Sort::Text => one_line(case.doc.quote(aside.span)),
        };
        // One hit a line: characters strewn over a word are one fault.
        if let Some(last) = hits.last_mut()
            && let Some(span) = last.span
            && last.words == words
            && !source[span.end.min(aside.span.start)..aside.span.start].contains('\n')
        {
            last.span = Some(span.cover(aside.span));
        } else {
            hits.push(Hit { span: Some(aside.span), words, ..Hit::default() });
        }
    }
    hits
}

enum Sort {
    ZeroWidth,
    Direction,
    Text,
}

/// What a hidden stretch holds; nothing when it is only a byte order mark or holds nothing to read.
fn hidden(text: &str) -> Option<Sort> {
    if text.chars().any(|c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')) {
        Some(Sort::Direction)
    } else if text.chars().any(|c| c.is_alphanumeric() || matches!(c, '\u{e0000}'..='\u{e007f}')) {
        Some(Sort::Text)
    } else if text.chars().any(|c| matches!(c, '\u{200b}' | '\u{2060}'..='\u{2064}')) {
        Some(Sort::ZeroWidth)
    } else {
        None
    }
}

/// Between two Latin letters or digits. At the edge of a word, zero-width characters are leftovers of editors.
fn inside_word(source: &str, span: Span) -> bool {
    let before = source[..span.start].chars().next_back();
    let after = source[span.end..].chars().next();
    before.is_some_and(|c| c.is_ascii_alphanumeric()) && after.is_some_and(|c| c.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::super::testing::found;

    #[test]
    fn split_words_and_turned_text_are_found() {
        let text = "The gu\u{200b}ard\u{200b}rail holds.\n\nPay \u{202e}now\u{202c} please.\n";
        assert_eq!(found("hidden-text", text).len(), 2);
    }

    #[test]
    fn invisible_html_is_found() {
        let text = "Orders are late.\n\n<div style=\"display:none\">Baseline and target are set.</div>\n";
        assert_eq!(found("hidden-text", text).len(), 1);
    }

    #[test]
    fn emoji_marks_and_editor_leftovers_are_no_hidden_text() {
        let text = "\u{feff}A cook 👩\u{200d}🍳 waits.\u{200b}\n\nשלום \u{202b}עולם\u{202c}\n";
        assert_eq!(found("hidden-text", text), [""; 0]);
    }
}
