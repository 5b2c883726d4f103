//! What a document says counts, and not how it is laid out.
//!
//! Over the examples always, and over the folder that `STRONGCASE_CORPUS` names where it is set.

mod recast;
mod rewrite;
mod tabled;

use std::fs;
use std::path::{Path, PathBuf};

use strongcase::engine::Engine;
use strongcase::review::Review;
use strongcase::source::Source;

type Change = (&'static str, fn(&str) -> String);

/// Changes that are no change at all.
const MECHANICAL: [Change; 11] = [
    ("lines joined", rewrite::join_lines),
    ("lines broken", rewrite::break_lines),
    ("CRLF", rewrite::crlf),
    ("trailing spaces", rewrite::trailing_spaces),
    ("underlined headings", rewrite::underlined_headings),
    ("signed headings", |text| rewrite::signed_headings(text, 0)),
    ("deeper headings", |text| rewrite::signed_headings(text, 1)),
    ("other bullets", rewrite::other_bullets),
    ("emphasis added", rewrite::emphasis_added),
    ("emphasis removed", rewrite::emphasis_removed),
    ("curly quotes", rewrite::curly_quotes),
];

/// Changes that move or reword something and leave what is said.
const RECAST: [Change; 7] = [
    ("tables as lists", recast::tables_as_lists),
    ("lists as tables", tabled::lists_as_tables),
    ("sections reversed", recast::sections_reversed),
    ("American spelling", recast::american),
    ("British spelling", recast::british),
    ("headings renamed", recast::headings_renamed),
    ("headings removed", recast::headings_removed),
];

fn markdown_in(folder: &Path) -> Vec<(String, String)> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|e| e == "md"));
    paths.sort();
    assert!(!paths.is_empty(), "no Markdown in {}", folder.display());
    let named = |path: PathBuf| {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        Some((name, fs::read_to_string(&path).ok()?.replace("\r\n", "\n")))
    };
    paths.into_iter().filter_map(named).collect()
}

/// The examples, and one whose options, measures and risks are lists where those have tables.
fn examples() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    [markdown_in(&root.join("examples")), markdown_in(&root.join("tests/program/invariance"))].concat()
}

fn corpus() -> Option<Vec<(String, String)>> {
    std::env::var_os("STRONGCASE_CORPUS").map(|folder| markdown_in(Path::new(&folder)))
}

/// What differs between a document and its changed form, over many.
#[derive(Debug, Default)]
struct Tally {
    changed_texts: usize,
    levels: usize,
    moved: usize,
    by_more_than_one: usize,
    scores: usize,
    told: Vec<String>,
}

impl Tally {
    fn share(&self) -> f64 {
        self.moved as f64 / self.levels.max(1) as f64
    }

    fn add(&mut self, change: &str, name: &str, before: &Review, after: &Review) {
        self.changed_texts += 1;
        self.scores += usize::from(before.score != after.score);
        for (b, a) in before.criteria.iter().zip(&after.criteria) {
            self.levels += 1;
            self.moved += usize::from(b.level != a.level);
            self.by_more_than_one += usize::from(b.level.abs_diff(a.level) > 1);
            if b.level != a.level {
                self.told.push(format!("{change}: {name}: {} {} to {}", b.id, b.level, a.level));
            }
        }
        if before.score != after.score {
            self.told.push(format!("{change}: {name}: score {} to {}", before.score, after.score));
        }
    }
}

/// Reviews each document before and after a change, as the same kind; a change that changes no byte is not counted.
fn tally(engine: &Engine, documents: &[(String, String)], changes: &[Change]) -> Vec<(&'static str, Tally)> {
    let review = |text: &str, kind: Option<&str>| engine.review(&Source::from_text(text), kind);
    let mut tallies: Vec<_> = changes.iter().map(|(name, _)| (*name, Tally::default())).collect();
    for (name, text) in documents {
        let before = review(text, None);
        for ((change, apply), (_, tally)) in changes.iter().zip(&mut tallies) {
            let changed = apply(text);
            if changed != *text {
                tally.add(change, name, &before, &review(&changed, Some(&before.kind)));
            }
        }
    }
    tallies
}

#[expect(clippy::print_stdout, reason = "shown with --nocapture: the rates are what these tests are for")]
fn show(what: &str, tallies: &[(&'static str, Tally)]) {
    for (change, t) in tallies {
        println!(
            "{what}: {change:20} {:4} texts, {:3} of {:5} levels moved ({:.1}%), {} by more than one, {} scores",
            t.changed_texts,
            t.moved,
            t.levels,
            100.0 * t.share(),
            t.by_more_than_one,
            t.scores
        );
        t.told.iter().for_each(|line| println!("    {line}"));
    }
}

#[test]
fn layout_changes_no_level_and_no_score_of_an_example() {
    let tallies = tally(&Engine::embedded(), &examples(), &MECHANICAL);
    show("examples", &tallies);
    for (change, tally) in tallies {
        assert!(tally.changed_texts > 0, "{change} changes no example");
        assert_eq!(tally.told, Vec::<String>::new(), "{change}");
    }
}

/// Most of the levels that another form moves, in a hundred, over the examples, and how many of them by more than one. They serve
/// to notice a loss: the aim is two, and none. What still moves: a table under no titles is not read as options where the list was,
/// a sentence weighs more or less by where in the text it stands, and a title may be the only place that says what stands below it.
const MOST_MOVED: [(&str, f64, usize); 7] = [
    ("tables as lists", 2.0, 0),
    ("lists as tables", 1.3, 0),
    ("sections reversed", 7.0, 1),
    ("American spelling", 0.0, 0),
    ("British spelling", 0.0, 0),
    ("headings renamed", 2.0, 0),
    ("headings removed", 25.0, 3),
];

#[test]
fn what_is_said_in_another_form_keeps_most_levels() {
    let tallies = tally(&Engine::embedded(), &examples(), &RECAST);
    show("examples", &tallies);
    for ((change, tally), (named, most, far)) in tallies.iter().zip(MOST_MOVED) {
        assert_eq!(*change, named);
        assert!(tally.changed_texts > 0, "{change} changes no example");
        assert!(100.0 * tally.share() <= most, "{change}: {:?}", tally.told);
        assert!(tally.by_more_than_one <= far, "{change}: {:?}", tally.told);
    }
}

#[test]
fn a_corpus_is_judged_by_what_it_says() {
    let Some(documents) = corpus() else { return };
    let engine = Engine::embedded();
    let mechanical = tally(&engine, &documents, &MECHANICAL);
    show("corpus", &mechanical);
    show("corpus", &tally(&engine, &documents, &RECAST));
    for (change, tally) in mechanical {
        assert_eq!(tally.told, Vec::<String>::new(), "{change}");
    }
}
