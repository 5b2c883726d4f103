//! Facts → one flat list with a role for each, in source order.

mod numbers;

use super::plan::{Plan, Subject};
use super::{Facts, MetricRole, Words};
use crate::document::{BlockKind, Document};
use crate::span::Span;

/// One fact with the role that its words play.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// The role's id, such as `option.cost`.
    pub role: &'static str,
    /// The words as a person reads them.
    pub words: String,
    /// Where they stand in the source.
    pub span: Span,
    /// The option, metric or risk it belongs to, if any.
    pub of: Option<String>,
}

impl Facts {
    /// Every fact, in source order; facts at one place are in the order of their roles.
    pub fn list(&self, doc: &Document<'_>) -> Vec<Fact> {
        let mut list = List { doc, facts: Vec::new() };
        list.add_cases(self);
        list.add_plain(self);
        list.add_plan(&self.plan);
        list.add_numbers(&self.numbers);
        let mut facts = list.facts;
        facts.sort_by(|a, b| (a.span, a.role, &a.of).cmp(&(b.span, b.role, &b.of)));
        facts.dedup();
        facts
    }
}

struct List<'a> {
    doc: &'a Document<'a>,
    facts: Vec<Fact>,
}

impl List<'_> {
    fn add(&mut self, role: &'static str, words: Words, of: Option<Words>) {
        let say = |w: Words| self.doc.str(w.text).replace('\n', " ");
        let fact = Fact { role, words: say(words), span: self.doc.span_of(words.text), of: of.map(say) };
        self.facts.push(fact);
    }

    fn all(&mut self, role: &'static str, words: &[Words], of: Option<Words>) {
        for &w in words {
            self.add(role, w, of);
        }
    }

    /// Options, metrics, risks and funnel steps: facts that belong to something.
    fn add_cases(&mut self, facts: &Facts) {
        for option in &facts.options {
            let of = Some(option.name);
            self.add(if option.status_quo { "option.status_quo" } else { "option.item" }, option.name, None);
            if option.status_quo {
                self.add("option.item", option.name, None);
            }
            // The sentence that introduces an option says what it is, as its name does; a cell of its own only describes it.
            for &words in &option.description {
                let cell = matches!(self.doc.blocks[words.block as usize].kind, BlockKind::Cell { .. });
                self.add(if cell { "option.description" } else { "option.item" }, words, of);
            }
            self.all("option.segment", &option.segments, of);
            self.all("option.gain", &option.gains, of);
            self.all("option.cost", &option.costs, of);
            self.all("option.rejected", &option.rejected, of);
        }
        for metric in &facts.metrics {
            let of = Some(metric.name);
            let name = if metric.role == MetricRole::Guardrail { "metric.guardrail" } else { "metric.name" };
            self.add(name, metric.name, None);
            for (role, words) in [
                ("metric.baseline", metric.baseline),
                ("metric.target", metric.target),
                ("metric.timeframe", metric.timeframe),
                ("metric.source", metric.source),
                ("metric.owner", metric.owner),
                ("metric.formula", metric.formula),
            ] {
                if let Some(words) = words {
                    self.add(role, words, of);
                }
            }
        }
        for risk in &facts.scope.risks {
            self.add("scope.risk", risk.words, None);
            self.all("scope.mitigation", &risk.mitigations, Some(risk.words));
        }
        for step in &facts.funnel {
            self.add("funnel.step", step.words, None);
        }
        for item in &facts.evidence.items {
            self.add("evidence.item", item.words, None);
        }
    }

    /// Steps that come at a time or wait for each other, and what stands beside them.
    fn add_plan(&mut self, plan: &Plan) {
        let mut waited = vec![false; plan.steps.len()];
        for need in &plan.needs {
            let name = |step: u32| plan.steps.get(step as usize).map(|step| step.name);
            if let (Some(step), Some(_)) = (name(need.step), name(need.on)) {
                waited[need.step as usize] = true;
                waited[need.on as usize] = true;
                self.add("plan.needs", need.words, Some(step));
            }
        }
        for (step, waited) in plan.steps.iter().zip(waited) {
            if !waited && !step.placed {
                continue;
            }
            self.add("plan.step", step.name, None);
            for place in step.places.iter().filter(|place| !place.words.text.overlaps(step.name.text)) {
                self.add("plan.when", place.words, Some(step.name));
            }
        }
        for load in &plan.loads {
            self.add("plan.capacity", load.capacity.words, None);
            for effort in &load.efforts {
                self.add("plan.effort", effort.words, None);
            }
        }
        for stop in &plan.stops {
            self.add("plan.stop_rule", stop.words, None);
        }
        for register in &plan.registers {
            let role = match register.subject {
                Subject::Risk => "scope.mitigation",
                Subject::Assumption => "assumption.test",
                Subject::Question => "question.owner",
            };
            for entry in &register.entries {
                self.all(role, entry.answer.as_slice(), Some(entry.words));
            }
        }
    }

    /// Facts that are words alone.
    fn add_plain(&mut self, facts: &Facts) {
        let Facts { problem, evidence, decision, business, scope, experiment, .. } = facts;
        for (role, words) in [
            ("option.gain", &facts.loose_gains),
            ("option.cost", &facts.loose_costs),
            ("tradeoff.given_up", &facts.given_up),
            ("problem.statement", &problem.statements),
            ("problem.segment", &problem.segments),
            ("problem.consequence", &problem.consequences),
            ("problem.why_now", &problem.why_now),
            ("problem.cause", &problem.causes),
            ("problem.limit", &problem.limits),
            ("evidence.source", &evidence.sources),
            ("evidence.limit", &evidence.limits),
            ("decision.statement", &decision.statements),
            ("decision.reason", &decision.reasons),
            ("decision.criterion", &decision.criteria),
            ("decision.deferred", &decision.deferred),
            ("decision.reversal", &decision.reversals),
            ("metric.review", &facts.reviews),
            ("business.outcome", &business.outcomes),
            ("business.mechanism", &business.mechanisms),
            ("business.size", &business.sizes),
            ("scope.in", &scope.included),
            ("scope.out", &scope.excluded),
            ("scope.constraint", &scope.constraints),
            ("scope.milestone", &scope.milestones),
            ("scope.mitigation", &scope.mitigations),
            ("requirement.item", &facts.requirements),
            ("hypothesis.statement", &facts.hypotheses),
            ("question.open", &facts.questions),
            ("assumption.item", &facts.assumptions),
            ("experiment.sample", &experiment.sample),
            ("experiment.rule", &experiment.rules),
        ] {
            self.all(role, words, None);
        }
    }
}
