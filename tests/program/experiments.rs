//! Contradictions in the plan of an experiment, and in what a business case says of its return.

use crate::checks::Planted;

#[test]
fn a_test_that_ends_too_soon_is_told_from_one_that_fills_its_sample() {
    let planted = Planted {
        rule: "test-too-short",
        found: &[
            "## Experiment\n\n- Sample: 12,000 visitors per arm, two arms\n- Traffic: 800 visitors a day\n- Duration: 14 days\n",
            "## Experiment\n\n| Parameter | Value |\n|---|---|\n| Baseline | 10% |\n| Minimum detectable effect | 1 pp |\n| Daily traffic | 400 visitors |\n| Duration | 3 weeks |\n",
            "## Experiment\n\nWe need 9k users per variant. About half come back, so we count only the 2,100 users a week who sign in. The test runs for four weeks.\n",
            "# Experiment brief\n\nWe need about 3,900 workspaces in each arm (baseline 31%, MDE 3 pp, 80% power). We get roughly 250 new workspaces a day. The test will run for two weeks.\n",
            "## Experiment design\n\n- Sample size per group: 10,000\n- Exposure: 50% of traffic\n- Weekly visitors: 8,000\n- Test length: 2 weeks\n",
            "## Experiment\n\n- Sample: 6,000 patients per arm, three arms\n- Traffic: 5,000 patients a month\n- Duration: two months\n",
        ],
        clean: &[
            "## Experiment\n\n- Sample: 5,600 visitors per arm, two arms\n- Traffic: 800 visitors a day\n- Duration: 14 days\n",
            "## Experiment\n\n| Parameter | Value |\n|---|---|\n| Baseline | 10% |\n| Minimum detectable effect | 2 pp |\n| Daily traffic | 400 visitors |\n| Duration | 3 weeks |\n",
            "## Experiment\n\nWe need 4k users per variant. We count only the 2,100 users a week who sign in. The test runs for four weeks.\n",
            "## Experiment design\n\n- Sample size per group: 10,000\n- Exposure: 50% of traffic\n- Weekly visitors: 22,000\n- Test length: 2 weeks\n",
            "## Experiment\n\n- Sample: 12,000 visitors per arm\n- Traffic: 800 visitors a day per arm\n- Duration: 14 days\n",
            "## Experiment\n\n- Sample: 12,000 visitors per arm\n- Traffic: 800 visitors a day on the web, 4,000 users a day in the app\n- Duration: 14 days\n",
            "## Experiment\n\n- Sample: 12,000 visitors per arm\n- Traffic: 1.200 visitors a day\n- Duration: 14 days\n",
        ],
    };
    planted.hold();
}

#[test]
fn an_effect_that_is_left_open_is_asked_about() {
    let planted = Planted {
        rule: "effect-open",
        found: &[
            "## Experiment\n\n- Baseline conversion: 20%\n- Minimum detectable effect: 10%\n- Sample: 6,500 visitors per arm\n",
            "## Experiment\n\n| Parameter | Value |\n|---|---|\n| Baseline | 8% |\n| MDE | 5% |\n| Sample size per variant | 30,000 |\n",
            "## Experiment\n\nBaseline completion is 40%. To detect a lift of 5% with 80% power we need 1,600 patients per arm.\n",
            "## Experiment design\n\nSample size: baseline of 12,5% and an MDE of 4%, so 20k users in each group.\n",
        ],
        clean: &[
            "## Experiment\n\n- Baseline conversion: 20%\n- Minimum detectable effect: 10% relative\n- Sample: 6,500 visitors per arm\n",
            "## Experiment\n\n| Parameter | Value |\n|---|---|\n| Baseline | 8% |\n| MDE (absolute) | 5% |\n| Sample size per variant | 600 |\n",
            "## Experiment\n\nBaseline completion is 40%. To detect a lift of 5 pp with 80% power we need 1,600 patients per arm.\n",
            "## Experiment\n\nBaseline completion is 80%. To detect a lift of 25% we need 1,600 patients per arm.\n",
            "## Experiment\n\n- Baseline conversion: 20%\n- Minimum detectable effect: 10%\n- Sample: 6,500 visitors per arm\n- We expect conversion to go from 20% to 22%.\n",
        ],
    };
    planted.hold();
}

#[test]
fn arms_that_chance_does_not_make_are_told_from_those_it_does() {
    let planted = Planted {
        rule: "sample-ratio",
        found: &[
            "## Experiment\n\nVisitors were split 50/50.\n\n| Arm | Visitors | Orders |\n|---|---|---|\n| Control | 5,200 | 310 |\n| Treatment | 4,800 | 322 |\n",
            "## Experiment results\n\nThe test was split evenly. 5,200 users were in control and 4,800 in treatment.\n",
            "# Test read-out\n\nTraffic was split evenly between control and treatment. Control had 48,210 users, treatment 46,030 users.\n",
            "## Experiment\n\nThe variant got a 90/10 split.\n\n- **Control:** 18,400 users, 920 bookings\n- **Variant:** 1,600 users, 88 bookings\n",
            "## Experiment\n\nRandomised by clinic, half and half.\n\n| | Control | Treatment |\n|---|---|---|\n| Patients | 52.000,00 | 48.000,00 |\n| Booked | 20% | 22% |\n",
            "## Experiment\n\nThe test used an equal split.\n\n| Arm | Users |\n|---|---|\n| Control | 3,000 |\n| Variant B | 3,020 |\n| Variant C | 2,700 |\n",
        ],
        clean: &[
            "## Experiment\n\nVisitors were split 50/50.\n\n| Arm | Visitors | Orders |\n|---|---|---|\n| Control | 5,030 | 310 |\n| Treatment | 4,970 | 322 |\n",
            "## Experiment results\n\nThe test was split evenly. 5,100 users were in control and 5,000 in treatment.\n",
            "## Experiment\n\nThe variant got a 90/10 split.\n\n- **Control:** 18,020 users, 920 bookings\n- **Variant:** 1,980 users, 88 bookings\n",
            "## Experiment\n\n| Arm | Visitors | Orders |\n|---|---|---|\n| Control | 5,200 | 310 |\n| Treatment | 4,800 | 322 |\n",
            "## Experiment\n\nVisitors are split 50/50.\n\n| Arm | Planned visitors |\n|---|---|\n| Control | 5,200 |\n| Treatment | 4,800 |\n",
            "## Experiment\n\nVisitors were split 50/50.\n\n| Arm | Visitors | Orders |\n|---|---|---|\n| Control | 5.200 | 310 |\n| Treatment | 4.800 | 322 |\n",
        ],
    };
    planted.hold();
}

#[test]
fn several_primary_metrics_are_told_from_one_and_from_corrected_ones() {
    let planted = Planted {
        rule: "several-primaries",
        found: &[
            "## Experiment\n\n- **Primary metric:** completed bookings\n- **Primary metric:** revenue per visitor\n- Sample: 8,000 visitors per arm, 95% confidence\n",
            "## Experiment\n\n### Primary metrics\n\n- Completed bookings\n- Revenue per visitor\n- Time to book\n\n### Sample\n\nSample size: 8,000 visitors per arm.\n",
            "## A/B test\n\n| Metric | Role | Baseline | Target |\n|---|---|---|---|\n| Completed bookings | Primary metric | 20% | 22% |\n| Revenue per visitor | Primary metric | €4 | €5 |\n\nSample size: 9k users per variant, 80% power.\n",
            "## Experiment\n\nPrimary metrics:\n\n- Share of patients who confirm\n- Calls per nurse\n\nEach arm has 1,600 patients, two-sided at 5%.\n",
        ],
        clean: &[
            "## Experiment\n\n- **Primary metric:** completed bookings\n- **Secondary metric:** revenue per visitor\n- Sample: 8,000 visitors per arm, 95% confidence\n",
            "## Experiment\n\n### Primary metrics\n\n- Completed bookings\n- Revenue per visitor\n\n### Sample\n\nSample size: 8,000 visitors per arm. We apply the Holm correction.\n",
            "## Success metrics\n\n### Primary metrics\n\n- Completed bookings\n- Revenue per visitor\n",
            "## Experiment\n\n- **Primary metric:** completed bookings\n- **Primary metric:** revenue per visitor\n- Sample: 8,000 visitors per arm\n- Ship only if both improve.\n",
            "## Experiment 1\n\n- **Primary metric:** completed bookings\n- Sample: 8,000 visitors per arm\n\n## Experiment 2\n\n- **Primary metric:** revenue per visitor\n- Sample: 6,000 visitors per arm\n",
            "## Experiment\n\n- **Primary metric:** completed bookings\n- Sample: 8,000 visitors per arm\n\nThe primary metric, completed bookings, is read after four weeks.\n",
        ],
    };
    planted.hold();
}

#[test]
fn a_payback_that_does_not_follow_is_told_from_one_that_does() {
    let planted = Planted {
        rule: "payback",
        found: &[
            "The build costs €24,000 and saves €2,000 a month, so it pays for itself in six months.\n",
            "## Business case\n\n- **Cost:** $90k\n- **Savings:** $15k per month\n- **Payback:** 3 months\n",
            "## Business case\n\n| Item | Value |\n|---|---|\n| One-off cost | ₹ 12,00,000 |\n| Monthly savings | ₹ 1,00,000 |\n| Payback period | 6 months |\n",
            "The investment of £1.2m brings in £400k a year and pays back within 18 months.\n",
            "## Business case\n\n- **Total investment:** $328,000\n- **Annual benefits:** $3.7m a year\n- **IRR:** 847%\n- **3-year NPV:** $10.2m\n- **Payback period:** 5.5 months\n",
            "## Return\n\nThe set-up costs 3 lakh rupees. It saves ₹ 50,000 a month. Break-even comes after 14 months.\n",
        ],
        clean: &[
            "The build costs €24,000 and saves €2,000 a month, so it pays for itself in twelve months.\n",
            "## Business case\n\n- **Cost:** $90k\n- **Savings:** $15k per month\n- **Payback:** 6 months\n",
            "## Business case\n\n| Item | Value |\n|---|---|\n| One-off cost | ₹ 12,00,000 |\n| Monthly savings | ₹ 1,00,000 |\n| Payback period | 1 year |\n",
            "The investment of £1.2m brings in £400k a year and pays back within 3 years.\n",
            "The build costs €24,000, running it costs €500 a month and it saves €2,000 a month, so it pays for itself in 16 months.\n",
            "## Business case\n\n- **Investment:** $90k\n- **Savings:** $15k per month\n- **ROI over three years:** 500%\n- **Payback:** 6 months\n",
            "The build costs €24.000 and saves €2.000 a month, so it pays for itself in six months.\n",
            "The build costs €24,000 and saves €2,000 a month from the second year on 40% of routes, so it pays back in 30 months.\n",
            "| Option | Cost | Saves a month | Payback |\n|---|---|---|---|\n| Build | €24,000 | €2,000 | 12 months |\n| Buy | €6,000 | €1,000 | 6 months |\n",
        ],
    };
    planted.hold();
}

#[test]
fn a_year_that_is_not_twelve_months_is_told_from_one_that_is() {
    let planted = Planted {
        rule: "case-arithmetic",
        found: &[
            "## Business case\n\n- **Monthly saving:** €2,000\n- **Annual saving:** €20,000\n",
            "## Business case\n\n| Item | Value |\n|---|---|\n| Support cost per month | $4.5k |\n| Support cost per year | $45k |\n",
            "| Item | Per month | Per year |\n|---|---|---|\n| Hosting | €300 | €3,600 |\n| Support | €900 | €9,800 |\n| Tools | €150 | €1,800 |\n",
            "It saves ₹ 50,000 a month, or ₹ 5,00,000 a year.\n",
        ],
        clean: &[
            "## Business case\n\n- **Monthly saving:** €2,000\n- **Annual saving:** €24,000\n",
            "## Business case\n\n| Item | Value |\n|---|---|\n| Support cost per month | $4.5k |\n| Support cost per year | $54k |\n",
            "| Item | Per month | Per year |\n|---|---|---|\n| Hosting | €300 | €3,600 |\n| Support | €900 | €10,800 |\n| Tools | €150 | €1,800 |\n",
            "| Plan | Monthly price | Annual price |\n|---|---|---|\n| Solo | €10 | €96 |\n| Team | €30 | €300 |\n",
            "It saves ₹ 50,000 a month, or ₹ 6,00,000 a year.\n",
            "The tool is $40 per seat per month ($400 per year billed annually).\n",
            "- **Monthly price:** €10\n- **Annual price:** €96\n",
        ],
    };
    planted.hold();
}
