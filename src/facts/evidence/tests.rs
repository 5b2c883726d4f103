use super::super::Facts;
use crate::document::Document;
use crate::facts::{EvidenceForm, Words};
use crate::lexicon::Lexicon;
use crate::mention::Reading;
use crate::source::Source;

/// What was read out of a text, as strings.
struct Read {
    items: Vec<(String, EvidenceForm, bool)>,
    sources: Vec<String>,
    limits: Vec<String>,
    vague: Vec<String>,
}

fn read(text: &str) -> Read {
    let source = Source::decode(text.as_bytes().to_vec()).unwrap();
    let doc = Document::read(&source);
    let facts = Facts::read(&Reading::of(&doc, &Lexicon::embedded()), &crate::facts::weighed::Weights::embedded());
    let say = |words: &Words| doc.str(words.text).to_owned();
    let all = |words: &[Words]| words.iter().map(say).collect::<Vec<_>>();
    let evidence = &facts.evidence;
    Read {
        items: evidence.items.iter().map(|item| (say(&item.words), item.form, item.sourced)).collect(),
        sources: all(&evidence.sources),
        limits: all(&evidence.limits),
        vague: all(&evidence.vague),
    }
}

fn items(text: &str) -> Vec<String> {
    read(text).items.into_iter().map(|item| item.0).collect()
}

#[test]
fn a_share_of_those_asked_is_a_number() {
    let read = read("## Findings\n\n3 of 8 participants could not find the export button.\n");
    assert_eq!(read.items[0].0, "3 of 8 participants could not find the export button.");
    assert_eq!(read.items[0].1, EvidenceForm::Number);
}

#[test]
fn a_number_needs_no_heading_about_findings() {
    assert_eq!(
        items("# Returns\n\nLast spring 18% of parcels came back unopened.\n"),
        ["Last spring 18% of parcels came back unopened."]
    );
}

#[test]
fn what_people_did_is_evidence_without_a_number() {
    let found = items(
        "## What we learned\n\n- Most participants skipped the tour.\n- There was confusion about the word 'workspace'.\n",
    );
    assert_eq!(found.len(), 2);
}

#[test]
fn a_quote_block_in_a_write_up_is_a_quote() {
    let read =
        read("## What we heard\n\nOne nurse told us:\n\n> I print the list because the screen is never where I am.\n");
    let quote = read.items.iter().find(|item| item.1 == EvidenceForm::Quote).unwrap();
    assert_eq!(quote.0, "I print the list because the screen is never where I am.");
}

#[test]
fn a_quote_in_a_sentence_is_given_alone() {
    let read = read("# Rota\n\n\"I have never once seen next week's rota before Sunday,\" said one of the nurses.\n");
    assert!(read.items.iter().any(|item| item.1 == EvidenceForm::Quote && item.0.starts_with("\"I have never")));
}

#[test]
fn a_short_quote_counts_where_someone_says_i_and_it_is_told_who() {
    assert_eq!(items("A clerk in Lyon said: \"I stopped trusting it.\"\n"), ["\"I stopped trusting it.\""]);
    assert_eq!(items("One clerk said, \"I gave up.\"\n"), ["\"I gave up.\""]);
    assert_eq!(items("The screen is called \"I gave up\".\n"), Vec::<String>::new());
}

#[test]
fn counted_reports_are_evidence_among_findings() {
    let told = "Support got 340 tickets about the printed label.";
    assert_eq!(items(&format!("## Findings\n\n{told}\n")), [told]);
}

#[test]
fn words_on_a_button_are_no_quote() {
    assert!(items("# Export\n\nThe button \"Export all of the rows to a file\" opens a menu.\n").is_empty());
}

#[test]
fn a_target_is_no_evidence() {
    assert!(items("## Success metrics\n\n- Raise activation to at least 45% by 1 June.\n").is_empty());
    assert!(items("# Plan\n\nWe will reach 45% or more within 8 weeks of launch.\n").is_empty());
}

#[test]
fn what_is_done_when_a_limit_is_broken_or_paid_for_the_choice_is_no_evidence() {
    assert!(items("# Note\n\n- Any limit broken two weeks running: the change of that week is undone.\n").is_empty());
    assert!(items("# Note\n\nWe pay with slowness: six weeks are too long to steer by from day to day.\n").is_empty());
}

#[test]
fn where_it_could_be_wrong_is_a_limit() {
    let read = read("# Rota\n\n**Where this could be wrong:** Two wards keep no log at all.\n");
    assert_eq!(read.limits, ["Two wards keep no log at all."]);
}

#[test]
fn effort_and_scores_are_no_evidence() {
    assert!(items("## Options\n\n| Option | Reach | Effort |\n|---|---|---|\n| Import | 400 | 3 weeks |\n").is_empty());
}

#[test]
fn who_was_asked_is_a_source() {
    let read = read("## What we did\n\nWe interviewed 12 dispatchers in four depots in March 2025.\n");
    assert_eq!(read.sources, ["We interviewed 12 dispatchers in four depots in March 2025."]);
}

#[test]
fn a_finding_in_a_write_up_that_tells_its_method_is_sourced() {
    let text = "# Rota study\n\n## Who we spoke to\n\nWe interviewed 12 nurses in two hospitals.\n\n## Findings\n\nMost nurses checked the rota on paper first.\n";
    assert_eq!(
        read(text).items,
        [("Most nurses checked the rota on paper first.".to_owned(), EvidenceForm::Observation, true)]
    );
    let bare = "# Rota study\n\n## Findings\n\nMost nurses checked the rota on paper first.\n";
    assert!(!read(bare).items[0].2);
}

#[test]
fn a_plan_to_ask_is_no_source() {
    assert!(read("## Next steps\n\nWe will interview 12 dispatchers in April.\n").sources.is_empty());
}

#[test]
fn limits_are_read_in_any_form() {
    for text in [
        "The sample is small and all twelve volunteered.",
        "This is a correlation, and busy clinics differ in other ways too.",
        "We couldn't tell from the logs who had left for good.",
        "There was no control group, so part of the drop may be the season.",
    ] {
        assert_eq!(read(&format!("## Findings\n\n{text}\n")).limits, [text]);
    }
}

#[test]
fn what_users_cannot_do_is_no_limit_of_the_evidence() {
    assert!(read("# Search\n\nCustomers cannot tell which of the two pages is the right one.\n").limits.is_empty());
}

#[test]
fn an_appeal_to_users_in_general_is_vague() {
    let read = read("# Chat\n\nUsers want a faster way to talk to support.\n");
    assert!(read.items.is_empty());
    assert_eq!(read.vague, ["Users want a faster way to talk to support."]);
}

#[test]
fn a_list_of_words_is_no_evidence() {
    let read = read("## Evidence\n\n- research\n- interviews\n- user feedback\n- survey, data, analytics\n");
    assert!(read.items.is_empty());
    assert!(read.limits.is_empty());
}

#[test]
fn a_number_that_is_aimed_at_is_no_evidence() {
    for text in [
        "In a trial with 60 depots I'd want 45% after eight weeks.",
        "We'd expect 32% to become 42% within a quarter.",
        "Late deliveries are down to 6% or less.",
        "We promise 16%.",
    ] {
        assert_eq!(items(&format!("# Depots\n\n{text}\n")), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_number_that_is_supposed_is_no_evidence() {
    for text in [
        "If 30% of the journeys are claimed, 80% of them by phone, the desk is idle.",
        "Unless 20% of the drivers reply, the letter goes out again.",
        "We stop when complaints exceed 25%.",
    ] {
        assert_eq!(items(&format!("# Claims\n\n{text}\n")), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_number_that_was_seen_beside_one_that_is_aimed_at_is_evidence() {
    for text in [
        "We want 45% and saw 31% last spring.",
        "If nobody acts, nothing changes: 31% of the parcels came back in May.",
        "18% of the drivers would not go again, said the survey.",
    ] {
        assert_eq!(items(&format!("# Parcels\n\n{text}\n")).len(), 1, "{text}");
    }
}

#[test]
fn what_would_turn_a_decision_is_no_evidence() {
    assert!(items("# Depots\n\nWe would change our mind if fewer than 20% of the drivers use it.\n").is_empty());
}
