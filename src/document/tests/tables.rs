use super::{read, sketch};

#[test]
fn a_pipe_table_is_a_grid() {
    let text = "Scores:\n\n| Option | Reach |\n|---|--:|\n| A | 3 |\n| B | - |\n| C |";
    let document = read(text);
    assert_eq!(sketch(text), ["Scores:", "0,0 Option", "0,1 Reach", "1,0 A", "1,1 3", "2,0 B", "3,0 C"]);
    let table = &document.tables[0];
    assert_eq!((table.rows, table.columns, table.header, table.lead), (4, 2, true, Some(0)));
    assert_eq!(table.cell(2, 1), None, "a dash is an empty cell");
    assert_eq!(document.column_header(4), Some(2));
    assert_eq!(document.row_header(4), Some(3));
}

#[test]
fn a_blank_first_row_is_no_header() {
    let document = read("| | |\n|---|---|\n| Owner | Jane |");
    let table = &document.tables[0];
    assert_eq!((table.rows, table.header), (1, false));
    assert_eq!(document.block_str(table.cell(0, 1).expect("a cell")), "Jane");
}

#[test]
fn cells_hold_marks_breaks_and_pipes() {
    assert_eq!(sketch("| a |\n|---|\n| **b** `c\\|d`<br>e \\| f |"), ["0,0 a", "1,0 b c|d / e | f"]);
    let document = read("| a |\n|---|\n| Fast.<br/>Cheap |");
    assert_eq!(document.sentences.len(), 3, "a break parts sentences");
}

#[test]
fn an_html_table_is_a_grid() {
    let text = "<table data-full-width=\"true\"><thead><tr><th width=\"9\">Field</th><th>Value</th></tr></thead><tbody><tr><td><strong>Owner</strong></td><td>Jane &#x26; Tom<br>Ann</td></tr></tbody></table>\n\nEnd.";
    assert_eq!(sketch(text), ["0,0 Field", "0,1 Value", "1,0 Owner", "1,1 Jane & Tom / Ann", "End."]);
    let table = &read(text).tables[0];
    assert_eq!((table.rows, table.columns, table.header), (2, 2, true));
}

#[test]
fn an_html_table_may_take_many_lines_and_hold_markdown() {
    let text = "<table>\n<tr>\n  <td>\n\n**Owner**\n\n  </td>\n  <td><ul><li>Jane</li><li>Tom</li></ul></td>\n</tr>\n</table>\n\nEnd.";
    assert_eq!(sketch(text), ["0,0 Owner", "0,1 Jane / Tom", "End."]);
    assert!(!read(text).tables[0].header);
}

#[test]
fn cells_that_reach_over_others_leave_room() {
    let text = "<table><tr><th rowspan=2>a</th><th colspan=\"2\">b</th></tr><tr><td>c</td><td>d</td></tr></table>";
    assert_eq!(sketch(text), ["0,0 a", "0,1 b", "1,1 c", "1,2 d"]);
}

#[test]
fn an_html_table_inside_a_paragraph_is_a_grid() {
    assert_eq!(sketch("See <table><tr><td>a</td></tr></table> here."), ["See", "0,0 a", "here."]);
}

#[test]
fn a_table_that_never_ends_swallows_nothing() {
    assert_eq!(sketch("<table><tr><td>\n\n# Plan\n\nText."), ["# Plan", "Text."]);
}

#[test]
fn a_table_that_markdown_does_not_take_for_one_is_a_grid() {
    let grid = ["0,0 Option", "0,1 Reach", "1,0 A", "1,1 3"];
    assert_eq!(sketch("| Option\t| Reach\t|\n|---\t|---\t|\n| **A**\t| 3\t|"), grid, "tabs among the dashes");
    assert_eq!(sketch("| Option | Reach |\n|---|---|---|\n| A | 3 | |"), grid, "too many dashes");
    assert_eq!(sketch("| Option | Reach |\n| A | 3 |"), grid, "no dashes");
    assert!(!read("| Option | Reach |\n| A | 3 |").tables[0].header);
    assert_eq!(
        sketch("Scores:\n| Option | Reach |\n|---|\n| A | 3 |\nEnd."),
        [&["Scores:"][..], &grid, &["End."]].concat()
    );
    assert_eq!(sketch("We take a | b\nand not c."), ["We take a | b and not c."]);
}
