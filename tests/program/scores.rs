//! Scores, orders and weights: what is recomputed, and what is left alone.

use crate::checks::Planted;

#[test]
fn a_score_that_its_inputs_do_not_make_is_found() {
    let planted = Planted {
        rule: "score-arithmetic",
        found: &[
            // RICE with thousands, shares without a sign and effort with a unit.
            "| Idea | Users reached | Impact | Confidence | Effort | RICE score |\n|---|---|---|---|---|---|\n| Seat map | 12k | 2 | 0.8 | 4 pm | 4,800 |\n| Gift cards | 9k | 1 | 0.5 | 1.5 pm | 3,000 |\n| Group booking | 4,500 | 3 | 1 | 3 pm | 5,400 |\n",
            // Confidence out of a hundred, told to be so by the column.
            "| Project | Reach | Impact | Confidence | Effort (wks) | RICE |\n|:--|--:|--:|--:|--:|--:|\n| Route sheet | 450 | 3 | 80 | 3 | 360 |\n| Pick list | 600 | 2 | 50 | 2 | 600 |\n",
            // ICE as a product.
            "| Experiment | Impact | Confidence | Ease | ICE |\n|---|---|---|---|---|\n| Later reminder | 8 | 6 | 9 | 432 |\n| Shorter form | 5 | 7 | 8 | 280 |\n| Voice note | 7 | 4 | 3 | 94 |\n",
            // ICE as a mean.
            "| Experiment | Impact | Confidence | Ease | ICE score |\n|---|---|---|---|---|\n| Later reminder | 8 | 6 | 9 | 7.7 |\n| Shorter form | 5 | 7 | 8 | 6.7 |\n| Voice note | 7 | 4 | 3 | 5.7 |\n",
            // WSJF of its parts.
            "| Epic | Business value | Time criticality | Risk reduction | Job size | WSJF |\n|---|---|---|---|---|---|\n| Tariff import | 8 | 5 | 3 | 4 | 4 |\n| Meter alarms | 5 | 8 | 5 | 6 | 3 |\n| Audit log | 3 | 2 | 8 | 5 | 3.6 |\n",
            // Weights in the titles.
            "## Options\n\n| Option | Fit (50%) | Speed (30%) | Care (20%) | Total |\n|---|---|---|---|---|\n| Build | 4 | 2 | 5 | 3.6 |\n| Buy | 3 | 5 | 3 | 3.6 |\n| Wait | 2 | 3 | 4 | 3.2 |\n",
            // Weights in a row.
            "## Options\n\n| Option | Fit | Speed | Care | Weighted score |\n|---|---|---|---|---|\n| Weight | 50% | 30% | 20% | |\n| Build | 4 | 2 | 5 | 3.6 |\n| Buy | 3 | 5 | 3 | 3.6 |\n| Wait | 2 | 3 | 4 | 3.2 |\n",
            // Criteria down the side, options along the top.
            "## Options compared\n\n| Criterion | Weight | Build | Buy | Wait |\n|---|---|---|---|---|\n| Fit | 50% | 4 | 3 | 2 |\n| Speed | 30% | 2 | 5 | 3 |\n| Effort | 20% | 5 | 3 | 4 |\n| Total | | 3.6 | 3.6 | 3.2 |\n",
            // Value over effort.
            "| Feature | Value | Effort | Score |\n|---|---|---|---|\n| Seat map | 8 | 4 | 2 |\n| Gift cards | 6 | 2 | 3 |\n| Refund page | 9 | 3 | 2.5 |\n",
            // In a list and in a sentence.
            "## Priorities\n\n- Pick list: RICE = 600 × 2 × 80% ÷ 3 = 420\n- Route sheet: RICE = 450 × 3 × 80% ÷ 3 = 360\n",
            "The reminder gets an ICE score of 8 × 6 × 9 = 342, which puts it first.\n",
        ],
        clean: &[
            "| Idea | Users reached | Impact | Confidence | Effort | RICE score |\n|---|---|---|---|---|---|\n| Seat map | 12k | 2 | 0.8 | 4 pm | 4,800 |\n| Gift cards | 9k | 1 | 0.5 | 1.5 pm | 3,000 |\n| Group booking | 4,500 | 3 | 1 | 3 pm | 4,500 |\n",
            "| Project | Reach | Impact | Confidence | Effort (wks) | RICE |\n|:--|--:|--:|--:|--:|--:|\n| Route sheet | 450 | 3 | 80 | 3 | 360 |\n| Pick list | 600 | 2 | 50 | 2 | 300 |\n",
            // Another scale: a thousand times smaller in every row.
            "| Idea | Reach | Impact | Confidence | Effort | RICE |\n|---|---|---|---|---|---|\n| Seat map | 12,000 | 2 | 80% | 4 | 4.8 |\n| Gift cards | 9,000 | 1 | 50% | 1.5 | 3.0 |\n| Group booking | 4,500 | 3 | 100% | 3 | 4.5 |\n",
            "| Experiment | Impact | Confidence | Ease | ICE |\n|---|---|---|---|---|\n| Later reminder | 8 | 6 | 9 | 432 |\n| Shorter form | 5 | 7 | 8 | 280 |\n| Voice note | 7 | 4 | 3 | 84 |\n",
            "| Experiment | Impact | Confidence | Ease | ICE score |\n|---|---|---|---|---|\n| Later reminder | 8 | 6 | 9 | 7.7 |\n| Shorter form | 5 | 7 | 8 | 6.7 |\n| Voice note | 7 | 4 | 3 | 4.7 |\n",
            "| Epic | Business value | Time criticality | Risk reduction | Job size | WSJF |\n|---|---|---|---|---|---|\n| Tariff import | 8 | 5 | 3 | 4 | 4 |\n| Meter alarms | 5 | 8 | 5 | 6 | 3 |\n| Audit log | 3 | 2 | 8 | 5 | 2.6 |\n",
            "## Options\n\n| Option | Fit (50%) | Speed (30%) | Care (20%) | Total |\n|---|---|---|---|---|\n| Build | 4 | 2 | 5 | 3.6 |\n| Buy | 3 | 5 | 3 | 3.6 |\n| Wait | 2 | 3 | 4 | 2.7 |\n",
            // The weights are told nowhere.
            "## Options\n\n| Option | Fit | Speed | Care | Total |\n|---|---|---|---|---|\n| Build | 4 | 2 | 5 | 3.6 |\n| Buy | 3 | 5 | 3 | 3.6 |\n| Wait | 2 | 3 | 4 | 2.7 |\n",
            "| Feature | Value | Effort | Score |\n|---|---|---|---|\n| Seat map | 8 | 4 | 2 |\n| Gift cards | 6 | 2 | 3 |\n| Refund page | 9 | 3 | 3 |\n",
            // Words in place of a number, and a reach that can be read in two ways.
            "| Idea | Reach | Impact | Confidence | Effort | RICE |\n|---|---|---|---|---|---|\n| Seat map | 1.200 | 2 | 80% | 4 | 70 |\n| Gift cards | High | 1 | 50% | 2 | 30 |\n| Group booking | 300 | 1 | 100% | 3 | 100 |\n",
            // A formula of its own.
            "Score = reach × impact ÷ effort².\n\n| Idea | Reach | Impact | Confidence | Effort | RICE |\n|---|---|---|---|---|---|\n| Seat map | 400 | 2 | 80% | 4 | 50 |\n| Gift cards | 90 | 1 | 50% | 3 | 10 |\n| Group booking | 300 | 1 | 100% | 2 | 75 |\n",
            "## Priorities\n\n- Pick list: RICE = 600 × 2 × 80% ÷ 3 = 320\n- Route sheet: RICE = 450 × 3 × 80% ÷ 3 = 360\n",
            // Weeks and months in one column.
            "| Idea | Reach | Impact | Confidence | Effort | RICE |\n|---|---|---|---|---|---|\n| Seat map | 800 | 2 | 50% | 4 weeks | 200 |\n| Gift cards | 90 | 1 | 100% | 3 weeks | 30 |\n| Group booking | 800 | 1 | 100% | 2 months | 100 |\n",
        ],
    };
    planted.hold();
}

#[test]
fn an_order_that_is_not_that_of_the_scores_is_found() {
    let planted = Planted {
        rule: "score-order",
        found: &[
            "| Feature | WSJF | Rank |\n|---|---|---|\n| Tariff import | 4 | 1 |\n| Audit log | 2.6 | 2 |\n| Meter alarms | 3 | 3 |\n| Labels | 1 | 4 |\n",
            "| # | Feature | Reach | Effort | Score |\n|---|---|---|---|---|\n| 1 | Seat map | 400 | 2 | 200 |\n| 2 | Gift cards | 90 | 3 | 30 |\n| 3 | Refund page | 300 | 5 | 60 |\n| 4 | Labels | 20 | 2 | 10 |\n",
            "## Priorities\n\n1. Later reminder (ICE 432)\n2. Voice note (ICE 84)\n3. Shorter form (ICE 280)\n4. Bigger type (ICE 40)\n",
            "Sorted by score, highest first:\n\n| Idea | Impact | Effort | Score |\n|---|---|---|---|\n| Seat map | 8 | 2 | 4 |\n| Labels | 3 | 3 | 1 |\n| Gift cards | 6 | 3 | 2 |\n| Refund page | 2 | 4 | 0.5 |\n",
        ],
        clean: &[
            "| Feature | WSJF | Rank |\n|---|---|---|\n| Tariff import | 4 | 1 |\n| Audit log | 2.6 | 3 |\n| Meter alarms | 3 | 2 |\n| Labels | 1 | 4 |\n",
            "| Feature | WSJF | Rank |\n|---|---|---|\n| Tariff import | 4 | 1 |\n| Audit log | 2.6 | 2 |\n| Meter alarms | 3 | 3 |\n| Labels | 1 | 4 |\n\nDespite its score the audit log goes second: the law asks for it by March.\n",
            "## Priorities\n\n1. Later reminder (ICE 432)\n2. Shorter form (ICE 280)\n3. Voice note (ICE 84)\n4. Bigger type (ICE 84)\n",
            "The ideas, in no order:\n\n| Idea | Impact | Effort | Score |\n|---|---|---|---|\n| Seat map | 8 | 2 | 4 |\n| Labels | 3 | 3 | 1 |\n| Gift cards | 6 | 3 | 2 |\n",
            "## Prioritization\n\n| Idea | Impact | Effort | Score |\n|---|---|---|---|\n| Seat map | 8 | 2 | 4 |\n| Labels | 3 | 3 | 1 |\n| Gift cards | 6 | 3 | 2 |\n| Refund page | 2 | 4 | 0.5 |\n",
            "| Team | Score | Order |\n|---|---|---|\n| North | 44 | 1 |\n| South | 31 | 2 |\n| West | 41 | 3 |\n| East | 20 | 4 |\n",
            "| Feature | Score | Priority |\n|---|---|---|\n| Seat map | 360 | P0 |\n| Group booking | 200 | P1 |\n| Gift cards | 240 | P0 |\n| Labels | 20 | P2 |\n",
            "| Site | Risk score | Rank |\n|---|---|---|\n| North | 2 | 1 |\n| South | 4 | 2 |\n| West | 9 | 3 |\n",
        ],
    };
    planted.hold();
}

#[test]
fn weights_that_do_not_close_are_found() {
    let planted = Planted {
        rule: "weights-sum",
        found: &[
            "| Criterion | Weight | Why |\n|---|---|---|\n| Fit | 0.4 | Asked for |\n| Speed | 0.3 | Season |\n| Care | 0.2 | Law |\n",
            "## Options\n\n| Option | Fit (50%) | Speed (30%) | Care (30%) | Total |\n|---|---|---|---|---|\n| Build | 4 | 2 | 5 | 4.1 |\n| Buy | 3 | 5 | 3 | 3.9 |\n",
            "## Options\n\n| Option | Fit | Speed | Care | Score |\n|---|---|---|---|---|\n| Weights | 40% | 30% | 20% | |\n| Build | 4 | 2 | 5 | 3.2 |\n| Buy | 3 | 5 | 3 | 3.3 |\n",
            "## Criteria and weights\n\n- Fewer refunds: 45%\n- Time to build: 35%\n- Ease for drivers: 30%\n",
            "| Criterion | Weight (%) |\n|---|---|\n| Fit | 40 |\n| Speed | 30 |\n| Care | 35 |\n",
        ],
        clean: &[
            "| Criterion | Weight | Why |\n|---|---|---|\n| Fit | 0.4 | Asked for |\n| Speed | 0.3 | Season |\n| Care | 0.3 | Law |\n",
            "## Options\n\n| Option | Fit (50%) | Speed (30%) | Care (20%) | Total |\n|---|---|---|---|---|\n| Build | 4 | 2 | 5 | 3.6 |\n| Buy | 3 | 5 | 3 | 3.6 |\n",
            "| Criterion | Weight |\n|---|---|\n| Fit | 33% |\n| Speed | 33% |\n| Care | 33% |\n",
            "| Criterion | Weight |\n|---|---|\n| Fit | 5 |\n| Speed | 3 |\n| Care | 2 |\n",
            "## Criteria and weights\n\n- Fewer refunds: 45%\n- Time to build: 35%\n- Ease for drivers: 20%\n",
            "| Parcel | Weight |\n|---|---|\n| Small | 0.4 kg |\n| Large | 0.9 kg |\n",
            "## Goals\n\n- Fewer refunds: 45%\n- Faster answers: 35%\n- Repeat orders: 30%\n",
        ],
    };
    planted.hold();
}
