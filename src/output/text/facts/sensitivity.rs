//! Which one change to a number would put another option first, as a table.

use std::io::{self, Write};

use super::{head, scores};
use crate::check::amount::number;
use crate::engine::FactList;
use crate::facts::scores::listing::{Change, ScoreList, Steadiness};
use crate::facts::scores::sensitivity::SHARE;
use crate::output::text::wrap::{clean, cut, pad, width, wrap};
use crate::output::text::{Look, Tone};
use crate::output::{Artifact, Format, Understood};

/// Least columns of the name of an option.
const NAME: usize = 12;

/// What becomes of the first place of each score table when one number at a time is changed.
#[derive(Debug, Clone, Copy)]
pub struct SensitivityText {
    /// How text is set.
    pub look: Look,
}

impl Format<FactList> for SensitivityText {
    fn artifact(&self, artifact: &Artifact<'_, FactList>, out: &mut dyn Write) -> io::Result<()> {
        head(artifact, self.look, out)?;
        if artifact.content.scores.is_empty() {
            return self.say("\nNo scores were found, so there is no number to change.", out);
        }
        artifact.content.scores.iter().try_for_each(|list| self.list(artifact, list, out))
    }

    fn separator(&self) -> &'static str {
        "\n\n"
    }
}

impl SensitivityText {
    fn list(&self, artifact: &Understood<'_>, list: &ScoreList, out: &mut dyn Write) -> io::Result<()> {
        let line = artifact.source.position(list.span.start).line;
        writeln!(out)?;
        for told in wrap(&format!("Line {line}: {}", scores::formula(list)), self.look.width) {
            writeln!(out, "{}", self.look.paint(Tone::Strong, &told))?;
        }
        let Some(found) = &list.sensitivity else {
            return self.say("No number was changed, since the scores cannot be made anew.", out);
        };
        let name = |at: usize| list.options.get(at).map_or_else(String::new, |option| clean(&option.name));
        let (first, second) = (name(found.first), name(found.second));
        let (most, next) = (number(found.scores.0), number(found.scores.1));
        if found.level {
            self.say(&format!("First: {first} and {second}, level with {most}."), out)?;
        } else {
            self.say(&format!("First: {first} with {most}. Second: {second} with {next}{}.", behind(found)), out)?;
        }
        self.say(&summary(found), out)?;
        if found.flips.is_empty() { Ok(()) } else { self.table(list, found, out) }
    }

    /// A row a change: whose number, which, from what, to what, where it turns, and who is first then.
    fn table(&self, list: &ScoreList, found: &Steadiness, out: &mut dyn Write) -> io::Result<()> {
        let name = |at: usize| list.options.get(at).map_or_else(String::new, |option| clean(&option.name));
        let of = |change: &Change| change.option.map_or_else(|| "(all options)".to_owned(), name);
        let row = |change: &Change| {
            let written = |value: f64| clean(&format!("{}{}", number(value), change.unit));
            let input = clean(&change.input);
            let input = if change.option.is_none() { format!("weight of {input}") } else { input };
            let turns = if change.step { "-".to_owned() } else { written(change.turns_at) };
            let then = if change.level { format!("{}, level", name(change.then)) } else { name(change.then) };
            [of(change), input, written(change.from), written(change.to), turns, then]
        };
        let titles = ["option", "number", "from", "to", "turns at", "then first"].map(str::to_owned);
        let rows: Vec<[String; 6]> = [titles].into_iter().chain(found.flips.iter().map(row)).collect();
        let widest = |column: usize| rows.iter().map(|row| width(&row[column])).max().unwrap_or_default();
        let mut widths = [0, 1, 2, 3, 4, 5].map(widest);
        // Names give way where a row would be too long, the longest first.
        let room = self.look.width.saturating_sub(2 * widths.len());
        while widths.iter().sum::<usize>() > room {
            let longest = if widths[0] >= widths[5] && widths[0] >= widths[1] {
                0
            } else if widths[5] >= widths[1] {
                5
            } else {
                1
            };
            if widths[longest] <= NAME {
                break;
            }
            widths[longest] -= 1;
        }
        writeln!(out)?;
        for (at, row) in rows.iter().enumerate() {
            let cells = row.iter().zip(widths).enumerate().map(|(column, (cell, wide))| {
                let cell = cut(cell, wide);
                let space = pad("", wide.saturating_sub(width(&cell)));
                if (2..5).contains(&column) { format!("{space}{cell}") } else { format!("{cell}{space}") }
            });
            let line = format!("  {}", cells.collect::<Vec<_>>().join("  "));
            let line = line.trim_end();
            let line = if at == 0 { self.look.paint(Tone::Quiet, line) } else { line.to_owned() };
            writeln!(out, "{line}")?;
        }
        Ok(())
    }

    fn say(&self, text: &str, out: &mut dyn Write) -> io::Result<()> {
        wrap(text, self.look.width).iter().try_for_each(|line| writeln!(out, "{line}"))
    }
}

/// How far the second is behind, in per cent of the first.
fn behind(found: &Steadiness) -> String {
    let (first, second) = found.scores;
    if first > 0.0 {
        format!(", {}% behind", number(((first - second) / first * 100.0).round()))
    } else {
        String::new()
    }
}

fn summary(found: &Steadiness) -> String {
    let how = format!("changed alone, by one step of its scale or else by {}% down and up", SHARE * 100.0);
    let tried = found.tried;
    match found.flips.len() {
        0 => format!("Each number was {how}: none of the {tried} changes puts another option first."),
        1 => format!("Each number was {how}: one of the {tried} changes puts another option first, or level with it."),
        some => {
            format!("Each number was {how}: {some} of the {tried} changes put another option first, or level with it.")
        }
    }
}
