//! Pieces of work that wait for each other.

use super::{Case, Hit};
use crate::facts::plan::Plan;

/// Most rings that are looked at: beyond, the plan as a whole is a tangle.
const MOST: usize = 50;

/// Most steps of a ring that are named.
const LONGEST: usize = 12;

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let plan = &case.facts.plan;
    let mut hits = Vec::new();
    for ring in rings(plan) {
        let Some(first) = ring.first().and_then(|&need| plan.needs.get(need)) else { continue };
        let name = |step: u32| super::one_line(case.doc.str(plan.steps[step as usize].name.text));
        let mut chain: Vec<String> = ring.iter().take(LONGEST).map(|&need| name(plan.needs[need].on)).collect();
        if ring.len() > LONGEST {
            chain.push("…".to_owned());
        }
        let hit = case.hit(plan.steps[first.step as usize].name.text).with("chain", chain.join(" → "));
        let needs = ring.iter().take(LONGEST).map(|&need| case.doc.span_of(plan.needs[need].words.text));
        hits.push(needs.fold(hit, |hit, span| hit.beside("waits", span)));
    }
    hits.sort_by_key(|hit| hit.span);
    hits
}

/// Rows of needs of which each waits for the next one, and the last for the first: one for all that hang together.
fn rings(plan: &Plan) -> Vec<Vec<usize>> {
    let mut from: Vec<Vec<usize>> = vec![Vec::new(); plan.steps.len()];
    for (at, need) in plan.needs.iter().enumerate() {
        from[need.step as usize].push(at);
    }
    let mut seen = vec![Seen::Not; plan.steps.len()];
    let mut told = vec![false; plan.steps.len()];
    let mut rings = Vec::new();
    let mut looked = 0;
    for start in 0..plan.steps.len() {
        if seen[start] != Seen::Not {
            continue;
        }
        seen[start] = Seen::Open;
        // The way from the start to here: each step, how many of its needs were followed, and the need that led to it.
        let mut way: Vec<(usize, usize, Option<usize>)> = vec![(start, 0, None)];
        while let Some((step, followed, _)) = way.last_mut() {
            let Some(&need) = from[*step].get(*followed) else {
                seen[*step] = Seen::Closed;
                way.pop();
                continue;
            };
            *followed += 1;
            let on = plan.needs[need].on as usize;
            match seen[on] {
                Seen::Not => {
                    seen[on] = Seen::Open;
                    way.push((on, 0, Some(need)));
                }
                // Steps that were told to be in one ring are not told again.
                Seen::Open if !told[on] && looked < MOST => {
                    looked += 1;
                    let back = way.iter().position(|(at, ..)| *at == on).unwrap_or_default();
                    if way[back..].iter().all(|(at, ..)| !told[*at]) {
                        for (at, ..) in &way[back..] {
                            told[*at] = true;
                        }
                        let led = way[back + 1..].iter().filter_map(|(.., need)| *need);
                        rings.push(led.chain([need]).collect());
                    }
                }
                Seen::Open | Seen::Closed => {}
            }
        }
    }
    rings
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seen {
    Not,
    /// On the way that is followed.
    Open,
    Closed,
}
