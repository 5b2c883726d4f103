//! Roles of facts → families and plain words.

/// Roles that are told together.
#[derive(Debug)]
pub(super) struct Family {
    pub(super) title: &'static str,
    /// The role that the others of the family belong to, one by one.
    pub(super) owner: Option<&'static str>,
    /// Whether a reader misses what is not there.
    pub(super) missed: bool,
    /// Each role and what it is in plain words, in the order in which they are missed.
    pub(super) roles: &'static [(&'static str, &'static str)],
}

impl Family {
    pub(super) fn holds(&self, role: &str) -> bool {
        self.roles.iter().any(|(known, _)| *known == role)
    }
}

/// True when a family tells the role.
pub(super) fn is_known(role: &str) -> bool {
    FAMILIES.iter().any(|family| family.holds(role))
}

/// A role in plain words; one that no family knows as it is.
pub(super) fn words_for(role: &'static str) -> &'static str {
    let known = FAMILIES.iter().flat_map(|family| family.roles).find(|(known, _)| *known == role);
    known.map_or(role, |(_, words)| words)
}

pub(super) const FAMILIES: &[Family] = &[
    Family {
        title: "Problem",
        owner: None,
        missed: true,
        roles: &[
            ("problem.statement", "what is wrong"),
            ("problem.segment", "who has it"),
            ("problem.consequence", "what it costs"),
            ("problem.why_now", "why now"),
            ("problem.cause", "root cause"),
            ("problem.limit", "whom it is not about"),
        ],
    },
    Family {
        title: "Evidence",
        owner: None,
        missed: true,
        roles: &[
            ("evidence.item", "what is known"),
            ("evidence.source", "from where"),
            ("evidence.limit", "how far it goes"),
        ],
    },
    Family {
        title: "Options",
        owner: Some("option.item"),
        missed: true,
        roles: &[
            ("option.item", "what it is"),
            ("option.description", "description"),
            ("option.status_quo", "doing nothing or less"),
            ("option.segment", "whom it helps"),
            ("option.gain", "gain"),
            ("option.cost", "cost"),
            ("option.rejected", "why it lost"),
        ],
    },
    Family { title: "Trade-offs", owner: None, missed: true, roles: &[("tradeoff.given_up", "what is given up")] },
    Family {
        title: "Decision",
        owner: None,
        missed: true,
        roles: &[
            ("decision.statement", "what is decided"),
            ("decision.reason", "why"),
            ("decision.criterion", "judged by"),
            ("decision.deferred", "not now"),
            ("decision.reversal", "what would change it"),
        ],
    },
    Family {
        title: "Metrics",
        owner: Some("metric.name"),
        missed: true,
        roles: &[
            ("metric.name", "what it is"),
            ("metric.baseline", "today"),
            ("metric.target", "target"),
            ("metric.timeframe", "by when"),
            ("metric.source", "from where"),
            ("metric.owner", "whose it is"),
            ("metric.formula", "how it is counted"),
            ("metric.guardrail", "must not get worse"),
            ("metric.review", "when it is looked at"),
        ],
    },
    Family {
        title: "Business",
        owner: None,
        missed: true,
        roles: &[
            ("business.outcome", "outcome"),
            ("business.mechanism", "how it comes about"),
            ("business.size", "how much"),
        ],
    },
    Family {
        title: "Scope",
        owner: None,
        missed: true,
        roles: &[
            ("scope.in", "in"),
            ("scope.out", "out"),
            ("scope.constraint", "constraint"),
            ("scope.milestone", "milestone"),
            ("scope.risk", "risk"),
            ("scope.mitigation", "what is done about it"),
        ],
    },
    Family {
        title: "Plan",
        owner: Some("plan.step"),
        missed: false,
        roles: &[
            ("plan.step", "piece of work"),
            ("plan.when", "when"),
            ("plan.needs", "waits for"),
            ("plan.effort", "takes"),
            ("plan.capacity", "room for work"),
            ("plan.stop_rule", "when it is ended"),
        ],
    },
    Family {
        title: "Experiment",
        owner: None,
        missed: true,
        roles: &[
            ("hypothesis.statement", "hypothesis"),
            ("experiment.sample", "sample"),
            ("experiment.rule", "decision rule"),
        ],
    },
    Family {
        title: "Details",
        owner: None,
        missed: true,
        roles: &[
            ("requirement.item", "requirement"),
            ("funnel.step", "funnel step"),
            ("question.open", "open question"),
            ("question.owner", "who answers it"),
            ("assumption.item", "assumption"),
            ("assumption.test", "how it is tested"),
        ],
    },
    Family {
        title: "Numbers that have to agree",
        owner: None,
        missed: false,
        roles: &[
            ("number.before", "before"),
            ("number.after", "after"),
            ("number.change", "change"),
            ("number.whole", "whole"),
            ("number.part", "part"),
            ("number.rate", "share"),
            ("number.count", "counted"),
            ("number.step", "in a step"),
            ("number.step_rate", "share of a step"),
            ("number.overall", "share of all steps"),
            ("number.total", "total"),
            ("number.term", "worked out from"),
            ("number.a_month", "a month"),
            ("number.a_year", "a year"),
            ("number.payback", "pays back in"),
            ("number.cost", "costs once"),
            ("number.gain", "brings in"),
            ("number.asked", "people asked"),
            ("number.said_by", "some of them"),
            ("number.baseline", "baseline of a test"),
            ("number.effect", "effect to be seen"),
            ("number.arm", "needed in an arm"),
            ("number.arms", "arms"),
            ("number.traffic", "come in a time"),
            ("number.duration", "runs for"),
            ("number.exposed", "share taking part"),
            ("number.split", "planned split"),
            ("number.in_arm", "counted in an arm"),
        ],
    },
];
