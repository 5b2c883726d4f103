//! Take away what earns a level, and the level goes.
//!
//! `mutations/` holds one file for a strong example: for each criterion the passages that earn it, and what is left of them in a
//! vague version. Others are made by program, over any document.

mod strike;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use strongcase::engine::Engine;
use strongcase::review::Review;
use strongcase::source::Source;

/// One file of `mutations/`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Mutations {
    mutation: Vec<Mutation>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Mutation {
    /// The criterion whose passages are taken away.
    criterion: String,
    /// What is taken away.
    passages: Vec<Passage>,
    /// Criteria that stand on the same passages.
    #[serde(default)]
    may_move: Vec<String>,
}

/// A passage from its first words to its last, and what stands there after.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Passage {
    from: String,
    to: String,
    #[serde(default)]
    becomes: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files_in(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(root().join(folder)).unwrap().map(|e| e.unwrap().path()).collect();
    paths.retain(|path| path.to_string_lossy().ends_with(ending));
    paths.sort();
    assert!(!paths.is_empty(), "nothing ends in {ending} in {folder}");
    paths
}

fn kind_of(path: &Path) -> String {
    let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
    stem.trim_end_matches("-strong").trim_end_matches("-weak").to_owned()
}

fn review(engine: &Engine, text: &str, kind: &str) -> Review {
    engine.review(&Source::from_text(text), Some(kind))
}

/// The text with passages replaced, each of which stands in it once.
fn mutated(text: &str, passages: &[Passage]) -> String {
    let mut text = text.to_owned();
    for passage in passages {
        assert_eq!(text.matches(&passage.from).count(), 1, "stands there once: {}", passage.from);
        let start = text.find(&passage.from).unwrap();
        let end = text[start..].find(&passage.to).unwrap_or_else(|| panic!("not after its start: {}", passage.to));
        text.replace_range(start..start + end + passage.to.len(), &passage.becomes);
    }
    text
}

/// Share of mutated criteria that fall by two levels or more.
const FALL: f64 = 0.95;
/// Share of mutated criteria that fall at all.
const FALL_AT_ALL: f64 = 0.98;
/// Share of other levels that may move; the aim is 0.03.
const MOVE: f64 = 0.03;

#[expect(clippy::print_stdout, reason = "shown with --nocapture: the rates are what this test is for")]
#[test]
fn a_criterion_falls_with_the_passages_that_earn_it() {
    let engine = Engine::embedded();
    let (mut all, mut fell, mut at_all, mut others, mut moved) = (0, 0, 0, 0, 0);
    for path in files_in("tests/program/mutations", ".toml") {
        let kind = kind_of(&path);
        let text = fs::read_to_string(root().join(format!("examples/{kind}-strong.md"))).unwrap();
        let written: Mutations = toml::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let before = review(&engine, &text, &kind);
        for weighed in before.criteria.iter().filter(|c| c.weight > 0) {
            let listed = written.mutation.iter().filter(|m| m.criterion == weighed.id).count();
            assert_eq!(listed, 1, "{kind}: passages of {}", weighed.id);
            assert!(weighed.level > 2, "{kind}: {} stands too low to fall by two: {}", weighed.id, weighed.level);
        }
        for mutation in &written.mutation {
            let after = review(&engine, &mutated(&text, &mutation.passages), &kind);
            assert!(before.criteria.iter().any(|c| c.id == mutation.criterion), "{}", mutation.criterion);
            for (b, a) in before.criteria.iter().zip(&after.criteria) {
                if b.id == mutation.criterion {
                    all += 1;
                    let falls = a.level + 2 <= b.level;
                    fell += usize::from(falls);
                    at_all += usize::from(a.level < b.level);
                    if !falls {
                        println!("{kind}: {} stays: {} to {}", b.id, b.level, a.level);
                    }
                } else if !mutation.may_move.contains(&b.id) {
                    others += 1;
                    moved += usize::from(a.level != b.level);
                    if a.level != b.level {
                        println!("{kind}: {} takes {} along: {} to {}", mutation.criterion, b.id, b.level, a.level);
                    }
                }
            }
        }
    }
    println!(
        "of {all} mutated criteria {at_all} fall, {fell} by two levels or more; {moved} of {others} other levels move"
    );
    assert!(share(fell, all) >= FALL, "{fell} of {all} fall by two levels");
    assert!(share(at_all, all) >= FALL_AT_ALL, "{at_all} of {all} fall");
    assert!(share(moved, others) <= MOVE, "{moved} of {others} others move");
}

fn share(some: usize, all: usize) -> f64 {
    some as f64 / all.max(1) as f64
}

/// How often a level moves over many changed texts.
#[derive(Debug, Default)]
struct Moves {
    texts: usize,
    /// How often each criterion rises and falls.
    each: BTreeMap<String, (usize, usize)>,
    /// How often one rises by more than a level.
    far: usize,
}

impl Moves {
    fn rises(&self, criterion: &str) -> usize {
        self.each[criterion].0
    }

    fn falls(&self, criterion: &str) -> usize {
        self.each[criterion].1
    }

    /// Share of all levels that rise.
    fn rising(&self) -> f64 {
        let rising: usize = self.each.values().map(|(rose, _)| rose).sum();
        share(rising, self.texts * self.each.len())
    }
}

#[expect(clippy::print_stdout, reason = "shown with --nocapture: the rates are what these tests are for")]
fn moves(what: &str, changed: impl Fn(&str) -> Vec<String>) -> Moves {
    let engine = Engine::embedded();
    let mut moves = Moves::default();
    for path in files_in("examples", "-strong.md") {
        let (text, kind) = (fs::read_to_string(&path).unwrap(), kind_of(&path));
        let before = review(&engine, &text, &kind);
        for other in changed(&text) {
            moves.texts += 1;
            for (b, a) in before.criteria.iter().zip(&review(&engine, &other, &kind).criteria) {
                if a.level > b.level {
                    println!(
                        "    {kind}: {} rises from {} to {} without: {}",
                        b.id,
                        b.level,
                        a.level,
                        lost(&text, &other)
                    );
                }
                moves.far += usize::from(a.level > b.level + 1);
                let (rose, fell) = moves.each.entry(b.id.clone()).or_default();
                *rose += usize::from(a.level > b.level);
                *fell += usize::from(a.level < b.level);
            }
        }
    }
    assert!(moves.texts > 0, "{what}: nothing to change");
    println!("{what}: (rose, fell) {moves:?}");
    moves
}

/// The start of what a changed text has lost, as a person would look for it.
fn lost(before: &str, after: &str) -> String {
    let same = before.bytes().zip(after.bytes()).take_while(|(b, a)| b == a).count();
    before.get(same..).unwrap_or_default().chars().take(100).collect::<String>().replace('\n', " ")
}

/// Words are weighed with their neighbours, so a sentence whose neighbour goes may be read for more than before. It is rare.
const RISING: f64 = 0.01;

#[test]
fn numbers_taken_away_raise_no_level_that_is_made_of_them() {
    let all = moves("all numbers gone", |text| vec![strike::numbers(text, |_| true)]);
    for criterion in ["problem", "evidence", "outcomes", "business"] {
        assert_eq!(all.rises(criterion), 0, "{criterion}");
    }
    assert!(all.falls("outcomes") + 1 >= all.texts, "{all:?}");
    // A business told without a figure has points of outcomes, consequences and measures too, and mostly keeps its level.
    assert!(all.falls("business") > 0, "{all:?}");
}

#[test]
fn some_numbers_taken_away_hardly_ever_raise_a_level() {
    let some = moves("every eighth number gone", |text| {
        (0..8).map(|which| strike::numbers(text, |at| at % 8 == which)).collect()
    });
    assert_eq!(some.rises("outcomes"), 0);
    assert_eq!(some.far, 0);
    assert!(some.rising() <= RISING, "{some:?}");
}

#[test]
fn an_item_taken_away_hardly_ever_raises_a_level() {
    let moves = moves("each item gone", strike::each_item);
    assert_eq!(moves.rises("outcomes"), 0);
    assert_eq!(moves.rises("evidence"), 0);
    assert_eq!(moves.far, 0);
    assert!(moves.rising() <= RISING, "{moves:?}");
}

#[test]
fn a_column_taken_away_hardly_ever_raises_a_level() {
    let moves = moves("each column gone", strike::each_column);
    assert!(moves.rising() <= RISING && moves.far == 0, "{moves:?}");
    let fallen = moves.falls("options") + moves.falls("tradeoffs");
    assert!(fallen > 0, "the columns of an option table earn nothing: {moves:?}");
}

#[test]
fn values_under_the_wrong_title_hardly_ever_raise_a_level() {
    let moves = moves("neighbouring columns' values swapped", strike::each_pair_of_columns_swapped);
    assert!(moves.rising() <= RISING && moves.far == 0, "{moves:?}");
}
