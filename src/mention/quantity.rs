//! Stub.
#![allow(missing_docs, clippy::all, clippy::pedantic)]
use crate::document::{Document, TokenKind};
use crate::span::TextRange;

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum QuantityKind { Number, Percent, PercentagePoints, Money(u8), Duration, Date(u8), Quarter(u8), Year, OfTotal { of: f64 }, Ordinal, Multiple, SampleSize, PValue, Rating { of: f64 } }

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Bound { AtLeast, AtMost, Over, Under }

#[derive(Debug, Clone, PartialEq)]
pub struct Quantity { pub text: TextRange, pub qualified: TextRange, pub kind: QuantityKind, pub value: f64, pub high: Option<f64>, pub bound: Option<Bound>, pub approximate: bool, pub spelled: bool }

const MONTHS: [&str; 24] = ["january","february","march","april","may","june","july","august","september","october","november","december","jan","feb","mar","apr","jun","jul","aug","sep","sept","oct","nov","dec"];
const SPANS: [&str; 20] = ["day","days","week","weeks","month","months","year","years","hour","hours","minute","minutes","min","mins","second","seconds","s","ms","quarters","d"];
const WORDS: [&str; 13] = ["zero","one","two","three","four","five","six","seven","eight","nine","ten","eleven","twelve"];

pub fn quantities(doc: &Document<'_>) -> Vec<Quantity> {
    let mut out = Vec::new();
    let t = |i: usize| doc.tokens.get(i).map_or("", |t| doc.lower_str(t.text));
    let mut skip = 0;
    for (i, token) in doc.tokens.iter().enumerate() {
        if i < skip { continue; }
        let w = t(i);
        let month = MONTHS.contains(&w) && w != "may" && w != "mar";
        let spelled = WORDS.iter().position(|x| *x == w && *x != "one");
        if token.kind != TokenKind::Number && !month && spelled.is_none() { continue; }
        let (mut start, mut end) = (token.text.start, token.text.end);
        let next = t(i + 1);
        let prev = if i > 0 { t(i - 1) } else { "" };
        let mut value: f64 = w.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect::<String>().parse().unwrap_or(0.0);
        if w.ends_with('k') { value *= 1000.0; }
        if let Some(n) = spelled { value = n as f64; }
        let kind = if month {
                let mut j = i + 1;
                while doc.tokens.get(j).is_some_and(|x| x.kind == TokenKind::Number || (t(j) == "," && doc.tokens.get(j+1).is_some_and(|y| y.kind == TokenKind::Number))) { end = doc.tokens[j].text.end; j += 1; }
                skip = j;
                QuantityKind::Date(0)
            } else if next == "%" || next == "percent" { end = doc.tokens[i + 1].text.end; QuantityKind::Percent }
            else if matches!(prev, "$" | "€" | "£" | "₹") { start = doc.tokens[i - 1].text.start; QuantityKind::Money(0) }
            else if MONTHS.contains(&next) { end = doc.tokens[i + 1].text.end; skip = i + 2; QuantityKind::Date(0) }
            else if SPANS.contains(&next) { end = doc.tokens[i + 1].text.end; QuantityKind::Duration }
            else if (next == "of" && doc.tokens.get(i+2).is_some_and(|x| x.kind == TokenKind::Number)) || (next == "in" && spelled.is_none() && t(i+2).parse::<f64>().is_ok_and(|x| x < 100.0)) { end = doc.tokens[i+2].text.end; skip = i + 3; QuantityKind::OfTotal { of: t(i+2).replace(',', "").parse().unwrap_or(0.0) } }
            else if w.len() == 4 && (w.starts_with("19") || w.starts_with("20")) { QuantityKind::Year }
            else { QuantityKind::Number };
        let (mut qs, mut bound) = (start, None);
        let b = |x: &str| match x { "<" | "under" | "below" => Some(Bound::Under), ">" | "over" | "above" => Some(Bound::Over), "≥" => Some(Bound::AtLeast), "≤" => Some(Bound::AtMost), _ => None };
        if let Some(x) = b(prev) { bound = Some(x); qs = doc.tokens[i-1].text.start; }
        else if i > 1 { let two = (t(i-2), prev); let x = match two { ("at", "least") => Some(Bound::AtLeast), ("at", "most") => Some(Bound::AtMost), ("more","than")|("greater","than") => Some(Bound::Over), ("less","than") => Some(Bound::Under), ("up","to") => Some(Bound::AtMost), _ => None }; if x.is_some() { bound = x; qs = doc.tokens[i-2].text.start; } }
        out.push(Quantity { text: TextRange::new(start, end), qualified: TextRange::new(qs, end), kind, value, high: None, bound, approximate: prev == "~" || prev == "about", spelled: spelled.is_some() });
    }
    out
}
