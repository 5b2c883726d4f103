use crate::document::Document;
use crate::facts::{Choice, Facts, Fate, Method, Words};
use crate::lexicon::Lexicon;
use crate::mention::Reading;
use crate::source::Source;

/// What was read of options out of a text, as plain words.
struct Read {
    options: Vec<Plain>,
    given_up: Vec<String>,
    loose_costs: Vec<String>,
    tables: Vec<(Method, Vec<String>, Option<u32>, bool)>,
}

struct Plain {
    name: String,
    gains: Vec<String>,
    costs: Vec<String>,
    rejected: Vec<String>,
    status_quo: bool,
    fate: Fate,
}

fn read(text: &str) -> Read {
    let source = Source::from_text(text);
    let doc = Document::read(&source);
    let lexicon = Lexicon::embedded();
    let facts = Facts::read(&Reading::of(&doc, &lexicon), &crate::facts::weighed::Weights::embedded());
    let say = |words: &Words| doc.str(words.text).to_owned();
    let all = |words: &[Words]| words.iter().map(say).collect::<Vec<_>>();
    let plain = |choice: &Choice| Plain {
        name: say(&choice.name),
        gains: all(&choice.gains),
        costs: all(&choice.costs),
        rejected: all(&choice.rejected),
        status_quo: choice.status_quo,
        fate: choice.fate,
    };
    Read {
        options: facts.options.iter().map(plain).collect(),
        given_up: all(&facts.given_up),
        loose_costs: all(&facts.loose_costs),
        tables: facts
            .score_tables
            .iter()
            .map(|table| {
                let names = table.options.iter().map(|&cell| doc.block_str(cell).to_owned()).collect();
                (table.method, names, table.score, table.transposed)
            })
            .collect(),
    }
}

impl Read {
    fn names(&self) -> Vec<&str> {
        self.options.iter().map(|option| option.name.as_str()).collect()
    }

    fn option(&self, name: &str) -> &Plain {
        self.options.iter().find(|option| option.name.contains(name)).expect("the option is read")
    }
}

#[test]
fn a_list_under_alternatives_gives_names_and_what_is_said_after_the_dash() {
    let read = read(
        "## Alternatives considered\n\n- Polling every minute — too expensive at our volume\n- A nightly export — simple, but users wait a day\n- Do nothing\n",
    );
    assert_eq!(read.names(), ["Polling every minute", "A nightly export", "Do nothing"]);
    assert_eq!(read.option("Polling").costs, ["too expensive at our volume"]);
    assert_eq!(read.option("Polling").rejected, ["too expensive at our volume"]);
    assert_eq!(read.option("nightly").gains, ["simple"]);
    assert_eq!(read.option("nightly").costs, ["but users wait a day"]);
    assert!(read.option("Do nothing").status_quo);
    assert!(!read.option("Polling").status_quo);
}

#[test]
fn headings_name_options_and_the_lists_below_them_argue() {
    let read = read(
        "## Options considered\n\n### Option 1: Shared inbox\n\nOne inbox that the whole desk reads.\n\n**Pros**\n\n- Everybody sees every message\n\n**Cons**\n\n- Nobody feels responsible for a reply\n\n\
         ### Option 2: Assigned threads\n\n- Good, because each thread has one owner\n- Bad, because somebody must assign it\n",
    );
    assert_eq!(read.options.len(), 2);
    assert_eq!(read.option("Shared inbox").gains, ["Everybody sees every message"]);
    assert_eq!(read.option("Shared inbox").costs, ["Nobody feels responsible for a reply"]);
    assert_eq!(read.option("Assigned threads").gains, ["Good, because each thread has one owner"]);
    assert_eq!(read.option("Assigned threads").costs, ["Bad, because somebody must assign it"]);
}

#[test]
fn labelled_paragraphs_name_options() {
    let read = read(
        "## What now\n\n**Option A: Weekly digest.** It is cheap to build.\n\n**Option B: Push messages.** They would annoy night-shift staff.\n",
    );
    assert_eq!(read.names(), ["Option A: Weekly digest", "Option B: Push messages"]);
    assert_eq!(read.option("digest").gains, ["It is cheap to build"]);
    assert_eq!(read.option("Push").costs, ["They would annoy night-shift staff"]);
}

#[test]
fn a_table_holds_one_option_a_row() {
    let read = read(
        "| Option | For | Against |\n|---|---|---|\n| Bigger trolley | one trip instead of two | does not fit the old lifts |\n| Second porter | no change for the wards | €31k a year |\n",
    );
    assert_eq!(read.names(), ["Bigger trolley", "Second porter"]);
    assert_eq!(read.option("trolley").gains, ["one trip instead of two"]);
    assert_eq!(read.option("porter").costs, ["€31k a year"]);
}

#[test]
fn a_table_holds_one_option_a_column() {
    let read = read(
        "## Options\n\n| | Paper form | Kiosk | Own phone |\n|---|---|---|---|\n| Pros | nothing to install | fast for visitors | no hardware |\n| Cons | staff must type it | one in the lobby breaks weekly | not all have one |\n",
    );
    assert_eq!(read.names(), ["Paper form", "Kiosk", "Own phone"]);
    assert_eq!(read.option("Kiosk").gains, ["fast for visitors"]);
    assert_eq!(read.option("phone").costs, ["not all have one"]);
    assert!(read.tables[0].3);
}

#[test]
fn a_score_table_tells_its_method_and_its_score() {
    let read = read(
        "| Initiative | Reach | Impact | Confidence | Effort | RICE score | Priority |\n|---|---|---|---|---|---|---|\n| Bulk import | 400 | 2 | 80% | 4 | 160 | P0 |\n| Dark mode | 900 | 0.5 | 50% | 3 | 75 | P2 |\n",
    );
    assert_eq!(read.names(), ["Bulk import", "Dark mode"]);
    let (method, options, score, transposed) = &read.tables[0];
    assert_eq!((*method, *score, *transposed), (Method::Rice, Some(4), false));
    assert_eq!(options, &["Bulk import", "Dark mode"]);
}

#[test]
fn methods_are_told_apart() {
    let table = |columns: &str| {
        let count = columns.split('|').count();
        let text = format!(
            "| Idea | {columns} |\n|{}\n| Bulk import |{}\n| Dark mode |{}\n",
            "---|".repeat(count + 1),
            " 1 |".repeat(count),
            " 2 |".repeat(count)
        );
        read(&text).tables[0].0
    };
    assert_eq!(table("Impact | Confidence | Ease | ICE"), Method::Ice);
    assert_eq!(table("Cost of delay | Job size | WSJF"), Method::Wsjf);
    assert_eq!(table("Value | Effort"), Method::ValueEffort);
    assert_eq!(table("Fit (40%) | Cost (60%) | Total"), Method::Weighted);
    assert_eq!(table("Works offline | Languages"), Method::Comparison);
}

#[test]
fn prose_introduces_options() {
    let read = read(
        "We considered a shared calendar for all crews. However, it would confuse subcontractors who work for several firms.\n",
    );
    assert_eq!(read.names(), ["a shared calendar for all crews"]);
    assert_eq!(read.options[0].rejected, ["However, it would confuse subcontractors who work for several firms"]);
}

#[test]
fn what_was_put_aside_is_an_option() {
    let read = read("Instead of asking drivers to scan each crate, we read the crate tags at the gate.\n");
    assert_eq!(read.names(), ["asking drivers to scan each crate"]);
}

#[test]
fn an_enumeration_names_each_option() {
    let read = read("The designs we tested included a sticky banner, a full-page notice, and a link in the footer.\n");
    assert_eq!(read.names(), ["a sticky banner", "a full-page notice", "a link in the footer"]);
}

#[test]
fn a_refusal_keeps_its_reason() {
    let read = read("We decided not to build our own map because the licence costs less than one month of work.\n");
    assert_eq!(read.options[0].fate, Fate::Rejected);
    assert!(read.options[0].rejected[0].contains("the licence costs less"));
}

#[test]
fn the_same_option_in_a_table_and_in_prose_is_one() {
    let read = read(
        "## Options\n\n| Option | Effort |\n|---|---|\n| Deposit at booking | 4 |\n| Text reminders | 1 |\n\nDeposits would help most, but they cause arguments at the desk.\n\nWe chose the text reminders.\n",
    );
    assert_eq!(read.names(), ["Deposit at booking", "Text reminders"]);
    assert_eq!(read.option("Deposit").costs, ["but they cause arguments at the desk"]);
    assert_eq!(read.option("Text").fate, Fate::Chosen);
}

#[test]
fn a_list_of_what_was_left_out_needs_reasons() {
    let argued = read("Things we looked at and left out:\n\n- Own courier fleet — no licence before spring\n");
    assert_eq!(argued.options[0].fate, Fate::Rejected);
    let bare = read("## Deferred\n\n- Own courier fleet\n- Loyalty card\n");
    assert!(bare.options.is_empty());
}

#[test]
fn features_and_requirements_are_no_options() {
    let list = read(
        "## Features\n\n- Export to CSV\n- Single sign-on\n\n## Requirements\n\n- The export must hold all columns\n",
    );
    assert!(list.options.is_empty());
    let table = read(
        "| Feature | Description | Owner |\n|---|---|---|\n| Export | To CSV | Ana |\n| Sign-on | With SAML | Bo |\n",
    );
    assert!(table.options.is_empty());
    let metrics = read("| Metric | Baseline | Target |\n|---|---|---|\n| Activation | 20% | 30% |\n");
    assert!(metrics.options.is_empty());
    let screen =
        read("The dialog must show users the following options:\n\n- Accept the request\n- Decline the request\n");
    assert!(screen.options.is_empty());
}

#[test]
fn a_placeholder_is_no_option() {
    let read = read("## Options\n\n- [option 1]\n- [option 2]\n\n| Option | Pros |\n|---|---|\n| [name] | [pro] |\n");
    assert!(read.options.is_empty());
}

#[test]
fn the_price_is_read_where_it_is_named() {
    let read = read(
        "We give up the offline mode for the first release.\n\n## What we lose\n\n- Old tablets stay on the former version\n\nThe price of a ticket is shown on the first page.\n",
    );
    assert_eq!(read.given_up[0], "We give up the offline mode for the first release.");
    assert!(read.given_up.iter().any(|words| words.contains("Old tablets")));
}

#[test]
fn what_a_choice_is_paid_for_with_is_given_up() {
    let read =
        read("## Decision\n\nWe keep the weekly count. We pay with slowness, as it is final only after a month.\n");
    assert_eq!(read.given_up, ["We pay with slowness, as it is final only after a month."]);
}

#[test]
fn drawbacks_of_the_proposal_belong_to_no_option() {
    let read = read("## Drawbacks\n\n- Teams have to learn a second query language\n");
    assert!(read.options.is_empty());
    assert_eq!(read.loose_costs, ["Teams have to learn a second query language"]);
}

#[test]
fn a_label_that_only_counts_an_option_is_not_its_name() {
    let marked = "## Options\n\n**Option 1:** A message goes out at 17:00 the day before.\n\n\
                  **Option 2:** A fine of 20 euros for who does not come.\n";
    for text in [
        marked.to_owned(),
        marked.replace("**", ""),
        marked.replace("\n\n**", "\n\n- **"),
        marked.replace("Option 1", "First option").replace("Option 2", "Second option"),
    ] {
        let names = ["A message goes out at 17:00 the day before", "A fine of 20 euros for who does not come"];
        assert_eq!(read(&text).names(), names, "{text}");
    }
}

#[test]
fn whom_an_option_helps_is_told_by_its_column() {
    let source = Source::from_text(
        "## Options\n\n| Option | Who it helps | Gain | Cost |\n|---|---|---|---|\n\
         | Reminder | Organisers with few helpers | Fills 100 stalls | One week of work |\n\
         | Fine | Nobody yet | Brings in 8,000 | Two weeks of work |\n",
    );
    let doc = Document::read(&source);
    let lexicon = Lexicon::embedded();
    let facts = Facts::read(&Reading::of(&doc, &lexicon), &crate::facts::weighed::Weights::embedded());
    let helped: Vec<&str> = facts.options.iter().flat_map(|o| &o.segments).map(|w| doc.str(w.text)).collect();
    assert_eq!(helped, ["Organisers with few helpers", "Nobody yet"]);
}

#[test]
fn rows_beside_doing_nothing_are_options() {
    let read = read(
        "# Rota\n\n| | Nurses | Effort |\n|---|---|---|\n| Leave it | find out late | none |\n| Text the change | find out at once | 3 weeks |\n",
    );
    assert!(read.option("Leave it").status_quo);
    assert_eq!(read.options.len(), 2);
}

#[test]
fn what_a_team_decided_not_to_do_is_an_option_and_its_reason_speaks_against_it() {
    let read = read(
        "# Ferry times\n\n## Next steps\n\nWe decided to keep the existing timetable. We decided not to add a late boat on Fridays because \
         the crew would need a second berth.\n",
    );
    assert_eq!(read.names(), ["keep the existing timetable", "add a late boat on Fridays"]);
    let kept = read.option("keep");
    assert!(kept.status_quo && kept.fate == Fate::Chosen);
    assert_eq!(read.option("late boat").costs, ["because the crew would need a second berth"]);
    assert_eq!(read.option("late boat").rejected, ["because the crew would need a second berth"]);
}

#[test]
fn what_a_hypothesis_changes_is_an_option_beside_keeping_things() {
    let text = |then: &str| {
        format!(
            "# Ferry times\n\n## Hypothesis\n\nIf we print the timetable on the ticket then fewer people will call.\n\n\
             ## Next steps\n\nFrom what we saw, we decided to {then}.\n"
        )
    };
    let met = read(&text("retain the current ticket"));
    assert_eq!(met.names(), ["retain the current ticket", "print the timetable on the ticket"]);
    assert!(read(&text("go on next month")).names().is_empty());
}

#[test]
fn rows_that_are_scored_on_several_inputs_are_options_whatever_their_column_is_called() {
    let table = |first: &str| {
        format!(
            "# Orchard\n\n| {first} | Reach | Impact | Effort | Score | Call |\n|---|---|---|---|---|---|\n\
             | Frost alarm | 8 | 3 | 2 | 12 | Build first |\n| Picking rota | 5 | 2 | 5 | 2 | Defer |\n"
        )
    };
    let read_as = |first: &str| read(&table(first));
    assert_eq!(read_as("Capability").names(), ["Frost alarm", "Picking rota"]);
    assert_eq!(read_as("Capability").option("Frost").fate, Fate::Chosen);
    assert_eq!(read_as("Capability").option("rota").fate, Fate::Deferred);
    assert!(read_as("Risk").names().is_empty());
}

#[test]
fn rows_that_are_rated_and_summed_are_options_in_an_authors_own_words() {
    let table = |last: &str| {
        format!(
            "# Counter\n\n| | How many | How hard | How sure | {last} |\n|---|---|---|---|---|\n| Leak map | 3 | 4 | 4 | 11 |\n\
             | Dog renewals | 5 | 2 | 4 | 11 |\n"
        )
    };
    assert_eq!(read(&table("Sum")).names(), ["Leak map", "Dog renewals"]);
    assert!(read(&table("Desk")).names().is_empty());
}

#[test]
fn paragraphs_under_a_title_of_options_that_begin_with_a_name_are_options() {
    let read = read(
        "# Laundry\n\n## 4. Alternatives that were considered\n\n4.1 Penalty (no booking for a week). Ms. Aurora liked this one. It \
         would work but it is unfair to students.\n\n4.2 Email reminder. Residents do not open email.\n\n## 5. Method\n\n5.1 Survey. \
         We asked forty residents.\n\n5.2 Count. We counted for a week.\n",
    );
    assert_eq!(read.names(), ["Penalty (no booking for a week)", "Email reminder"]);
}

#[test]
fn a_list_in_which_one_item_is_to_do_nothing_is_a_list_of_options() {
    let list = |last: &str| {
        format!(
            "# Circles\n\n**Circles in May**\n\n- *Start with four.* The circle runs when four are in.\n- *Call every organiser.* \
             Two agents can begin on Monday.\n- *{last}* People do save harder then.\n"
        )
    };
    let read_with = |last: &str| read(&list(last)).names().len();
    assert_eq!((read_with("Sit tight till September."), read_with("Save harder in September.")), (3, 0));
}

#[test]
fn what_a_colleague_would_rather_do_is_an_option_and_what_users_wish_is_none() {
    let text = |who: &str| {
        format!(
            "# Tickets\n\n{who} would prefer to rewrite the booking system. It is right in the long run, but it takes two years.\n"
        )
    };
    let met = read(&text("Rui"));
    assert_eq!(met.names(), ["rewrite the booking system"]);
    assert_eq!(met.option("rewrite").rejected, ["but it takes two years"]);
    assert!(read(&text("Passengers")).names().is_empty());
}

#[test]
fn a_list_of_reasons_is_no_list_of_options() {
    let read = read(
        "# Core\n\n## Alternatives considered\n\nWe considered retiring the old kit, but decided against it for the following \
         reasons:\n\n- Every team would have to move at once\n- Nobody could fall back to the old parts\n",
    );
    assert_eq!(read.names(), ["retiring the old kit"]);
}

#[test]
fn what_other_makers_offer_is_weighed_by_nobody() {
    let text = |title: &str| {
        format!(
            "# Log viewer\n\n## {title}\n\n### Treelog\n\n**Pros**\n\n- Simple to search the logs\n\n**Cons**\n\n- Slow with many users\n"
        )
    };
    assert!(!read(&text("Drawbacks of what we have")).loose_costs.is_empty());
    assert!(read(&text("Competitors")).loose_costs.is_empty());
}

#[test]
fn sentences_under_a_title_of_options_name_them_one_by_one() {
    let text = |title: &str| {
        format!(
            "# Night shift\n\n## {title}\n\nYou could hire two more porters. Or there's a shared list on the ward phone. We could also \
             move the break to four.\n"
        )
    };
    let names = ["hire two more porters", "a shared list on the ward phone", "move the break to four"];
    assert_eq!(read(&text("What else could be done")).names(), names);
    let none = "# Night shift\n\n## The ward\n\nThere are two porters. A list hangs by the ward phone. The break is at four.\n";
    assert!(read(none).names().is_empty());
}
