//! Templates filled in by program: the reader finds each fact where it was put, and each signal has a place.

use std::collections::{BTreeMap, BTreeSet};

use strongcase::document::Document;
use strongcase::engine::Engine;
use strongcase::facts::Facts;
use strongcase::facts::weighed::Weights;
use strongcase::lexicon::Lexicon;
use strongcase::mention::Reading;
use strongcase::review::Review;
use strongcase::rubric::{Kind, Rubric};
use strongcase::signal::{Case, Signal};
use strongcase::source::Source;
use strongcase::template::{Answers, Library, Variant, render};

/// What an author would write, by the key of the place.
fn values() -> BTreeMap<String, String> {
    toml::from_str(include_str!("filled/common.toml")).unwrap()
}

/// The filled template of a kind, and the keys of its places.
fn filled(rubric: &Rubric, kind: &str, variant: Variant) -> (String, BTreeSet<String>) {
    let template = Library::built_in(kind).unwrap();
    let answers = Answers {
        title: "Fewer empty stalls".to_owned(),
        product: Some("Stallbook".to_owned()),
        variant,
        ..Answers::default()
    };
    let keys: BTreeSet<String> =
        render(&template, rubric, &answers).unwrap().gaps.into_iter().map(|gap| gap.key).collect();
    let set = keys
        .iter()
        .map(|key| (key.clone(), values().remove(key).unwrap_or_else(|| panic!("{kind}: no value for {key}"))))
        .collect();
    let text = render(&template, rubric, &Answers { set, ..answers }).unwrap().text;
    (text, keys)
}

/// As what a value is to be read, by its key. Each of several roles will do.
const PLACES: &[(&str, &[&str])] = &[
    ("problem", &["problem.statement"]),
    ("consequence", &["problem.consequence"]),
    ("why_now", &["problem.why_now"]),
    ("cause", &["problem.cause"]),
    ("numbers", &["evidence.item"]),
    ("said", &["evidence.item"]),
    ("sources", &["evidence.source"]),
    ("limits", &["evidence.limit"]),
    ("option_1", &["option.item"]),
    ("option_1_gain", &["option.gain"]),
    ("option_1_cost", &["option.cost"]),
    ("option_1_risk", &["option.cost"]),
    ("option_2", &["option.item"]),
    ("option_2_gain", &["option.gain"]),
    ("option_2_cost", &["option.cost"]),
    ("option_2_risk", &["option.cost"]),
    ("option_3", &["option.item"]),
    ("option_3_gain", &["option.gain"]),
    ("option_3_cost", &["option.cost"]),
    ("option_3_risk", &["option.cost"]),
    ("nothing", &["option.status_quo"]),
    ("nothing_gain", &["option.gain"]),
    ("nothing_cost", &["option.cost"]),
    ("nothing_risk", &["option.cost"]),
    ("given_up", &["tradeoff.given_up"]),
    ("chosen", &["decision.statement"]),
    ("reason", &["decision.reason"]),
    ("rejected", &["decision.reason"]),
    ("reversal", &["decision.reversal"]),
    ("criteria", &["decision.criterion"]),
    ("in", &["scope.in"]),
    ("out", &["scope.out"]),
    ("constraints", &["scope.constraint"]),
    ("deferred", &["decision.deferred"]),
    ("milestones", &["scope.milestone"]),
    ("risk", &["scope.risk"]),
    ("risk_plan", &["scope.mitigation"]),
    ("business", &["business.outcome"]),
    ("mechanism", &["business.mechanism"]),
    ("size", &["business.size"]),
    ("metric", &["metric.name"]),
    ("baseline", &["metric.baseline"]),
    ("target", &["metric.target"]),
    ("by_when", &["metric.timeframe"]),
    ("input_1", &["metric.name"]),
    ("input_1_baseline", &["metric.baseline"]),
    ("input_1_target", &["metric.target"]),
    ("input_1_by_when", &["metric.timeframe"]),
    ("input_2", &["metric.name"]),
    ("input_2_baseline", &["metric.baseline"]),
    ("input_2_target", &["metric.target"]),
    ("input_2_by_when", &["metric.timeframe"]),
    ("guardrail", &["metric.name", "metric.guardrail"]),
    ("guardrail_baseline", &["metric.baseline"]),
    ("guardrail_limit", &["metric.target"]),
    ("guardrail_by_when", &["metric.timeframe"]),
    ("review", &["metric.review"]),
    ("hypothesis", &["hypothesis.statement"]),
    ("sample", &["experiment.sample"]),
    ("win", &["experiment.rule"]),
    ("step_1", &["funnel.step"]),
    ("step_2", &["funnel.step"]),
    ("step_3", &["funnel.step"]),
    ("requirement_1", &["requirement.item"]),
    ("requirement_2", &["requirement.item"]),
    ("accepted_1", &["requirement.item"]),
    ("accepted_2", &["requirement.item"]),
    ("questions", &["question.open"]),
    ("assumptions", &["assumption.item"]),
    ("who", &["problem.segment"]),
    ("limit", &["problem.limit"]),
    ("theme_1", &["evidence.item"]),
    ("theme_2", &["evidence.item"]),
    ("option_1_is", &["option.item"]),
    ("option_1_who", &["option.segment"]),
    ("option_2_is", &["option.item"]),
    ("option_2_who", &["option.segment"]),
    ("option_3_is", &["option.item"]),
    ("option_3_who", &["option.segment"]),
    ("nothing_who", &["option.segment"]),
    ("market", &["business.outcome"]),
    ("source", &["metric.source"]),
    ("owner", &["metric.owner"]),
    ("formula", &["metric.formula"]),
    ("guardrail_source", &["metric.source"]),
    ("input_1_formula", &["metric.formula"]),
    ("input_1_source", &["metric.source"]),
    ("input_1_owner", &["metric.owner"]),
    ("input_2_formula", &["metric.formula"]),
    ("input_2_source", &["metric.source"]),
    ("input_2_owner", &["metric.owner"]),
    ("next_step", &["decision.statement", "experiment.rule"]),
    ("edge_cases", &["requirement.item"]),
    ("step_1_count", &["funnel.step"]),
    ("step_1_rate", &["funnel.step"]),
    ("step_2_count", &["funnel.step"]),
    ("step_2_rate", &["funnel.step"]),
    ("step_3_count", &["funnel.step"]),
    ("step_3_rate", &["funnel.step"]),
    ("win_then", &["experiment.rule"]),
    ("loss", &["experiment.rule"]),
    ("loss_then", &["experiment.rule"]),
    ("flat", &["experiment.rule"]),
    ("flat_then", &["experiment.rule"]),
    ("why_1", &["decision.reason"]),
    ("why_2", &["decision.reason"]),
    ("reorder", &["decision.reversal"]),
];

#[test]
fn every_place_has_a_value_and_every_value_a_place() {
    let rubric = Rubric::embedded();
    let mut keys = BTreeSet::new();
    for kind in &rubric.kinds {
        keys.extend(filled(&rubric, &kind.id, Variant::Guided).1);
    }
    assert_eq!(values().into_keys().collect::<BTreeSet<_>>(), keys);
    assert!(PLACES.iter().all(|(key, _)| keys.contains(*key)));
}

#[test]
fn every_fact_is_read_where_it_was_put() {
    let engine = Engine::embedded();
    let mut missed = Vec::new();
    for kind in &engine.rubric().kinds {
        let (text, keys) = filled(engine.rubric(), &kind.id, Variant::Bare);
        let source = Source::from_text(text);
        let facts = engine.facts(&source, None);
        assert_eq!(facts.kind, kind.id);
        for (key, roles) in PLACES.iter().filter(|(key, _)| keys.contains(*key)) {
            let value = &values()[*key];
            // A fact is a sentence of what was written, or what was written with its label.
            let read = facts.facts.iter().any(|fact| {
                roles.contains(&fact.role) && (value.contains(&fact.words) || fact.words.contains(value.as_str()))
            });
            if !read {
                missed.push(format!("{}: {key} is not read as {}", kind.id, roles.join(" or ")));
            }
        }
        let of_metric: Vec<(&str, &str)> = facts
            .facts
            .iter()
            .filter(|fact| fact.of.as_deref() == Some("Share of booked stalls left empty"))
            .map(|fact| (fact.role, fact.words.as_str()))
            .collect();
        for pair in [("metric.baseline", "14%"), ("metric.target", "8%"), ("metric.timeframe", "30 September 2025")] {
            assert!(of_metric.contains(&pair), "{}: {pair:?} in {of_metric:?}", kind.id);
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn a_filled_template_is_strong_where_its_kind_weighs() {
    let engine = Engine::embedded();
    for kind in &engine.rubric().kinds {
        for variant in Variant::ALL {
            let review = review(&engine, kind, variant);
            for criterion in review.criteria.iter().filter(|criterion| criterion.weight >= 8) {
                assert!(criterion.level >= 3, "{}: {} is {}", kind.id, criterion.id, criterion.level);
            }
            let left: Vec<_> = review.findings.iter().filter(|it| it.rule == "unfilled-placeholder").collect();
            assert!(left.is_empty(), "{}: {left:?}", kind.id);
        }
    }
}

fn review(engine: &Engine, kind: &Kind, variant: Variant) -> Review {
    let source = Source::from_text(filled(engine.rubric(), &kind.id, variant).0);
    engine.review(&source, Some(&kind.id))
}

#[test]
fn every_signal_of_a_kind_has_a_place_in_its_template() {
    let engine = Engine::embedded();
    let rubric = engine.rubric();
    let lexicon = Lexicon::embedded();
    let mut weights = Weights::default();
    weights.add(include_str!("../../rubric/weights.toml")).unwrap();
    let mut missed = Vec::new();
    for kind in &rubric.kinds {
        let source = Source::from_text(filled(rubric, &kind.id, Variant::Bare).0);
        let doc = Document::read(&source);
        let reading = Reading::of(&doc, &lexicon);
        let facts = Facts::read(&reading, &weights);
        let case = Case { doc: &doc, reading: &reading, facts: &facts, kind: &kind.id, clarity: &rubric.clarity };
        let own = kind.craft.iter().map(|id| strongcase::signal::find(id).unwrap());
        let weighed = rubric.criteria.iter().zip(&kind.weights).filter(|(_, weight)| **weight >= 8);
        let needed = weighed.flat_map(|(criterion, _)| criterion.needs.iter().filter_map(|need| need.asks.signal()));
        let signals: BTreeMap<&str, &Signal> = own.chain(needed).map(|signal| (signal.id, signal)).collect();
        for (id, signal) in signals {
            if signal.earned(&case).is_empty() && !belongs_elsewhere(rubric, kind, id) {
                missed.push(format!("{}: {id}", kind.id));
            }
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

/// True for what another kind is made of, which counts where it is there and is not asked for here.
fn belongs_elsewhere(rubric: &Rubric, kind: &Kind, id: &str) -> bool {
    !kind.craft.iter().any(|own| own == id)
        && rubric.kinds.iter().any(|other| other.craft.iter().any(|own| own == id))
        && id.starts_with("craft.")
}
