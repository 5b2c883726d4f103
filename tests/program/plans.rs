//! Plans held against their own order, their room and their limits.

use crate::checks::Planted;

#[test]
fn work_planned_before_what_it_waits_for_is_found() {
    let planted = Planted {
        rule: "dependency-order",
        found: &[
            // Quarters with a year, and a name that goes on after a bracket.
            "## Roadmap\n\n| Item | Quarter | Depends on |\n|---|---|---|\n| Route export | Q1 2027 | Stop matching |\n| Stop matching (buses only) | Q2 2027 | |\n| Fare table | Q2 2027 | |\n",
            // Numbers of rows, and phases.
            "| # | Work | Phase | Blocked by |\n|---|---|---|---|\n| 1 | Photo upload | Phase 1 | 3 |\n| 2 | Price guide | Phase 1 | - |\n| 3 | Account merge | Phase 2 | - |\n",
            // Horizons as headings, needs in brackets.
            "## Now\n\n- Waiting list (needs seat swaps)\n- Gift cards\n\n## Next\n\n- Seat swaps\n\n## Later\n\n- Group tickets\n",
            // A numbered list that is said to be in order.
            "## Order of work\n\n1. Waiting list: depends on the refund flow.\n2. Seat swaps\n3. Refund flow\n",
            // Labels in bold.
            "## Plan\n\n- **March 2027:** customs form, after the tariff lookup\n- **April 2027:** carrier pages\n- **May 2027:** tariff lookup\n",
            // Prose.
            "The route export ships in March 2027. The stop matching ships in May 2027. The route export depends on the stop matching.\n",
            // Sub-headings under phases, the need as a label.
            "## Phase 1: ferries\n\n### Berth calendar\n\nSkippers book a berth by phone.\n\n**Depends on:** tide tables\n\n## Phase 2: harbours\n\n### Tide tables\n\nRead from the port's own file.\n",
            // Dates as days, and a column of what is held up.
            "| Task | Start | Blocks |\n|---|---|---|\n| Allergen list | 2027-05-03 | Menu planner |\n| Menu planner | 2027-03-01 | |\n| Cook's view | 2027-06-01 | |\n",
            // Phases that name phases.
            "| Phase | What is done | Depends on |\n|---|---|---|\n| Phase 1 | Menu planner | Phase 3 |\n| Phase 2 | Shop prices | Phase 1 |\n| Phase 3 | Allergen list | none |\n",
            // A paragraph for each horizon.
            "**Now:** menu planner, shopping list.\n\n**Next:** allergen list.\n\nThe menu planner is blocked by the allergen list.\n",
        ],
        clean: &[
            "## Roadmap\n\n| Item | Quarter | Depends on |\n|---|---|---|\n| Stop matching (buses only) | Q1 2027 | |\n| Route export | Q2 2027 | Stop matching |\n| Fare table | Q2 2027 | |\n",
            "| # | Work | Phase | Blocked by |\n|---|---|---|---|\n| 1 | Photo upload | Phase 2 | 3 |\n| 2 | Price guide | Phase 1 | - |\n| 3 | Account merge | Phase 1 | - |\n",
            "## Now\n\n- Seat swaps\n- Gift cards\n\n## Next\n\n- Waiting list (needs seat swaps)\n\n## Later\n\n- Group tickets\n",
            "## Order of work\n\n1. Refund flow\n2. Seat swaps\n3. Waiting list: depends on the refund flow.\n",
            "## Plan\n\n- **March 2027:** tariff lookup\n- **April 2027:** carrier pages\n- **May 2027:** customs form, after the tariff lookup\n",
            "The stop matching ships in March 2027. The route export ships in May 2027. The route export depends on the stop matching.\n",
            // The same time is not before.
            "| Item | Quarter | Depends on |\n|---|---|---|\n| Route export | Q1 2027 | Stop matching |\n| Stop matching | Q1 2027 | |\n| Fare table | Q2 2027 | |\n",
            // No order is told.
            "| Item | Depends on |\n|---|---|\n| Route export | Stop matching |\n| Stop matching | |\n| Fare table | |\n",
            "## Ideas\n\n1. Waiting list: depends on the refund flow.\n2. Seat swaps\n3. Refund flow\n",
            // What is waited for is there, or worked around.
            "| Item | Quarter | Depends on | Note |\n|---|---|---|---|\n| Route export | Q1 2027 | Stop matching | Starts with a manual file, by hand until then |\n| Stop matching | Q2 2027 | | |\n",
            "| Item | Quarter | Depends on |\n|---|---|---|\n| Route export | Q1 2027 | Stop matching (first draft only) |\n| Stop matching | Q2 2027 | |\n",
            "## Now\n\n- Waiting list (does not need seat swaps)\n\n## Next\n\n- Seat swaps\n",
            // Another thing that begins with the same words.
            "## Now\n\n- Waiting list (needs seat swaps data from the box office)\n\n## Next\n\n- Seat swaps\n",
            // Months without a year may belong to two years.
            "| Item | Month | Depends on |\n|---|---|---|\n| Stop matching | November | |\n| Route export | January | Stop matching |\n| Fare table | February | |\n",
            // Said on purpose.
            "## Now\n\n- Waiting list (needs seat swaps)\n\n## Next\n\n- Seat swaps\n\nThe waiting list goes ahead of seat swaps because its design takes longest.\n",
            // A review of what users need is no plan.
            "| Persona | Needs | When |\n|---|---|---|\n| Skipper | Tide tables | On Sunday |\n| Harbour master | Berth calendar | Daily |\n",
        ],
    };
    planted.hold();
}

#[test]
fn work_that_waits_for_itself_is_found() {
    let planted = Planted {
        rule: "dependency-cycle",
        found: &[
            "| Item | Depends on |\n|---|---|\n| Tide tables | Harbour file |\n| Berth calendar | Tide tables |\n| Harbour file | Berth calendar |\n",
            "| ID | Task | Prerequisites |\n|---|---|---|\n| T1 | Photo upload | T2 |\n| T2 | Account merge | T3, T4 |\n| T3 | Price guide | |\n| T4 | Seller checks | T1 |\n",
            "## Plan\n\n- Waiting list (needs seat swaps)\n- Seat swaps (after the waiting list)\n- Gift cards\n",
            "## Now\n\n- Menu planner\n- Allergen list\n\n## Next\n\n- Shop prices\n\nThe menu planner depends on the allergen list. The allergen list is blocked by the menu planner.\n",
            "## Phase 1: labels\n\nPhase 1 depends on phase 2.\n\n## Phase 2: scanners\n\nPhase 2 waits for phase 1.\n",
        ],
        clean: &[
            "| Item | Depends on |\n|---|---|\n| Tide tables | Harbour file |\n| Berth calendar | Tide tables, harbour file |\n| Harbour file | |\n",
            "| ID | Task | Prerequisites |\n|---|---|---|\n| T1 | Photo upload | |\n| T2 | Account merge | T3, T4 |\n| T3 | Price guide | |\n| T4 | Seller checks | T1 |\n",
            "## Plan\n\n- Seat swaps\n- Waiting list (needs seat swaps)\n- Gift cards (needs seat swaps and the waiting list)\n",
            // Parts of a machine call each other.
            "| Component | Depends on |\n|---|---|\n| Ledger | Clock |\n| Clock | Ledger |\n",
            // Forces that feed each other are no pieces of work.
            "Supply depends on demand. Demand depends on supply.\n",
            "## Now\n\n- Menu planner\n- Allergen list\n\n## Next\n\n- Shop prices\n\nThe menu planner depends on the allergen list. The allergen list does not depend on the menu planner.\n",
            "## Phase 1: labels\n\nNothing is waited for.\n\n## Phase 2: scanners\n\nPhase 2 waits for phase 1.\n",
        ],
    };
    planted.hold();
}

#[test]
fn more_work_than_there_is_room_for_is_found() {
    let planted = Planted {
        rule: "over-capacity",
        found: &[
            "## Plan\n\nCapacity is 10 person-weeks.\n\n| Work | Person-weeks |\n|---|---|\n| Tide tables | 4 |\n| Berth calendar | 5 |\n| Harbour file | 2.5 |\n",
            "## Sprint 7\n\nThe team has a capacity of 30 points.\n\n- Photo upload: 13 points\n- Price guide: 8 points\n- Seller checks: 13 points\n",
            "## What we will do\n\nWe have 9 weeks. The form takes 4 weeks, the lookup takes 3 weeks and the print page takes 3 weeks.\n",
            "**Appetite:** 6 weeks\n\n- Waiting list (3 weeks)\n- Seat swaps (2 weeks)\n- Gift cards (2 weeks)\n",
            "## Plan\n\n| Piece | Effort (days) |\n|---|---|\n| Survey | 5 |\n| Calls | 8 |\n| Write-up | 4 |\n| Total | 17 |\n\nWe have 15 days before the board meets.\n",
            "We have 12 person-days: 5 person-days for the survey, 6 person-days for calls and 3 person-days for the write-up.\n",
        ],
        clean: &[
            "## Plan\n\nCapacity is 12 person-weeks.\n\n| Work | Person-weeks |\n|---|---|\n| Tide tables | 4 |\n| Berth calendar | 5 |\n| Harbour file | 2.5 |\n",
            "## Sprint 7\n\nThe team has a capacity of 34 points.\n\n- Photo upload: 13 points\n- Price guide: 8 points\n- Seller checks: 13 points\n",
            "## What we will do\n\nWe have 10 weeks. The form takes 4 weeks, the lookup takes 3 weeks and the print page takes 3 weeks.\n",
            // Two pairs of hands.
            "**Appetite:** 6 weeks, two developers\n\n- Waiting list (3 weeks)\n- Seat swaps (2 weeks)\n- Gift cards (2 weeks)\n",
            // Candidates with scores, from which the room chooses.
            "## Candidates\n\nCapacity is 10 person-weeks.\n\n| Work | Score | Person-weeks |\n|---|---|---|\n| Tide tables | 8 | 4 |\n| Berth calendar | 7 | 5 |\n| Harbour file | 3 | 2.5 |\n",
            // The line is drawn.
            "## Plan\n\nCapacity is 10 person-weeks, so the last row is cut.\n\n| Work | Person-weeks |\n|---|---|\n| Tide tables | 4 |\n| Berth calendar | 5 |\n| Harbour file | 2.5 |\n",
            // Other units.
            "## Plan\n\nCapacity is 2 months.\n\n| Work | Person-weeks |\n|---|---|\n| Tide tables | 4 |\n| Berth calendar | 5 |\n| Harbour file | 2.5 |\n",
            // Time that is no room for work.
            "## Answers\n\nWe have 10 days to answer a complaint.\n\n- Card: 7 days\n- Bank transfer: 5 days\n",
            "## Support\n\nSomeone is available 24 hours.\n\n- E-mail: 24 hours\n- Chat: 8 hours\n",
            // So much in each of several sprints.
            "## Plan\n\nCapacity is 20 points per sprint.\n\n- Photo upload: 13 points\n- Price guide: 8 points\n- Seller checks: 13 points\n",
            "## Plan\n\nCapacity is 20 points.\n\n| Work | Sprint | Points |\n|---|---|---|\n| Photo upload | 1 | 13 |\n| Price guide | 2 | 8 |\n| Seller checks | 2 | 8 |\n",
            "We have 15 person-days: 5 person-days for the survey, 6 person-days for calls and 3 person-days for the write-up.\n",
        ],
    };
    planted.hold();
}

#[test]
fn what_was_left_out_and_is_asked_for_is_found() {
    let planted = Planted {
        rule: "non-goal-required",
        found: &[
            "## Requirements\n\n- The skipper can pay the berth fee by card in the app\n- Receipts are sent by e-mail\n\n## Non-goals\n\n- Paying berth fees by card\n- Winter storage\n",
            "## Out of scope\n\n* Push notifications: too early for a first release\n* A tablet layout\n\n## Must have\n\n1. Push notifications are sent to the seller within a minute of an offer\n",
            "| Requirement | Priority |\n|---|---|\n| Guests sign in with a bank card | Must |\n| Orders show the table number | Must |\n\n**Non-goals:**\n\n- Sign-in with bank cards\n- Tips\n",
            "## Scope\n\n**In scope:**\n\n- Import of old timetables from the county file\n- Stop names in two languages\n\n**Out of scope:**\n\n- Importing old timetables\n- Live positions\n",
        ],
        clean: &[
            "## Requirements\n\n- The skipper can pay the berth fee by bank transfer\n- Receipts are sent by e-mail\n\n## Non-goals\n\n- Paying berth fees by card\n- Winter storage\n",
            "## Out of scope\n\n* Push notifications: too early for a first release\n* A tablet layout\n\n## Must have\n\n1. An e-mail tells the seller of an offer within a minute\n",
            "## Out of scope\n\n* Push notifications for buyers\n\n## Must have\n\n1. Push notifications are sent to the seller within a minute of an offer\n",
            "| Requirement | Priority |\n|---|---|\n| Guests sign in with a bank card | Won't |\n| Orders show the table number | Must |\n\n**Non-goals:**\n\n- Sign-in with bank cards\n- Tips\n",
            "## Requirements\n\n- Old timetables are not imported\n- Import of timetables from 2027 on\n\n## Non-goals\n\n- Importing old timetables\n",
            // Another thing by nearly the same words.
            "## Requirements\n\n- Sellers see the mobile web app in their own language\n- A mobile app icon stands in the footer\n\n## Non-goals\n\n- A mobile app\n",
            // Only where the thing is spoken of in passing.
            "## Requirements\n\n- When the skipper has the tablet layout, the map opens first\n\n## Non-goals\n\n- A tablet layout\n",
            "## Requirements\n\n- The existing tablet layout opens the map\n\n## Non-goals\n\n- A tablet layout\n",
        ],
    };
    planted.hold();
}

#[test]
fn a_risk_beside_which_nothing_stands_is_found() {
    let planted = Planted {
        rule: "unmitigated-risk",
        found: &[
            "| Risk | Likelihood | Mitigation |\n|---|---|---|\n| The port closes its file | High | Read the printed tables until then |\n| Skippers cannot read the map at night | Low | |\n",
            "| Risk | Mitigation |\n|---|---|\n| Sellers send blurred photos | Ask for a second one |\n| Two sellers share an account | - |\n",
            "| What could go wrong | What we do about it |\n|---|---|\n| The tariff file is late | Use last year's |\n| A carrier leaves | TBD |\n",
            "## Risks\n\n- Guests order twice. Mitigation: one order a table.\n- The kitchen misses an order. Mitigation: a printed slip.\n- The card reader fails at noon\n",
            "## Risks\n\n- **Guests order twice.**\n  - Mitigation: one order a table\n- **The kitchen misses an order.**\n  - Mitigation: a printed slip\n- **The card reader fails at noon.**\n",
        ],
        clean: &[
            "| Risk | Likelihood | Mitigation |\n|---|---|---|\n| The port closes its file | High | Read the printed tables until then |\n| Skippers cannot read the map at night | Low | A dark map |\n",
            "| Risk | Mitigation |\n|---|---|\n| Sellers send blurred photos | Ask for a second one |\n| Two sellers share an account | We accept this one |\n",
            "| What could go wrong | What we do about it |\n|---|---|\n| The tariff file is late | Use last year's |\n| A carrier leaves | n/a |\n",
            "## Risks\n\n- Guests order twice. Mitigation: one order a table.\n- The kitchen misses an order. Mitigation: a printed slip.\n- The card reader fails at noon. Waiters carry a second one.\n",
            // Nobody says that mitigations stand here.
            "## Risks\n\n- Guests order twice\n- The kitchen misses an order\n- The card reader fails at noon\n",
            // An empty form is another fault.
            "| Risk | Mitigation |\n|---|---|\n| | |\n| | |\n",
        ],
    };
    planted.hold();
}

#[test]
fn an_assumption_with_no_test_is_found() {
    let planted = Planted {
        rule: "untested-assumption",
        found: &[
            "| Assumption | Test |\n|---|---|\n| Skippers carry a phone | Count at two piers |\n| The port answers within a day | |\n",
            "| # | Riskiest assumptions | How we'll know |\n|---|---|---|\n| 1 | Sellers own a scale | Ask thirty of them |\n| 2 | Buyers read the condition note | ? |\n",
            "| Assumption | Confidence | Validation |\n|---|---|---|\n| Drivers speak English | High | TBD |\n| Depots are open on Sunday | Low | Call ten |\n",
            "| Key assumptions | How to test |\n|:--|:--|\n| Cooks write lists on Friday | Diary of five cooks |\n| Families share one list | — |\n",
        ],
        clean: &[
            "| Assumption | Test |\n|---|---|\n| Skippers carry a phone | Count at two piers |\n| The port answers within a day | Write to it on a Monday |\n",
            "| # | Riskiest assumptions | How we'll know |\n|---|---|---|\n| 1 | Sellers own a scale | Ask thirty of them |\n| 2 | Buyers read the condition note | Heat map of 200 visits |\n",
            "| Assumption | Confidence |\n|---|---|\n| Drivers speak English | High |\n| Depots are open on Sunday | |\n",
            "| Key assumptions | How to test |\n|:--|:--|\n| Cooks write lists on Friday | Diary of five cooks |\n| Families share one list | Known from the spring survey |\n",
        ],
    };
    planted.hold();
}

#[test]
fn a_question_that_nobody_has_in_hand_is_found() {
    let planted = Planted {
        rule: "unowned-question",
        found: &[
            "| Open question | Owner | By |\n|---|---|---|\n| Who keeps the key of the gate? | Harbour office | 3 May |\n| May we store plate numbers? | | 10 May |\n",
            "| Question | Who |\n|---|---|\n| Do sellers pay for a second photo? | Ines |\n| Is the price guide public? | - |\n",
            "| Open issues | DRI |\n|---|---|\n| Which carriers print labels? | Unassigned |\n| Who signs the customs form? | Legal |\n",
            "## Open questions\n\n- Who keeps the key of the gate? Owner: harbour office\n- May we store plate numbers? Owner: legal\n- Does the camera work in fog?\n",
        ],
        clean: &[
            "| Open question | Owner | By |\n|---|---|---|\n| Who keeps the key of the gate? | Harbour office | 3 May |\n| May we store plate numbers? | Legal | 10 May |\n",
            "| Question | Who |\n|---|---|\n| Do sellers pay for a second photo? | Ines |\n| Is the price guide public? | Ines |\n",
            "| Question | Answer |\n|---|---|\n| Which carriers print labels? | |\n| Who signs the customs form? | The sender |\n",
            "## Open questions\n\n- Who keeps the key of the gate? Owner: harbour office\n- May we store plate numbers? Owner: legal\n- Does the camera work in fog? Ines tries it in March.\n",
            "## Open questions\n\n- Who keeps the key of the gate?\n- May we store plate numbers?\n- Does the camera work in fog?\n",
        ],
    };
    planted.hold();
}

#[test]
fn a_stop_rule_that_anyone_can_read_their_way_is_found() {
    let planted = Planted {
        rule: "stop-rule-no-number",
        found: &[
            "## Kill criteria\n\n- Uptake among skippers is too low by the end of July\n",
            "## Kill criteria\n\n- Bookings stay low\n",
            "**Stop rule:** if sellers don't like the price guide after the pilot, we take it down.\n",
            "We will stop the trial if feedback is poor in May.\n",
            "| Bet | Kill criterion |\n|---|---|\n| Price guide | Engagement does not improve in the first quarter |\n| Photo check | Fewer than 30 uses a week in May |\n",
            "If adoption stays low by summer, we will drop the feature.\n",
        ],
        clean: &[
            "## Kill criteria\n\n- Fewer than 12 of 80 skippers have booked by the end of July\n",
            "**Stop rule:** if fewer than half of the sellers keep the suggested price after the pilot, we take it down.\n",
            "We will stop the trial if more than 3% of orders come back in May.\n",
            // A state that is or is not.
            "## Kill criteria\n\n- The port withdraws its file before June\n",
            "| Bet | Kill criterion |\n|---|---|\n| Price guide | Fewer than 200 sellers open it in the first quarter |\n| Photo check | Fewer than 30 uses a week in May |\n",
            "Users stop when feedback is poor.\n",
            "If the battery is low, we stop the upload.\n",
        ],
    };
    planted.hold();
    let planted = Planted {
        rule: "stop-rule-no-date",
        found: &[
            "## Kill criteria\n\n- Fewer than 12 of 80 skippers have booked\n",
            "**Kill criterion:** more than 3% of the orders come back.\n",
            "Kill criteria:\n\n1. Refunds pass 4% of sales\n2. Two carriers leave\n",
            "| Bet | Kill criterion |\n|---|---|\n| Price guide | Fewer than 200 sellers open it |\n| Photo check | Fewer than 30 uses |\n",
        ],
        clean: &[
            "## Kill criteria\n\n- Fewer than 12 of 80 skippers have booked by 31 July\n",
            "**Kill criterion:** more than 3% of the orders come back in any week.\n",
            "Kill criteria:\n\n1. Refunds pass 4% of sales\n2. Two carriers leave\n\nWe look at both on the first Monday of each month.\n",
            "| Bet | Kill criterion |\n|---|---|\n| Price guide | Fewer than 200 sellers open it in May |\n| Photo check | Fewer than 30 uses |\n",
            "We will stop if more than 3% of the orders come back.\n",
            // A guardrail is watched all the time.
            "**Stop rule:** more than 3% of the orders come back.\n",
            "## Exit criteria\n\n- All orders of the old shop are moved\n",
        ],
    };
    planted.hold();
}
