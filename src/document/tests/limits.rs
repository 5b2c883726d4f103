use std::time::{Duration, Instant};

use super::read;

/// Far more than a run without optimisation needs, far less than a quadratic one takes.
const LIMIT: Duration = Duration::from_secs(20);

fn quick(name: &str, text: &str) {
    let start = Instant::now();
    read(text);
    assert!(start.elapsed() < LIMIT, "{name} took {:?}", start.elapsed());
}

#[test]
fn deep_nesting_takes_linear_time() {
    quick("quotes", &format!("{}x", "> ".repeat(10_000)));
    quick("lists", &format!("{}x", "- ".repeat(10_000)));
    quick("brackets", &"[".repeat(10_000));
    quick("emphasis", &"*a **b ".repeat(10_000));
    quick("images", &format!("{}x{}", "![".repeat(10_000), "](y)".repeat(10_000)));
    quick("html lists", &"<ul><li>a".repeat(50_000));
    quick("details", &"<details><summary>a</summary>\n\n".repeat(20_000));
    quick("html tables", &"<table><tr><td>a".repeat(50_000));
}

#[test]
fn large_texts_take_linear_time() {
    quick("one line", &"word, ".repeat(900_000));
    quick("rows", &format!("| a | b |\n|---|---|\n{}", "| x | y |\n".repeat(100_000)));
    quick("breaks", &"a\n".repeat(200_000));
    quick("bold lines", &"**a**\n\n".repeat(50_000));
}

#[test]
fn what_never_closes_takes_linear_time() {
    quick("labels", &"**A:** b ".repeat(50_000));
    quick("pipes", &format!("**A:** {}", "| b ".repeat(200_000)));
    quick("braces", &"{{".repeat(300_000));
    quick("macros", &"{% x ".repeat(200_000));
    quick("tags", &"<a \"".repeat(100_000));
    quick("html tags", &format!("<div>{}", "<a \"".repeat(200_000)));
    quick("unknown tags", &"<foo> ".repeat(100_000));
    quick("fences", &"````\n```\n".repeat(50_000));
    quick("hidden", &"<span hidden>".repeat(50_000));
    quick("quotes", &"\"[the ".repeat(100_000));
    quick("gaps", &"TBD ".repeat(400_000));
    let items = "  - b\n".repeat(50_000);
    quick("examples", &format!("{}\n\n- {}\n{items}", "[date] ".repeat(9), "word ".repeat(50_000)));
}

#[test]
fn a_grid_is_no_larger_than_its_source_allows() {
    let wide = format!("<tr>{}</tr>", "<td>a".repeat(20_000));
    let document = read(&format!("<table>{wide}{}</table>", "<tr><td>b</tr>".repeat(20_000)));
    let table = &document.tables[0];
    assert!(table.cells.len() < 2_000_000, "{}", table.cells.len());
    assert_eq!(document.blocks.len(), 40_000);
}
