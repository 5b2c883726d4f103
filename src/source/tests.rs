use super::*;

fn position(text: &str, offset: usize) -> (usize, usize) {
    let Position { line, column } = Source::from_text(text).position(offset);
    (line, column)
}

#[test]
fn text_is_utf_8_or_utf_16_with_a_mark() {
    assert_eq!(Source::decode(b"caf\xc3\xa9".to_vec()).map(|source| source.text().to_owned()), Ok("café".to_owned()));
    let little = b"\xff\xfec\0a\0\x3d\xd8\x00\xde".to_vec();
    assert_eq!(Source::decode(little).map(|source| source.text().to_owned()), Ok("ca😀".to_owned()));
    let big = b"\xfe\xff\0c\0a".to_vec();
    assert_eq!(Source::decode(big).map(|source| source.text().to_owned()), Ok("ca".to_owned()));
}

#[test]
fn what_is_no_text_is_refused_with_its_place() {
    let error = |bytes: &[u8]| Source::decode(bytes.to_vec()).err();
    assert_eq!(error(b"caf\xe9"), Some(SourceError::NotUtf8 { offset: 3 }));
    assert_eq!(error(b"ab\0c"), Some(SourceError::Binary { offset: 2 }));
    assert_eq!(error(b"\xff\xfea\0\0\xdcb\0"), Some(SourceError::NotUtf16 { offset: 4 }));
    assert_eq!(error(b"\xff\xfea\0b"), Some(SourceError::NotUtf16 { offset: 4 }));
    assert_eq!(error(b"\xff\xfea\0\0\0"), Some(SourceError::Binary { offset: 4 }));
    let bytes = MAX_BYTES + 1;
    assert_eq!(error(&vec![b'a'; bytes]), Some(SourceError::TooLarge { bytes, limit: MAX_BYTES }));
}

#[test]
fn lines_end_in_any_of_three_ways() {
    let text = "a\nb\r\nc\rd";
    let places: Vec<_> = [0, 2, 5, 7, 8].map(|offset| position(text, offset)).to_vec();
    assert_eq!(places, [(1, 1), (2, 1), (3, 1), (4, 1), (4, 2)]);
    let source = Source::from_text(text);
    assert_eq!([1, 2, 3, 4, 5].map(|line| source.line(line)), ["a", "b", "c", "d", ""]);
    assert_eq!(source.line_count(), 4);
}

#[test]
fn columns_count_characters() {
    assert_eq!(position("é😀x", 6), (1, 3));
    assert_eq!(position("é😀x", 7), (1, 4), "an end is just past the last character");
    assert_eq!(position("é😀x", 3), (1, 2), "inside a character is at its start");
    assert_eq!(position("éx", 99), (1, 3));
    assert_eq!(position("", 0), (1, 1));
}

#[test]
fn a_byte_order_mark_takes_bytes_but_no_column() {
    let source = Source::from_text("\u{feff}ab\ncd");
    assert_eq!(source.bom_len(), 3);
    assert_eq!(source.position(3), Position { line: 1, column: 1 });
    assert_eq!(source.position(4), Position { line: 1, column: 2 });
    assert_eq!(source.position(6), Position { line: 2, column: 1 });
}

#[test]
fn places_in_one_long_line_are_found_quickly() {
    let text = "aé".repeat(1_700_000);
    let source = Source::from_text(text.as_str());
    let start = std::time::Instant::now();
    for index in 0..50_000 {
        let offset = index * 3 * 34;
        assert_eq!(source.position(offset), Position { line: 1, column: index * 2 * 34 + 1 });
    }
    assert!(start.elapsed() < std::time::Duration::from_secs(10));
}
