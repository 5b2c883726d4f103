//! Prints what the fitting scripts beside this file learn from: for each artifact its signals, or the cues of each sentence.
//!
//! `cargo run --release --example dump -- signals FOLDER INDEX [RUBRIC]` prints a table, one artifact a line;
//! `cargo run --release --example dump -- cues FOLDER` prints one JSON object an artifact.

#![allow(clippy::disallowed_methods, reason = "it reads a folder of artifacts for people who fit the rubric")]
#![allow(clippy::print_stdout, reason = "its output is what it is for")]

use std::collections::HashSet;
use std::error::Error;
use std::path::{Path, PathBuf};

use strongcase::document::Document;
use strongcase::facts::weighed::Weights;
use strongcase::facts::{Facts, cues};
use strongcase::lexicon::Lexicon;
use strongcase::mention::Reading;
use strongcase::rubric::{Asks, Rubric};
use strongcase::signal::{self, Case};
use strongcase::source::Source;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["signals", folder, index] => signals(folder.as_ref(), index.as_ref(), None),
        ["signals", folder, index, rubric] => signals(folder.as_ref(), index.as_ref(), Some(rubric.as_ref())),
        ["cues", folder] => sentences(folder.as_ref()),
        _ => Err("usage: dump signals FOLDER INDEX [RUBRIC] | dump cues FOLDER".into()),
    }
}

/// One line an artifact of the index: id, kind, words, distinct phrases of the word lists, craft signals held and their depth, and how many pieces earn each signal.
fn signals(folder: &Path, index: &Path, rubric: Option<&Path>) -> Result<(), Box<dyn Error>> {
    let lexicon = Lexicon::embedded();
    let rubric = match rubric {
        Some(path) => Rubric::with_folder(path).map_err(|errors| format!("{errors:?}"))?,
        None => Rubric::embedded(),
    };
    let mut weights = Weights::default();
    // Those of the folder alone: what was fitted to all artifacts must not fill its gaps.
    if let Some((_, text)) = rubric.texts("weights.toml").last() {
        weights.add(text)?;
    }
    let index = std::fs::read_to_string(index)?;
    let mut lines = index.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    let head = lines.next().unwrap_or_default();
    let column = |name: &str| head.iter().position(|h| *h == name).ok_or(format!("the index has no column `{name}`"));
    let (id, kind) = (column("id")?, column("kind")?);
    let names: Vec<&str> = signal::all().map(|s| s.id).collect();
    println!("id\tkind\twords\tcue_words\tcraft\tdepth\t{}", names.join("\t"));
    for line in lines {
        let Ok(bytes) = std::fs::read(folder.join(format!("{}.md", line[id]))) else { continue };
        let source = Source::decode(bytes)?;
        let doc = Document::read(&source);
        let reading = Reading::of(&doc, &lexicon);
        let facts = Facts::read(&reading, &weights);
        let case = Case { doc: &doc, reading: &reading, facts: &facts, kind: line[kind], clarity: &rubric.clarity };
        let held: Vec<(&str, usize)> = signal::all().map(|s| (s.id, s.earned(&case).len())).collect();
        let pieces = |id: &String| held.iter().find(|(held, _)| held == id).map_or(0, |(_, n)| *n);
        let of_kind: Vec<usize> =
            rubric.kind(line[kind]).map_or_else(Vec::new, |kind| kind.craft.iter().map(pieces).collect());
        let craft = of_kind.iter().filter(|n| **n > 0).count();
        let depth: usize = of_kind.iter().map(|n| (*n).min(Asks::DEPTH)).sum();
        let counts: Vec<String> = held.iter().map(|(_, n)| n.to_string()).collect();
        let said: HashSet<&str> =
            reading.sentences().flat_map(|s| reading.hits(s)).map(|hit| doc.lower_str(hit.text)).collect();
        let (words, cue_words) = (doc.words(), said.len());
        println!("{}\t{}\t{words}\t{cue_words}\t{craft}\t{depth}\t{}", line[id], line[kind], counts.join("\t"));
    }
    Ok(())
}

/// One object an artifact: its path, the names of all cues, and for each sentence its place and its cues.
fn sentences(folder: &Path) -> Result<(), Box<dyn Error>> {
    let lexicon = Lexicon::embedded();
    let names: Vec<String> = (0..cues::COUNT).map(cues::name).collect();
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder)?.map(|e| Ok(e?.path())).collect::<Result<_, std::io::Error>>()?;
    files.retain(|path| path.extension().is_some_and(|e| e == "md"));
    files.sort();
    for file in files {
        let source = Source::decode(std::fs::read(&file)?)?;
        let doc = Document::read(&source);
        let reading = Reading::of(&doc, &lexicon);
        let mut held = Vec::new();
        let rows: Vec<serde_json::Value> = reading
            .sentences()
            .filter(|&s| reading.length(s) >= 2)
            .map(|s| {
                cues::of(&reading, s, &mut held);
                let span = doc.span_of(doc.sentences[s as usize].text);
                serde_json::json!({ "start": span.start, "end": span.end, "cues": held })
            })
            .collect();
        println!("{}", serde_json::json!({ "path": file.display().to_string(), "names": names, "rows": rows }));
    }
    Ok(())
}
