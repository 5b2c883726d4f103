use proptest::prelude::*;

use super::*;
use crate::document::tokens::tokenize;

fn sentences_of(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    tokenize(text, TextRange::new(0, text.len() as u32), &[], &mut tokens);
    let mut found = Vec::new();
    split(text, &tokens, 0..tokens.len() as u32, |range, _| {
        found.push(&text[range.start as usize..range.end as usize]);
    });
    found
}

/// Each line is one block of text; `|` stands where a sentence must end, and nowhere else.
const BLOCKS: &str = r#"
Dispatchers re-key 40 orders a day.| Each takes 3 min.| Nobody has measured the errors.
We spoke to Dr. Meyer and Mr. O'Neil of Acme Inc. about routing.
We spoke to Acme Inc.| They left in May.
The Acme Corp. Annual Report says 12%.| We doubt it.
Retention fell from 41.5% to 38.2% in Q3.| Support tickets rose.
We will ship in v2.| The rest waits for v2.1.| Nothing else moves.
We support CSV, XLSX, etc.| Other formats wait.
We support CSV, XLSX, etc. and nothing else.
Some channels (e.g. WhatsApp) and some roles, i.e. Admins, are out.
It costs approx. $3.5m incl. VAT, excl. Travel.
Polling vs. Webhooks: webhooks win.
See fig. 3 and no. 5 in sec. 2.| The answer is no.| We move on.
In Jan. 2026 we start.| It ends in Feb.| Then we look.
J. K. Smith and Anna B. Jones own it.
We choose Option B.| Customers asked for it.
Between plan A and plan B.| The first is cheap.
U.S. customers wait longer.| This is true of the U.S.| We ignore it.
The U.S. Postal Service returns 2% of them.
Calls between 9 a.m. and 5 p.m. are free.| Calls after 5 p.m.| Cost is double.
1. Interview five dispatchers.| Write down what they do.
a. First option
ii. Second option
"Is it worth it?" she asked.| Nobody knew.
"Is it worth it?" Maria asked.| "No!"| Nobody moved.
"We give up after two tries."| That is what P4 said.
It failed (see the log.)| We tried again.| (This took a week.)| It held.
What if it fails?!| We roll back... and then?| Nothing.
Well...| The team moved on.
Steps 1, 2, … 10 are manual.
Loading…| Please wait.
Read https://acme.com/a.b?c=D.| Then act.| Mail jo@acme.com.| Done!
Node.js and config.toml are used.| iOS waits.| eBay too.
Activation is low; Churn is high.
Growth of 3.5x.| 40% came from referrals.| $2m is at stake.
We saw this before.[1]| It is known.[2]
Shipped!| 🎉 The team rejoiced.
We ran it.| → Next step: wait
Min. order value is 5.| Avg. Order Value grew.| We wait max. 5 days.
The est. 2019 figure is old.| It takes 3 hrs.| Users leave.
Smith et al. (2019) and Lee et al. found less.| So did Kim et al.| We agree.
The Sales Dept. Head decides.| The dept. agrees.
He is a Ph.D. Student there.
Ready? yes.| Ok! fine.| Really?| No.
Revenue is up 4.2 %.| Costs, 3.| Margin: 1.2.| End
完了しました。|次へ進む！|終わり
Who: ops leads. what: re-keying
Flanagan, J. (1988) counts incidents.
St. Mary's pilot, cf. Appendix C.| Not relevant.
We pay Stripe, Inc. 2.9% of each order.
We left polling out: it triples the bill at our volume.
Problem?| Dispatchers wait 2.5 h.| Why now?| Two hubs open in Sept. 2026.
I am older than I.| The others agree.
Use `x`.| Y follows.
The file is a.md.| Nothing else changes.
More info at foo.io/bar.| We wait.
Decision: yes
"#;

#[test]
fn prose_is_parted_where_a_reader_would_part_it() {
    let read = |line: &str| sentences_of(&line.replace('|', "")).join("| ");
    let got: Vec<String> = BLOCKS.lines().map(read).collect();
    let want: Vec<String> =
        BLOCKS.lines().map(|line| line.split('|').map(str::trim).collect::<Vec<_>>().join("| ")).collect();
    assert_eq!(got, want);
}

#[test]
fn a_line_feed_ends_a_sentence_whatever_stands_around_it() {
    assert_eq!(sentences_of("Owner: Ana\nreviewer: e.g.\nBen\n\n"), ["Owner: Ana", "reviewer: e.g.", "Ben"]);
}

#[test]
fn a_block_without_words_has_no_sentence() {
    assert!(sentences_of(" ").is_empty());
    assert_eq!(sentences_of("…"), ["…"]);
}

proptest! {
    #[test]
    fn every_token_stands_in_one_sentence(text in r#"([A-Za-z]{1,3}|[0-9]|e\.g|etc|[.!?…]|[ \n"')\[\]]){0,40}"#) {
        let mut tokens = Vec::new();
        tokenize(&text, TextRange::new(0, text.len() as u32), &[], &mut tokens);
        let mut next = 0;
        split(&text, &tokens, 0..tokens.len() as u32, |range, within| {
            assert_eq!(within.start, next);
            assert!(within.start < within.end);
            assert_eq!(range.start, tokens[within.start as usize].text.start);
            assert_eq!(range.end, tokens[within.end as usize - 1].text.end);
            next = within.end;
        });
        prop_assert_eq!(next, tokens.len() as u32);
    }
}
