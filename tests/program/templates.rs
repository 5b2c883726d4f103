//! Checks of templates.

use crate::strongcase::Desk;

#[test]
fn a_copy_of_the_built_in_templates_has_nothing_wrong() {
    let mut desk = Desk::new();
    for kind in ["prd-lite", "teardown", "metrics-framework"] {
        let text = desk.run(&["new", "--show", kind]).out;
        desk = desk.with(&format!("own/{kind}.hbs"), text);
    }
    let run = desk.run(&["templates", "check", "own"]);
    assert_eq!((run.status, run.out.as_str(), run.err.as_str()), (0, "nothing is wrong in own\n", ""));
}

#[test]
fn mistakes_have_a_line_and_signals_a_key() {
    let desk = Desk::new();
    let text = desk.run(&["new", "--show", "prd-lite"]).out;
    let desk = desk
        .with("own/prd-lite.hbs", text.replace("\"cause\"", "\"origin\""))
        .with("own/teardown.hbs", "# {{title}}\n\n{{#section \"Problm\"}}{{/section}}\n")
        .with("own/no-such.hbs", "# {{title}}\n")
        .with("own/notes.txt", "no template");
    let run = desk.run(&["templates", "check", "own"]);
    assert_eq!((run.status, run.err.as_str()), (1, ""));
    for says in [
        "own/prd-lite.hbs: leaves no place for problem.cause (",
        "a place with the key \"cause\", or for=\"cause\", would be one\n",
        "own/teardown.hbs:3: there is no section \"Problm\"",
        "own/no-such.hbs: there is no kind \"no-such\"",
        "\n3 templates checked: 2 mistakes, 1 signal without a place\n",
    ] {
        assert!(run.out.contains(says), "{says}\n{}", run.out);
    }
}

#[test]
fn a_key_of_its_own_is_a_place_where_it_says_for_which() {
    let desk = Desk::new();
    let text = desk.run(&["new", "--show", "prd-lite"]).out;
    let own = |place: &str| text.replace("{{line \"cause\"", &format!("{{{{line \"origin\" for=\"{place}\""));
    let desk = desk.with("own/prd-lite.hbs", own("cause")).with("other/prd-lite.hbs", own("cuase"));
    let run = desk.run(&["templates", "check", "own"]);
    assert_eq!((run.status, run.out.as_str()), (0, "nothing is wrong in own\n"));
    let run = desk.run(&["templates", "check", "other"]);
    assert_eq!(run.status, 1);
    assert!(run.out.contains(": there is no standard place \"cuase\"; did you mean \"cause\"?\n"), "{}", run.out);
    let run =
        desk.run(&["new", "prd-lite", "-", "--templates", "own", "--title", "Orders", "--set", "origin=Old tills"]);
    assert!(run.out.contains("**Cause:** Old tills\n"), "{}{}", run.out, run.err);
}

#[test]
fn a_folder_without_templates_is_refused() {
    let desk = Desk::new().with("own/notes.txt", "");
    for (folder, says) in [("own", "own holds no template"), ("gone", "gone is no folder")] {
        let run = desk.run(&["templates", "check", folder]);
        assert_eq!((run.status, run.out.as_str()), (2, ""));
        assert!(run.err.contains(says), "{}", run.err);
    }
}
