//! Scores: leads that a small change turns, ties, digits, confidences and scales; and options said twice.

use crate::checks::Planted;
use crate::json::hold;
use crate::strongcase::Desk;

#[test]
fn a_winner_that_a_small_change_would_turn_is_no_clear_one() {
    let planted = Planted {
        rule: "thin-lead",
        found: &[
            "## Scores\n\n| Idea | Reach | Impact | Confidence | Effort | RICE |\n|---|---|---|---|---|---|\n| Seat map | 400 | 1 | 80% | 2 | 160 |\n| Gift cards | 300 | 1 | 100% | 2 | 150 |\n| Labels | 50 | 1 | 80% | 2 | 20 |\n\nThe seat map wins easily.\n",
            "## Scores\n\n| Idea | Reach | Impact | Confidence | Effort | RICE |\n|---|---|---|---|---|---|\n| Seat map | 400 | 1 | 80% | 2 | 160 |\n| Gift cards | 300 | 1 | 100% | 2 | 150 |\n| Labels | 50 | 1 | 80% | 2 | 20 |\n\n## Decision\n\nSeat map is the clear winner, so we start with it in May.\n",
            "## Options\n\n| Option | Fit (50%) | Speed (30%) | Care (20%) | Total |\n|---|---|---|---|---|\n| Build | 4 | 3 | 4 | 3.7 |\n| Buy | 4 | 4 | 2 | 3.6 |\n| Wait | 2 | 3 | 4 | 2.7 |\n\nBuild comes out first by a wide margin.\n",
            "## Priorities\n\n- Pick list: RICE = 600 × 2 × 80% ÷ 3 = 320\n- Route sheet: RICE = 420 × 3 × 80% ÷ 3 = 336\n\n## Decision\n\nThe route sheet is ahead by far: Route sheet wins by far.\n",
            "### Later reminder\n\n- Impact: 8\n- Confidence: 6\n- Ease: 8\n- ICE: 384\n\n### Shorter form\n\n- Impact: 6\n- Confidence: 9\n- Ease: 7\n- ICE: 378\n\n## Result\n\nLater reminder clearly wins. We start in March.\n",
            "## Scores\n\n- **Labels.** Reach 600, impact 2, confidence 80%, effort 3 weeks: RICE 320.\n- **Dock.** Reach 700, impact 1, confidence 90%, effort 2 weeks: RICE score of 315.\n\n## Decision\n\nLabels is the obvious winner.\n",
        ],
        clean: &[
            "## Scores\n\n| Idea | Reach | Impact | Confidence | Effort | RICE |\n|---|---|---|---|---|---|\n| Seat map | 800 | 1 | 80% | 2 | 320 |\n| Gift cards | 300 | 1 | 100% | 2 | 150 |\n| Labels | 50 | 1 | 80% | 2 | 20 |\n\nThe seat map wins easily.\n",
            "## Scores\n\n| Idea | Reach | Impact | Confidence | Effort | RICE |\n|---|---|---|---|---|---|\n| Seat map | 400 | 1 | 80% | 2 | 160 |\n| Gift cards | 300 | 1 | 100% | 2 | 150 |\n| Labels | 50 | 1 | 80% | 2 | 20 |\n\nThe seat map comes first, but there is no clear winner.\n",
            "## Scores\n\n| Idea | Reach | Impact | Confidence | Effort | RICE |\n|---|---|---|---|---|---|\n| Seat map | 400 | 1 | 80% | 2 | 160 |\n| Gift cards | 300 | 1 | 100% | 2 | 150 |\n| Labels | 50 | 1 | 80% | 2 | 20 |\n\nIf the pilot holds, the seat map wins easily.\n",
            "## Scores\n\n| Idea | Reach | Impact | Confidence | Effort | RICE |\n|---|---|---|---|---|---|\n| Seat map | 400 | 1 | 80% | 2 | 160 |\n| Gift cards | 300 | 1 | 100% | 2 | 150 |\n| Labels | 50 | 1 | 80% | 2 | 20 |\n\nThe seat map comes first.\n\n## Market\n\nOur rival is by far the best known.\n",
            "## Options\n\n| Option | Fit (50%) | Speed (30%) | Care (20%) | Total |\n|---|---|---|---|---|\n| Build | 5 | 4 | 4 | 4.5 |\n| Buy | 3 | 3 | 2 | 2.8 |\n| Wait | 2 | 3 | 4 | 2.7 |\n\nBuild comes out first by a wide margin.\n",
            "## Priorities\n\n- Pick list: RICE = 600 × 2 × 80% ÷ 3 = 320\n- Route sheet: RICE = 900 × 3 × 80% ÷ 3 = 720\n\n## Decision\n\nRoute sheet wins by far.\n",
            "### Later reminder\n\n- Impact: 8\n- Confidence: 6\n- Ease: 10\n- ICE: 480\n\n### Shorter form\n\n- Impact: 6\n- Confidence: 9\n- Ease: 7\n- ICE: 378\n\n## Result\n\nLater reminder clearly wins. We start in March.\n",
        ],
    };
    planted.hold();
}

#[test]
fn a_rank_or_a_choice_that_rests_on_a_tie_is_found() {
    let planted = Planted {
        rule: "score-tie",
        found: &[
            "| Feature | WSJF | Rank |\n|---|---|---|\n| Tariff import | 4 | 1 |\n| Audit log | 4 | 2 |\n| Meter alarms | 3 | 3 |\n",
            "| Rank | Feature | Reach | Effort | Score |\n|---|---|---|---|---|\n| 1 | Seat map | 400 | 2 | 200 |\n| 2 | Refund page | 300 | 5 | 60 |\n| 3 | Gift cards | 180 | 3 | 60 |\n| 4 | Labels | 20 | 2 | 10 |\n",
            "## Priorities\n\n1. Later reminder (ICE 432)\n2. Shorter form (ICE 432)\n3. Voice note (ICE 84)\n",
            "## Options\n\n| Option | Impact | Confidence | Ease | ICE |\n|---|---|---|---|---|\n| Later reminder | 8 | 6 | 5 | 240 |\n| Shorter form | 5 | 6 | 8 | 240 |\n| Voice note | 2 | 6 | 5 | 60 |\n\n## Decision\n\nWe chose the shorter form.\n",
            "## Options\n\n| Option | Fit (50%) | Speed (30%) | Care (20%) | Total |\n|---|---|---|---|---|\n| Build it here | 4 | 2 | 5 | 3.6 |\n| Buy a licence | 3 | 5 | 3 | 3.6 |\n| Wait a year | 2 | 3 | 4 | 2.7 |\n\n## Recommendation\n\nWe recommend to buy a licence.\n",
        ],
        clean: &[
            "| Feature | WSJF | Rank |\n|---|---|---|\n| Tariff import | 4 | 1 |\n| Audit log | 3.5 | 2 |\n| Meter alarms | 3 | 3 |\n",
            "| Feature | WSJF | Rank |\n|---|---|---|\n| Tariff import | 4 | 1 |\n| Audit log | 4 | 2 |\n| Meter alarms | 3 | 3 |\n\nThe first two are tied; the import goes first, as its supplier waits.\n",
            "| Feature | WSJF | Rank |\n|---|---|---|\n| Tariff import | 4 | 1 |\n| Audit log | 4 | 1 |\n| Meter alarms | 3 | 3 |\n",
            "| Feature | Score | Rank | Why |\n|---|---|---|---|\n| Tariff import | 4 | 1 | Supplier waits |\n| Audit log | 4 | 2 | Law by March |\n| Meter alarms | 3 | 3 | Can wait |\n",
            "## Priorities\n\n1. Later reminder (ICE 432)\n2. Shorter form (ICE 280)\n3. Voice note (ICE 84)\n4. Bigger type (ICE 84)\n",
            "## Options\n\n| Option | Impact | Confidence | Ease | ICE |\n|---|---|---|---|---|\n| Later reminder | 8 | 6 | 5 | 240 |\n| Shorter form | 5 | 6 | 8 | 240 |\n\n## Decision\n\nWe chose the shorter form because it can be undone in a day.\n",
            "| Idea | Reach | Impact | Confidence | Effort | RICE | Rank |\n|---|---|---|---|---|---|---|\n| Seat map | 402 | 1 | 80% | 2 | 161 | 1 |\n| Gift cards | 323 | 1 | 100% | 2 | 161 | 2 |\n| Labels | 50 | 1 | 80% | 2 | 20 | 3 |\n",
        ],
    };
    planted.hold();
}

#[test]
fn digits_that_no_input_has_are_found() {
    let planted = Planted {
        rule: "false-precision",
        found: &[
            "| Idea | Reach | Impact | Confidence | Effort | RICE |\n|---|---|---|---|---|---|\n| Seat map | 9 | 3 | 0.8 | 5 | 4.32 |\n| Gift cards | 6 | 3 | 0.6 | 8 | 1.35 |\n| Labels | 4 | 2 | 0.5 | 9 | 0.44 |\n",
            "| Feature | Value | Effort | Score |\n|---|---|---|---|\n| Seat map | 8 | 3 | 2.67 |\n| Gift cards | 5 | 3 | 1.67 |\n| Refund page | 9 | 7 | 1.29 |\n",
            "## Options\n\n| Option | Fit (×3) | Speed (×2) | Care (×1) | Weighted score |\n|---|---|---|---|---|\n| Build | 4 | 2 | 5 | 21.00 |\n| Buy | 3 | 5 | 3 | 22.00 |\n| Wait | 2 | 3 | 4 | 16.00 |\n",
            "### Later reminder\n\n- Impact: 8\n- Confidence: 6\n- Ease: 9\n- ICE: 7.67\n\n### Shorter form\n\n- Impact: 5\n- Confidence: 7\n- Ease: 8\n- ICE: 6.67\n",
            "## Scores\n\n- **Labels.** Reach 60, impact 2, confidence 80%, effort 7 weeks: RICE 13.71.\n- **Dock.** Reach 40, impact 1, confidence 50%, effort 3 weeks: RICE score of 6.67.\n",
        ],
        clean: &[
            "| Idea | Reach | Impact | Confidence | Effort | RICE |\n|---|---|---|---|---|---|\n| Seat map | 9 | 3 | 0.8 | 5 | 4.3 |\n| Gift cards | 6 | 3 | 0.6 | 8 | 1.4 |\n| Labels | 4 | 2 | 0.5 | 9 | 0.4 |\n",
            "| Feature | Value | Effort | Score |\n|---|---|---|---|\n| Seat map | 8 | 3 | 2.7 |\n| Gift cards | 5 | 3 | 1.7 |\n| Refund page | 9 | 7 | 1.3 |\n",
            "## Options\n\n| Option | Fit (50%) | Speed (30%) | Care (20%) | Total |\n|---|---|---|---|---|\n| Build | 4 | 2 | 5 | 3.6 |\n| Buy | 3 | 5 | 3 | 3.6 |\n| Wait | 2 | 3 | 4 | 2.7 |\n",
            "| Idea | Reach | Impact | Confidence | Effort | RICE |\n|---|---|---|---|---|---|\n| Seat map | 800 | 1 | 80% | 2 | 320 |\n| Gift cards | 300 | 1 | 100% | 2 | 150 |\n| Labels | 50 | 1 | 80% | 2 | 20 |\n",
            "| Idea | Reach | Impact | Confidence | Effort | RICE |\n|---|---|---|---|---|---|\n| Seat map | 1,425 | 2 | 80% | 4 | 570 |\n| Gift cards | 915 | 1 | 50% | 1.5 | 305 |\n| Group booking | 475 | 3 | 95% | 1 | 1,354 |\n",
            "### Later reminder\n\n- Impact: 8\n- Confidence: 6\n- Ease: 9\n- ICE: 7.7\n\n### Shorter form\n\n- Impact: 5\n- Confidence: 7\n- Ease: 8\n- ICE: 6.7\n",
        ],
    };
    planted.hold();
}

#[test]
fn a_confidence_that_is_the_same_for_all_is_found() {
    let planted = Planted {
        rule: "same-confidence",
        found: &[
            "| Idea | Reach | Impact | Confidence | Effort | RICE |\n|---|---|---|---|---|---|\n| Seat map | 900 | 2 | 80% | 4 | 360 |\n| Group booking | 400 | 3 | 80% | 3 | 320 |\n| Gift cards | 600 | 1 | 80% | 2 | 240 |\n",
            "| Idea | Reach | Impact | Confidence | Effort | RICE |\n|---|---|---|---|---|---|\n| Seat map | 900 | 2 | 0.5 | 4 | 225 |\n| Group booking | 400 | 3 | 0.5 | 3 | 200 |\n| Gift cards | 600 | 1 | 0.5 | 2 | 150 |\n",
            "| Idea | Impact | Confidence | Ease | ICE |\n|---|---|---|---|---|\n| Seat map | 8 | 7 | 3 | 168 |\n| Labels | 2 | 7 | 9 | 126 |\n| Gift cards | 5 | 7 | 5 | 175 |\n",
            "| Idea | Value | Effort | Confidence | Score | Rank |\n|---|---|---|---|---|---|\n| Seat map | 8 | 4 | High | 2 | 1 |\n| Labels | 3 | 2 | High | 1.5 | 2 |\n| Refund page | 4 | 4 | High | 1 | 3 |\n",
            "## Scores\n\n- **Labels.** Reach 600, impact 2, confidence 80%, effort 3 weeks: RICE 320.\n- **Dock.** Reach 400, impact 1, confidence 80%, effort 2 weeks: RICE 160.\n- **Scan.** Reach 100, impact 3, confidence 80%, effort 2 weeks: RICE 120.\n",
        ],
        clean: &[
            "| Idea | Reach | Impact | Confidence | Effort | RICE |\n|---|---|---|---|---|---|\n| Seat map | 900 | 2 | 80% | 4 | 360 |\n| Group booking | 400 | 3 | 50% | 3 | 200 |\n| Gift cards | 600 | 1 | 80% | 2 | 240 |\n",
            "| Idea | Reach | Impact | Confidence | Effort | RICE |\n|---|---|---|---|---|---|\n| Seat map | 900 | 2 | 80% | 4 | 360 |\n| Gift cards | 600 | 1 | 80% | 2 | 240 |\n",
            "| Idea | Reach | Impact | Confidence | Effort | RICE |\n|---|---|---|---|---|---|\n| Seat map | 900 | 2 | 80% | 4 | 360 |\n| Group booking | 400 | 3 | 80% | 3 | 320 |\n| Gift cards | 600 | 1 | 80% | 2 | 240 |\n\nConfidence is the same for all of them: each was piloted in one depot.\n",
            "| Idea | Value | Effort | Confidence | Score | Rank |\n|---|---|---|---|---|---|\n| Seat map | 8 | 4 | High | 2 | 1 |\n| Labels | 3 | 2 | Low | 1.5 | 2 |\n| Refund page | 4 | 4 | High | 1 | 3 |\n",
            "| Claim | Confidence | Source |\n|---|---|---|\n| Drivers ring on Fridays | High | Calls |\n| Clerks retype orders | High | Visits |\n| Shippers pay late | High | Ledger |\n",
            "## Scores\n\n- **Labels.** Reach 600, impact 2, confidence 80%, effort 3 weeks: RICE 320.\n- **Dock.** Reach 400, impact 1, confidence 50%, effort 2 weeks: RICE 100.\n- **Scan.** Reach 100, impact 3, confidence 80%, effort 2 weeks: RICE 120.\n",
        ],
    };
    planted.hold();
}

#[test]
fn a_mark_off_its_declared_scale_is_found() {
    let planted = Planted {
        rule: "off-scale",
        found: &[
            "Impact: 0.25 = minimal, 0.5 = low, 1 = medium, 2 = high, 3 = massive.\n\n| Idea | Reach | Impact | Confidence | Effort | RICE |\n|---|---|---|---|---|---|\n| Seat map | 900 | 2 | 80% | 4 | 360 |\n| Group booking | 400 | 1.5 | 50% | 4 | 75 |\n| Gift cards | 600 | 1 | 100% | 2 | 300 |\n",
            "Impact is scored from 0.25 to 3.\n\n| Idea | Reach | Impact | Confidence | Effort | RICE |\n|---|---|---|---|---|---|\n| Seat map | 900 | 2 | 80% | 4 | 360 |\n| Group booking | 400 | 4 | 50% | 4 | 200 |\n| Gift cards | 600 | 1 | 100% | 2 | 300 |\n",
            "| Idea | Reach | Impact (0.25–3) | Confidence | Effort | RICE |\n|---|---|---|---|---|---|\n| Seat map | 900 | 2 | 80% | 4 | 360 |\n| Group booking | 400 | 5 | 50% | 4 | 250 |\n| Gift cards | 600 | 1 | 100% | 2 | 300 |\n",
            "| Term | Scale |\n|---|---|\n| **Impact** | 3 = massive, 2 = high, 1 = medium, 0.5 = low, 0.25 = minimal |\n| Effort | person-weeks |\n\n| Idea | Reach | Impact | Confidence | Effort | RICE |\n|---|---|---|---|---|---|\n| Seat map | 900 | 2 | 80% | 4 | 360 |\n| Group booking | 400 | 5 | 50% | 4 | 250 |\n| Gift cards | 600 | 1 | 100% | 2 | 300 |\n",
            "## Scoring\n\nEach criterion is scored on a scale of 1 to 5.\n\n| Option | Fit (50%) | Speed (30%) | Care (20%) | Total |\n|---|---|---|---|---|\n| Build | 4 | 2 | 5 | 3.6 |\n| Buy | 7 | 5 | 3 | 5.6 |\n| Wait | 2 | 3 | 4 | 2.7 |\n",
            "## Scores\n\nImpact (3 = massive, 2 = high, 1 = medium, 0.5 = low).\n\n- **Labels.** Reach 600, impact 2, confidence 80%, effort 3 weeks: RICE 320.\n- **Dock.** Reach 400, impact 4, confidence 50%, effort 2 weeks: RICE 400.\n- **Scan.** Reach 100, impact 3, confidence 80%, effort 2 weeks: RICE 120.\n",
        ],
        clean: &[
            "Impact: 0.25 = minimal, 0.5 = low, 1 = medium, 2 = high, 3 = massive.\n\n| Idea | Reach | Impact | Confidence | Effort | RICE |\n|---|---|---|---|---|---|\n| Seat map | 900 | 2 | 80% | 4 | 360 |\n| Group booking | 400 | 3 | 50% | 4 | 150 |\n| Gift cards | 600 | 1 | 100% | 2 | 300 |\n",
            "Impact is scored from 0.25 to 3.\n\n| Idea | Reach | Impact | Confidence | Effort | RICE |\n|---|---|---|---|---|---|\n| Seat map | 900 | 2 | 80% | 4 | 360 |\n| Group booking | 400 | 1.5 | 50% | 4 | 75 |\n| Gift cards | 600 | 1 | 100% | 2 | 300 |\n",
            "| Idea | Reach | Impact | Confidence | Effort | RICE |\n|---|---|---|---|---|---|\n| Seat map | 900 | 2 | 80% | 4 | 360 |\n| Group booking | 400 | 5 | 50% | 4 | 250 |\n| Gift cards | 600 | 1 | 100% | 2 | 300 |\n",
            "| Idea | Reach | Impact (0.25–5) | Confidence | Effort | RICE |\n|---|---|---|---|---|---|\n| Seat map | 900 | 2 | 80% | 4 | 360 |\n| Group booking | 400 | 5 | 50% | 4 | 250 |\n| Gift cards | 600 | 1 | 100% | 2 | 300 |\n",
            "The impact is 1 to 3 calls a day for each depot.\n\n| Idea | Reach | Impact | Confidence | Effort | RICE |\n|---|---|---|---|---|---|\n| Seat map | 900 | 2 | 80% | 4 | 360 |\n| Group booking | 400 | 5 | 50% | 4 | 250 |\n| Gift cards | 600 | 1 | 100% | 2 | 300 |\n",
            "## Scoring\n\nEach criterion is scored on a scale of 1 to 10.\n\n| Option | Fit (50%) | Speed (30%) | Care (20%) | Total |\n|---|---|---|---|---|\n| Build | 4 | 2 | 5 | 3.6 |\n| Buy | 7 | 5 | 3 | 5.6 |\n| Wait | 2 | 3 | 4 | 2.7 |\n",
        ],
    };
    planted.hold();
}

#[test]
fn two_names_for_one_option_are_found() {
    let planted = Planted {
        rule: "same-option",
        found: &[
            "## Options considered\n\n- Build our own calendar: six weeks, and it fits the rota exactly.\n- Develop own calendar: the team knows the rota best.\n- Buy a calendar: ready in two weeks.\n",
            "## Options\n\n| Option | Pros | Cons |\n|---|---|---|\n| Reminders by text message | Cheap, 2 cents each | Some phones block them |\n| Text message reminder | Read in minutes | Costs money |\n| Letters | Reach everyone | Slow |\n",
            "## Options\n\n### Option A: Add a later reminder\n\nIt costs two weeks and reaches all clinics.\n\n### Option B: Introduce later reminders\n\nIt takes a new job queue.\n\n### Option C: Take deposits\n\nIt halves no-shows, and clients may leave.\n",
            "## Alternatives considered\n\n1. Do nothing: the calls go on.\n2. Keep things as they are: no cost, and 40 calls a day.\n3. Route sheet on the phone: three weeks.\n",
        ],
        clean: &[
            "## Options\n\n| Option | Criterion | Pros |\n|---|---|---|\n| Text message | Cost | Cheap |\n| Text message | Reach | Read in minutes |\n| Letters by post | Reach | All clients |\n",
            "## Options considered\n\n- Build our own calendar: six weeks, and it fits the rota exactly.\n- Buy a calendar: ready in two weeks.\n- Do nothing: the paper rota stays.\n",
            "## Options\n\n| Option | Pros | Cons |\n|---|---|---|\n| Reminder by text message | Cheap | Some phones block it |\n| Reminder by letter | Reaches everyone | Slow |\n",
            "## Options considered\n\n- Import orders from the portal to the ledger: one week.\n- Import orders from the ledger to the portal: three weeks.\n",
            "## Options considered\n\n- Booking with a deposit: fewer no-shows, fewer new clients.\n- Booking without a deposit: as it is today.\n",
            "## Options considered\n\n- Reminder 24 hours before: late for some.\n- Reminder 48 hours before: early enough to fill the slot.\n",
        ],
    };
    planted.hold();
}

/// A table with a thin lead, a weighted one, and lines.
const SCORES: &str = "# What next\n\n| Idea | Reach | Impact | Confidence | Effort | RICE |\n|---|---|---|---|---|---|\n\
    | Seat map | 400 | 1 | 80% | 2 weeks | 160 |\n| Gift cards | 300 | 1 | 100% | 2 weeks | 150 |\n\
    | Labels | 50 | 1 | 80% | 2 weeks | 20 |\n\n## Supplier\n\n\
    | Option | Fit (50%) | Speed (30%) | Care (20%) | Total |\n|---|---|---|---|---|\n| Build | 4 | 3 | 4 | 3.7 |\n\
    | Buy | 4 | 4 | 2 | 3.6 |\n| Wait | 2 | 3 | 4 | 2.7 |\n\n## Later\n\n\
    - Pick list: RICE = 600 × 2 × 80% ÷ 3 = 320\n- Route sheet: RICE = 900 × 3 × 80% ÷ 3 = 720\n";

#[test]
fn every_change_that_puts_another_option_first_is_told() {
    let desk = Desk::new().with("next.md", SCORES);
    insta::assert_snapshot!(desk.run(&["facts", "--sensitivity", "next.md"]).out);
}

#[test]
fn scores_stand_among_the_facts() {
    let desk = Desk::new().with("next.md", SCORES);
    let facts = desk.run(&["facts", "next.md"]).out;
    insta::assert_snapshot!(&facts[facts.find("Scores").unwrap()..]);
}

#[test]
fn a_document_without_scores_has_no_number_to_change() {
    let desk = Desk::new().with("note.md", "# Note\n\nWe asked nine skippers in May.\n");
    let run = desk.run(&["facts", "--sensitivity", "note.md"]);
    assert_eq!(run.status, 0);
    assert!(run.out.ends_with("No scores were found, so there is no number to change.\n"), "{}", run.out);
}

#[test]
fn a_change_is_written_with_its_place_and_where_it_turns() {
    let desk = Desk::new().with("next.md", SCORES);
    let line = hold("facts_line", &desk.run(&["facts", "--sensitivity", "--format", "ndjson", "next.md"]).out);
    let scores = line["scores"].as_array().unwrap();
    assert_eq!(scores.len(), 3);
    assert_eq!(scores[0]["formula"], "Reach × Impact × Confidence ÷ Effort");
    assert_eq!(scores[0]["options"][1]["computed"], 150.0);
    let sensitivity = &scores[0]["sensitivity"];
    assert_eq!((sensitivity["first"].as_str(), sensitivity["second"].as_str()), (Some("Seat map"), Some("Gift cards")));
    let flips = sensitivity["flips"].as_array().unwrap();
    let reach = flips.iter().find(|flip| flip["input"] == "Reach" && flip["option"] == "Seat map").unwrap();
    assert_eq!((reach["from"].as_f64(), reach["to"].as_f64()), (Some(400.0), Some(300.0)));
    // 150 of 160 is 93.75%, and so is 375 of 400.
    assert_eq!(reach["turns_at"], 375.0);
    assert_eq!(reach["then_first"], "Gift cards");
    let start = usize::try_from(reach["start"].as_u64().unwrap()).unwrap();
    assert!(SCORES[start..].starts_with("400"));
    let weights = |scores: &serde_json::Value| {
        let flips = scores["sensitivity"]["flips"].as_array().unwrap();
        flips.iter().filter(|flip| flip["option"].is_null()).count()
    };
    assert_eq!(weights(&scores[0]), 0);
    // More weight on speed, or less on care, puts the faster one first.
    assert_eq!(weights(&scores[1]), 2);
    let plain = hold("facts_line", &desk.run(&["facts", "--format", "ndjson", "next.md"]).out);
    assert!(plain["scores"][0].get("sensitivity").is_none());
    assert_eq!(plain["scores"][2]["form"], "lines");
}
