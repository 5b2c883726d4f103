//! How long it takes to review a folder, as a multiple of reading the same files and draining their Markdown events.
//!
//! `STRONGCASE_BENCH_CORPUS` names the folder; without it `../shared/eval/corpus` is taken, and if that is not there the
//! benchmark says so and stops. Both sides run in turn, on one thread, in one process; the ratio is that of their fastest rounds.

#![expect(clippy::disallowed_methods, reason = "it reads the files as a bare parser would")]

use std::hint::black_box;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use pulldown_cmark::Parser;
use strongcase::document::markdown_options;
use strongcase::engine::Engine;
use strongcase::source::Source;

fn main() {
    let folder =
        std::env::var_os("STRONGCASE_BENCH_CORPUS").map_or_else(|| "../shared/eval/corpus".into(), PathBuf::from);
    let files = markdown_files(&folder);
    let mut out = std::io::stdout().lock();
    if files.is_empty() {
        let _ = writeln!(out, "skipped: no Markdown in {} (set STRONGCASE_BENCH_CORPUS)", folder.display());
        return;
    }
    let engine = Engine::embedded();
    let (mut events, mut reviews) = (Duration::MAX, Duration::MAX);
    for _ in 0..30 {
        events = events.min(time(|| drain(&files)));
        reviews = reviews.min(time(|| review(&engine, &files)));
    }
    let ratio = reviews.as_secs_f64() / events.as_secs_f64();
    let _ = writeln!(out, "\n{} files: events {events:.2?}, review {reviews:.2?}, ratio {ratio:.2}", files.len());

    let one = files[files.len() / 2].display().to_string();
    let (mut version, mut single) = (Duration::MAX, Duration::MAX);
    for _ in 0..30 {
        version = version.min(time(|| run(&["--version"])));
        single = single.min(time(|| run(&["review", "--format", "json", &one])));
    }
    let more = single.saturating_sub(version);
    let _ = writeln!(out, "as a process: --version {version:.2?}, review of one file {single:.2?}, {more:.2?} more");
}

fn markdown_files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|e| e == "md"))
        .collect();
    files.sort();
    files
}

fn drain(files: &[PathBuf]) {
    for file in files {
        let Ok(text) = std::fs::read_to_string(file) else { continue };
        for event in Parser::new_ext(&text, markdown_options()) {
            black_box(event);
        }
    }
}

fn review(engine: &Engine, files: &[PathBuf]) {
    for file in files {
        let Ok(bytes) = std::fs::read(file) else { continue };
        if let Ok(source) = Source::decode(bytes) {
            black_box(engine.review(&source, None));
        }
    }
}

fn run(arguments: &[&str]) {
    let status = Command::new(env!("CARGO_BIN_EXE_strongcase"))
        .args(arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    black_box(status.is_ok());
}

fn time(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}
