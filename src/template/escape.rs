//! Answers → text that stands for itself, wherever a template puts it.

/// A text on one line: runs of white space and control characters become one space.
pub fn one_line(text: &str) -> String {
    let parts = text.split(|letter: char| letter.is_whitespace() || letter.is_control() || is_invisible(letter));
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Marks of direction and of line ends, which would reach beyond the answer. Joiners stay: scripts and emoji need them.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// A text as Markdown that shows exactly this text: in a line, in a table, at the start of a block.
pub fn inline(text: &str) -> String {
    let text = one_line(text);
    let mut safe = String::with_capacity(text.len() + 8);
    let mut before = ' ';
    for (at, letter) in text.char_indices() {
        let next = text[at + letter.len_utf8()..].chars().next().unwrap_or(' ');
        let escaped = match letter {
            '\\' | '`' | '*' | '[' | ']' | '<' | '|' | '~' => true,
            // Inside a word it emphasises nothing.
            '_' => !(before.is_alphanumeric() && next.is_alphanumeric()),
            '&' => next == '#' || next.is_ascii_alphabetic(),
            // Two braces would be read as a place to fill in.
            '{' | '}' => true,
            '#' | '>' | '-' | '+' | '=' | ':' => at == 0,
            '.' | ')' => text[..at].bytes().all(|byte| byte.is_ascii_digit()) && at > 0,
            _ => false,
        };
        if escaped {
            safe.push('\\');
        }
        safe.push(letter);
        before = letter;
    }
    safe
}

/// A text as a string of YAML and of JSON alike.
pub(super) fn quoted(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 2);
    safe.push('"');
    for letter in one_line(text).chars() {
        if matches!(letter, '"' | '\\') {
            safe.push('\\');
        }
        safe.push(letter);
    }
    safe.push('"');
    safe
}

/// A text inside an HTML comment, which it cannot end.
pub(super) fn comment(text: &str) -> String {
    let mut text = text.to_owned();
    while text.contains("--") {
        text = text.replace("--", "- -");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser};

    fn shown(markdown: &str) -> String {
        let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
        let events = Parser::new_ext(markdown, options);
        let mut text = String::new();
        for event in events {
            match event {
                Event::Text(words) => text.push_str(&words),
                Event::Start(tag) => assert!(matches!(tag, pulldown_cmark::Tag::Paragraph), "{markdown}: {tag:?}"),
                Event::End(_) => {}
                other => panic!("{markdown}: {other:?}"),
            }
        }
        text
    }

    #[test]
    fn markup_in_an_answer_stands_for_itself() {
        for answer in [
            "# a heading",
            "- an item",
            "1. first",
            "2) second",
            "> quoted",
            "| a | b |",
            "<b>x</b>",
            "[a](b)",
            "*a* _b_ `c`",
            "a &amp; b",
            "{{#if x}}",
            "snake_case",
            "---",
            "===",
            "~~gone~~",
            "<!-- x -->",
            "a\\b",
            ": x",
            "+ plus",
        ] {
            assert_eq!(shown(&inline(answer)), answer, "{}", inline(answer));
        }
    }

    proptest! {
        #[test]
        fn any_answer_is_shown_as_it_is(answer in "\\PC{0,40}") {
            let plain = one_line(&answer);
            prop_assume!(!plain.is_empty());
            prop_assert_eq!(shown(&inline(&answer)), plain);
        }

        #[test]
        fn a_quoted_answer_is_json(answer in any::<String>()) {
            let read: String = serde_json::from_str(&quoted(&answer)).unwrap();
            prop_assert_eq!(read, one_line(&answer));
        }

        #[test]
        fn no_answer_ends_a_comment(answer in "[-> <!a]{0,20}") {
            prop_assert!(!comment(&answer).contains("--"));
        }
    }
}
