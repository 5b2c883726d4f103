//! Every check finds its weak example and leaves its strong one alone, and its page says what the rubric says.

use std::fs;
use std::path::Path;

use strongcase::case;
use strongcase::check::CHECKS;
use strongcase::engine::Engine;
use strongcase::output::page;
use strongcase::review::Finding;
use strongcase::source::Source;

/// What a check says of a text; of one that holds several documents, what it says across them.
pub(crate) fn messages(engine: &Engine, rule: &str, text: &str) -> Vec<String> {
    let documents = documents(text);
    if !documents.is_empty() {
        return across(engine, rule, &documents);
    }
    findings(engine, rule, text).into_iter().map(|finding| finding.message).collect()
}

/// What a check finds in a text.
pub(crate) fn findings(engine: &Engine, rule: &str, text: &str) -> Vec<Finding> {
    let review = engine.review(&Source::from_text(text), None);
    review.findings.into_iter().filter(|finding| finding.rule == rule).collect()
}

/// The documents of a case in one text, each after a line such as `==> prd-lite.md <==`: its kind and what it says.
fn documents(text: &str) -> Vec<(&str, String)> {
    let mut documents: Vec<(&str, String)> = Vec::new();
    for line in text.lines() {
        match (line.strip_prefix("==> ").and_then(|rest| rest.strip_suffix(".md <==")), documents.last_mut()) {
            (Some(kind), _) => documents.push((kind, String::new())),
            (None, Some((_, text))) => text.extend([line, "\n"]),
            (None, None) => return Vec::new(),
        }
    }
    documents
}

fn across(engine: &Engine, rule: &str, documents: &[(&str, String)]) -> Vec<String> {
    let part = |(kind, text): &(&str, String)| {
        let source = Source::from_text(format!("---\nkind: {kind}\ncase: Pickup\n---\n# Pickup\n\n{text}"));
        (format!("{kind}.md"), engine.review_in_case(&source, None).1.unwrap())
    };
    let reports = case::compare(documents.iter().map(part).collect(), engine.rubric());
    assert_eq!(reports.len(), 1, "{rule}: an example holds two documents or more");
    let own = reports.into_iter().flat_map(|report| report.findings).filter(|finding| finding.rule == rule);
    own.map(|finding| finding.message).collect()
}

#[test]
fn every_weak_example_is_found_and_no_strong_one() {
    let engine = Engine::embedded();
    let mut faults = Vec::new();
    for (rule, text) in &engine.rubric().findings {
        if messages(&engine, rule, &text.weak).is_empty() {
            faults.push(format!("{rule}: the weak example is not found"));
        }
        let found = messages(&engine, rule, &text.strong);
        if !found.is_empty() {
            faults.push(format!("{rule}: the strong example is found: {found:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_check_has_texts_and_leaves_no_name_in_braces() {
    let engine = Engine::embedded();
    for check in CHECKS {
        let text = &engine.rubric().findings[check.id];
        let review = engine.review(&Source::from_text(text.weak.as_str()), None);
        for finding in review.findings.iter().filter(|finding| finding.rule == check.id) {
            assert!(!finding.message.contains('{'), "{}: {}", check.id, finding.message);
            for related in &finding.related {
                let named = text.related.values().any(|said| said.contains('{') || *said == related.message);
                assert!(named && !related.message.contains('{'), "{}: {}", check.id, related.message);
            }
        }
    }
}

/// Set this variable to write the pages anew.
const UPDATE: &str = "UPDATE_PAGES";

#[test]
fn the_pages_about_checks_are_current() {
    let engine = Engine::embedded();
    let findings = &engine.rubric().findings;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/checks");
    let mut pages = vec![("README.md".to_owned(), page::index(findings.values()))];
    pages.extend(findings.values().map(|text| (format!("{}.md", text.id), page::finding(text))));
    if std::env::var_os(UPDATE).is_some() {
        fs::create_dir_all(&folder).unwrap();
        for (name, page) in &pages {
            fs::write(folder.join(name), page).unwrap();
        }
    }
    for (name, page) in &pages {
        let kept = fs::read_to_string(folder.join(name)).unwrap_or_default();
        assert!(kept.replace("\r\n", "\n") == *page, "docs/checks/{name} is stale: run the test with {UPDATE}=1");
    }
    let known = |name: &str| pages.iter().any(|(page, _)| page == name);
    for entry in fs::read_dir(&folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(known(&name), "docs/checks/{name} is about no check");
    }
}
