use super::read;
use crate::document::TokenKind;

/// The source of the token with these words.
fn source_of(text: &str, word: &str) -> String {
    let document = read(text);
    let token = document.tokens.iter().find(|token| document.str(token.text) == word).expect("the word is there");
    document.quote(document.span_of(token.text)).to_owned()
}

#[test]
fn a_word_leads_back_to_its_bytes() {
    assert_eq!(source_of("A **bold** move", "bold"), "bold");
    assert_eq!(source_of("They won’t go", "won't"), "won’t");
    assert_eq!(source_of("rev\u{200b}enue", "revenue"), "rev\u{200b}enue");
    assert_eq!(source_of("| a |\n|---|\n| x<br>yes |", "yes"), "yes");
    assert_eq!(source_of("<p>R&amp;D &mdash; pays</p>", "pays"), "pays");
    assert_eq!(source_of("`a\nb`", "b"), "b");
    assert_eq!(source_of("\u{feff}Late", "Late"), "Late");
}

#[test]
fn a_sentence_leads_back_to_its_markup() {
    let document = read("It **pays** off, [we\nthink](x). Next.");
    let spans: Vec<_> = document.sentences.iter().map(|one| document.quote(document.span_of(one.text))).collect();
    assert_eq!(spans, ["It **pays** off, [we\nthink](x).", "Next."]);
}

#[test]
fn blocks_say_where_they_stand() {
    let spans = |text: &str| {
        let document = read(text);
        document.blocks.iter().map(|block| document.quote(block.span).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(
        spans("## Late  \n\n- **Owner:** Jane\n\n| a | b |\n|---|---|\n| c | d |"),
        ["## Late", "**Owner:** Jane", "a", "b", "c", "d"]
    );
    assert_eq!(spans("**A:** b | **C:** d  \n**E:** f"), ["**A:** b", "**C:** d", "**E:** f"]);
    assert_eq!(spans("Late\n====\n\nx"), ["Late\n====", "x"]);
}

#[test]
fn line_ends_make_no_difference() {
    let unix = "# A\n\nText one\ntext two.\n\n- x\n- y\n\n| a |\n|---|\n| b |\n";
    let windows = unix.replace('\n', "\r\n");
    assert_eq!(super::sketch(unix), super::sketch(&windows));
    let document = read(&windows);
    assert!(
        document.tokens.iter().all(|token| token.kind != TokenKind::Word || !document.str(token.text).contains('\r'))
    );
}
