use super::super::weighed::Weights;
use super::*;
use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::source::Source;

/// One line a measure: role, name, and what is known of it; then one line a review.
fn read(text: &str) -> String {
    let source = Source::decode(text.as_bytes().to_vec()).unwrap();
    let doc = Document::read(&source);
    let reading = Reading::of(&doc, &Lexicon::embedded());
    let facts = Facts::read(&reading, &Weights::default());
    let mut out = String::new();
    for m in &facts.metrics {
        let mut line = match m.role {
            MetricRole::Plain => String::new(),
            role => format!("{role:?} "),
        };
        line += doc.str(m.name.text);
        for (mark, words) in [
            (" | now ", m.baseline),
            (" | aim ", m.target),
            (" | by ", m.timeframe),
            (" | from ", m.source),
            (" | owned by ", m.owner),
            (" | is ", m.formula),
        ] {
            if let Some(words) = words {
                line += mark;
                line += doc.str(words.text);
            }
        }
        line += if m.vanity { " (vanity)" } else { "" };
        line += if m.output { " (output)" } else { "" };
        out += &line;
        out.push('\n');
    }
    for words in &facts.reviews {
        out += &format!("review: {}\n", doc.str(words.text));
    }
    out
}

#[track_caller]
fn reads(text: &str, expected: &[&str]) {
    let found = read(text);
    let lines: Vec<&str> = found.lines().collect();
    assert_eq!(lines, expected, "{text}");
}

#[test]
fn a_table_of_measures() {
    reads(
        "# Bike parking\n\n## Success metrics\n\n| Metric | Baseline | Target | By when | Owner |\n|---|---|---|---|---|\n\
         | Share of racks that are free at 9:00 | 12% | 30% | June 2026 | Ana |\n| Median walk to the door | 240 m | under 150 m | | Tom |\n\n## Scope\n\nText.\n",
        &[
            "Share of racks that are free at 9:00 | now 12% | aim 30% | by June 2026 | owned by Ana",
            "Median walk to the door | now 240 m | aim under 150 m | owned by Tom",
        ],
    );
}

#[test]
fn a_table_with_dates_for_columns_and_a_table_of_label_and_value() {
    reads(
        "## Measures\n\n| Measure | Now | December 2026 |\n|---|---|---|\n| Refund rate | 8% | 5% |\n",
        &["Refund rate | now 8% | aim 5% | by December 2026"],
    );
    reads(
        "## Measuring it\n\n| Item | Value |\n|---|---|\n| Primary metric | Weekly active gardens |\n| Baseline | 410 |\n| Target | 600 by May 2026 |\n| Guardrail metric | Support tickets per garden |\n",
        &[
            "Primary Weekly active gardens | now 410 | aim 600 by May 2026 | by by May 2026",
            "Guardrail Support tickets per garden",
        ],
    );
}

#[test]
fn items_under_a_heading() {
    reads(
        "# Loans\n\nText.\n\n## How we will measure success\n\n- Share of loans returned on time\n- Checkout completion: 41% → 55%\n- Repeat borrowing rate ≥ 30% within 60 days\n- Time to first loan from 9 days to 4 days\n\n## Risks\n\n- Number of lost tools may rise\n",
        &[
            "Share of loans returned on time",
            "Checkout completion | now 41% | aim 55%",
            "Repeat borrowing rate | aim ≥ 30% | by within 60 days",
            "Time to first loan | now 9 days | aim 4 days",
        ],
    );
}

#[test]
fn a_measure_with_its_values_below() {
    reads(
        "## Metrics\n\n**Activation rate**\n\n- **Baseline:** 22%\n- **Target:** 35%\n- **Timeframe:** by the end of Q3\n- **Source:** event log\n",
        &["Activation rate | now 22% | aim 35% | by by the end of Q3 | from event log"],
    );
    reads(
        "## Success metrics\n\n- **North star metric:** weekly teams that close a shift without a call\n- **Guardrails:** overtime hours, complaints\n",
        &["Primary weekly teams that close a shift without a call", "Guardrail overtime hours, complaints"],
    );
}

#[test]
fn goals_are_measures_only_when_they_can_be_measured() {
    reads(
        "# Plan\n\nText.\n\n## Goals\n\n- Make booking simple\n- Raise the share of walk-ins who book again from 20% to 28%\n- Launch the kiosk by May\n\n## Non-goals\n\n- Number of kiosks sold\n",
        &["share of walk-ins who book again | now 20% | aim 28%"],
    );
}

#[test]
fn sentences_that_say_how_success_is_known() {
    reads(
        "# Note\n\nWe will know this worked when no-shows drop from 14% to 9% by March 2027.\n",
        &["no-shows drop | now 14% | aim 9% | by by March 2027"],
    );
    reads(
        "# Note\n\nSuccess looks like 60% of nurses finishing the handover in the app.\n",
        &["nurses finishing the handover in the app | aim 60%"],
    );
    reads(
        "# Note\n\nWe want the share of parcels that arrive intact to go from 91% to 97% within six months.\n",
        &["share of parcels that arrive intact | now 91% | aim 97% | by within six months"],
    );
    reads(
        "# Note\n\nOur primary metric is the number of fields that are mapped each week.\n",
        &[
            "Primary number of fields that are mapped each week | is Our primary metric is the number of fields that are mapped each week.",
        ],
    );
    reads(
        "# Note\n\nWe'll track the rate of failed deliveries per driver.\n",
        &["rate of failed deliveries per driver"],
    );
}

#[test]
fn what_was_observed_is_no_goal() {
    reads(
        "# Report\n\n## What we found\n\nThe completion rate fell from 60% to 45% last year, and calls rose by 12%.\n",
        &[],
    );
    reads("# Report\n\nIn March the average wait was 14 minutes and many people left.\n", &[]);
}

#[test]
fn guardrails_in_sentences() {
    reads(
        "# Note\n\nIf we shorten the form then more people will finish it without raising the error rate.\n",
        &["Guardrail without raising the error rate"],
    );
    reads(
        "# Note\n\n## Metrics\n\n- Orders per visit\n- The refund rate must not rise above 3%\n",
        &["Orders per visit", "Guardrail The refund rate must not rise above 3% | aim above 3%"],
    );
    reads(
        "# Note\n\nWe will keep an eye on the number of duplicate tickets.\n",
        &["Guardrail number of duplicate tickets"],
    );
    reads(
        "# Note\n\nIf complaints rise above 20 a week, we roll it back.\n",
        &["Guardrail If complaints rise above 20 a week"],
    );
}

#[test]
fn reviews() {
    reads(
        "# Note\n\nWe look at the numbers every Monday with Support.\n",
        &["review: We look at the numbers every Monday with Support."],
    );
    reads(
        "# Note\n\nSix weeks after launch we will review the results with Sales.\n",
        &["review: Six weeks after launch we will review the results with Sales."],
    );
    reads("## Review cadence\n\n- **Weekly:** inputs, product team\n", &["review: Weekly: inputs, product team"]);
    reads("# Note\n\nDrivers check their routes every morning.\n", &[]);
}

#[test]
fn words_alone_are_no_measures() {
    reads("# Note\n\nMetric, baseline, target, guardrail, retention, conversion, review cadence, north star.\n", &[]);
    reads("# Note\n\nWe want to track changes over time, so that it appears at the right time.\n", &[]);
    reads("## Metrics\n\n- [metric name]\n- TBD\n", &[]);
}

#[test]
fn counts_of_attention_and_of_output_are_told_apart() {
    reads(
        "## Metrics\n\n- Page views\n- Number of features shipped\n",
        &["Page views (vanity)", "Number of features shipped (output)"],
    );
    reads("## Metrics\n\n- Penalties per 100 app sessions\n", &["Penalties per 100 app sessions"]);
    reads("## Metrics\n\n- Visitors who book / all visitors\n", &["Visitors who book / all visitors"]);
}

#[test]
fn a_value_of_today_beside_a_limit_is_a_measure_under_any_title() {
    reads(
        "# Stalls\n\n## How we test\n\nStalls are split by row. Measure: both sellers confirmed a place (12% today). \
         To see 4 points we need 900 a side.\n\n\
         - Reports of theft: 1.8 per 1,000 markets now; above 2.2, we switch it off.\n\
         - Sellers with an account by day 30: 15% of sign-ups now, not below 12%.\n\
         - Two helpers: 6 hours a week, from June.\n",
        &[
            "Primary both sellers confirmed a place | now 12%",
            "Reports of theft | now 1.8 | aim above 2.2",
            "Guardrail Sellers with an account by day 30 | now 15% | aim below 12%",
        ],
    );
}

#[test]
fn a_value_of_last_season_and_one_by_a_date_are_baseline_and_target() {
    reads(
        "# Slots\n\n- **Number to watch:** freed slots reused, 22% last autumn, 40% by 4 April.\n",
        &["Primary freed slots reused | now 22% | aim 40% | by by 4 April"],
    );
    reads(
        "## How would one know?\n\n- Penalties per 100 stays: 14.2 in 2024, 9.5 by 28 September.\n",
        &["Penalties per 100 stays | now 14.2 | aim 9.5 | by by 28 September"],
    );
    // A time in words is as good as a date.
    reads(
        "## How would one know?\n\n- Orders picked right first time: 98.1% today, 99.5% by the end of the season.\n",
        &["Orders picked right first time | now 98.1% | aim 99.5% | by by the end of the season"],
    );
}
