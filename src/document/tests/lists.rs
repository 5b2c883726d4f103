use super::{read, sketch};
use crate::document::BlockKind;

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

/// The sketches of a table and of a list, which have to be read alike but for the order of the first title.
fn cells(text: &str) -> Vec<String> {
    let mut cells: Vec<String> = sketch(text).into_iter().collect();
    cells.sort();
    cells
}

#[test]
fn labelled_items_under_names_are_the_table_that_they_say() {
    let table = "Two ways:\n\n| Option | Gains | Costs |\n|---|---|---|\n| Import | an hour a week | two weeks |\n| Wait | nothing | |\n";
    let list = "Two ways:\n\n- Option: Import\n  - Gains: an hour a week\n  - Costs: two weeks\n- Option: Wait\n  - Gains: nothing\n";
    assert_eq!(cells(list), cells(table));
    let document = read(list);
    let grid = &document.tables[0];
    assert_eq!((grid.rows, grid.columns, grid.lead, document.lists.len()), (3, 3, Some(0), 0));
    assert_eq!(document.quote(document.blocks[grid.cell(1, 2).unwrap() as usize].span), "Costs: two weeks");
}

#[test]
fn labels_that_only_their_neighbours_show_make_a_table_too() {
    let text = "- Chat\n  - For the household: exact\n  - Price we pay: 40 seconds\n- Leave it: one switch\n  - For the household: simple\n  - Price we pay: nothing\n\nAfter.";
    assert_eq!(
        sketch(text),
        [
            "1,0 Chat",
            "0,1 For the household",
            "1,1 exact",
            "0,2 Price we pay",
            "1,2 40 seconds",
            "2,0 Leave it: one switch",
            "2,1 simple",
            "2,2 nothing",
            "After.",
        ]
    );
}

#[test]
fn tables_of_both_forms_stand_in_the_order_of_the_source() {
    let list = "- A\n  - Gains: x\n  - Costs: y\n- B\n  - Gains: z\n  - Costs: w\n";
    let document = read(&format!("{list}\n| C | D |\n|---|---|\n| 1 | 2 |\n\n{list}"));
    let first =
        |table: usize| document.block_str(document.tables[table].cells.iter().flatten().next().copied().unwrap());
    assert_eq!([first(0), first(1), first(2)], ["Gains", "C", "Gains"]);
    for (at, table) in document.tables.iter().enumerate() {
        for &cell in table.cells.iter().flatten() {
            assert!(
                matches!(document.blocks[cell as usize].kind, BlockKind::Cell { table, .. } if table as usize == at)
            );
        }
    }
}

#[test]
fn items_that_are_no_rows_stay_a_list() {
    for text in [
        // One remark under each name.
        "- A\n  - Why: x\n- B\n  - Why: y\n",
        // Plain items.
        "- A\n  - one\n  - two\n- B\n  - three\n  - four\n",
        // Something more in an item.
        "- A\n  - Gains: x\n  - Costs: y\n\n  More.\n- B\n  - Gains: z\n  - Costs: w\n",
        // A row without values.
        "- A\n  - Gains: x\n  - Costs: y\n- B\n",
        // Each has labels of its own.
        "- A\n  - Gains: x\n  - Costs: y\n- B\n  - Owner: z\n  - Date: w\n",
    ] {
        assert!(read(text).tables.is_empty(), "{text}");
    }
}

#[test]
fn lines_that_are_drawn_as_bullets_are_no_one_sentence() {
    let document = read("Why not:\n\\- too slow for the clinic\n\\- costs 40 calls a week\n• nobody asked for it\n");
    let said: Vec<&str> = document.sentences.iter().map(|sentence| document.str(sentence.text)).collect();
    assert_eq!(said, ["Why not:", "- too slow for the clinic", "- costs 40 calls a week", "• nobody asked for it"]);
}
