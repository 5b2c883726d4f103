//! Artifacts → results, in parallel, written in the order of the input, in memory that does not grow with their number.

use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread::available_parallelism;

use anyhow::Result;
use rayon::ThreadPool;
use rayon::prelude::*;
use strongcase::input::{self, Input, Unreadable};
use strongcase::output::{Artifact, Failure, Format, Tally};
use strongcase::source::Source;

use super::complaint;
use super::progress::Progress;
use super::shared::Selection;
use super::sink::Sink;

/// Files that one thread works on before what is done is written.
const CHUNK: usize = 64;

type Item = Result<Input, Unreadable>;

/// What is done with each artifact.
pub(super) struct Job<'a, T> {
    /// Makes what is written out of what was read.
    pub(super) work: &'a (dyn Fn(&Source) -> T + Sync),
    /// What is counted, and why the artifact is less than what was asked, if it is.
    pub(super) note: &'a (dyn Fn(&T) -> (Tally, Option<String>) + Sync),
}

/// What a run came to.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    pub(super) tally: Tally,
    /// Files that fell below what was asked, each with the reason.
    pub(super) below: Vec<String>,
}

/// Does `job` with every artifact of the selection. `format` is chosen once it is known whether there are several.
pub(super) fn run<'f, T>(
    selection: &Selection,
    job: &Job<'_, T>,
    format: impl FnOnce(bool) -> Box<dyn Format<T> + 'f>,
) -> Result<Outcome> {
    let paths = selection.paths()?;
    let mut items = input::expand(&paths).peekable();
    let threads = match selection.threads {
        Some(threads) => usize::from(threads),
        None => available_parallelism().map_or(1, usize::from),
    };
    let mut chunk: Vec<Item> = items.by_ref().take(2).collect();
    let format = format(chunk.len() > 1);
    let pool = (threads > 1 && chunk.len() > 1)
        .then(|| rayon::ThreadPoolBuilder::new().num_threads(threads).build())
        .transpose()?;
    let mut sink = Sink::open(selection.output.as_deref())?;
    let progress = Progress::new(selection.output.as_deref());
    let mut run = Run { outcome: Outcome::default(), failures: Vec::new() };
    format.begin(&mut sink)?;
    loop {
        chunk.extend(items.by_ref().take(CHUNK * threads - chunk.len().min(CHUNK * threads)));
        if chunk.is_empty() {
            break;
        }
        let results = all(&chunk, job, &*format, pool.as_ref(), &progress);
        for result in results {
            run.write(result, &*format, &progress, &mut sink)?;
        }
        sink.flush()?;
        chunk.clear();
    }
    progress.end();
    format.end(&run.outcome.tally, &run.failures, &mut sink)?;
    sink.finish()?;
    Ok(run.outcome)
}

/// What one artifact came to, ready to be written.
enum Done {
    Written { path: String, bytes: Vec<u8>, tally: Tally, below: Option<String> },
    Failed { failure: Failure, help: &'static str },
}

fn all<T>(
    chunk: &[Item],
    job: &Job<'_, T>,
    format: &dyn Format<T>,
    pool: Option<&ThreadPool>,
    progress: &Progress,
) -> Vec<Done> {
    let one = |item: &Item| {
        let done = one(item, job, format);
        progress.step();
        done
    };
    match pool {
        Some(pool) => pool.install(|| chunk.par_iter().map(one).collect()),
        None => chunk.iter().map(one).collect(),
    }
}

fn one<T>(item: &Item, job: &Job<'_, T>, format: &dyn Format<T>) -> Done {
    let input = match item {
        Ok(input) => input,
        Err(error) => return failed(error),
    };
    let source = match input::read(input) {
        Ok(source) => source,
        Err(error) => return failed(&error),
    };
    let path = input.shown();
    // A fault in one artifact must not take the others with it.
    let written = catch_unwind(AssertUnwindSafe(|| {
        let content = (job.work)(&source);
        let (tally, below) = (job.note)(&content);
        let mut bytes = Vec::new();
        format
            .artifact(&Artifact { path: &path, source: &source, content: &content }, &mut bytes)
            .map(|()| (bytes, tally, below))
    }));
    match written {
        Ok(Ok((bytes, tally, below))) => Done::Written { path, bytes, tally, below },
        Ok(Err(_)) | Err(_) => Done::Failed {
            failure: Failure { path, message: "met a fault in strongcase itself".to_owned() },
            help: "please report it, with the file if you may share it",
        },
    }
}

fn failed(error: &Unreadable) -> Done {
    Done::Failed {
        failure: Failure { path: error.path.clone(), message: error.error.to_string() },
        help: error.error.help(),
    }
}

struct Run {
    outcome: Outcome,
    failures: Vec<Failure>,
}

impl Run {
    fn write<T>(&mut self, done: Done, format: &dyn Format<T>, progress: &Progress, sink: &mut Sink) -> Result<()> {
        match done {
            Done::Written { path, bytes, tally, below } => {
                if self.outcome.tally.artifacts > 0 {
                    sink.write_all(format.separator().as_bytes())?;
                }
                sink.write_all(&bytes)?;
                self.outcome.tally.add(tally);
                self.outcome.below.extend(below.map(|reason| format!("{path} {reason}")));
            }
            Done::Failed { failure, help } => {
                let path = if failure.path == "-" { "standard input" } else { &failure.path };
                progress.aside(|| complaint::line(&format!("{path} {}", failure.message), help));
                format.failure(&failure, sink)?;
                self.outcome.tally.add(Tally::failed());
                self.failures.push(failure);
            }
        }
        Ok(())
    }
}
