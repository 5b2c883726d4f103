use proptest::prelude::*;

use super::*;

fn tokens_of(text: &str) -> Vec<Token> {
    let mut out = Vec::new();
    tokenize(text, TextRange::new(0, text.len() as u32), &[], &mut out);
    out
}

/// The tokens with a space between them: words as they are, `#` before numbers, `@` before addresses.
fn shown(text: &str) -> String {
    let shown: Vec<String> = tokens_of(text)
        .iter()
        .map(|t| {
            let word = &text[t.text.start as usize..t.text.end as usize];
            match t.kind {
                TokenKind::Word | TokenKind::Mark => word.to_owned(),
                TokenKind::Number => format!("#{word}"),
                TokenKind::Address => format!("@{word}"),
            }
        })
        .collect();
    shown.join(" ")
}

#[test]
fn words_numbers_and_marks_are_told_apart() {
    let table = [
        ("Drivers don't re-key", "Drivers don't re - key"),
        ("the team's plan, users' time", "the team 's plan , users ' time"),
        ("2024's plan and O'Brien's", "#2024 's plan and O'Brien 's"),
        ("'quoted' words", "' quoted ' words"),
        ("sign_up _foo_ _", "sign_up _foo_ _"),
        ("R&D and/or A/B", "R & D and / or A / B"),
        ("1,200.50 1.200,50 1_000", "#1,200.50 #1.200,50 #1_000"),
        ("12k 3rd 90th 4x 30d 1.5wks", "#12k #3rd #90th #4x #30d #1.5wks"),
        ("Q3 v2.1 p99.9 p95.", "Q3 v2.1 p99.9 p95 ."),
        ("grew 5.Then 1, 2", "grew #5 . Then #1 , #2"),
        ("2024-03-01", "#2024 - #03 - #01"),
        ("20% -> 28% => 30 --> 4 ==> 5", "#20 % -> #28 % => #30 --> #4 ==> #5"),
        ("a → b ⟶ c ⇒ d", "a → b ⟶ c ⇒ d"),
        ("--- x -- y >= 3", "- - - x - - y > = #3"),
        ("$3.5m €40 ₹1,20,000", "$ #3.5m € #40 ₹ #1,20,000"),
        ("naïve café Über-cool", "naïve café Über - cool"),
        ("½ of 2½", "#½ of #2½"),
        ("完了。次へ", "完了 。 次へ"),
        ("हिन्दी ठीक", "हिन्दी ठीक"),
        ("ship it 🎉👍🏽 ⚠️ now", "ship it 🎉 👍🏽 ⚠️ now"),
        ("wait... what?!", "wait . . . what ? !"),
        ("e.g. U.S. Node.js", "e . g . U . S . Node . js"),
        ("#123 [1]", "# #123 [ #1 ]"),
        ("", ""),
        (" \n\t ", ""),
    ];
    for (text, want) in table {
        assert_eq!(shown(text), want, "{text}");
    }
}

#[test]
fn an_address_is_one_token_without_the_punctuation_around_it() {
    let table = [
        ("See https://a.io/x?y=1#z.", "See @https://a.io/x?y=1#z ."),
        ("(http://a.io/b(c)) x", "( @http://a.io/b(c)) x"),
        ("(http://a.io/b) x", "( @http://a.io/b ) x"),
        ("www.acme.com, www. x", "@www.acme.com , www . x"),
        ("mail jo.neil+x@acme.co.uk.", "mail @jo.neil+x@acme.co.uk ."),
        ("@jo and a@b", "@ jo and a @ b"),
        ("docs/prd-v2.md and ./a/b.png", "@docs/prd-v2.md and @./a/b.png"),
        ("/etc/x.toml, ../y/z.rs;", "@/etc/x.toml , @../y/z.rs ;"),
        ("github.com/acme/app is it", "@github.com/acme/app is it"),
        ("e.g./i.e. 4.2/5 12/05/2026", "e . g . / i . e . #4.2 / #5 #12 / #05 / #2026"),
        ("w/o km/h a/b/c", "w / o km / h a / b / c"),
        ("https:// and Note: x", "https : / / and Note : x"),
    ];
    for (text, want) in table {
        assert_eq!(shown(text), want, "{text}");
    }
}

#[test]
fn tokens_of_inline_code_say_so() {
    let text = "run sign_up now or later";
    let code = [TextRange::new(0, 3), TextRange::new(4, 11), TextRange::new(19, 24)];
    let mut out = Vec::new();
    tokenize(text, TextRange::new(4, 24), &code, &mut out);
    let flags: Vec<bool> = out.iter().map(|t| t.code).collect();
    assert_eq!(flags, [true, false, false, true]);
}

#[test]
fn tokens_already_there_are_left_alone() {
    let text = "a b@c.io";
    let mut out = Vec::new();
    tokenize(text, TextRange::new(0, 3), &[], &mut out);
    tokenize(text, TextRange::new(3, 8), &[], &mut out);
    assert_eq!(out.len(), 6);
}

#[test]
fn long_runs_are_read_in_one_pass() {
    for link in ["a/", "a@", "-", "=", "http://", ")", "'", ".", "1,", "a'", "/.", "é'"] {
        let text = format!("http://{}", link.repeat(200_000));
        assert!(tokens_of(&text).len() <= text.len(), "{link}");
    }
}

proptest! {
    #[test]
    fn tokens_are_in_order_and_cover_all_that_is_no_space(text in r"[a-z A-Z0-9.,'/@:_>=\-\n→é½🎉%w()]{0,60}|\PC{0,40}") {
        let mut end = 0;
        for token in tokens_of(&text) {
            let (from, to) = (token.text.start as usize, token.text.end as usize);
            prop_assert!(to > from && from >= end);
            prop_assert!(text.is_char_boundary(from) && text.is_char_boundary(to));
            prop_assert!(text[end..from].chars().all(|c| c.is_whitespace() || c.is_control()));
            end = to;
        }
        prop_assert!(text[end..].chars().all(|c| c.is_whitespace() || c.is_control()));
    }
}
