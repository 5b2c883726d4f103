//! Embeds every file of `rubric/` and `templates/`, and turns the headings of `rubric/words/*.toml` into `Concept`.
//!
//! So a new rubric file needs no line of registration, and code that names a concept which no file defines does not compile.

#![allow(clippy::disallowed_methods, reason = "a build script reads and writes what it is made of")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(env::var("OUT_DIR").unwrap_or_default());
    for folder in ["rubric", "templates"] {
        println!("cargo::rerun-if-changed={folder}");
        let mut files = Vec::new();
        collect(&root.join(folder), &mut files)?;
        files.sort();
        let mut code = String::from("&[\n");
        for file in &files {
            let name = file.strip_prefix(root.join(folder)).unwrap_or(file).to_string_lossy().replace('\\', "/");
            let _ = writeln!(code, "    ({name:?}, include_str!({:?})),", file.display().to_string());
        }
        code.push(']');
        fs::write(out.join(format!("{folder}.rs")), code)?;
    }
    fs::write(out.join("concepts.rs"), concepts(&root.join("rubric/words"))?)
}

/// Every file below `folder`, in no order; a folder that does not exist holds none.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    let Ok(entries) = fs::read_dir(folder) else { return Ok(()) };
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

/// The `Concept` enum: one variant a `[concept-id]` heading, with the `says` line below it as its doc comment.
fn concepts(folder: &Path) -> io::Result<String> {
    let mut files = Vec::new();
    collect(folder, &mut files)?;
    files.sort();
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    for file in files {
        let text = fs::read_to_string(&file)?;
        let mut current = None;
        for line in text.lines() {
            if let Some(id) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                if found.insert(id.to_owned(), String::new()).is_some() {
                    return Err(io::Error::other(format!("{}: [{id}] is defined twice", file.display())));
                }
                current = Some(id.to_owned());
            } else if let (Some(says), Some(id)) = (line.strip_prefix("says = \""), &current) {
                found.insert(id.clone(), says.trim_end_matches('"').replace('\\', ""));
            }
        }
    }
    let mut code = String::from(
        "/// What a phrase of the word lists stands for; one a heading of `rubric/words/`.\n\
         #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]\n#[repr(u16)]\npub enum Concept {\n",
    );
    for (id, says) in &found {
        let _ = writeln!(code, "    /// {}\n    {},", if says.is_empty() { id } else { says }, variant(id));
    }
    code.push_str("}\n\nimpl Concept {\n    /// All of them, in the order of their ids.\n    pub const ALL: &'static [Self] = &[\n");
    for id in found.keys() {
        let _ = writeln!(code, "        Self::{},", variant(id));
    }
    code.push_str(
        "    ];\n\n    /// The id in the word lists.\n    #[allow(clippy::too_many_lines, reason = \"one line a concept\")]\n    pub fn id(self) -> &'static str {\n        match self {\n",
    );
    for id in found.keys() {
        let _ = writeln!(code, "            Self::{} => {id:?},", variant(id));
    }
    code.push_str("        }\n    }\n}\n");
    Ok(code)
}

/// `option-heading` → `OptionHeading`.
fn variant(id: &str) -> String {
    id.split('-')
        .map(|part| {
            let mut letters = part.chars();
            letters.next().map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + letters.as_str())
        })
        .collect()
}
