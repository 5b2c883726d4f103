//! Findings that a document asks to leave out.

use strongcase::engine::Engine;
use strongcase::source::Source;

const GAP: &str = "unfilled-placeholder";

/// The lines on which a rule finds something.
fn lines(rule: &str, text: &str) -> Vec<usize> {
    let source = Source::from_text(text);
    let review = Engine::embedded().review(&source, Some("prd-lite"));
    let own = review.findings.iter().filter(|finding| finding.rule == rule);
    own.map(|finding| finding.span.map_or(0, |span| source.position(span.start).line)).collect()
}

#[test]
fn a_comment_holds_for_its_own_line_or_the_block_after_it() {
    for (text, left) in [
        ("The owner is TBD.\n", vec![1]),
        ("The owner is TBD. <!-- strongcase-ignore unfilled-placeholder -->\nThe date is TBD.\n", vec![2]),
        ("<!-- strongcase-ignore unfilled-placeholder -->\nThe owner is TBD.\n\nThe date is TBD.\n", vec![4]),
        ("<!-- strongcase-ignore unfilled-placeholder -->\n\nThe owner\nis TBD.\n\nThe date is TBD.\n", vec![6]),
        (
            "- The owner is TBD <!-- strongcase-ignore vague-claim, unfilled-placeholder -->\n- The date is TBD\n",
            vec![2],
        ),
        (
            "<!-- strongcase-ignore unfilled-placeholder -->\n| What | Who |\n|---|---|\n| Copy | TBD |\n| Code | TBD |\n\nThe date is TBD.\n",
            vec![7],
        ),
        (
            "<!-- strongcase-ignore vague-claim -->\n<!-- strongcase-ignore unfilled-placeholder -->\nThe owner is TBD.\n",
            vec![],
        ),
        (
            "The plan\n<!-- strongcase-ignore unfilled-placeholder -->\nhas an owner TBD.\n\nIt has a date TBD.\n",
            vec![5],
        ),
        ("`<!-- strongcase-ignore unfilled-placeholder -->`\n\nThe owner is TBD.\n", vec![3]),
        ("<!-- strongcase-ignore vague-claim -->\nThe owner is TBD.\n", vec![2]),
    ] {
        assert_eq!(lines(GAP, text), left, "{text}");
    }
}

#[test]
fn a_file_or_its_front_matter_leaves_a_finding_out_everywhere() {
    for text in [
        "The owner is TBD.\n\nThe date is TBD.\n\n<!-- strongcase-ignore-file unfilled-placeholder -->\n",
        "---\nignore: [vague-claim, unfilled-placeholder]\n---\nThe owner is TBD.\n\nThe date is TBD.\n",
        "---\nignore:\n  - unfilled-placeholder\n---\nThe owner is TBD.\n",
        "+++\nignore = [\"unfilled-placeholder\"]\n+++\nThe owner is TBD.\n",
    ] {
        assert_eq!(lines(GAP, text), [0; 0], "{text}");
    }
}

#[test]
fn a_request_for_no_check_names_the_nearest() {
    let text = "<!-- strongcase-ignore vague-clam -->\nThe owner is Ada.\n";
    let review = Engine::embedded().review(&Source::from_text(text), Some("prd-lite"));
    let note = review.findings.iter().find(|finding| finding.rule == "unused-suppression").unwrap();
    assert!(note.related[0].message.contains("vague-claim"), "{note:?}");
}
