use super::{read, sketch};

#[test]
fn items_nest_and_know_the_item_they_stand_in() {
    let text = "- a\n  - b\n    1. c\n- d";
    let document = read(text);
    assert_eq!(sketch(text), ["- a", "  - b", "    1. c", "- d"]);
    let inside: Vec<_> = document.blocks.iter().map(|block| block.inside_item).collect();
    assert_eq!(inside, [None, Some(0), Some(1), None]);
    assert_eq!(document.lists[0].items, [0, 3]);
    assert_eq!(document.lists[1].lead, Some(0));
}

#[test]
fn further_paragraphs_of_an_item_stand_inside_it() {
    let document = read("1. First.\n\n   More.\n\n   > Said.\n\n2. Second.");
    let inside: Vec<_> = document.blocks.iter().map(|block| block.inside_item).collect();
    assert_eq!(inside, [None, Some(0), Some(0), None]);
    assert_eq!(document.lists[0].items, [0, 3]);
    assert!(document.blocks.iter().all(|block| block.list == Some(0)));
}

#[test]
fn task_boxes_are_read() {
    assert_eq!(sketch("- [x] done\n- [ ] open"), ["- [x] done", "- [ ] open"]);
}

#[test]
fn a_list_is_led_by_the_paragraph_that_ends_in_a_colon() {
    let lead = |text: &str| read(text).lists[0].lead;
    assert_eq!(lead("We will not:\n- wait"), Some(0));
    assert_eq!(lead("We will not:\n\n- wait"), Some(0));
    assert_eq!(lead("We will not.\n\n- wait"), None);
    assert_eq!(lead("We will not:\n\n---\n\n- wait"), None);
    assert_eq!(lead("We will not:\n\n## Next\n\n- wait"), None);
}

#[test]
fn lists_without_text_of_their_own_are_left_out() {
    let document = read("- - - deep\n\n- \n\n1. x");
    assert!(document.lists.iter().all(|list| !list.items.is_empty()));
    assert!(document.blocks.iter().all(|block| block.list.is_none_or(|list| (list as usize) < document.lists.len())));
}

#[test]
fn lists_in_html_are_lists() {
    assert_eq!(sketch("<ul>\n<li>a</li>\n<li>b <ol><li>c</ol></ul>\n\nd"), ["- a", "- b", "  1. c", "d"]);
}
