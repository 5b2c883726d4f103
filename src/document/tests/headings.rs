use super::{read, sketch};

#[test]
fn headings_of_markdown_open_sections() {
    let sections = sketch("# Case\nIntro.\n\n## Problem ##\nLate orders.\n\nOptions\n-------\nWait.");
    assert_eq!(sections, ["# Case", "Intro.", "## Problem", "Late orders.", "##setext Options", "Wait."]);
}

#[test]
fn a_bold_line_is_a_heading_just_below_the_last_real_one() {
    let sections = sketch("## Plan\n\n**Options**\n\nWait.\n\n**Risks:**\n\nNone.\n\n## Next\n\nShip.");
    assert_eq!(sections, ["# Plan", "##bold Options", "Wait.", "##bold Risks:", "None.", "# Next", "Ship."]);
    let strong = sketch("<strong>Options</strong>\n\nWait.");
    assert_eq!(strong, ["#bold Options", "Wait."]);
}

#[test]
fn a_bold_line_takes_in_no_section_that_a_heading_of_the_next_level_opens() {
    let sections = sketch("# Ferry\n\n**What we know it from:**\n\nThe log.\n\n## Options\n\nWait.");
    assert_eq!(sections, ["# Ferry", "##bold What we know it from:", "The log.", "## Options", "Wait."]);
    let deeper = sketch("# Ferry\n\n**Options**\n\nTwo.\n\n### Wait\n\nA year.");
    assert_eq!(deeper, ["# Ferry", "##bold Options", "Two.", "### Wait", "A year."]);
}

#[test]
fn a_bold_line_directly_above_its_text_is_a_heading() {
    assert_eq!(
        sketch("**Problem**\nOrders are late.\n**Cause**\nRe-keying."),
        ["#bold Problem", "Orders are late.", "#bold Cause", "Re-keying."]
    );
    assert_eq!(sketch("**Problem:**\nOrders are late."), ["#bold Problem:", "Orders are late."]);
}

#[test]
fn a_bold_sentence_or_a_bold_line_with_nothing_under_it_is_content() {
    assert_eq!(
        sketch("**We ship the share link first.**\n\nIt is cheap."),
        ["We ship the share link first.", "It is cheap."]
    );
    assert_eq!(
        sketch("## North star\n\n**Weekly repeat orders**\n\n## Guardrails\n\nRefunds."),
        ["# North star", "Weekly repeat orders", "# Guardrails", "Refunds."]
    );
}

#[test]
fn a_bold_line_of_the_documents_own_data_is_no_heading() {
    assert_eq!(sketch("**Author: Jane Roe**\n\nLate orders."), ["<Author> Jane Roe", "Late orders."]);
}

#[test]
fn capitals_and_lines_between_drawn_rules_are_headings() {
    assert_eq!(
        sketch("────────\nProblem statement\n────────\nOrders are late."),
        ["#capitals Problem statement", "Orders are late."]
    );
    assert_eq!(sketch("========\nPROBLEM\n========\nOrders are late."), ["#setext PROBLEM", "Orders are late."]);
    assert_eq!(sketch("PROBLEM STATEMENT\n\nOrders are late."), ["#capitals PROBLEM STATEMENT", "Orders are late."]);
    assert_eq!(sketch("NASA\n\nOrders are late."), ["NASA", "Orders are late."]);
}

#[test]
fn headings_of_html_and_summaries_open_sections() {
    let text = "<h2 align=\"center\">Plan &amp; price</h2>\n\nWait.\n\n<details>\n<summary>Why <b>now</b>?</summary>\n\nRivals.\n\n</details>\n\nEnd.";
    let document = read(text);
    assert_eq!(sketch(text), ["#html Plan & price", "Wait.", "##summary Why now?", "Rivals.", "End."]);
    assert_eq!(document.blocks[4].section, document.blocks[0].section, "the section ends with its details");
}

#[test]
fn a_label_that_stands_alone_is_a_heading_unless_a_list_follows() {
    assert_eq!(sketch("Base score:\n\nTwelve points."), ["#label Base score:", "Twelve points."]);
    assert_eq!(sketch("Examples:\n\n- one\n- two"), ["Examples:", "- one", "- two"]);
    assert_eq!(sketch("We chose for now:\n\nTwelve points."), ["We chose for now:", "Twelve points."]);
}

#[test]
fn a_paragraph_over_a_rule_is_no_heading() {
    assert_eq!(
        sketch("Orders are late, and nobody knows why.\n---\nNext."),
        ["Orders are late, and nobody knows why.", "Next."]
    );
    assert_eq!(sketch("**Owner:** Jane\n---\nNext."), ["<Owner> Jane", "Next."]);
    assert_eq!(sketch("Late orders: who is hurt\n---\nNext."), ["#setext Late orders: who is hurt", "Next."]);
}

#[test]
fn titles_come_without_numbers_and_ornaments() {
    let bare = |heading: &str| {
        let document = read(heading);
        document.str(document.title_of(1)).to_owned()
    };
    assert_eq!(bare("## 3.2 Options"), "Options");
    assert_eq!(bare("## 3. Options"), "Options");
    assert_eq!(bare("## A) Options"), "Options");
    assert_eq!(bare("## 🎯 Options:"), "Options");
    assert_eq!(bare("## (2) Options"), "Options");
    assert_eq!(bare("## Step 2: Measure"), "Step 2: Measure");
    assert_eq!(bare("## 3 options we weighed"), "3 options we weighed");
    assert_eq!(bare("## 2024"), "2024");
    assert_eq!(bare("## Options {#options}"), "Options");
}

#[test]
fn skipped_levels_and_many_tops_make_a_sane_tree() {
    assert_eq!(sketch("# A\n\n### B\n\nb\n\n## C\n\n# D\n\nd"), ["# A", "## B", "b", "## C", "# D", "d"]);
    assert_eq!(sketch("### B\n\nb\n\n# A"), ["# B", "b", "# A"]);
    let document = read("## A\n\na\n\n### B\n\nb\n\n## C");
    let ranges: Vec<_> = document.sections.iter().map(|section| section.blocks.clone()).collect();
    assert_eq!(ranges, [0..5, 1..4, 3..4, 5..5]);
    assert_eq!(document.section_path(2).collect::<Vec<_>>(), [2, 1, 0]);
}

#[test]
fn a_heading_in_a_quote_opens_no_section() {
    assert_eq!(sketch("## A\n\n> ## Said\n> yes\n\nb"), ["# A", "> Said", "> yes", "b"]);
}

#[test]
fn the_title_is_found_where_authors_put_it() {
    let title = |text: &str| read(text).title().map(str::to_owned);
    assert_eq!(title("---\ntitle: \"Late orders\"\n---\n# Other").as_deref(), Some("Late orders"));
    assert_eq!(title("## Part\n\n# Late orders\n\ntext").as_deref(), Some("Late orders"));
    assert_eq!(title("**Late orders**\n\n## Problem\n\ntext").as_deref(), Some("Late orders"));
    assert_eq!(title("To: Dana\nSubject: Late orders\n\nDana,\n\n## Problem").as_deref(), Some("Late orders"));
    assert_eq!(title("text"), None);
}
