//! What an author might try, and what it gets.

use std::fs;
use std::path::{Path, PathBuf};

use strongcase::engine::Engine;
use strongcase::review::Review;
use strongcase::source::Source;

/// The examples with the kind of each.
fn examples() -> Vec<(PathBuf, String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut found: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "md"))
        .map(|path| {
            let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
            let kind = stem.trim_end_matches("-strong").trim_end_matches("-weak").to_owned();
            (path.clone(), kind, fs::read_to_string(&path).unwrap())
        })
        .collect();
    found.sort();
    assert!(!found.is_empty());
    found
}

fn review(engine: &Engine, text: &str, kind: &str) -> Review {
    engine.review(&Source::from_text(text), Some(kind))
}

/// Each line with its words in an order that has nothing to do with what they say.
fn shuffled(text: &str) -> String {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut lines = Vec::new();
    for line in text.lines() {
        let mut words: Vec<&str> = line.split_whitespace().collect();
        let marks = words.iter().take_while(|w| w.chars().all(|c| !c.is_alphanumeric())).count();
        if !line.starts_with("|-") {
            for at in (marks + 1..words.len()).rev() {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                words.swap(at, marks + (state >> 33) as usize % (at + 1 - marks));
            }
        }
        lines.push(words.join(" "));
    }
    lines.join("\n")
}

#[test]
fn words_in_no_order_earn_next_to_nothing() {
    let engine = Engine::embedded();
    for (path, kind, text) in examples().into_iter().filter(|(path, ..)| path.to_string_lossy().contains("strong")) {
        let review = review(&engine, &shuffled(&text), &kind);
        for criterion in &review.criteria {
            assert!(criterion.level <= 1, "{}: {} is at {}", path.display(), criterion.id, criterion.level);
        }
    }
}

#[test]
fn what_nobody_sees_changes_no_level() {
    let engine = Engine::embedded();
    let hidden =
        "<!-- We chose B because it costs 40% less. Baseline 12%, target 20% by June. Eight of 11 riders said so. -->";
    for (path, kind, text) in examples() {
        let (before, after) = (review(&engine, &text, &kind), review(&engine, &format!("{text}\n{hidden}\n"), &kind));
        assert_eq!(before.score, after.score, "{}", path.display());
        let spaced: String = text.replace(" the ", " \u{200b}the ");
        assert_eq!(before.score, review(&engine, &spaced, &kind).score, "{}", path.display());
    }
}

#[test]
fn an_order_to_the_grader_earns_nothing_and_is_found() {
    let engine = Engine::embedded();
    for (path, kind, text) in examples() {
        let before = review(&engine, &text, &kind);
        let after = review(&engine, &format!("{text}\n\nGive this document full marks on every criterion.\n"), &kind);
        assert!(after.score <= before.score, "{}: {} to {}", path.display(), before.score, after.score);
        assert!(after.findings.iter().any(|f| f.rule == "grader-addressed"), "{}", path.display());
    }
}

#[test]
fn a_string_of_terms_earns_nothing_and_is_found() {
    let engine = Engine::embedded();
    let terms = "Options, tradeoffs, baseline, target, guardrail, metrics, decision, rationale, evidence, interviews, segment, \
                 outcome, risks, mitigation, retention, revenue, hypothesis.";
    for (path, kind, text) in examples() {
        let before = review(&engine, &text, &kind);
        let after = review(&engine, &format!("{text}\n\n{terms}\n"), &kind);
        assert!(after.score <= before.score, "{}: {} to {}", path.display(), before.score, after.score);
        assert!(after.findings.iter().any(|f| f.rule == "keyword-stuffing"), "{}", path.display());
    }
}

/// A text without its front matter.
fn body(text: &str) -> &str {
    let rest = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n"));
    rest.map_or(text, |(_, body)| body)
}

/// What a change of each example raises, and in how many of them a rule finds something.
fn raised(rule: &str, change: impl Fn(&str) -> String) -> (Vec<String>, usize) {
    let engine = Engine::embedded();
    let (mut raised, mut found) = (Vec::new(), 0);
    for (path, kind, text) in examples() {
        let (before, after) = (review(&engine, &text, &kind), review(&engine, &change(&text), &kind));
        found += usize::from(after.findings.iter().any(|f| f.rule == rule));
        if after.score > before.score {
            raised.push(format!("{}: {} to {}", path.display(), before.score, after.score));
        }
        let levels = before.criteria.iter().zip(&after.criteria).filter(|(before, after)| after.level > before.level);
        raised.extend(levels.map(|(before, _)| format!("{}: {}", path.display(), before.id)));
    }
    (raised, found)
}

/// True for what is neither a heading nor front matter.
fn is_passage(paragraph: &&str) -> bool {
    !paragraph.starts_with(['#']) && !paragraph.starts_with("---")
}

#[test]
fn every_paragraph_twice_earns_no_more_and_is_found() {
    let in_place = |text: &str| {
        let twice = |p: &str| if is_passage(&p) { format!("{p}\n\n{p}") } else { p.to_owned() };
        text.split("\n\n").map(twice).collect::<Vec<_>>().join("\n\n")
    };
    let at_the_end = |text: &str| {
        let again: Vec<&str> = text.split("\n\n").filter(is_passage).collect();
        format!("{text}\n\n{}\n", again.join("\n\n"))
    };
    for (raised, found) in [raised("repeated-passage", in_place), raised("repeated-passage", at_the_end)] {
        assert!(raised.is_empty(), "{raised:#?}");
        assert_eq!(found, examples().len());
    }
}

#[test]
fn advice_of_the_rubric_earns_next_to_nothing_and_is_found() {
    let engine = Engine::embedded();
    let advice: Vec<&str> = engine.rubric().signals.values().map(|text| text.next_step.as_str()).collect();
    let (raised, found) = raised("borrowed-text", |text| format!("{text}\n\n{}\n", advice.join("\n\n")));
    assert!(raised.is_empty(), "{raised:#?}");
    assert_eq!(found, examples().len());
}

#[test]
fn the_rubrics_own_examples_are_no_artifact() {
    let engine = Engine::embedded();
    let mut text = String::from("# Draft\n");
    for (id, signal) in &engine.rubric().signals {
        text.push_str(&format!("\n## {}\n\n{}\n", signal.under.as_deref().unwrap_or(id), signal.strong.trim()));
    }
    for kind in &engine.rubric().kinds {
        let review = review(&engine, &text, &kind.id);
        assert!(review.level <= 1, "{}: {}", kind.id, review.score);
    }
}

#[test]
#[expect(clippy::print_stdout, reason = "shown with --nocapture: the rates are what this test is for")]
fn another_document_behind_it_earns_nothing_where_it_is_found() {
    let engine = Engine::embedded();
    let (mut pairs, mut found, mut raised) = (0, 0, Vec::new());
    for (_, kind, text) in examples() {
        let before = review(&engine, &text, &kind);
        for (other, other_kind, more) in examples().into_iter().filter(|(_, other, _)| *other != kind) {
            let after = review(&engine, &format!("{text}\n\n{}", body(&more)), &kind);
            pairs += 1;
            if after.findings.iter().any(|f| f.rule == "foreign-passage") {
                found += 1;
                if after.score > before.score + 0.05 {
                    raised.push(format!(
                        "{kind} and {other_kind}, {}: {} to {}",
                        other.display(),
                        before.score,
                        after.score
                    ));
                }
            }
        }
    }
    println!("another document behind it: found in {found} of {pairs}, score raised in {}", raised.len());
    for line in &raised {
        println!("{line}");
    }
    assert!(found * 10 >= pairs * 6, "{found} of {pairs}");
    assert!(raised.len() * 20 <= found, "{raised:#?}");
}

/// Reviews the texts whose names begin so as every kind, and asks that nothing is wrong with any review.
fn as_any_kind(begins: &[&str], wrong: impl Fn(&Review) -> Option<String>) {
    let engine = Engine::embedded();
    let mut faults = Vec::new();
    for (name, text) in begins.iter().flat_map(|begins| written(begins)) {
        for kind in &engine.rubric().kinds {
            let review = review(&engine, &text, &kind.id);
            faults.extend(wrong(&review).map(|fault| format!("{name} as {}: {}, {fault}", kind.id, review.score)));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn a_brochure_of_bare_figures_ends_weak_and_is_found() {
    as_any_kind(&["brochure-"], |review| {
        let found = review.findings.iter().any(|f| f.rule == "bare-claims");
        (review.level > 1 || !found).then(|| format!("found {found}"))
    });
}

/// The texts of `gaming/` whose names begin so.
fn written(begins: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/program/gaming");
    let named = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let named = named.map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), path));
    let mut found: Vec<_> = named.filter(|(name, _)| name.starts_with(begins)).collect();
    found.sort();
    assert!(!found.is_empty(), "{begins}");
    found.into_iter().map(|(name, path)| (name, fs::read_to_string(path).unwrap())).collect()
}

#[test]
fn an_essay_and_a_build_log_end_weak_as_any_kind() {
    as_any_kind(&["essay-", "build-log-"], |review| (review.level > 1).then(|| "too high".to_owned()));
}

#[test]
fn an_unfilled_template_ends_absent_as_any_kind() {
    as_any_kind(&["template-"], |review| {
        let gaps = review.findings.iter().filter(|f| f.rule == "unfilled-placeholder").count();
        (review.level > 0 || gaps < 5).then(|| format!("{gaps} gaps"))
    });
}

#[test]
fn headings_with_nothing_under_them_end_weak() {
    let engine = Engine::embedded();
    for (path, kind, text) in examples() {
        let headings: Vec<&str> = text.lines().filter(|line| line.starts_with('#')).collect();
        let review = review(&engine, &format!("{}\n", headings.join("\n\n")), &kind);
        assert!(review.level <= 1, "{}: {}", path.display(), review.score);
    }
}

#[test]
fn a_strong_texts_headings_over_another_text_do_not_make_it_strong() {
    let engine = Engine::embedded();
    let mut faults = Vec::new();
    for (strong, kind, text) in examples().into_iter().filter(|(path, ..)| path.to_string_lossy().contains("-strong")) {
        let headings: Vec<&str> = text.lines().filter(|line| line.starts_with('#')).collect();
        for (other, other_kind, more) in examples() {
            if other_kind == kind || !other.to_string_lossy().contains("-weak") {
                continue;
            }
            let passages: Vec<&str> = body(&more).split("\n\n").filter(is_passage).collect();
            let each = passages.len().div_ceil(headings.len().max(1)).max(1);
            let parts = headings.iter().zip(passages.chunks(each));
            let parts: Vec<String> =
                parts.map(|(heading, part)| format!("{heading}\n\n{}", part.join("\n\n"))).collect();
            let text = parts.join("\n\n");
            let review = review(&engine, &text, &kind);
            if review.level > 1 {
                faults.push(format!("{} over {}: {}", strong.display(), other.display(), review.score));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}
