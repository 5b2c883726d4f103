//! A folder of artifacts and the program run in it, in an environment that says nothing.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use tempfile::TempDir;

pub(crate) const GOOD: &str = include_str!("artifacts/orders.md");
pub(crate) const THIN: &str = include_str!("artifacts/thin.md");

/// A folder to run the program in.
pub(crate) struct Desk {
    folder: TempDir,
}

/// What a run came to.
pub(crate) struct Run {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Desk {
    pub(crate) fn new() -> Self {
        Self { folder: TempDir::with_prefix("desk").unwrap() }
    }

    pub(crate) fn with(self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
        self
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub(crate) fn text(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin!("strongcase"));
        command.current_dir(self.folder.path()).args(arguments);
        for name in ["NO_COLOR", "CLICOLOR_FORCE", "STRONGCASE_RUBRIC", "SOURCE_DATE_EPOCH"] {
            command.env_remove(name);
        }
        // No templates of whoever runs the tests.
        command.env("XDG_CONFIG_HOME", self.folder.path()).env("APPDATA", self.folder.path());
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        Run::of(&self.command(arguments).stdin(std::process::Stdio::null()).output().unwrap())
    }

    pub(crate) fn pipe(&self, arguments: &[&str], input: impl AsRef<[u8]>) -> Run {
        let mut command = assert_cmd::Command::from_std(self.command(arguments));
        Run::of(&command.write_stdin(input.as_ref()).output().unwrap())
    }
}

impl Run {
    pub(crate) fn of(output: &Output) -> Self {
        Self {
            status: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout.clone()).unwrap(),
            err: String::from_utf8(output.stderr.clone()).unwrap(),
        }
    }
}
