//! Contradictions among measures: their units, their values, their times, and the goals that they are of.

use crate::checks::Planted;

#[test]
fn two_units_of_one_measure_are_told_from_one() {
    let planted = Planted {
        rule: "unit-mismatch",
        found: &[
            "Raise the share of finished bookings from 40% to 45 percentage points by June.\n",
            "## Success metrics\n\n| Metric | Baseline | Target |\n|---|---|---|\n| Finished bookings | 40% | 45 pp |\n| Refunds | 3% | 2% |\n",
            "## Success metrics\n\n- Average basket: €38 → $46 by autumn\n",
            "## Success metrics\n\n| Metric | Today | Target |\n|---|---|---|\n| Visits that end in a purchase | 12% | 3 days |\n",
            "## Success metrics\n\n| Metric | Baseline | Target |\n|---|---|---|\n| Rating of the help pages | 3.9/5 | 8.5/10 |\n",
            "## Objectives and measures\n\n| # | Objective | Metric | Baseline | Target |\n|---|---|---|---|---|\n| 1 | Lower cost | Cost per order | $12 | £10 |\n",
            "## Success metrics\n\n| Metric | Baseline | Target |\n|---|---|---|\n| Spend per clinic | ₹ 1,20,000 | € 1.500,50 |\n",
        ],
        clean: &[
            "Raise the share of finished bookings from 40% to 45%, 5 percentage points more, by June.\n",
            "## Success metrics\n\n| Metric | Baseline | Target |\n|---|---|---|\n| Finished bookings | 40% | +5 pp |\n| Refunds | 3% | -1 pp |\n",
            "## Success metrics\n\n| Metric | Baseline | Target change |\n|---|---|---|\n| Finished bookings | 40% | 5 pp |\n",
            "## Success metrics\n\n- Average basket: €38 → €46 by autumn\n",
            "## Success metrics\n\n| Metric | Baseline | Target |\n|---|---|---|\n| Average basket | €38 | 20% |\n| Time to first answer | 6 hours | 30% |\n",
            "## Success metrics\n\n| Metric | Baseline | Target |\n|---|---|---|\n| Rating of the help pages | 3.9/5 | 4.4/5 |\n",
            "## Success metrics\n\n| Metric | Baseline | Target |\n|---|---|---|\n| Finished bookings | 40% | up 5 pp |\n| Increase repeat bookings | 20% | 6 pp |\n",
            "Churn stands at 4% and refunds take 3 days; both are to fall.\n",
        ],
    };
    planted.hold();
}

#[test]
fn a_share_above_the_whole_is_told_from_growth() {
    let planted = Planted {
        rule: "share-over-whole",
        found: &[
            "The share of tenants who pay online is 120%.\n",
            "## Success metrics\n\n| Metric | Baseline | Target |\n|---|---|---|\n| Share of riders who rebook | 85% | 115% |\n",
            "## Success metrics\n\n- Completion rate: 130% by June\n",
            "Last spring 140% of users finished the set-up on the first day.\n",
            "We want to raise the percentage of clinics that upload a list from 60% to 120%.\n",
        ],
        clean: &[
            "The share of tenants who pay online is 62%; the number of online payments grew by 120%.\n",
            "## Success metrics\n\n| Metric | Baseline | Target |\n|---|---|---|\n| Share of riders who rebook | 85% | 95% |\n| Net revenue retention | 104% | 115% |\n",
            "## Success metrics\n\n- Completions: 130% of last year\n- Quota attainment: 110%\n",
            "The share of users who finish grew by 140% in spring.\n",
            "Sales reached 120% of plan, and the proportion of renewals is 80%.\n",
            "The share of budget spent is 105% because of the second pilot.\n",
            "With the new page, 140% more users finish the set-up.\n",
            "In the pilot the completion rate was 104% because some forms were counted twice.\n",
        ],
    };
    planted.hold();
}

#[test]
fn two_values_of_today_are_told_from_one_and_from_parts() {
    let planted = Planted {
        rule: "metric-two-values",
        found: &[
            "## Problem\n\nTrial-to-paid conversion is 4.2% today.\n\n## Success metrics\n\n| Metric | Baseline | Target |\n|---|---|---|\n| Trial-to-paid conversion | 5.1% | 7% |\n",
            "## Problem\n\nSetup completion rate stands at 42%. Half of those who leave never return.\n\n## Success metrics\n\n- **Setup completion rate:** from 48% to 60% by June\n",
            "## Goals\n\n- Repeat bookings per rider: from 1.9 to 2.5 by June\n\n## Success metrics\n\n| Metric | Baseline | Target | Source |\n|---|---|---|---|\n| Repeat bookings per rider | 2.2 | 2.5 | orders table |\n",
            "## Background\n\nThe average order value is €31 now.\n\n## Success metrics\n\n| Metric | Baseline | Target |\n|---|---|---|\n| Average order value | € 35,50 | € 40,00 |\n",
        ],
        clean: &[
            "## Problem\n\nTrial-to-paid conversion is 5.1% today.\n\n## Success metrics\n\n| Metric | Baseline | Target |\n|---|---|---|\n| Trial-to-paid conversion | 5.1% | 7% |\n",
            "## Problem\n\nTrial-to-paid conversion was 4.2% in 2024.\n\n## Success metrics\n\n| Metric | Baseline | Target |\n|---|---|---|\n| Trial-to-paid conversion | 5.1% | 7% |\n",
            "## Problem\n\nTrial-to-paid conversion is 4.2% on mobile.\n\n## Success metrics\n\n| Metric | Baseline | Target |\n|---|---|---|\n| Trial-to-paid conversion | 5.1% | 7% |\n",
            "## Metrics by region\n\n### North\n\n| Metric | Baseline | Target |\n|---|---|---|\n| Setup completion rate | 42% | 50% |\n\n### South\n\n| Metric | Baseline | Target |\n|---|---|---|\n| Setup completion rate | 48% | 55% |\n",
            "## North\n\nSetup completion rate is 42% today.\n\n## South\n\n**Metric:** Setup completion rate, from 48% to 60% by June\n",
            "## Search\n\n### Success metrics\n\n- Setup completion rate: from 42% to 50%\n\n## Checkout\n\n### Success metrics\n\n| Metric | Baseline | Target |\n|---|---|---|\n| Setup completion rate | 48% | 55% |\n",
            "## Background\n\nThe average order value is about €31 now.\n\n## Success metrics\n\n| Metric | Baseline | Target |\n|---|---|---|\n| Average order value | € 35,50 | € 40,00 |\n",
            "## Problem\n\nSetup completion rate stands at 42%.\n\n## Success metrics\n\n- **Setup completion rate:** from 42.3% to 60% by June\n",
            "## Problem\n\nIf setup completion rate is 35%, we stop.\n\n## Success metrics\n\n- **Setup completion rate:** from 42% to 60% by June\n",
        ],
    };
    planted.hold();
}

#[test]
fn a_goal_that_nothing_measures_is_told_from_one_in_other_words() {
    let planted = Planted {
        rule: "goal-not-measured",
        found: &[
            "## Goals\n\n- Cut refund disputes from 9% to 4% of trips\n\n## Success metrics\n\n- Weekly active couriers: 1,200 today, 1,500 by June\n- Median pickup time: 14 minutes today, 10 minutes by June\n",
            "## Goals\n\n| Metric | Baseline | Target |\n|---|---|---|\n| Missed vaccinations | 18% | 10% |\n\n## How we will measure success\n\n| Metric | Baseline | Target |\n|---|---|---|\n| Reminder opens | 30% | 50% |\n| Messages per nurse | 40 | 25 |\n",
            "## Objectives\n\n1. Raise donor renewals from 31% to 40% by December\n\n## Metrics\n\n- **Newsletter clicks:** from 2% to 4%\n- **Event attendance:** from 120 to 200\n",
            "## Goals\n\n- Shorten customs clearance from 5 days to 2 days\n\n## Measures of success\n\n- Share of pallets scanned: 60% today, 90% by spring\n- Driver complaints: 40 a week today, 20 by spring\n",
        ],
        clean: &[
            "## Goals\n\n- Cut refund disputes from 9% to 4% of trips\n\n## Success metrics\n\n- Disputed trips: 9% today, 4% by June\n- Median pickup time: 14 minutes today, 10 minutes by June\n",
            "## Goals\n\n| Metric | Baseline | Target |\n|---|---|---|\n| Missed vaccinations | 18% | 10% |\n\n## How we will measure success\n\n| Metric | Baseline | Target |\n|---|---|---|\n| Vaccination appointments kept | 82% | 90% |\n| Messages per nurse | 40 | 25 |\n",
            "## Objectives\n\n1. Make renewing feel effortless\n\n## Metrics\n\n- **Newsletter clicks:** from 2% to 4%\n- **Event attendance:** from 120 to 200\n",
            "## Goals\n\n- Shorten customs clearance from 5 days to 2 days\n\n## Measures of success\n\n- Share of pallets scanned: 60% today, 90% by spring\n- Driver complaints: 40 a week today, 20 by spring\n- Days in customs, read from the port system\n",
            "## Goals\n\n- Lift repeat purchases from 22% to 27%\n\n## How we will know\n\n- Second orders within 60 days: 22% today, 27% by spring\n- Calls about returns: 40 a week today, 20 by spring\n",
            "## Goals and success metrics\n\n- Cut refund disputes from 9% to 4% of trips\n- Weekly active couriers: 1,200 today, 1,500 by June\n",
        ],
    };
    planted.hold();
}

#[test]
fn a_primary_measure_without_a_goal_is_told_from_one_that_is_named() {
    let planted = Planted {
        rule: "measure-without-goal",
        found: &[
            "## Goals\n\n- Cut refund disputes from 9% to 4% of trips\n\n## Success metrics\n\n- **Primary metric:** newsletter subscribers, from 900 to 2,000\n- Refund disputes: 9% of trips today, 4% by June\n",
            "## Goals\n\n- Raise donor renewals from 31% to 40% by December\n\n## Success metrics\n\n| Role | Metric | Baseline | Target |\n|---|---|---|---|\n| Primary metric | Gallery photo uploads | 200 | 500 |\n| Secondary | Donor renewals | 31% | 40% |\n",
            "## Objectives\n\n- Shorten customs clearance from 5 days to 2 days\n\n## Measures\n\n- **Primary metric:** warehouse forklift utilization, from 60% to 80%\n- **Secondary metric:** hours in customs clearance, from 120 to 48\n",
            "## Goals\n\n- Fewer missed vaccinations: from 18% to 10%\n\n## Success metrics\n\nOur primary metric is podcast listening hours, from 300 to 900.\n\n- Missed vaccinations: from 18% to 10%\n",
        ],
        clean: &[
            "## Goals\n\n- Cut refund disputes from 9% to 4% of trips\n\n## Success metrics\n\n- **Primary metric:** refund disputes, from 9% to 4%\n- Newsletter subscribers: 900 today, 2,000 by June\n",
            "## Goals\n\n- Raise donor renewals from 31% to 40% by December\n\n## Plan\n\nDonors who upload a photo to the gallery renew more often.\n\n## Success metrics\n\n| Role | Metric | Baseline | Target |\n|---|---|---|---|\n| Primary metric | Gallery photo uploads | 200 | 500 |\n| Secondary | Donor renewals | 31% | 40% |\n",
            "## Success metrics\n\n- **Primary metric:** newsletter subscribers, from 900 to 2,000\n- Refund disputes: 9% of trips today, 4% by June\n",
            "## Goals\n\n- Feel faster at the border\n\n## Measures\n\n- **Primary metric:** warehouse forklift utilization, from 60% to 80%\n- **Secondary metric:** hours in customs clearance, from 120 to 48\n",
        ],
    };
    planted.hold();
}

#[test]
fn a_guardrail_that_is_the_primary_metric_is_told_from_one_that_is_near_it() {
    let planted = Planted {
        rule: "guardrail-is-primary",
        found: &[
            "## Success metrics\n\n- **Primary metric:** repeat bookings\n- **Guardrails:** repeat bookings, refund rate\n",
            "## Success metrics\n\n| Metric | Role | Baseline | Target |\n|---|---|---|---|\n| x | y | 1 | 2 |\n\n**Primary metric:** trial-to-paid conversion, from 4% to 6%.\n\n**Guardrail:** trial-to-paid conversion must not fall.\n",
            "## Metrics\n\n### Primary metric\n\n- Median time to first answer\n\n### Guardrail metrics\n\n- Refund rate\n- Median time to first answer\n",
            "## Success metrics\n\n- **Primary metric:** Setup completion rate\n- **Counter metrics:** support calls and setup completion\n",
        ],
        clean: &[
            "## Success metrics\n\n- **Primary metric:** repeat bookings\n- **Guardrails:** refund rate, calls to support\n",
            "## Success metrics\n\n**Primary metric:** trial-to-paid conversion, from 4% to 6%.\n\n**Guardrail:** trial-to-paid conversion of existing teams must not fall.\n",
            "## Metrics\n\n### Primary metric\n\n- Median time to first answer\n\n### Guardrail metrics\n\n- Refund rate\n- Time to close a case\n",
            "## Test of the form\n\n- **Primary metric:** setup completion\n- **Guardrail:** refund rate\n\n## Test of the price\n\n- **Primary metric:** refund rate\n- **Guardrail:** setup completion\n",
            "## Success metrics\n\n- **Secondary metric:** setup completion rate\n- **Counter metrics:** support calls and setup completion\n",
        ],
    };
    planted.hold();
}

#[test]
fn a_deadline_that_had_passed_is_told_from_one_to_come() {
    let planted = Planted {
        rule: "deadline-passed",
        found: &[
            "**Date:** 2026-03-02\n\n## Success metrics\n\n- Repeat bookings: from 20% to 28% by 30 June 2025\n",
            "---\ndate: 2026-03-02\n---\n\n# Reminders\n\n## Success metrics\n\n| Metric | Baseline | Target | By when |\n|---|---|---|---|\n| Missed visits | 18% | 10% | December 2025 |\n",
            "Date: 2 March 2026\n\n## Goals\n\nWe will raise repeat bookings from 20% to 28% by Q4 2025.\n",
            "| Owner | Mara |\n|---|---|\n| Date | 2026-03-02 |\n\n## Success metrics\n\n- **Missed visits:** 18% → 10% by end of January 2026\n",
        ],
        clean: &[
            "**Date:** 2026-03-02\n\n## Success metrics\n\n- Repeat bookings: from 20% to 28% by 30 June 2026\n",
            "---\ndate: 2026-03-02\n---\n\n# Reminders\n\n## Success metrics\n\n| Metric | Baseline | Target | By when |\n|---|---|---|---|\n| Missed visits | 18% | 10% | March 2026 |\n",
            "Date: 2 March 2026\n\n## Results\n\nRepeat bookings went from 20% to 28% by Q4 2025.\n",
            "**Last updated:** 2026-03-02\n\n## Success metrics\n\n- Repeat bookings: from 20% to 28% by 30 June 2025\n",
            "**Date:** 2026-03-02\n\n## Success metrics\n\n- Repeat bookings: from 20% to 28% by 30 June\n",
            "**Date:** 02/03/2026\n\n## Success metrics\n\n- Repeat bookings: from 20% to 28% by 10 February 2026\n",
        ],
    };
    planted.hold();
}

#[test]
fn a_review_after_the_time_is_up_is_told_from_one_before() {
    let planted = Planted {
        rule: "review-after-horizon",
        found: &[
            "## Success metrics\n\n- Repeat bookings: from 20% to 28% within six weeks\n\n## Review\n\nWe review the metrics quarterly.\n",
            "## Success metrics\n\n| Metric | Baseline | Target | Timeframe |\n|---|---|---|---|\n| Missed visits | 18% | 10% | 30 days |\n| Calls per nurse | 40 | 25 | 60 days |\n\n## Review cadence\n\n- We look at the metrics every quarter.\n",
            "## Success metrics\n\nSetup completion goes from 42% to 60% within three weeks. We review the numbers monthly with the team.\n",
            "## Success metrics\n\n- **Repeat bookings:** 20% → 28% in two months\n\n## Review\n\nWe review the dashboard metrics every six months.\n",
        ],
        clean: &[
            "## Success metrics\n\n- Repeat bookings: from 20% to 28% within six weeks\n\n## Review\n\nWe review the metrics weekly.\n",
            "## Success metrics\n\n| Metric | Baseline | Target | Timeframe |\n|---|---|---|---|\n| Missed visits | 18% | 10% | 30 days |\n| Calls per nurse | 40 | 25 | 180 days |\n\n## Review cadence\n\n- We look at the metrics every quarter.\n",
            "## Success metrics\n\nSetup completion goes from 42% to 60% within three weeks. We review the numbers weekly, and monthly with the board.\n",
            "## Success metrics\n\n- **Repeat bookings:** 20% → 28% in three months\n\n## Review\n\nWe review the dashboard metrics every quarter.\n",
            "## Success metrics\n\n- Repeat bookings: from 20% to 28% by June\n\n## Review\n\nWe review the metrics quarterly.\n",
        ],
    };
    planted.hold();
}
