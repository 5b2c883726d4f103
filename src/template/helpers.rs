//! What a template can call: a section, a place to write, a line or a paragraph with one.

use std::collections::BTreeMap;
use std::sync::Mutex;

use handlebars::{
    Context, Handlebars, Helper, HelperDef, HelperResult, Output, RenderContext, RenderError, RenderErrorReason,
    Renderable,
};

use super::escape::{comment, inline};
use super::places::Places;
use super::render::Gap;
use super::texts::Background;
use crate::rubric::{Kind, Rubric, nearest};

/// What all helpers of one rendering share.
#[derive(Debug)]
pub(super) struct Shared<'a> {
    pub(super) rubric: &'a Rubric,
    pub(super) kind: &'a Kind,
    pub(super) guided: bool,
    pub(super) background: Option<&'a Background>,
    pub(super) values: BTreeMap<&'a str, &'a str>,
    /// Places to write, in order, and titles of sections.
    pub(super) seen: Mutex<Seen>,
}

/// What a template has written so far.
#[derive(Debug, Default)]
pub(super) struct Seen {
    pub(super) gaps: Vec<Gap>,
    pub(super) sections: Vec<String>,
    /// Criteria whose note about the author's background has been given.
    noted: Vec<String>,
}

/// Which helper is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Call {
    /// `{{gap "key" "what goes there"}}`: the place alone, inside a line or a table.
    Gap,
    /// `{{line "key" "Label" "what goes there"}}`: a labelled line; a bare skeleton leaves it out until it is answered.
    Line,
    /// `{{item "key" "Label" "what goes there"}}`: the same as an item of a list.
    Item,
    /// `{{text "key" "what goes there"}}`: a paragraph; a bare skeleton leaves it out until it is answered.
    ///
    /// With `for="cause"`, this and those above stand for the place that the built-in templates call so.
    Text,
    /// `{{#section "Title" of="criterion" shows="signal"}}…{{/section}}`.
    Section,
}

#[derive(Debug)]
pub(super) struct Calls<'a> {
    pub(super) shared: &'a Shared<'a>,
    pub(super) call: Call,
}

impl HelperDef for Calls<'_> {
    fn call<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        registry: &'reg Handlebars<'reg>,
        context: &'rc Context,
        rendering: &mut RenderContext<'reg, 'rc>,
        out: &mut dyn Output,
    ) -> HelperResult {
        let shared = self.shared;
        match self.call {
            Call::Gap => out.write(&shared.gap(helper, 1)?)?,
            Call::Line | Call::Item => {
                let (key, label) = (word(helper, 0, "a key")?, word(helper, 1, "a label")?);
                let gap = shared.gap(helper, 2)?;
                if shared.guided || shared.values.contains_key(key) {
                    let marker = if self.call == Call::Item { "- " } else { "" };
                    out.write(&format!("{marker}**{label}:** {gap}\n"))?;
                }
            }
            Call::Text => {
                let key = word(helper, 0, "a key")?;
                let gap = shared.gap(helper, 1)?;
                if shared.guided || shared.values.contains_key(key) {
                    out.write(&format!("{gap}\n"))?;
                }
            }
            Call::Section => {
                let title = word(helper, 0, "a title")?;
                only(helper, &["of", "shows"])?;
                let option =
                    |name: &str| helper.hash_get(name).and_then(|value| value.value().as_str()).unwrap_or_default();
                out.write(&shared.section(title, option("of"), option("shows"))?)?;
                if let Some(inside) = helper.template() {
                    inside.render(registry, context, rendering, out)?;
                }
            }
        }
        Ok(())
    }
}

impl Shared<'_> {
    fn seen(&self) -> std::sync::MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// The answer to a place, or what goes there in brackets. What goes there is the helper's word at `hint`.
    fn gap(&self, helper: &Helper<'_>, hint: usize) -> Result<String, RenderError> {
        let (key, hint) = (word(helper, 0, "a key")?, word(helper, hint, "what goes there")?);
        only(helper, &["for"])?;
        let stands_for = standard(helper)?.map(ToOwned::to_owned);
        self.seen().gaps.push(Gap { key: key.to_owned(), stands_for, hint: hint.to_owned() });
        Ok(self.values.get(key).map_or_else(|| format!("[{hint}]"), |value| inline(value)))
    }

    /// Heading of a section, and what it asks. The section is one of the kind's.
    fn section(&self, title: &str, of: &str, shows: &str) -> Result<String, RenderError> {
        let Some(section) = self.kind.sections.iter().find(|section| section.title == title) else {
            return Err(not_known("section", title, self.kind.sections.iter().map(|section| section.title.as_str())));
        };
        self.seen().sections.push(title.to_owned());
        let mut text = format!("## {title}\n\n");
        if !self.guided {
            return Ok(text);
        }
        let mut lines = vec![section.asks.clone()];
        if !shows.is_empty() {
            let Some(signal) = self.rubric.signals.get(shows) else {
                return Err(not_known("signal", shows, self.rubric.signals.keys().map(String::as_str)));
            };
            for (side, example) in [("Weak", &signal.weak), ("Strong", &signal.strong)] {
                // A list or a table begins on a line of its own.
                let gap = if example.contains('\n') { "\n" } else { " " };
                lines.push(format!("{side}:{gap}{example}"));
            }
        }
        for criterion in of.split_whitespace() {
            if self.rubric.criterion(criterion).is_none() {
                return Err(not_known("criterion", criterion, self.rubric.criteria.iter().map(|it| it.id.as_str())));
            }
            if let Some(background) = self.background
                && let Some(note) = background.notes.get(criterion)
                && !self.seen().noted.iter().any(|known| known == criterion)
            {
                self.seen().noted.push(criterion.to_owned());
                lines.push(format!("{}: {note}", background.title));
            }
        }
        text.push_str(&format!("<!--\n{}\n-->\n\n", comment(&lines.join("\n"))));
        Ok(text)
    }
}

fn word<'h>(helper: &'h Helper<'_>, at: usize, what: &str) -> Result<&'h str, RenderError> {
    helper.param(at).and_then(|value| value.value().as_str()).ok_or_else(|| {
        let name = helper.name();
        RenderErrorReason::Other(format!(
            "{{{{{name}}}}} was given no {what}; it is expected in quotes as word {}",
            at + 1
        ))
        .into()
    })
}

/// The standard place that a place stands for, where it names one.
fn standard<'h>(helper: &'h Helper<'_>) -> Result<Option<&'h str>, RenderError> {
    let Some(given) = helper.hash_get("for") else { return Ok(None) };
    let Some(key) = given.value().as_str() else {
        return Err(RenderErrorReason::Other("for= is given in quotes, as in for=\"cause\"".to_owned()).into());
    };
    let places = Places::built_in();
    if places.keys().any(|known| known == key) {
        return Ok(Some(key));
    }
    let near = nearest(key, places.keys()).map(|near| format!("; did you mean {near:?}?")).unwrap_or_default();
    Err(RenderErrorReason::Other(format!("there is no standard place {key:?}{near}")).into())
}

/// Options that a helper does not know are mistakes.
fn only(helper: &Helper<'_>, known: &[&str]) -> Result<(), RenderError> {
    match helper.hash().keys().find(|given| !known.contains(given)) {
        Some(given) => Err(not_known("option", given, known.iter().copied())),
        None => Ok(()),
    }
}

fn not_known<'k>(what: &str, id: &str, known: impl Iterator<Item = &'k str> + Clone) -> RenderError {
    let all = known.clone().collect::<Vec<_>>().join(", ");
    let near = nearest(id, known).map_or_else(|| ".".to_owned(), |near| format!("; did you mean {near:?}?"));
    RenderErrorReason::Other(format!("there is no {what} {id:?}{near} Expected is one of: {all}")).into()
}
