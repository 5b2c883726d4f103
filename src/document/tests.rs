//! Markdown in, a sketch of the document out.

mod asides;
mod blocks;
mod headings;
mod labels;
mod limits;
mod lists;
mod places;
mod properties;
mod tables;
mod words;

use crate::document::{AsideKind, BlockKind, Document, HeadingForm};
use crate::source::Source;

/// Reads a text that lives as long as the test program.
fn read(text: &str) -> Document<'static> {
    Document::read(Box::leak(Box::new(Source::from_text(text))))
}

/// One line a block: depth, form and marks in front, the text behind; `/` stands for a line end inside a block.
fn sketch(text: &str) -> Vec<String> {
    let document = read(text);
    (0..document.blocks.len() as u32).map(|block| line(&document, block)).collect()
}

fn line(document: &Document<'_>, id: u32) -> String {
    let block = &document.blocks[id as usize];
    let mut line = String::new();
    match block.kind {
        BlockKind::Heading(form) => {
            line += &"#".repeat(document.sections[block.section as usize].depth as usize);
            if !matches!(form, HeadingForm::Atx) {
                line += &format!("{form:?}").to_lowercase();
            }
            line += " ";
        }
        BlockKind::Item => {
            let list = document.list_of(id).expect("an item is in a list");
            line += &"  ".repeat(list.depth as usize);
            line += if list.ordered { "1. " } else { "- " };
        }
        BlockKind::Cell { row, column, .. } => line += &format!("{row},{column} "),
        BlockKind::Footnote => line += "note ",
        BlockKind::Paragraph if block.inside_item.is_some() => line += "+ ",
        BlockKind::Paragraph => {}
    }
    for (holds, mark) in [
        (block.quoted, "> "),
        (block.image, "image "),
        (block.struck, "struck "),
        (block.task == Some(true), "[x] "),
        (block.task == Some(false), "[ ] "),
    ] {
        line += if holds { mark } else { "" };
    }
    if let Some(label) = document.label_str(id) {
        line += &format!("<{label}> ");
    }
    line += &document.block_str(id).replace('\n', " / ");
    if document.sentences[block.sentences.start as usize..block.sentences.end as usize]
        .iter()
        .any(|sentence| sentence.placeholder)
    {
        line += " (blank)";
    }
    line
}

/// Kind and source of each aside.
fn asides(text: &str) -> Vec<(AsideKind, String)> {
    let document = read(text);
    document.asides.iter().map(|aside| (aside.kind, document.quote(aside.span).to_owned())).collect()
}
