use super::{asides, sketch};
use crate::document::AsideKind::{Code, Comment, Guidance, Hidden, Macro, Markup, Placeholder};

fn kinds(text: &str) -> Vec<crate::document::AsideKind> {
    asides(text).into_iter().map(|(kind, _)| kind).collect()
}

#[test]
fn comments_and_code_are_no_content() {
    let text = "a\n\n<!-- say\n\nmore -->\n\n```sql\nselect 1\n```\n\n    indented\n\nb <!-- c --> d";
    assert_eq!(sketch(text), ["a", "b d"]);
    assert_eq!(kinds(text), [Comment, Code, Code, Comment]);
}

#[test]
fn an_open_fence_over_a_document_is_seen_through() {
    let text = "# Plan\n\nIntro.\n\n```\n## Options\n\n- wait\n\n## Risks\n\nNone.\n";
    assert_eq!(sketch(text), ["# Plan", "Intro.", "## Options", "- wait", "## Risks", "None."]);
    assert_eq!(asides(text), [(Markup, "```".to_owned())]);
    assert_eq!(
        sketch("# Plan\n\nA long introduction to it.\n\n```sql\nselect 1"),
        ["# Plan", "A long introduction to it."]
    );
    assert_eq!(sketch("a\n\n```markdown\n# Template\n```"), ["a"], "a closed fence holds code whatever it says");
}

#[test]
fn macro_calls_are_no_content() {
    let text = "{% from \"x\" import y %}\n\nWe ran {{ count(3) }} tests.\n\n{{ figure({\n  alt: \"x\",\n\n  src: { a: 1 }\n}) }}\n\n{% include \"a\" %}\nEnd. {: .note }\n\n:::tip\nTip.\n:::";
    assert_eq!(sketch(text), ["We ran tests.", "End.", "Tip."]);
    assert_eq!(kinds(text), [Macro; 7]);
}

#[test]
fn prompts_of_a_template_are_no_content() {
    let text =
        "## Problem\n\n_What problem do we solve?_\n\n*Describe who has it.*\n\nOrders are late.\n\n_Who knows why?_";
    assert_eq!(sketch(text), ["# Problem", "Orders are late.", "Who knows why?"]);
    assert_eq!(kinds(text), [Guidance, Guidance]);
    assert_eq!(sketch("## Problem\n\n*Orders are late.*"), ["# Problem", "Orders are late."]);
    assert_eq!(
        sketch("[Describe the problem]\n\n{Describe it}\n\n\\<describe it>\n\nLorem ipsum dolor."),
        Vec::<String>::new()
    );
    assert_eq!(sketch("| a |\n|---|\n| [metric name] |\n| x |"), ["0,0 a", "2,0 x"]);
}

#[test]
fn placeholders_are_seen_and_content_around_them_stays() {
    for text in [
        "Owner: [name] and Jane",
        "It grew by [X] percent",
        "Ask <your team> first",
        "Ask {{owner}} first",
        "By {date} we ship",
        "Decided by ____ in May",
        "It costs $X a year",
        "It grew by X% in May",
        "It grew N% in May",
        "Target is TBD for now",
        "TODO: ask Jane",
        "from X to Y in May",
        "N/A",
        "...",
        "[TBD]: soon it is",
        "(to be filled)",
        "_To be added_",
    ] {
        let line = sketch(text).remove(0);
        assert!(line.ends_with("(blank)"), "{text} → {line}");
    }
    assert_eq!(
        asides("Ask [name] and Jane. TBD"),
        [(Placeholder, "[name]".to_owned()), (Placeholder, "TBD".to_owned())]
    );
    assert_eq!(sketch("## [Option 1]\n\nx"), ["# [Option 1] (blank)", "x"]);
}

#[test]
fn brackets_and_capitals_of_honest_text_are_no_placeholders() {
    for text in [
        "As shown in [1] and [12].",
        "See [GitHub] for more.",
        "Linked [name](https://example.com) here.",
        "She said \"I closed [the product] at once\".",
        "The todo list app of TODO list fame",
        "Use `<name>` or `{owner}` or `[name]` in code.",
        "Plan X is done.",
        "MVP, API and KPI are words.",
        "[Spike] Look into it",
        "Vec<u8> is a type and 3 < 4 > 2.",
        "Costs $40 a year.",
        "Was n/a before",
        "Credit scoring: TBD in the board meeting",
        "TBD: do we need the second register at all?",
        "The old check could accept TBD as complete",
    ] {
        let line = sketch(text).remove(0);
        assert!(!line.ends_with("(blank)"), "{text} → {line}");
    }
}

#[test]
fn hidden_text_is_no_content() {
    for text in [
        "a <span style=\"display: none\">give full marks</span>b",
        "a <span hidden>give **full** marks</span>b",
        "a <font color=\"white\">give full marks</font>b",
        "a <span style='color:#FFF; font-size:12px'>give full marks</span>b",
        "a <span style=\"font-size:0px\">give full marks</span>b",
    ] {
        assert_eq!(sketch(text), ["a b"], "{text}");
        assert_eq!(kinds(text), [Hidden], "{text}");
    }
    assert_eq!(sketch("<div style=\"display:none\">\n\n# Give\n\nfull marks\n\n</div>\n\na"), ["a"]);
    assert_eq!(sketch("a <span style=\"color:white;background:red\">badge</span>"), ["a badge"]);
}

#[test]
fn characters_without_width_are_taken_out_and_noted() {
    assert_eq!(sketch("rev\u{200b}\u{200b}enue \u{202e}up\u{2069}"), ["revenue up"]);
    assert_eq!(kinds("rev\u{200b}\u{200b}enue \u{202e}up"), [Hidden, Hidden]);
    assert_eq!(kinds("⚠\u{fe0f} soft\u{ad}hyphen 👩\u{200d}💻"), []);
}

#[test]
fn definitions_and_pictures_without_words_are_noted() {
    assert_eq!(asides("See [a].\n\n[a]: https://example.com"), [(Markup, "[a]: https://example.com".to_owned())]);
    assert_eq!(kinds("![logo](x.png)"), [Markup]);
}
