//! The front matter of a skeleton: what it was made from, written and read back.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::escape::quoted;
use super::{Answers, Template, Variant};

/// What a file says that it was made from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Provenance {
    /// The kind.
    pub kind: Option<String>,
    /// Name of the template.
    pub template: Option<String>,
    /// Its version.
    pub version: Option<String>,
    /// Its hash.
    pub hash: Option<String>,
    /// The answers it was filled with.
    pub answers: Answers,
}

/// The front matter, with its fences. `more` is what the template adds to it.
pub(super) fn write(template: &Template, answers: &Answers, more: &str) -> String {
    let mut text = String::from("---\n");
    let mut line = |key: &str, value: &str| {
        let _ = writeln!(text, "{key}: {value}");
    };
    line("kind", &template.kind);
    line("title", &quoted(&answers.title));
    if let Some(date) = &answers.date {
        line("date", &quoted(date));
    }
    if let Some(case) = &answers.case {
        line("case", &quoted(&case.title));
    }
    line("template", &template.kind);
    line("template-version", &quoted(template.version().unwrap_or_default()));
    line("template-hash", &quoted(&template.hash()));
    line("variant", answers.variant.id());
    let kept: Vec<_> = answers.kept().collect();
    if !kept.is_empty() {
        text.push_str("answers:\n");
        for (key, value) in kept {
            let _ = writeln!(text, "  {key}: {}", quoted(value));
        }
    }
    text.push_str(more);
    text.push_str("---\n");
    text
}

/// Reads it back out of a file's text; nothing where the file has no front matter of ours.
pub fn provenance(text: &str) -> Option<Provenance> {
    let mut lines = text.lines().skip_while(|line| line.trim_start_matches('\u{feff}').is_empty());
    if lines.next()?.trim_start_matches('\u{feff}').trim_end() != "---" {
        return None;
    }
    let mut found = Provenance::default();
    let mut inside = false;
    for line in lines {
        if line.trim_end() == "---" {
            return found.template.is_some().then_some(found);
        }
        let Some((key, value)) = line.split_once(':') else { continue };
        let value = unquoted(value.trim());
        if line.starts_with([' ', '\t']) {
            if inside {
                answer(&mut found.answers, key.trim(), value);
            }
            continue;
        }
        inside = key == "answers";
        match key {
            "kind" => found.kind = Some(value),
            "title" => found.answers.title = value,
            "date" => found.answers.date = Some(value),
            "case" => found.answers.case = Some(super::Case { title: value, others: Vec::new() }),
            "template" => found.template = Some(value),
            "template-version" => found.version = Some(value).filter(|version| !version.is_empty()),
            "template-hash" => found.hash = Some(value),
            "variant" => found.answers.variant = Variant::of(&value).unwrap_or_default(),
            _ => {}
        }
    }
    None
}

fn answer(answers: &mut Answers, key: &str, value: String) {
    match key {
        "product" => answers.product = Some(value),
        "segment" => answers.segment = Some(value),
        "decision" => answers.decision = Some(value),
        "background" => answers.background = Some(value),
        _ => {
            let set: &mut BTreeMap<_, _> = &mut answers.set;
            set.insert(key.to_owned(), value);
        }
    }
}

fn unquoted(value: &str) -> String {
    serde_json::from_str(value).unwrap_or_else(|_| value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::Origin;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read_back(title in any::<String>(), product in "\\PC{1,30}", team in "\\PC{1,30}") {
            let template = Template { kind: "prd-lite".into(), text: "{{!-- version 7 --}}\n# x".into(), from: Origin::BuiltIn };
            let clean = super::super::one_line;
            let answers = Answers {
                title: clean(&title),
                product: Some(clean(&product)),
                set: BTreeMap::from([("team".to_owned(), clean(&team))]),
                ..Answers::default()
            };
            let read = provenance(&write(&template, &answers, "")).unwrap();
            prop_assert_eq!(read.version.as_deref(), Some("7"));
            prop_assert_eq!(read.hash, Some(template.hash()));
            prop_assert_eq!(read.answers, answers);
        }
    }

    #[test]
    fn a_file_of_another_origin_has_none() {
        assert_eq!(provenance("---\nkind: prd-lite\n---\n# x\n"), None);
        assert_eq!(provenance("# x\n"), None);
    }
}
