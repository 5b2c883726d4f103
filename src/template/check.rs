//! A template → what is wrong with it, and which signals it leaves no place for.

use std::collections::BTreeSet;
use std::iter;

use super::places::{Places, Sample};
use super::{Answers, Template, TemplateError, Variant, backgrounds, render};
use crate::rubric::{Kind, Rubric};

/// What a check of a template found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// Signals that the strongest artifact of the kind has, and that the template leaves no place for; by id.
    pub without_place: Vec<WithoutPlace>,
}

/// A signal without a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WithoutPlace {
    /// The signal's id.
    pub signal: String,
    /// Keys of which any one would be a place for it.
    pub keys: Vec<String>,
}

/// Renders a template with sample answers in every variant, and looks for a place for each signal of its kind.
///
/// # Errors
/// What is wrong with the template.
///
/// # Panics
/// Never in a released program: a test loads the same file.
pub fn check(template: &Template, rubric: &Rubric) -> Result<Checked, TemplateError> {
    let file = Places::built_in();
    let Sample { title, product, segment, decision } = file.sample;
    let mut answers = Answers {
        title,
        product: Some(product),
        segment: Some(segment),
        decision: Some(decision),
        background: backgrounds().first().map(|background| background.id.clone()),
        ..Answers::default()
    };
    let mut keys = BTreeSet::new();
    for variant in Variant::ALL {
        answers.variant = variant;
        keys.extend(
            render(template, rubric, &answers)?
                .gaps
                .into_iter()
                .flat_map(|gap| iter::once(gap.key).chain(gap.stands_for)),
        );
    }
    let wanted = rubric.kind(&template.kind).map(|kind| signals(kind, rubric)).unwrap_or_default();
    let without_place = wanted
        .into_iter()
        .filter_map(|signal| Some((signal, file.places.get(signal)?)))
        .filter(|(_, places)| !places.is_empty() && !places.iter().any(|key| keys.contains(key)))
        .map(|(signal, places)| WithoutPlace { signal: signal.to_owned(), keys: places.clone() })
        .collect();
    Ok(Checked { without_place })
}

/// Every signal that counts towards the highest level of a criterion that the kind weighs.
fn signals<'r>(kind: &'r Kind, rubric: &'r Rubric) -> BTreeSet<&'r str> {
    let weighed = rubric.criteria.iter().zip(&kind.weights).filter(|(_, weight)| **weight > 0);
    let needs = weighed.flat_map(|(criterion, _)| &criterion.needs).filter(|need| need.points > 0.0);
    // What other kinds have to get right is no part of this one, even where it earns points.
    let craft = |id: &str| kind.craft.iter().any(|own| own == id);
    let of_other_kinds =
        |id: &str| !craft(id) && rubric.kinds.iter().any(|other| other.craft.iter().any(|it| it == id));
    let needed = needs.filter_map(|need| need.asks.signal().map(|signal| signal.id)).filter(|id| !of_other_kinds(id));
    needed.chain(kind.craft.iter().map(String::as_str)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::{Library, Origin};

    #[test]
    fn every_signal_is_listed_and_every_built_in_template_has_a_place_for_each() {
        let rubric = Rubric::embedded();
        let file = Places::built_in();
        assert!(file.places.keys().eq(rubric.signals.keys()));
        for kind in &rubric.kinds {
            let template = Library::built_in(&kind.id).unwrap();
            let checked = check(&template, &rubric).unwrap();
            assert_eq!(checked.without_place, [], "{}", kind.id);
        }
    }

    #[test]
    fn a_template_without_a_cause_has_no_place_for_it() {
        let rubric = Rubric::embedded();
        let mut template = Library::built_in("prd-lite").unwrap();
        template.text = template.text.replace("{{line \"cause\"", "{{line \"origin\"");
        template.from = Origin::File("prd-lite.hbs".into());
        let found = check(&template, &rubric).unwrap().without_place;
        assert_eq!(found, [WithoutPlace { signal: "problem.cause".to_owned(), keys: vec!["cause".to_owned()] }]);
    }

    #[test]
    fn a_place_under_a_key_of_its_own_can_stand_for_a_standard_one() {
        let rubric = Rubric::embedded();
        let mut template = Library::built_in("prd-lite").unwrap();
        for (helper, key) in [("line", "cause"), ("item", "out"), ("gap", "metric"), ("text", "summary")] {
            let (before, after) =
                (format!("{{{{{helper} \"{key}\" "), format!("{{{{{helper} \"our_{key}\" for=\"{key}\" "));
            assert!(template.text.contains(&before), "{key}");
            template.text = template.text.replace(&before, &after);
        }
        assert_eq!(check(&template, &rubric).unwrap().without_place, []);
    }

    #[test]
    fn a_place_that_stands_for_no_standard_one_is_a_mistake_at_its_line() {
        let rubric = Rubric::embedded();
        for (options, says) in [
            ("for=\"cuase\"", "there is no standard place \"cuase\"; did you mean \"cause\"?"),
            ("for=3", "for= is given in quotes, as in for=\"cause\""),
            ("fro=\"cause\"", "there is no option \"fro\". Expected is one of: for"),
        ] {
            let text = format!("# {{{{title}}}}\n\n{{{{line \"origin\" \"Cause\" \"what\" {options}}}}}\n");
            let template = Template { kind: "prd-lite".to_owned(), text, from: Origin::File("prd-lite.hbs".into()) };
            let error = check(&template, &rubric).unwrap_err().to_string();
            assert!(error.starts_with("prd-lite.hbs:3: ") && error.contains(says), "{error}");
        }
    }
}
