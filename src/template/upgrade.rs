//! A file and the template now in force → which sections are new, renamed or gone, as edits of lines.

mod patch;

use std::ops::Range;

use super::{Provenance, Template, TemplateError, render, unused_keys};
use crate::document::Document;
use crate::rubric::{Rubric, nearest};
use crate::source::Source;

/// How a file differs from the template now in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upgrade {
    /// Titles of sections that the template has and the file has not, in the template's order.
    pub new: Vec<String>,
    /// Titles in the file, each with the one that the template has for it now.
    pub renamed: Vec<(String, String)>,
    /// Titles in the file that the template does not have.
    pub gone: Vec<String>,
    /// The lines to change, in the order of the file. Nothing that an author wrote in a section is among them.
    edits: Vec<Edit>,
}

/// Lines that are replaced by others; an empty range is a place to insert them before.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Edit {
    lines: Range<usize>,
    by: Vec<String>,
}

/// A section of the file.
struct Section {
    title: String,
    /// Its line, from 0.
    line: usize,
    atx: bool,
}

impl Upgrade {
    /// The edits as a patch of a file, or nothing where there is nothing to change.
    pub fn patch(&self, path: &str, source: &Source) -> String {
        patch::unified(path, source.text(), &self.edits)
    }
}

/// Compares a file that was made from a template with the one now in force.
///
/// # Errors
/// What is wrong with the template.
pub fn upgrade(
    source: &Source,
    made: &Provenance,
    template: &Template,
    rubric: &Rubric,
) -> Result<Upgrade, TemplateError> {
    let mut answers = made.answers.clone();
    let unused = unused_keys(template, rubric, &answers)?;
    answers.set.retain(|key, _| !unused.contains(key));
    let skeleton = render(template, rubric, &answers)?;
    let sections = sections(source);
    let same = |one: &str, other: &str| one.trim().to_lowercase() == other.trim().to_lowercase();
    let at = |title: &str| sections.iter().position(|section| same(&section.title, title));
    let wanted = &skeleton.sections;
    let mut places: Vec<Option<usize>> = wanted.iter().map(|title| at(title)).collect();
    let is_known = |section: &Section| wanted.iter().any(|title| same(title, &section.title));
    let mut left: Vec<usize> = (0..sections.len()).filter(|at| !is_known(&sections[*at])).collect();
    let mut found = Upgrade { new: Vec::new(), renamed: Vec::new(), gone: Vec::new(), edits: Vec::new() };
    for (title, place) in wanted.iter().zip(&mut places).filter(|(_, place)| place.is_none()) {
        let near = nearest(title, left.iter().map(|at| sections[*at].title.as_str())).map(str::to_owned);
        let Some(index) = near.and_then(|near| left.iter().position(|at| sections[*at].title == near)) else {
            continue;
        };
        let section = &sections[left.remove(index)];
        *place = at(&section.title);
        found.renamed.push((section.title.clone(), title.clone()));
        if section.atx {
            found.edits.push(Edit { lines: section.line..section.line + 1, by: vec![format!("## {title}")] });
        }
    }
    found.gone = left.iter().map(|at| sections[*at].title.clone()).collect();
    let end = source.text().split_inclusive('\n').count();
    for (index, title) in wanted.iter().enumerate().filter(|(index, _)| places[*index].is_none()) {
        let before = places[index + 1..].iter().flatten().next().map_or(end, |at| sections[*at].line);
        let mut by = chunk(&skeleton.text, title);
        if before == end {
            by.insert(0, String::new());
        } else {
            by.push(String::new());
        }
        found.new.push(title.clone());
        found.edits.push(Edit { lines: before..before, by });
    }
    found.edits.extend(stamps(source.text(), template));
    // A stable sort: sections that go to one place keep the template's order.
    found.edits.sort_by_key(|edit| (edit.lines.start, edit.lines.end));
    found.edits.dedup_by(|later, first| {
        let one_place = later.lines == first.lines && first.lines.is_empty();
        if one_place {
            first.by.append(&mut later.by);
        }
        one_place
    });
    Ok(found)
}

/// The sections below the title, as far as they have headings of Markdown.
fn sections(source: &Source) -> Vec<Section> {
    let doc = Document::read(source);
    let text = source.text();
    let top = |section: &crate::document::Section| {
        let block = section.heading.filter(|_| section.level == Some(2))?;
        let start = doc.blocks[block as usize].span.start;
        let line = text.get(..start)?.matches('\n').count();
        let atx = text.split('\n').nth(line)?.starts_with("## ");
        Some(Section { title: doc.block_str(block).to_owned(), line, atx })
    };
    doc.sections.iter().filter_map(top).collect()
}

/// The lines of a section in a skeleton, from its heading on, without empty ones at the end.
fn chunk(skeleton: &str, title: &str) -> Vec<String> {
    let heading = format!("## {title}");
    let mut lines = skeleton.lines().skip_while(|line| *line != heading);
    let mut chunk: Vec<String> = lines.next().map(str::to_owned).into_iter().collect();
    chunk.extend(lines.take_while(|line| !line.starts_with("## ")).map(str::to_owned));
    while chunk.last().is_some_and(String::is_empty) {
        chunk.pop();
    }
    chunk
}

/// Version and hash of the template in the front matter, where they are not those in force.
fn stamps(text: &str, template: &Template) -> Vec<Edit> {
    let version = ("template-version:", format!("template-version: \"{}\"", template.version().unwrap_or_default()));
    let hash = ("template-hash:", format!("template-hash: \"{}\"", template.hash()));
    let mut edits = Vec::new();
    for (at, line) in text.lines().enumerate().skip(1).take_while(|(_, line)| line.trim_end() != "---") {
        for (key, now) in [&version, &hash] {
            if line.starts_with(key) && line.trim_end() != now {
                edits.push(Edit { lines: at..at + 1, by: vec![now.clone()] });
            }
        }
    }
    edits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::{Answers, Library, Origin, provenance};

    fn own(text: &str) -> Template {
        Template { kind: "prd-lite".to_owned(), text: text.to_owned(), from: Origin::BuiltIn }
    }

    fn compared(text: &str, now: &Template) -> (Upgrade, String) {
        let source = Source::from_text(text);
        let found = upgrade(&source, &provenance(text).unwrap(), now, &Rubric::embedded()).unwrap();
        let patch = found.patch("prd.md", &source);
        (found, patch)
    }

    #[test]
    fn a_fresh_skeleton_has_nothing_to_change() {
        let rubric = Rubric::embedded();
        for kind in &rubric.kinds {
            let template = Library::built_in(&kind.id).unwrap();
            let answers = Answers { title: "Late orders".to_owned(), ..Answers::default() };
            let text = render(&template, &rubric, &answers).unwrap().text;
            let (found, patch) = compared(&text, &template);
            assert_eq!(
                (found.new, found.renamed, found.gone, patch.as_str()),
                (vec![], vec![], vec![], ""),
                "{}",
                kind.id
            );
        }
    }

    #[test]
    fn new_renamed_and_gone_sections_are_told_and_patched() {
        let before = "---\nkind: prd-lite\ntemplate: prd-lite\ntemplate-version: \"1\"\ntemplate-hash: \"0\"\nvariant: bare\n\
            ---\n\n# Late orders\n\n## Problems\n\nMine.\n\n## Notes\n\nMine too.\n\n## Scope\n\nIn.";
        let now = own("{{!-- version 2 --}}\n# {{title}}\n\n{{#section \"Problem\"}}{{/section}}\n\
             {{#section \"Evidence\"}}{{text \"e\" \"what\"}}{{/section}}\n{{#section \"Scope\"}}{{/section}}\n\
             {{#section \"Decision\"}}{{/section}}\n{{#section \"Requirements\"}}{{gap \"r\" \"what\"}}{{/section}}\n");
        let (found, patch) = compared(before, &now);
        assert_eq!(found.new, ["Evidence", "Decision", "Requirements"]);
        assert_eq!(found.renamed, [("Problems".to_owned(), "Problem".to_owned())]);
        assert_eq!(found.gone, ["Notes"]);
        let hash = now.hash();
        let expected = format!(
            "--- a/prd.md\n+++ b/prd.md\n@@ -1,14 +1,14 @@\n ---\n kind: prd-lite\n template: prd-lite\n\
             -template-version: \"1\"\n+template-version: \"2\"\n-template-hash: \"0\"\n+template-hash: \"{hash}\"\n\
             \x20variant: bare\n ---\n \n # Late orders\n \n-## Problems\n+## Problem\n \n Mine.\n \n@@ -16,6 +16,14 @@\n \n Mine too.\n \n\
             +## Evidence\n+\n ## Scope\n \n-In.\n\\ No newline at end of file\n+In.\n+\n+## Decision\n+\n+## Requirements\n+\n+[what]\n"
        );
        assert_eq!(patch, expected);
    }
}
