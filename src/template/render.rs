//! A template and answers → a skeleton.

use std::collections::BTreeMap;
use std::sync::Mutex;

use handlebars::{Handlebars, RenderErrorReason, TemplateErrorReason};
use serde_json::{Map, Value};

use super::helpers::{Call, Calls, Seen, Shared};
use super::{Answers, Template, TemplateError, Unasked, Variant, escape, front, texts};
use crate::rubric::{Rubric, nearest};

/// A skeleton and the places in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skeleton {
    /// Its text, front matter and all.
    pub text: String,
    /// Places to write, in order.
    pub gaps: Vec<Gap>,
    /// Titles of its sections, in order.
    pub sections: Vec<String>,
}

/// A place where the author writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The key under which it can be answered.
    pub key: String,
    /// The key of the standard place that it stands for, where its own is another.
    pub stands_for: Option<String>,
    /// What goes there.
    pub hint: String,
}

/// Fills a template with answers.
///
/// # Errors
/// What is wrong with the template, or an answer that no place of it asks for.
pub fn render(template: &Template, rubric: &Rubric, answers: &Answers) -> Result<Skeleton, TemplateError> {
    let (skeleton, unused) = filled(template, rubric, answers)?;
    if let Some(key) = unused.first() {
        let keys = skeleton.gaps.iter().map(|gap| gap.key.as_str());
        let near = nearest(key, keys).map(|near| format!("; did you mean {near:?}?")).unwrap_or_default();
        let error = template.error(None, format!("no place of this template is called {key:?}{near}"));
        let places = skeleton.gaps.iter().map(|gap| gap.key.clone()).collect();
        return Err(TemplateError { unasked: Some(Unasked { key: key.clone(), places }), ..error });
    }
    Ok(skeleton)
}

/// Keys of answers that no place of a template asks for.
///
/// # Errors
/// What is wrong with the template.
pub fn unused_keys(template: &Template, rubric: &Rubric, answers: &Answers) -> Result<Vec<String>, TemplateError> {
    Ok(filled(template, rubric, answers)?.1)
}

/// The skeleton, and the keys that no place of it asked for.
fn filled(template: &Template, rubric: &Rubric, answers: &Answers) -> Result<(Skeleton, Vec<String>), TemplateError> {
    let Some(kind) = rubric.kind(&template.kind) else {
        return Err(
            template.error(None, format!("there is no kind {:?}; a template is named after its kind", template.kind))
        );
    };
    let backgrounds = texts::backgrounds();
    let values: BTreeMap<&str, &str> =
        [("product", &answers.product), ("segment", &answers.segment), ("decision", &answers.decision)]
            .into_iter()
            .filter_map(|(key, value)| Some((key, value.as_deref()?)))
            .chain(answers.set.iter().map(|(key, value)| (key.as_str(), value.as_str())))
            .collect();
    let shared = Shared {
        rubric,
        kind,
        guided: answers.variant == Variant::Guided,
        background: answers.background.as_deref().and_then(|id| backgrounds.iter().find(|known| known.id == id)),
        values,
        seen: Mutex::new(Seen::default()),
    };
    let body = written(template, answers, &shared)?;
    let seen = shared.seen.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    let asked = |key: &str| seen.gaps.iter().any(|gap| gap.key == key) || names(&template.text, key);
    let unused = answers.set.keys().filter(|key| !asked(key)).cloned().collect();
    let text = format!("{}\n{}", front::write(template, answers, ""), tidy(&body));
    Ok((Skeleton { text, gaps: seen.gaps, sections: seen.sections }, unused))
}

fn written(template: &Template, answers: &Answers, shared: &Shared<'_>) -> Result<String, TemplateError> {
    let mut registry = Handlebars::new();
    registry.set_strict_mode(true);
    registry.register_escape_fn(escape::inline);
    for (name, call) in [
        ("gap", Call::Gap),
        ("line", Call::Line),
        ("item", Call::Item),
        ("text", Call::Text),
        ("section", Call::Section),
    ] {
        registry.register_helper(name, Box::new(Calls { shared, call }));
    }
    registry.register_template_string("skeleton", &template.text).map_err(|error| {
        let message = match error.reason() {
            TemplateErrorReason::InvalidSyntax(expected) => {
                format!("this is no handlebars; {}", escape::one_line(expected))
            }
            reason => reason.to_string(),
        };
        template.error(error.pos().map(|(line, _)| line), message)
    })?;
    registry.render("skeleton", &data(answers, shared)).map_err(|error| {
        let message = match error.reason() {
            RenderErrorReason::MissingVariable(Some(name)) => {
                format!("{name:?} has no value; expected is --set {name}=VALUE, or one of: {}", NAMES.join(", "))
            }
            reason => reason.to_string(),
        };
        template.error(error.line_no, message)
    })
}

/// Names that every template can use.
const NAMES: [&str; 8] = ["title", "product", "segment", "decision", "kind", "kind_title", "guided", "case"];

/// The values behind the names. An answer that was not given is empty, so that a template can ask for it.
fn data(answers: &Answers, shared: &Shared<'_>) -> Value {
    let mut data: Map<String, Value> =
        answers.set.iter().map(|(key, value)| (key.clone(), value.as_str().into())).collect();
    let texts = [
        (NAMES[0], Some(&answers.title)),
        (NAMES[1], answers.product.as_ref()),
        (NAMES[2], answers.segment.as_ref()),
        (NAMES[3], answers.decision.as_ref()),
        (NAMES[4], Some(&shared.kind.id)),
        (NAMES[5], Some(&shared.kind.title)),
    ];
    for (name, value) in texts {
        data.insert(name.to_owned(), value.cloned().unwrap_or_default().into());
    }
    data.insert(NAMES[6].to_owned(), shared.guided.into());
    let links = answers.case.as_ref().map(|case| {
        let links = case.others.iter().map(|(title, file)| format!("[{}](<{file}>)", escape::inline(title)));
        links.collect::<Vec<_>>().join(" · ")
    });
    data.insert(NAMES[7].to_owned(), links.unwrap_or_default().into());
    Value::Object(data)
}

/// True when a template uses a name outside of its helpers.
fn names(template: &str, key: &str) -> bool {
    template.split("{{").skip(1).filter_map(|part| part.split("}}").next()).any(|inside| {
        inside.split(|letter: char| !(letter.is_alphanumeric() || matches!(letter, '_' | '-'))).any(|word| word == key)
    })
}

/// One blank line between blocks, none at the start, one line end at the end.
pub(super) fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    let mut blank = true;
    for line in text.lines().map(str::trim_end) {
        if line.is_empty() && std::mem::replace(&mut blank, true) {
            continue;
        }
        blank = line.is_empty();
        tidy.push_str(line);
        tidy.push('\n');
    }
    tidy.truncate(tidy.trim_end().len());
    tidy.push('\n');
    tidy
}
