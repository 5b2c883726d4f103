//! A share of a whole that is more than all of it.

use super::{Case, Hit};

pub(super) fn run(case: &Case<'_>) -> Vec<Hit> {
    let hits = case.facts.numbers.portions.iter().map(|portion| {
        let name = portion.name.text;
        let hit = case.hit(portion.value.words.text);
        if portion.name.text == portion.value.words.text { hit } else { hit.beside("share", case.doc.span_of(name)) }
    });
    hits.collect()
}
