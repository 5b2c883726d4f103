//! Score tables as they were read: the formula, and the score of each option.

use std::io::{self, Write};

use super::Page;
use crate::check::amount::number;
use crate::facts::scores::listing::{ScoreList, ScoredOption};
use crate::output::text::Tone;
use crate::output::text::wrap::{clean, cut, pad, width, wrap};

/// One set of scores: by which formula, and a line an option.
pub(super) fn write(page: &Page<'_>, list: &ScoreList, out: &mut dyn Write) -> io::Result<()> {
    let before = page.gutter + 4;
    let told = formula(list);
    let room = page.look.width.saturating_sub(before);
    for (at, line) in wrap(&told, room).iter().enumerate() {
        let margin = if at == 0 { page.line(list.span) } else { pad("", before) };
        writeln!(out, "{margin}{}", page.look.paint(Tone::Guide, line))?;
    }
    let scores: Vec<String> = list.options.iter().map(score).collect();
    let widest = scores.iter().map(|score| width(score)).max().unwrap_or_default();
    for (option, score) in list.options.iter().zip(&scores) {
        let room = page.look.width.saturating_sub(before + 2 + widest + 2);
        let score = format!("{}{score}", pad("", widest - width(score)));
        writeln!(out, "{}  {score}  {}", page.line(option.span), cut(&clean(&option.name), room))?;
    }
    Ok(())
}

/// The formula in words for a person.
pub(super) fn formula(list: &ScoreList) -> String {
    let options = list.options.len();
    match &list.formula {
        Some(formula) => format!("{options} options, each scored as {}", clean(formula)),
        None => format!("{options} options with a score; no formula that makes these scores was found"),
    }
}

/// A score as it is shown, and what it should be where it is not that.
fn score(option: &ScoredOption) -> String {
    option.score.or(option.computed).map_or_else(|| "-".to_owned(), number)
}
