use super::{read, sketch};
use crate::document::TokenKind;

#[test]
fn markup_goes_and_words_stay() {
    assert_eq!(
        sketch("A *b* __c__ ~~d~~ `e f` [g h](x) <https://i.com> <u>j</u>."),
        ["A b c d e f g h https://i.com j."]
    );
    assert_eq!(
        sketch("Hard-wrapped\nlines are one.  \nA break is not.\\\nNor this.<br/>Nor that."),
        ["Hard-wrapped lines are one. / A break is not. / Nor this. / Nor that."]
    );
}

#[test]
fn characters_come_in_their_plain_forms() {
    assert_eq!(
        sketch("won’t “say” self‑help 5\u{a0}% a–b—c −5 &amp; &#8217; \\* it\\_em"),
        ["won't \"say\" self-help 5 % a–b—c -5 & ' * it_em"]
    );
}

#[test]
fn links_between_pages_are_words() {
    assert_eq!(sketch("See [[Late orders]] and [[a|the board]]."), ["See Late orders and the board."]);
}

#[test]
fn code_is_marked_on_its_tokens() {
    let document = read("Run `late orders` now.");
    let code: Vec<_> =
        document.tokens.iter().filter(|token| token.code).map(|token| document.str(token.text)).collect();
    assert_eq!(code, ["late", "orders"]);
}

#[test]
fn a_bare_address_is_one_token() {
    let document = read("See https://example.com/a_b for it.");
    assert!(document.tokens.iter().any(|token| token.kind == TokenKind::Address));
}

#[test]
fn words_are_counted_without_marks() {
    assert_eq!(read("# Late orders\n\n**Size:** 120 a week, up 3%.").words(), 8);
}
