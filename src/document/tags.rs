//! HTML → tags, text and comments.

use std::ops::Range;

/// A part of HTML. Places are bytes of the scanned text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part {
    Text(Range<usize>),
    Tag(Tag),
    Comment(Range<usize>),
    /// A document type, a processing instruction, character data.
    Declaration(Range<usize>),
}

/// `<td colspan="2">`, `</td>` or `<br/>`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tag {
    pub(super) range: Range<usize>,
    pub(super) name: Range<usize>,
    pub(super) attributes: Range<usize>,
    pub(super) closing: bool,
    /// Ends in `/>`.
    pub(super) empty: bool,
}

/// The parts of a stretch of text, in order.
#[derive(Debug)]
pub(super) struct Scanner<'t> {
    text: &'t str,
    at: usize,
    end: usize,
    /// A quote was left open somewhere: quotes are not heeded any more.
    loose: bool,
}

impl<'t> Scanner<'t> {
    pub(super) fn new(text: &'t str, range: Range<usize>) -> Self {
        Self { text, at: range.start, end: range.end, loose: false }
    }

    fn rest(&self) -> &'t str {
        &self.text[self.at..self.end]
    }

    /// What starts with the `<` that stands here.
    fn markup(&mut self) -> Option<Part> {
        let rest = self.rest();
        let at = self.at;
        let upto = |mark: &str, skip: usize| {
            let len = rest.get(skip..).and_then(|inner| inner.find(mark));
            at..at + len.map_or(rest.len(), |len| skip + len + mark.len())
        };
        match rest.as_bytes().get(1)? {
            b'!' if rest.starts_with("<!--") => Some(Part::Comment(upto("-->", 4))),
            b'!' if rest.starts_with("<![CDATA[") => Some(Part::Declaration(upto("]]>", 9))),
            b'!' | b'?' => Some(Part::Declaration(upto(">", 2))),
            b'/' | b'a'..=b'z' | b'A'..=b'Z' => self.tag().map(Part::Tag),
            _ => None,
        }
    }

    fn tag(&mut self) -> Option<Tag> {
        let rest = self.rest();
        let bytes = rest.as_bytes();
        let closing = bytes[1] == b'/';
        let first = 1 + usize::from(closing);
        let named =
            bytes[first..].iter().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b':'));
        let name = first + named.count();
        if name == first || !bytes[first].is_ascii_alphabetic() {
            return None;
        }
        let close = match self.close_of(&bytes[name..]) {
            Some(close) => name + close,
            None if self.loose => return None,
            None => {
                self.loose = true;
                name + self.close_of(&bytes[name..])?
            }
        };
        let empty = bytes[close - 1] == b'/';
        let base = self.at;
        Some(Tag {
            range: base..base + close + 1,
            name: base + first..base + name,
            attributes: base + name..base + close - usize::from(empty && close > name),
            closing,
            empty,
        })
    }

    /// Where the `>` stands that ends a tag.
    fn close_of(&self, bytes: &[u8]) -> Option<usize> {
        let mut quote = None;
        bytes.iter().position(|byte| {
            match (quote, byte) {
                (None, b'>') => return true,
                (None, b'"' | b'\'') if !self.loose => quote = Some(*byte),
                (Some(open), close) if open == *close => quote = None,
                _ => {}
            }
            false
        })
    }
}

impl Iterator for Scanner<'_> {
    type Item = Part;

    fn next(&mut self) -> Option<Part> {
        if self.at >= self.end {
            return None;
        }
        let start = self.at;
        let mut text_end = self.end;
        while let Some(open) = self.rest().find('<') {
            let open = self.at + open;
            self.at = open;
            if let Some(part) = self.markup() {
                if open > start {
                    text_end = open;
                    break;
                }
                self.at = part.range().end;
                return Some(part);
            }
            self.at = open + 1;
        }
        self.at = text_end;
        Some(Part::Text(start..text_end))
    }
}

impl Part {
    fn range(&self) -> &Range<usize> {
        match self {
            Self::Text(range) | Self::Comment(range) | Self::Declaration(range) => range,
            Self::Tag(tag) => &tag.range,
        }
    }
}

/// Place of an attribute's value; empty where the attribute stands alone.
pub(super) fn attribute(text: &str, attributes: &Range<usize>, wanted: &str) -> Option<Range<usize>> {
    let bytes = &text.as_bytes()[..attributes.end];
    let mut at = attributes.start;
    while at < bytes.len() {
        let skip =
            |from: usize, stop: fn(u8) -> bool| from + bytes[from..].iter().take_while(|byte| !stop(**byte)).count();
        let name = skip(at, |byte| !byte.is_ascii_whitespace() && byte != b'/');
        let name_end = skip(name, |byte| byte.is_ascii_whitespace() || byte == b'=');
        let mut value = name_end..name_end;
        let sign = skip(name_end, |byte| !byte.is_ascii_whitespace());
        at = sign;
        if bytes.get(sign) == Some(&b'=') {
            let first = skip(sign + 1, |byte| !byte.is_ascii_whitespace());
            value = match bytes.get(first) {
                Some(b'"') => first + 1..skip(first + 1, |byte| byte == b'"'),
                Some(b'\'') => first + 1..skip(first + 1, |byte| byte == b'\''),
                _ => first..skip(first, |byte| byte.is_ascii_whitespace()),
            };
            at = (value.end + 1).min(bytes.len());
        }
        if name == name_end && at <= name {
            return None;
        }
        if text.get(name..name_end).is_some_and(|name| name.eq_ignore_ascii_case(wanted)) {
            return Some(value);
        }
    }
    None
}

/// True when the attributes hide what the element holds.
pub(super) fn hides(text: &str, attributes: &Range<usize>) -> bool {
    if attributes.is_empty() {
        return false;
    }
    if attribute(text, attributes, "hidden").is_some() {
        return true;
    }
    let white = |color: &str| matches!(color, "white" | "#fff" | "#ffffff" | "rgb(255,255,255)" | "transparent");
    let plain = |range: Range<usize>| -> String {
        text[range].chars().filter(|letter| !letter.is_whitespace()).map(|letter| letter.to_ascii_lowercase()).collect()
    };
    if attribute(text, attributes, "color").is_some_and(|color| white(&plain(color))) {
        return true;
    }
    let Some(style) = attribute(text, attributes, "style").map(plain) else { return false };
    let on_ground = style.contains("background");
    style.split(';').filter_map(|rule| rule.split_once(':')).any(|(property, value)| {
        let value = value.trim_end_matches("!important");
        match property {
            "display" => value == "none",
            "visibility" => value == "hidden",
            "font-size" | "opacity" | "max-height" => {
                value.trim_end_matches(|letter: char| letter.is_alphabetic() || letter == '%') == "0"
            }
            "color" => white(value) && !on_ground,
            _ => false,
        }
    })
}

/// What an element does to the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Element {
    Heading(u32),
    Summary,
    Details,
    Table,
    TableHead,
    Row,
    /// A cell; true for `<th>`.
    Cell(bool),
    List(bool),
    Item,
    Quote,
    /// Begins and ends a paragraph.
    Block,
    Break,
    Rule,
    Image,
    Bold,
    Italic,
    Struck,
    Code,
    Link,
    /// Holds code.
    Preformatted,
    /// Holds nothing that is read.
    Unread,
    /// Changes nothing.
    Inline,
    /// No element of HTML.
    Unknown,
}

/// The element of a name.
pub(super) fn element(name: &str) -> Element {
    let mut buffer = [0; 12];
    let Some(lower) = buffer.get_mut(..name.len()) else { return Element::Unknown };
    lower.copy_from_slice(name.as_bytes());
    lower.make_ascii_lowercase();
    match &*lower {
        [b'h', level @ b'1'..=b'6'] => Element::Heading(u32::from(*level - b'0')),
        b"summary" => Element::Summary,
        b"details" => Element::Details,
        b"table" => Element::Table,
        b"thead" => Element::TableHead,
        b"tr" => Element::Row,
        b"td" => Element::Cell(false),
        b"th" => Element::Cell(true),
        b"ul" | b"menu" => Element::List(false),
        b"ol" => Element::List(true),
        b"li" => Element::Item,
        b"blockquote" => Element::Quote,
        b"p" | b"div" | b"section" | b"article" | b"header" | b"footer" | b"main" | b"center" | b"figure"
        | b"address" | b"dl" | b"dt" | b"dd" | b"aside" | b"nav" | b"form" | b"fieldset" | b"figcaption"
        | b"caption" | b"tbody" | b"tfoot" | b"body" | b"html" | b"legend" | b"hgroup" => Element::Block,
        b"br" => Element::Break,
        b"hr" => Element::Rule,
        b"img" => Element::Image,
        b"b" | b"strong" => Element::Bold,
        b"i" | b"em" => Element::Italic,
        b"s" | b"del" | b"strike" => Element::Struck,
        b"code" | b"kbd" | b"tt" | b"samp" => Element::Code,
        b"a" => Element::Link,
        b"pre" => Element::Preformatted,
        b"script" | b"style" | b"template" | b"svg" | b"iframe" | b"head" | b"title" | b"textarea" | b"select"
        | b"object" | b"canvas" | b"video" | b"audio" | b"math" | b"noscript" => Element::Unread,
        b"abbr" | b"acronym" | b"area" | b"base" | b"bdi" | b"bdo" | b"big" | b"button" | b"cite" | b"col"
        | b"colgroup" | b"data" | b"datalist" | b"dfn" | b"dialog" | b"embed" | b"font" | b"input" | b"ins"
        | b"label" | b"link" | b"map" | b"mark" | b"meta" | b"meter" | b"option" | b"output" | b"param"
        | b"picture" | b"progress" | b"q" | b"rp" | b"rt" | b"ruby" | b"slot" | b"small" | b"source" | b"span"
        | b"sub" | b"sup" | b"time" | b"track" | b"u" | b"var" | b"wbr" => Element::Inline,
        _ => Element::Unknown,
    }
}
