//! Choices held against the options and their scores.

use crate::checks::Planted;

#[test]
fn a_choice_that_was_no_option_is_found() {
    let planted = Planted {
        rule: "choice-not-an-option",
        found: &[
            "## Options\n\n- **Option A: call each shop.** Costs two days a week, and shops answer.\n- **Option B: send a form.** Cheap, but four in ten answer.\n- **Option C: do nothing.** Costs nothing.\n\n## Decision\n\nWe chose Option D for its reach.\n",
            "## Options considered\n\n### Option 1: Call each shop\n\nCosts two days a week.\n\n### Option 2: Send a form\n\nCheap, but few answer.\n\n## Decision\n\nWe recommend Option 3.\n",
            "## Considered options\n\n* Paper slips at the counter\n* A text message after the visit\n* Nothing, as today\n\n## Decision outcome\n\nChosen option: \"Loyalty stamps\", because owners like them.\n",
            "## Options\n\n| Option | Pros | Cons |\n|---|---|---|\n| Paper slips | Cheap | Slow |\n| Text message | Fast | Costs 4 cents each |\n\n**Chosen option:** Loyalty stamps\n",
        ],
        clean: &[
            "## Options\n\n- **Option A: call each shop.** Costs two days a week, and shops answer.\n- **Option B: send a form.** Cheap, but four in ten answer.\n- **Option C: do nothing.** Costs nothing.\n\n## Decision\n\nWe chose Option B for its reach.\n",
            "## Options considered\n\n### Option 1: Call each shop\n\nCosts two days a week.\n\n### Option 2: Send a form\n\nCheap, but few answer.\n\n## Decision\n\nWe recommend Option 2.\n",
            "## Considered options\n\n* Paper slips at the counter\n* A text message after the visit\n* Nothing, as today\n\n## Decision outcome\n\nChosen option: \"Texting after visits\", because owners read it.\n",
            "## Options\n\n| Option | Pros | Cons |\n|---|---|---|\n| Paper slips | Cheap | Slow |\n| Text message | Fast | Costs 4 cents each |\n\n**Chosen option:** The text message\n",
            // Named elsewhere, where it may have been weighed.
            "## Options\n\n- Option A: call each shop. Costs two days a week.\n- Option B: send a form. Cheap, but few answer.\n\nOption D came up in the review: a visit, at twice the price.\n\n## Decision\n\nWe chose Option D for its reach.\n",
            "## Options\n\n- Option A: call each shop. Costs two days a week.\n- Option B: send a form. Cheap, but few answer.\n\nWe did not choose Option D.\n",
        ],
    };
    planted.hold();
}

const ICE: &str = "| Option | Impact | Confidence | Ease | ICE |\n|---|---|---|---|---|\n| Later reminder | 8 | 6 | 9 | 432 |\n| Shorter form | 5 | 7 | 8 | 280 |\n| Voice note | 7 | 4 | 3 | 84 |\n";
const WEIGHED: &str = "| Option | Fit (50%) | Speed (30%) | Care (20%) | Total |\n|---|---|---|---|---|\n| Build our own | 4 | 2 | 5 | 3.6 |\n| Buy a licence | 3 | 5 | 4 | 3.8 |\n| Wait a year | 2 | 3 | 4 | 2.7 |\n";

#[test]
fn a_choice_below_the_top_score_is_found_unless_it_is_explained() {
    let found = [
        format!("## Options\n\n{ICE}\n## Decision\n\nWe chose the voice note.\n"),
        format!("## Options\n\n{ICE}\n## Decision\n\n- We will go with the shorter form in May.\n"),
        format!("## Options\n\n{WEIGHED}\n**Decision:** We recommend to build our own.\n"),
        format!("## Options\n\n{WEIGHED}\n## Recommendation\n\nWe decided on Wait a year.\n"),
    ];
    let clean = [
        format!("## Options\n\n{ICE}\n## Decision\n\nWe chose the later reminder.\n"),
        format!(
            "## Options\n\n{ICE}\n## Decision\n\nWe chose the voice note, because drivers cannot read on the road.\n"
        ),
        format!(
            "## Options\n\n{ICE}\n## Decision\n\nWe will go with the shorter form. The later reminder scored higher but waits for the new gateway.\n"
        ),
        format!("## Options\n\n{WEIGHED}\n**Decision:** We recommend to buy a licence.\n"),
        format!("## Options\n\n{WEIGHED}\n## Decision\n\nWe decided against Wait a year.\n"),
        format!("## Options\n\n{ICE}\n## Decision\n\nWe chose the later reminder first and the shorter form second.\n"),
    ];
    let found: Vec<&str> = found.iter().map(String::as_str).collect();
    let clean: Vec<&str> = clean.iter().map(String::as_str).collect();
    Planted { rule: "choice-not-top-score", found: &found, clean: &clean }.hold();
}
