//! What tells a kind, rule by rule.

use crate::engine::Engine;
use crate::source::Source;

/// The kind that a text is read as, and whether it is like a kind at all.
fn read_as(text: &str) -> (String, bool) {
    let review = Engine::embedded().review(&Source::from_text(text.to_owned()), None);
    let known = review.findings.iter().all(|finding| finding.rule != "unknown-kind");
    (review.kind, known)
}

fn kind(text: &str) -> String {
    read_as(text).0
}

#[test]
fn a_title_tells_as_much_in_the_front_matter_as_in_a_heading() {
    let body = "## What we did\n\nWe drew two screens.\n\n## Research\n\nSix people saw them.\n";
    assert_eq!(kind(&format!("# Onboarding shift leads\n\n{body}")), "activation-case");
    assert_eq!(kind(&format!("---\ntitle: Onboarding shift leads\n---\n\n{body}")), "activation-case");
}

#[test]
fn a_short_line_before_any_heading_is_a_title() {
    let body = "## Why\n\nThe board asks for it.\n\n## Proposal\n\nWe send it each month.\n";
    assert_eq!(kind(&format!("Dashboard of the depot\n\n{body}")), "metrics-framework");
    assert_eq!(kind(&format!("The depot has no dashboard and wants one.\n\n{body}")), "prd-lite");
}

#[test]
fn a_title_that_is_the_name_of_a_kind_says_so_but_for_one_that_speaks_of_two() {
    let scores = "| Work | Reach | Impact | Confidence | Effort | RICE |\n|---|---|---|---|---|---|\n\
                  | Gift cards | 400 | 2 | 50% | 2 | 200 |\n| Parcel lockers | 300 | 1 | 80% | 3 | 80 |\n\
                  | Night slots | 200 | 1 | 50% | 4 | 25 |\n";
    assert_eq!(kind(&format!("# Roadmap of the shop\n\n{scores}")), "roadmap-memo");
    assert_eq!(kind(&format!("# Ranked: what is on the roadmap of the shop\n\n{scores}")), "prioritization");
}

#[test]
fn a_word_within_a_longer_one_tells_nothing_more_in_a_title() {
    let found = |title: &str| {
        let engine = Engine::embedded();
        let cues = super::Cues::of(engine.rubric());
        let mut found = cues.found([title].into_iter());
        cues.keep_whole(&mut found);
        let at = engine.rubric().kinds.iter().position(|kind| kind.id == "experiment-design").unwrap();
        cues.count(at, &found)
    };
    assert_eq!(found("an a/b test of the small basket"), 1);
    assert_eq!(found("the hypothesis behind an a/b test"), 2);
}

#[test]
fn one_table_of_scores_does_not_make_a_ranking_of_a_teardown() {
    let text = "# The parking app\n\nA product teardown by a driver.\n\n## Strengths\n\nIt knows the zone.\n\n\
                ## Weaknesses\n\nIt forgets to stop.\n\n## What I would change\n\n\
                | Change | Reach | Impact | Confidence | Effort | RICE |\n|---|---|---|---|---|---|\n\
                | Ask on leaving | 400 | 2 | 50% | 2 | 200 |\n| Cap the day | 300 | 1 | 80% | 3 | 80 |\n";
    assert_eq!(kind(text), "teardown");
}

#[test]
fn what_stands_deep_inside_a_part_does_not_speak_for_the_whole() {
    let text = "# Slots for couriers\n\n## Requirements\n\nA courier can hold two slots.\n\n### Later\n\n#### Rollout\n\n\
                ##### Metrics\n\nLate slots.\n\n##### Dashboard\n\nOne tile.\n\n##### Formula\n\nLate by all.\n\n\
                ##### Indicators\n\nNone yet.\n";
    assert_eq!(kind(text), "prd-lite");
}

#[test]
fn next_steps_are_no_roadmap() {
    assert_eq!(
        kind("# Renewing the town card\n\nIt saves a letter.\n\n## Next steps\n\nWe ask the town.\n"),
        "prd-lite"
    );
}

#[test]
fn a_text_that_keeps_speaking_of_sign_up_is_an_activation_case() {
    let text = "# Where our growers stay away\n\nIn May 4,100 people signed up. 2,900 gave a postcode. \
                Those who registered in the evening came back least. We phoned nine of them. \
                Most had dropped off for want of seeds. They had planned to sow on Sunday. \
                A new user should hear of seeds before anything else.\n";
    assert_eq!(read_as(text), ("activation-case".to_owned(), true));
    assert!(!read_as("# Where our growers stay away\n\nIn May 4,100 people signed up. Nine had no seeds.\n").1);
}

#[test]
fn a_text_that_keeps_counting_is_a_metrics_framework() {
    let text = "# Is the desk any better?\n\nThe board sees closed tickets. That measure rises when we are worse. \
                From April we measure contacts solved at once. A contact counts as solved after seven quiet days. \
                Two more indicators push it. Each metric has an owner.\n";
    assert_eq!(kind(text), "metrics-framework");
}

#[test]
fn stories_of_users_tell_a_specification_and_wishes_in_quotes_do_not() {
    let title = "# Opportunities for volunteers\n\n## Assumptions\n\nThe list is complete.\n\n";
    let stories = "- As a volunteer, I want to see free shifts, so that I can plan.\n\
                   - As a volunteer, I want to swap a shift.\n- As a leader, I need to see who is missing.\n";
    let wishes = "- \"I want to see free shifts,\" said one.\n- \"I want to swap,\" said two.\n- \"I need a list.\"\n";
    let needs = "## Requirements\n\nA shift has a place.\n\n## User stories\n\n";
    assert_eq!(kind(&format!("{title}{needs}{stories}")), "prd-lite");
    assert_eq!(kind(&format!("{title}{needs}{wishes}")), "discovery-brief");
}

#[test]
fn the_sections_of_a_proposal_for_a_change_tell_a_specification() {
    let text = "# Metrics of the print queue\n\n## Motivation\n\nNames differ.\n\n## Proposal\n\nRename them.\n\n\
                ## Drawbacks\n\nDashboards break.\n\n## Prior art\n\nTwo others did it.\n\n\
                ## Unresolved questions\n\nWhen?\n\n## Migration plan\n\nBoth for a year.\n";
    assert_eq!(kind(text), "prd-lite");
}

#[test]
fn one_part_of_the_work_is_no_roadmap() {
    let body = "## Requirements\n\nA clerk can print a badge.\n\n## Out of scope\n\nPhotos.\n\n## Milestones\n\nMay.\n";
    assert_eq!(kind(&format!("# The badge desk: Phase 1\n\n{body}")), "prd-lite");
}
