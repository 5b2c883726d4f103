//! The documents of a case: in which order they are filled in, what each hands to the next, and the page that says so.

use handlebars::Handlebars;
use serde::Deserialize;
use serde_json::json;

use super::library::embedded;
use super::{Answers, TemplateError, escape, render};
use crate::rubric::Rubric;

/// The page of a case, below `templates/`.
const PAGE: &str = "case/readme.hbs";

/// What is said about cases.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CasePlan {
    /// Kinds that a case has when nobody chooses.
    pub default: Vec<String>,
    /// One entry a kind, in order of work.
    step: Vec<Step>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Step {
    kind: String,
    does: String,
    hands: String,
    done: String,
}

impl CasePlan {
    /// The built-in plan.
    ///
    /// # Panics
    /// Never in a released program: a test loads the same file.
    pub fn built_in() -> Self {
        match toml::from_str(embedded("case.toml").unwrap_or_default()) {
            Ok(plan) => plan,
            Err(error) => panic!("the built-in plan of a case cannot be read: {error}"),
        }
    }

    /// Kinds in the order in which they are filled in; one that is not known here comes last.
    pub fn in_order(&self, kinds: &[String]) -> Vec<String> {
        let mut kinds = kinds.to_vec();
        kinds.sort_by_key(|kind| self.step.iter().position(|step| step.kind == *kind).unwrap_or(usize::MAX));
        kinds
    }

    /// The page of a case: its documents in order, each a kind and a file name.
    ///
    /// # Errors
    /// What is wrong with the page's own template.
    pub fn page(
        &self,
        answers: &Answers,
        documents: &[(String, String)],
        rubric: &Rubric,
    ) -> Result<String, TemplateError> {
        let title = |kind: &str| rubric.kind(kind).map_or_else(|| kind.to_owned(), |kind| kind.title.clone());
        let nothing = Step::default();
        let steps: Vec<_> = documents
            .iter()
            .enumerate()
            .map(|(at, (kind, file))| {
                let step = self.step.iter().find(|step| step.kind == *kind).unwrap_or(&nothing);
                let next = documents.get(at + 1).filter(|_| !step.hands.is_empty()).map(|(kind, _)| title(kind));
                json!({
                    "number": at + 1, "title": title(kind), "file": file, "does": step.does, "hands": step.hands,
                    "done": step.done, "next": next.unwrap_or_default(),
                })
            })
            .collect();
        let mut registry = Handlebars::new();
        registry.set_strict_mode(true);
        registry.register_escape_fn(escape::inline);
        let given = |answer: &Option<String>| answer.clone().unwrap_or_default();
        let data = json!({
            "title": answers.title, "product": given(&answers.product), "segment": given(&answers.segment),
            "decision": given(&answers.decision), "steps": steps,
        });
        let text = registry.render_template(embedded(PAGE).unwrap_or_default(), &data);
        text.map(|text| render::tidy(&text)).map_err(|error| TemplateError {
            place: format!("built-in {PAGE}"),
            message: error.to_string(),
            unasked: None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plan_knows_every_kind_and_says_what_each_hands_on() {
        let (plan, rubric) = (CasePlan::built_in(), Rubric::embedded());
        for kind in &rubric.kinds {
            let step = plan.step.iter().find(|step| step.kind == kind.id).unwrap_or_else(|| panic!("{}", kind.id));
            assert!(!step.does.is_empty() && !step.hands.is_empty() && !step.done.is_empty(), "{}", kind.id);
        }
        assert!(plan.default.iter().chain(plan.step.iter().map(|it| &it.kind)).all(|kind| rubric.kind(kind).is_some()));
    }

    #[test]
    fn the_page_tells_the_order_and_what_is_handed_on() {
        let (plan, rubric) = (CasePlan::built_in(), Rubric::embedded());
        let kinds = plan.in_order(&["prd-lite".to_owned(), "discovery-brief".to_owned()]);
        assert_eq!(kinds, ["discovery-brief", "prd-lite"]);
        let documents: Vec<_> = kinds.iter().map(|kind| (kind.clone(), format!("{kind}.md"))).collect();
        let answers = Answers { title: "Late *orders*".to_owned(), ..Answers::default() };
        let page = plan.page(&answers, &documents, &rubric).unwrap();
        assert!(page.starts_with("# Late \\*orders\\*\n"), "{page}");
        assert!(page.contains("## 1. [Discovery brief](<discovery-brief.md>)\n"), "{page}");
        assert!(page.contains("**Hand on to the PRD-lite:** the problem in one sentence"), "{page}");
        assert_eq!(page.matches("**Done when:**").count(), 1);
    }
}
