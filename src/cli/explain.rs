//! `strongcase explain`: what an id in a review means.

use anyhow::Result;
use clap::Args;
use strongcase::explain;
use strongcase::output::text::explain as text;

use super::complaint::unknown;
use super::shared::{Global, PlainFormat, answer};
use super::{Status, terminal};

/// Tell what a criterion, level, signal, finding or kind means, with a weak and a strong example.
///
/// Ids are those that a review shows and its JSON holds: a criterion (options), one of its levels (options.3), a signal
/// (option.do_nothing), a finding (vague-claim) or a kind (prd-lite).
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// What to explain; without it, every id is listed.
    #[arg(value_name = "ID")]
    id: Option<String>,

    /// How it is written.
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    format: PlainFormat,
}

pub(super) fn run(arguments: &Arguments, global: &Global) -> Result<Status> {
    let rubric = global.rubric()?;
    let look = terminal::look(global.color, None, false);
    match &arguments.id {
        None => {
            let entries = explain::all(&rubric);
            answer(arguments.format, "entries", &entries, |out| text::list(&entries, look, out))
        }
        Some(id) => {
            let Some(found) = explain::of(&rubric, id) else {
                let ids = explain::ids(&rubric);
                let nearest = unknown("criterion, level, signal, finding or kind", id, ids.iter().map(String::as_str));
                return Err(nearest.with_list("`strongcase explain` lists them all").into());
            };
            answer(arguments.format, "explanation", &found, |out| text::explanation(&found, look, out))
        }
    }
}
