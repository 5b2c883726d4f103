//! `strongcase completions` and `strongcase man`: what a shell and a manual are told of the command line.

use std::io::Write;

use anyhow::Result;
use clap::{Args, CommandFactory, ValueEnum};
use clap_complete::Shell;
use clap_complete::aot::generate;
use clap_mangen::Man;
use clap_mangen::roff::Roff;

use super::sink::Sink;
use super::{Cli, Status};

/// Print the completions of a shell, for its own folder of completions.
///
/// For example: `strongcase completions bash > ~/.local/share/bash-completion/completions/strongcase`
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The shell.
    #[arg(value_enum, value_name = "SHELL")]
    shell: ShellChoice,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ShellChoice {
    Bash,
    Zsh,
    Fish,
    #[value(name = "powershell")]
    PowerShell,
    Elvish,
}

/// Print the manual page, as in `strongcase man > strongcase.1`.
#[derive(Debug, Args)]
pub(super) struct ManArguments {}

pub(super) fn run(arguments: &Arguments) -> Result<Status> {
    let shell = match arguments.shell {
        ShellChoice::Bash => Shell::Bash,
        ShellChoice::Zsh => Shell::Zsh,
        ShellChoice::Fish => Shell::Fish,
        ShellChoice::PowerShell => Shell::PowerShell,
        ShellChoice::Elvish => Shell::Elvish,
    };
    let mut text = Vec::new();
    generate(shell, &mut Cli::command(), NAME, &mut text);
    print(&text)
}

/// One page for the program and all that it can do.
pub(super) fn man() -> Result<Status> {
    let mut program = Cli::command();
    program.build();
    let mut text = Vec::new();
    let page = Man::new(program.clone());
    page.render_title(&mut text)?;
    page.render_name_section(&mut text)?;
    page.render_synopsis_section(&mut text)?;
    page.render_description_section(&mut text)?;
    page.render_options_section(&mut text)?;
    for command in program.get_subcommands().filter(|command| command.get_name() != "help") {
        section(command, &mut text)?;
        for inner in command.get_subcommands().filter(|command| command.get_name() != "help") {
            section(inner, &mut text)?;
        }
    }
    page.render_version_section(&mut text)?;
    print(&text)
}

const NAME: &str = "strongcase";

/// What a subcommand does, how it is called, and its own options.
fn section(command: &clap::Command, text: &mut Vec<u8>) -> Result<()> {
    let name = command.get_bin_name().unwrap_or(command.get_name()).to_owned();
    let mut heading = Roff::new();
    heading.control("SH", [name.to_uppercase().as_str()]);
    heading.to_writer(text)?;
    let own = command.clone().mut_args(|argument| {
        let global = argument.is_global_set();
        argument.hide(global)
    });
    let page = Man::new(own);
    let mut parts = Vec::new();
    page.render_synopsis_section(&mut parts)?;
    page.render_description_section(&mut parts)?;
    page.render_options_section(&mut parts)?;
    // Parts of a subcommand stand one step below its name; what sets up the quotes is said once, at the top.
    let parts = String::from_utf8_lossy(&parts);
    for line in parts.lines().filter(|line| !line.starts_with(".ie ") && !line.starts_with(".el ")) {
        match line.strip_prefix(".SH ") {
            Some(title) => writeln!(text, ".SS {title}")?,
            None => writeln!(text, "{line}")?,
        }
    }
    Ok(())
}

fn print(text: &[u8]) -> Result<Status> {
    let mut sink = Sink::open(None)?;
    sink.write_all(text)?;
    sink.finish()?;
    Ok(Status::Done)
}
