//! Questions at a terminal. A question that is left with Ctrl-C gives the terminal back as it was.

use std::io::{self, IsTerminal};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use console::{Term, truncate_str};
use dialoguer::{Input, Select};
use strongcase::template::{Question, questions};

/// The exit status of a run that was left, as shells know it.
pub(super) const LEFT: u8 = 130;

/// True when somebody can see a question and answer it.
pub(super) fn can_ask() -> bool {
    #[expect(clippy::disallowed_methods, reason = "it is asked what it is, not read")]
    let stdin = io::stdin();
    stdin.is_terminal() && Term::stderr().is_term()
}

/// The id that is chosen of those given, each with a line on when to choose it; nothing when the question is left.
pub(super) fn choose(question: &str, choices: &[(String, String)], default: usize) -> Result<Option<String>> {
    let Some((term, question)) = open(question)? else { return Ok(None) };
    let room = choices.iter().map(|(id, _)| id.chars().count()).max().unwrap_or(0);
    // A choice that took more than a line would not be cleared away whole.
    let width = usize::from(term.size().1).saturating_sub(4).max(20);
    let lines: Vec<String> = choices
        .iter()
        .map(|(id, says)| truncate_str(format!("{id:room$}  {says}").trim_end(), width, "...").into_owned())
        .collect();
    let chosen =
        Select::new().with_prompt(question.asks).items(&lines).default(default).report(false).interact_on(&term);
    let chosen = answered(&term, chosen)?.and_then(|at| choices.get(at)).map(|(id, _)| id.clone());
    if let Some(id) = &chosen {
        term.write_line(id)?;
    }
    Ok(chosen)
}

/// What is typed, or the default; nothing when the question is left.
pub(super) fn text(question: &str, default: &str) -> Result<Option<String>> {
    let Some((term, question)) = open(question)? else { return Ok(None) };
    let input = Input::<String>::new().with_prompt(question.asks).allow_empty(true);
    let input = input.default(default.to_owned()).show_default(!default.is_empty());
    answered(&term, input.interact_text_on(&term))
}

/// What a question that is being asked has to give back. It is taken by whoever ends the question first: the key that
/// is read or the signal.
static ASKED: Mutex<Option<Asked>> = Mutex::new(None);

fn asked() -> MutexGuard<'static, Option<Asked>> {
    ASKED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The terminal, with what the answer is for; nothing where there is no such question.
fn open(id: &str) -> Result<Option<(Term, Question)>> {
    static GUARD: Once = Once::new();
    let mut guarded = Ok(());
    GUARD.call_once(|| guarded = ctrlc::set_handler(leave));
    guarded.context("questions cannot be asked")?;
    let term = Term::stderr();
    let Some(question) = questions().into_iter().find(|question| question.id == id) else { return Ok(None) };
    *asked() = Some(Asked::now());
    term.write_line(&format!("\n{}", question.says))?;
    Ok(Some((term, question)))
}

/// Nothing for a question that was left; then the terminal is as it was before.
fn answered<T>(term: &Term, answer: dialoguer::Result<T>) -> Result<Option<T>> {
    match answer {
        Ok(answer) => {
            asked().take();
            Ok(Some(answer))
        }
        Err(dialoguer::Error::IO(error)) => {
            give_back(term)?;
            if matches!(error.kind(), io::ErrorKind::Interrupted | io::ErrorKind::UnexpectedEof) {
                return Ok(None);
            }
            Err(error).context("the answer could not be read")
        }
    }
}

/// Gives the terminal back and tells that nothing was written, unless that is done. True when a question was open.
fn give_back(term: &Term) -> io::Result<bool> {
    // Held to the end, so that a run that ends meanwhile has said it whole.
    let mut open = asked();
    let Some(asked) = open.take() else { return Ok(false) };
    asked.restore();
    term.show_cursor()?;
    term.write_line("\nNothing was written.")?;
    Ok(true)
}

/// Ends the run at a signal. Ctrl-C is one between two keys; while a key is read, the terminal gives it as a key, and
/// then as a signal too.
fn leave() {
    let term = Term::stderr();
    if !give_back(&term).unwrap_or(true) {
        // Either the next question is about to be asked, or answers are being written, which takes less than this.
        thread::sleep(Duration::from_millis(300));
        let _ = give_back(&term);
    }
    #[expect(clippy::exit, reason = "nothing has been begun that could be finished")]
    std::process::exit(LEFT.into());
}

/// How the terminal takes keys, before a question changes it.
struct Asked {
    #[cfg(unix)]
    keys: Option<rustix::termios::Termios>,
}

#[cfg(unix)]
#[expect(clippy::disallowed_methods, reason = "its settings are read, not its text")]
impl Asked {
    fn now() -> Self {
        Self { keys: rustix::termios::tcgetattr(io::stdin()).ok() }
    }

    fn restore(&self) {
        if let Some(keys) = &self.keys {
            let _ = rustix::termios::tcsetattr(io::stdin(), rustix::termios::OptionalActions::Drain, keys);
        }
    }
}

/// A console elsewhere takes keys one by one without a change that would outlast the run.
#[cfg(not(unix))]
impl Asked {
    fn now() -> Self {
        Self {}
    }

    fn restore(&self) {}
}
