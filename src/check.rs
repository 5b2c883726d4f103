//! Facts → findings.
use crate::signal::Case;
use crate::span::Span;
/// A place where something is wrong.
#[derive(Debug, Clone)]
pub struct Hit { /// Where.
 pub span: Option<Span>, /// Which words.
 pub words: String, /// Other places.
 pub related: Vec<(String, Span)> }
/// A check.
pub struct Check { /// Its id.
 pub id: &'static str, /// What it does.
 pub run: fn(&Case<'_>) -> Vec<Hit> }
/// All checks.
pub const CHECKS: &[Check] = &[];
