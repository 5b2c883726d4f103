//! A file of answers → what `new` was not told on the command line.

use std::path::Path;

use anyhow::Result;
use strongcase::input;
use strongcase::rubric::nearest;
use strongcase::template::{TemplateError, Variant, one_line};
use toml::de::{DeTable, DeValue};

use super::{Arguments, VariantChoice};
use crate::cli::complaint::{Complaint, unknown};

/// Answers that are no place of a template.
const OWN: [&str; 8] = ["kind", "title", "product", "segment", "decision", "background", "variant", "date"];

const HELP: &str = "an answers file has a line an answer, as in title = \"Held orders\" or metric = \"Orders held\"";

/// The answers of a file, in order.
#[derive(Debug)]
pub(super) struct Sheet {
    path: String,
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    key: String,
    value: String,
    line: usize,
}

impl Sheet {
    pub(super) fn read(path: &Path) -> Result<Self> {
        let text = input::read_text(path).map_err(|error| Complaint::new(error.to_string(), error.error.help()))?;
        let path = input::shown(path);
        let line_of = |at: usize| text.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count() + 1;
        let table = DeTable::parse(&text).map_err(|error| {
            let line = error.span().map_or(1, |span| line_of(span.start));
            Complaint::new(format!("{path}:{line}: {}", one_line(error.message())), HELP)
        })?;
        let mut entries = Vec::new();
        for (key, value) in table.get_ref() {
            let line = line_of(key.span().start);
            let value = match value.get_ref() {
                DeValue::String(text) => text.to_string(),
                DeValue::Integer(_) | DeValue::Float(_) | DeValue::Datetime(_) => {
                    text.get(value.span()).unwrap_or_default().to_owned()
                }
                other => {
                    let message = format!("{path}:{line}: {:?} is a value of type {}", key.get_ref(), other.type_str());
                    return Err(Complaint::new(message, "write the answer as one text in quotes").into());
                }
            };
            entries.push(Entry { key: key.get_ref().to_string(), value, line });
        }
        entries.sort_by_key(|entry| entry.line);
        Ok(Self { path, entries })
    }

    /// Gives the answers to what was not told on the command line, which comes first.
    pub(super) fn fill(&self, arguments: &mut Arguments) -> Result<()> {
        let mut set = Vec::new();
        for Entry { key, value, line } in &self.entries {
            let place = match key.as_str() {
                "kind" => &mut arguments.kind,
                "title" => &mut arguments.title,
                "product" => &mut arguments.product,
                "segment" => &mut arguments.segment,
                "decision" => &mut arguments.decision,
                "background" => &mut arguments.background,
                "date" => &mut arguments.date,
                "variant" => {
                    let known = Variant::ALL.map(Variant::id);
                    let variant = match Variant::of(value) {
                        Some(Variant::Guided) => VariantChoice::Guided,
                        Some(Variant::Bare) => VariantChoice::Bare,
                        None => return Err(unknown("variant", value, known.into_iter()).at(&self.path, *line).into()),
                    };
                    arguments.variant.get_or_insert(variant);
                    continue;
                }
                _ => {
                    set.push(format!("{key}={value}"));
                    continue;
                }
            };
            place.get_or_insert_with(|| value.clone());
        }
        set.append(&mut arguments.set);
        arguments.set = set;
        Ok(())
    }

    /// What to say when a template asks for no such answer as one of this file.
    pub(super) fn complaint(&self, error: &TemplateError) -> Option<Complaint> {
        let unasked = error.unasked.as_ref()?;
        let entry = self.entries.iter().find(|entry| entry.key == unasked.key)?;
        let known = || OWN.into_iter().chain(unasked.places.iter().map(String::as_str));
        let help = match nearest(&entry.key, known()) {
            Some(near) => {
                format!("did you mean {near:?}? Besides places of the template there are: {}", OWN.join(", "))
            }
            None => format!("there are: {}", known().collect::<Vec<_>>().join(", ")),
        };
        Some(Complaint::new(format!("{}:{}: there is no answer {:?}", self.path, entry.line, entry.key), help))
    }
}
