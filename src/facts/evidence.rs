//! Reading → what is known from users and data.

mod cue;
mod cues;
mod meant;
mod points;
mod quotes;
#[cfg(test)]
mod tests;

use super::{EvidenceForm, EvidenceItem, Facts, MetricRole, Words};
use crate::lexicon::Concept;
use crate::mention::Reading;
use cue::{Cue, Cues};
use cues::Setting;

pub(super) fn read(reading: &Reading<'_>, facts: &mut Facts) {
    let setting = Setting::of(reading);
    let other = other_facts(reading, facts);
    let mut block = None;
    let mut around = Cues::default();
    let mut quotes: Vec<Words> = Vec::new();
    let mut found: Vec<(EvidenceItem, Cues)> = Vec::new();
    let evidence = &mut facts.evidence;
    for sentence in reading.sentences() {
        let own = reading.block_of(sentence);
        if block != Some(own) {
            block = Some(own);
            around = cues::around(reading, own, setting);
            quotes = quotes::quotes(reading, own, around);
            let spoken = |&words: &Words| (EvidenceItem { words, form: EvidenceForm::Quote, sourced: false }, around);
            found.extend(quotes.iter().map(spoken));
        }
        let cues = cues::cues(reading, sentence, around, other[sentence as usize]);
        let words = reading.words_of(sentence);
        let is_source = points::is_source(cues);
        if is_source {
            evidence.sources.push(words);
        }
        if points::is_limit(cues) {
            evidence.limits.push(words);
        }
        if quotes.iter().any(|&quote| told_by(quote, words)) {
            continue;
        }
        if points::is_item(cues) {
            found.push((EvidenceItem { words, form: form(cues), sourced: is_source }, cues));
        } else if !is_source && is_appeal(reading, words, cues) {
            evidence.vague.push(words);
        }
    }
    add_sourced(reading, facts, found);
}

/// Sentences that earlier families read as what is meant, decided or planned.
fn other_facts(reading: &Reading<'_>, facts: &Facts) -> Vec<bool> {
    let mut other = vec![false; reading.doc.sentences.len()];
    let targets = facts.metrics.iter().filter_map(|metric| metric.target.as_ref());
    let guarded = facts.metrics.iter().filter(|metric| metric.role == MetricRole::Guardrail).map(|metric| &metric.name);
    let gains = facts.options.iter().flat_map(|option| &option.gains);
    let groups = [
        &facts.hypotheses,
        &facts.decision.statements,
        &facts.decision.reversals,
        &facts.experiment.rules,
        &facts.experiment.sample,
        &facts.given_up,
    ];
    let risks = facts.scope.risks.iter().map(|risk| &risk.words);
    for words in groups.into_iter().flatten().chain(targets).chain(guarded).chain(gains).chain(risks) {
        other[words.sentence as usize] = true;
    }
    other
}

/// The better part of a sentence is a quote that was read already.
fn told_by(quote: Words, sentence: Words) -> bool {
    let common = quote.text.end.min(sentence.text.end).saturating_sub(quote.text.start.max(sentence.text.start));
    3 * common >= sentence.text.end - sentence.text.start
}

fn form(cues: Cues) -> EvidenceForm {
    if cues.has_any(&[Cue::Percent, Cue::Share, Cue::Count, Cue::Money, Cue::Duration]) {
        EvidenceForm::Number
    } else if cues.has_any(&[Cue::OtherProduct, Cue::SourceLead]) && !cues.has_any(&[Cue::Reaction, Cue::SomeReacted]) {
        EvidenceForm::Study
    } else {
        EvidenceForm::Observation
    }
}

/// An appeal to users or studies in general, where the text is not about what is to be built.
fn is_appeal(reading: &Reading<'_>, words: Words, cues: Cues) -> bool {
    reading.says(words.sentence, Concept::Appeal)
        && !cues.has_any(&[
            Cue::Percent,
            Cue::Share,
            Cue::Money,
            Cue::Question,
            Cue::PlanHeading,
            Cue::BuildHeading,
            Cue::Bidding,
            Cue::Short,
            Cue::OtherFact,
        ])
}

/// An item stands beside a source when one is told in its section or in one around that; in a write-up of research, when
/// its method is told anywhere.
fn add_sourced(reading: &Reading<'_>, facts: &mut Facts, found: Vec<(EvidenceItem, Cues)>) {
    let doc = reading.doc;
    let section_of = |words: &Words| doc.blocks[words.block as usize].section;
    let mut told_in = vec![false; doc.sections.len()];
    let mut method_told = false;
    for source in &facts.evidence.sources {
        told_in[section_of(source) as usize] = true;
        method_told |= reading.path(source.block).has_any(&[Concept::MethodTitle, Concept::TitleMethod]);
    }
    // A section comes after its parent, so one pass hands it down.
    for at in 1..doc.sections.len() {
        told_in[at] |= doc.sections[at].parent.is_some_and(|parent| parent > 0 && told_in[parent as usize]);
    }
    facts.evidence.items.extend(found.into_iter().map(|(mut item, cues)| {
        item.sourced |= told_in[section_of(&item.words) as usize] || (method_told && cues.has(Cue::FindingsPath));
        item
    }));
}
