//! The command line. One file a subcommand; what they share stands beside them.

mod batch;
mod calibrate;
mod complaint;
mod completions;
mod explain;
mod facts;
mod kinds;
mod new;
mod progress;
mod prompt;
mod review;
mod rubric;
mod shared;
mod sink;
mod templates;
mod terminal;
mod upgrade;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use shared::Global;

/// Write and review proof of product decisions: discovery briefs, prioritizations, PRDs, metrics frameworks.
///
/// Reviews are made on this machine, by a rubric that can be read and replaced; nothing that you write leaves it.
#[derive(Debug, Parser)]
#[command(name = "strongcase", version, max_term_width = 100, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    global: Global,
}

#[derive(Debug, Subcommand)]
enum Command {
    New(new::Arguments),
    Review(review::Arguments),
    Facts(facts::Arguments),
    Explain(explain::Arguments),
    Kinds(kinds::Arguments),
    Calibrate(calibrate::Arguments),
    Rubric(rubric::Arguments),
    Completions(completions::Arguments),
    Man(completions::ManArguments),
    Templates(templates::Arguments),
    Upgrade(upgrade::Arguments),
}

/// What a run came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Status {
    /// Done.
    Done,
    /// Done, and something fell below what was asked.
    Below,
    /// Something could not be done.
    Failed,
    /// A question was left unanswered, and nothing was done.
    Left,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        match status {
            Status::Done => Self::SUCCESS,
            Status::Below => Self::from(1),
            Status::Failed => Self::from(2),
            Status::Left => Self::from(prompt::LEFT),
        }
    }
}

/// Runs the program.
pub(crate) fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // Help for a reader that went away is no failure.
            let _ = error.print();
            return if error.use_stderr() { Status::Failed.into() } else { ExitCode::SUCCESS };
        }
    };
    let result = match &cli.command {
        Command::New(arguments) => new::run(arguments, &cli.global),
        Command::Review(arguments) => review::run(arguments, &cli.global),
        Command::Facts(arguments) => facts::run(arguments, &cli.global),
        Command::Explain(arguments) => explain::run(arguments, &cli.global),
        Command::Kinds(arguments) => kinds::run(arguments, &cli.global),
        Command::Calibrate(arguments) => calibrate::run(arguments, &cli.global),
        Command::Rubric(arguments) => rubric::run(arguments, &cli.global),
        Command::Completions(arguments) => completions::run(arguments),
        Command::Man(_) => completions::man(),
        Command::Templates(arguments) => templates::run(arguments, &cli.global),
        Command::Upgrade(arguments) => upgrade::run(arguments, &cli.global),
    };
    match result {
        Ok(status) => status.into(),
        // The reader of a pipe has seen enough.
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            complaint::show(&error);
            Status::Failed.into()
        }
    }
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let io = cause.downcast_ref::<io::Error>().map(io::Error::kind);
        io == Some(io::ErrorKind::BrokenPipe)
    })
}

/// Writes to standard error, where a failure to write has nobody to be told to.
fn tell(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}
