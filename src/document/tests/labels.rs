use super::sketch;

#[test]
fn a_label_is_split_off_in_every_way_of_writing_it() {
    let first = |text: &str| sketch(text).remove(0);
    for text in [
        "**Problem:** Orders are late.",
        "**Problem**: Orders are late.",
        "**Problem** - Orders are late.",
        "**Problem** — Orders are late.",
        "**Problem**—Orders are late.",
        "**Problem.** Orders are late.",
        "__Problem:__ Orders are late.",
        "*Problem:* Orders are late.",
        "<b>Problem:</b> Orders are late.",
        "Problem: Orders are late.",
        "🎯 Problem: Orders are late.",
    ] {
        assert_eq!(first(text), "<Problem> Orders are late.", "{text}");
    }
    assert_eq!(first("- `wau`: share of accounts"), "- <wau> share of accounts");
    assert_eq!(first("- [Ship](#x): in May"), "- <Ship> in May");
    assert_eq!(first("**Option A: keep polling** — cheap"), "<Option A: keep polling> cheap");
    assert_eq!(first("**Target: 35%** by June"), "<Target> 35% by June");
}

#[test]
fn a_question_in_bold_is_a_label() {
    assert_eq!(sketch("**Why now?** Two rivals shipped it."), ["<Why now?> Two rivals shipped it."]);
}

#[test]
fn sentences_times_and_addresses_are_no_labels() {
    for text in [
        "We learned three things: a, b and c.",
        "There are two: a and b.",
        "Meet at 10:30 in the hall.",
        "At 10:30 we meet.",
        "https://example.com/a is the board.",
        "Orders that dispatchers re-key by hand every day: 120.",
        "**We chose B.** It is cheap.",
        "**Orders fell sharply.** It hurt.",
        "He said \"no\": twice.",
        "Ratio 3:1 holds.",
        "TODO: ask Jane",
        "Enable it (field: active) today.",
    ] {
        assert!(!sketch(text)[0].starts_with('<'), "{text}");
    }
}

#[test]
fn labelled_lines_of_a_paragraph_are_blocks_of_their_own() {
    assert_eq!(
        sketch("**Status:** Draft  \n**Owner:** Jane\nRoe\n**Date:** May"),
        ["<Status> Draft", "<Owner> Jane Roe", "<Date> May"]
    );
    assert_eq!(sketch("**Status:** Draft | **Owner:** Jane | 3 May"), ["<Status> Draft", "<Owner> Jane | 3 May"]);
    assert_eq!(sketch("Squad: Bookings    Owner: Jane"), ["<Squad> Bookings", "<Owner> Jane"]);
    assert_eq!(sketch("**Impact:** 3 **Effort:** 2"), ["<Impact> 3", "<Effort> 2"]);
}

#[test]
fn prose_that_wraps_before_a_colon_stays_whole() {
    let text = "Every order takes two minutes, as the\nSupport Guide: two minutes are too many.";
    assert_eq!(sketch(text), ["Every order takes two minutes, as the Support Guide: two minutes are too many."]);
}

#[test]
fn a_label_with_a_list_under_it_keeps_its_words() {
    assert_eq!(
        sketch("- **Pros:**\n  - cheap\n- **Cons:**\n  - slow"),
        ["- Pros:", "  - cheap", "- Cons:", "  - slow"]
    );
}
