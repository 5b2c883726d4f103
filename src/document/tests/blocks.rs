use super::{read, sketch};

#[test]
fn front_matter_is_apart_from_the_text() {
    let document = read(
        "---\ntitle: 'It''s late' # why\nauthor: Jane\ntags: [a, \"b c\"]\nlist:\n  - x\n  - y\nnested:\n  key: value\nlong: >\n  one\n  two\n---\nText.",
    );
    let matter = document.front_matter.as_ref().expect("front matter");
    let entries: Vec<_> = matter.entries.iter().map(|entry| (entry.key.as_str(), entry.value.as_str())).collect();
    assert_eq!(
        entries,
        [("title", "It's late"), ("author", "Jane"), ("tags", "a, b c"), ("list", "x, y"), ("long", "one two")]
    );
    assert_eq!(document.quote(matter.entries[1].span), "Jane");
    assert_eq!(document.quote(matter.entries[0].span), "It''s late");
    assert_eq!(document.blocks.len(), 1);
}

#[test]
fn front_matter_may_be_indented_or_toml() {
    let document = read("---\r\n  title: Late\r\n  kind: prd-lite\r\n---\r\n\r\nText.");
    assert_eq!(document.title(), Some("Late"));
    let document = read("+++\ntitle = \"Late\"\ndraft = true\n[extra]\na = 1\n+++\nText.");
    let matter = document.front_matter.as_ref().expect("front matter");
    assert_eq!((matter.get("Title"), matter.get("draft"), matter.entries.len()), (Some("Late"), Some("true"), 2));
    assert_eq!(document.quote(matter.entries[0].span), "\"Late\"");
    assert!(read("+++\nbroken = = 1\n+++\nText.").front_matter.is_some_and(|matter| matter.entries.is_empty()));
}

#[test]
fn rules_around_text_are_no_front_matter() {
    assert_eq!(sketch("---\nSome text it is\n\nand more\n\n---\n\nEnd.").len(), 3);
    assert_eq!(sketch("a\n\n---\n## Plan\n\nb\n\n---\nc"), ["a", "# Plan", "b", "c"]);
}

#[test]
fn quotes_are_quoted_and_callouts_are_content() {
    assert_eq!(sketch("> It hurts.\n\n> [!NOTE]\n> Mind this."), ["> It hurts.", "Mind this."]);
}

#[test]
fn details_are_content() {
    assert_eq!(
        sketch("<details><summary>More</summary>\n- a\n- b\n</details>\n\nc"),
        ["#summary More", "- a", "- b", "c"]
    );
}

#[test]
fn footnotes_are_blocks_of_their_own() {
    assert_eq!(sketch("Late[^1] orders.\n\n[^1]: Of 40 we asked."), ["Late orders.", "note Of 40 we asked."]);
}

#[test]
fn pictures_speak_through_their_alternative_text() {
    assert_eq!(sketch("![A chart of late orders](a.png)"), ["image A chart of late orders"]);
    assert_eq!(
        sketch("Before.\n![A chart of late orders](a.png)\nAfter."),
        ["Before.", "image A chart of late orders", "After."]
    );
    assert_eq!(sketch("Press ![the gear icon](a.png) twice."), ["Press twice."]);
    assert_eq!(sketch("<img src=\"a.png\" alt=\"A chart &amp; a table\">"), ["image A chart & a table"]);
}

#[test]
fn a_struck_out_block_says_so() {
    assert_eq!(sketch("~~Ship it.~~\n\n~~Ship~~ Wait."), ["struck Ship it.", "Ship Wait."]);
}

#[test]
fn a_bold_lead_is_kept() {
    let document = read("**Retention** matters most to us here.");
    assert_eq!(document.blocks[0].bold_lead.map(|lead| document.str(lead)), Some("Retention"));
}

#[test]
fn html_paragraphs_are_paragraphs() {
    assert_eq!(sketch("<p align=\"center\">One &lt; two</p>\n<div>Three\n  four</div>"), ["One < two", "Three four"]);
}
