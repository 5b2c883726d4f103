//! The review that the README shows is one that the program gives.

use std::fs;

use crate::strongcase::Desk;

#[test]
fn the_readme_shows_a_real_review() {
    let root = env!("CARGO_MANIFEST_DIR");
    let readme = fs::read_to_string(format!("{root}/README.md")).unwrap();
    let command = "$ strongcase review examples/prd-lite-weak.md\n";
    let shown = &readme[readme.find(command).unwrap() + command.len()..];
    let shown = &shown[..shown.find("```").unwrap()];

    let example = fs::read(format!("{root}/examples/prd-lite-weak.md")).unwrap();
    let desk = Desk::new().with("examples/prd-lite-weak.md", example);
    let review = desk.run(&["review", "examples/prd-lite-weak.md"]).out;
    let mut rest = review.as_str();
    // A line with only an ellipsis stands for lines that are left out.
    for part in shown.split("…\n").map(str::trim_end).filter(|part| !part.trim().is_empty()) {
        let part = part.trim_start_matches('\n');
        let at =
            rest.find(part).unwrap_or_else(|| panic!("the review does not go on with:\n{part}\n\nbut with:\n{rest}"));
        rest = &rest[at + part.len()..];
    }
}
