//! Embeds every file of `rubric/` and `templates/`, turns the headings of `rubric/words/*.toml` into `Concept`, and compiles
//! their phrases into the tables that the search walks.
//!
//! So a new rubric file needs no line of registration, and code that names a concept which no file defines does not compile.

#![allow(clippy::disallowed_methods, reason = "a build script reads and writes what it is made of")]
#![allow(unreachable_pub, reason = "a build script has no public items")]
#![allow(dead_code, reason = "the compiler of word lists is the program's own, which uses all of it")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

#[path = "src/lexicon/compile.rs"]
mod compile;
#[path = "src/lexicon/pattern.rs"]
mod pattern;
#[path = "src/mention/rows.rs"]
mod rows;
#[path = "src/span.rs"]
mod span;
#[path = "src/lexicon/spelling.rs"]
mod spelling;
#[path = "src/lexicon/tables.rs"]
mod tables;
#[path = "src/document/token.rs"]
mod token;
#[path = "src/document/tokens.rs"]
mod tokens;
#[path = "src/mention/wording.rs"]
mod wording;

use token::{Token, TokenKind};

/// Where the program's own files look for each other.
mod document {
    pub(crate) use crate::token::TokenKind;
    pub(crate) use crate::tokens;
}
mod lexicon {
    pub(crate) use crate::tables;
}

/// Plain lists of words, which become constants and which no rubric of one's own can change.
const LISTS: &str = "rubric/lists";

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(env::var("OUT_DIR").unwrap_or_default());
    for folder in ["rubric", "templates"] {
        println!("cargo::rerun-if-changed={folder}");
        let mut files = Vec::new();
        collect(&root.join(folder), &mut files)?;
        files.retain(|file| !file.starts_with(root.join(LISTS)));
        files.sort();
        let mut code = String::from("&[\n");
        for file in &files {
            let name = file.strip_prefix(root.join(folder)).unwrap_or(file).to_string_lossy().replace('\\', "/");
            let _ = writeln!(code, "    ({name:?}, include_str!({:?})),", file.display().to_string());
        }
        code.push(']');
        fs::write(out.join(format!("{folder}.rs")), code)?;
    }
    fs::write(out.join("rubric_json.rs"), rubric_json(&root.join("rubric"))?)?;
    fs::write(out.join("own_rows.rs"), own_rows(&root.join("rubric"))?)?;
    fs::write(out.join("lists.rs"), plain_lists(&root.join(LISTS))?)?;
    let words = word_lists(&root.join("rubric/words"))?;
    let ids = concept_ids(&words)?;
    fs::write(out.join("concepts.rs"), concepts(&ids))?;
    fs::write(out.join("lexicon.rs"), lexicon(&words, &ids)?)
}

/// The TOML files of the rubric but the word lists as JSON, which takes a tenth of the time to read.
fn rubric_json(folder: &Path) -> io::Result<String> {
    let mut files = Vec::new();
    collect(folder, &mut files)?;
    files.retain(|file| {
        file.extension().is_some_and(|e| e == "toml")
            && !["words", "lists"].iter().any(|own| file.starts_with(folder.join(own)))
    });
    files.sort();
    let mut code = String::from("&[\n");
    for file in files {
        let name = file.strip_prefix(folder).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        let fail = |why: String| io::Error::other(format!("{}: {why}", file.display()));
        let table: toml::Table =
            fs::read_to_string(&file)?.parse().map_err(|e: toml::de::Error| fail(e.to_string()))?;
        let json = serde_json::to_string(&table).map_err(|e| fail(e.to_string()))?;
        let _ = writeln!(code, "    ({name:?}, {json:?}),");
    }
    code.push(']');
    Ok(code)
}

/// The keys of texts that say what to write, or show it, by the folder of their files.
const OWN_TEXTS: [(&str, &[&str]); 4] = [
    ("criteria", &["question", "means"]),
    ("kinds", &["use", "asks"]),
    ("signals", &["next_step", "because", "weak", "strong"]),
    ("findings", &["looks_for", "help", "because", "weak", "strong"]),
];

/// Every nine words in a row of those texts, as a table by their hashes.
fn own_rows(folder: &Path) -> io::Result<String> {
    let mut known = BTreeSet::new();
    for (name, keys) in OWN_TEXTS {
        let mut files = Vec::new();
        collect(&folder.join(name), &mut files)?;
        // The texts about copied texts are their own example of what is no copy.
        files.retain(|file| file.extension().is_some_and(|e| e == "toml") && !file.ends_with("borrowed-text.toml"));
        for file in files {
            let fail = |e: toml::de::Error| io::Error::other(format!("{}: {e}", file.display()));
            let table: toml::Table = fs::read_to_string(&file)?.parse().map_err(fail)?;
            add_rows(&toml::Value::Table(table), keys, false, &mut known);
        }
    }
    let mut slots = vec![0; (known.len() * 2).next_power_of_two()];
    for row in known {
        let mut at = rows::slot(row, slots.len());
        while slots[at] != 0 {
            at = (at + 1) % slots.len();
        }
        slots[at] = row;
    }
    let attribute = "#[allow(clippy::unreadable_literal, reason = \"nobody reads them\")]";
    Ok(format!(
        "/// Every nine words in a row of the built-in rubric's texts.\n{attribute}\nstatic OWN_ROWS: [u64; {}] = {slots:?};\n",
        slots.len()
    ))
}

/// Adds the rows of the texts below some keys; `told` where one of them stands above.
fn add_rows(value: &toml::Value, keys: &[&str], told: bool, known: &mut BTreeSet<u64>) {
    match value {
        toml::Value::String(text) if told => rows::rows(text, |row| _ = known.insert(row)),
        toml::Value::Array(values) => values.iter().for_each(|value| add_rows(value, keys, told, known)),
        toml::Value::Table(table) => {
            table.iter().for_each(|(key, value)| add_rows(value, keys, keys.contains(&key.as_str()), known));
        }
        _ => {}
    }
}

/// The plain lists, one constant each: `did-so` becomes `DID_SO`. The comment above a list becomes its documentation.
fn plain_lists(folder: &Path) -> io::Result<String> {
    let mut files = Vec::new();
    collect(folder, &mut files)?;
    files.retain(|file| file.extension().is_some_and(|e| e == "toml"));
    files.sort();
    let mut code = String::new();
    for file in files {
        let fail = |why: String| io::Error::other(format!("{}: {why}", file.display()));
        let text = fs::read_to_string(&file)?;
        let lists: BTreeMap<String, Vec<String>> = toml::from_str(&text).map_err(|e| fail(e.to_string()))?;
        for (name, words) in lists {
            let told = text.lines().take_while(|line| !line.starts_with(&format!("{name} ="))).last();
            let told = told.and_then(|line| line.strip_prefix("# ")).unwrap_or(&name);
            let id = name.to_uppercase().replace('-', "_");
            let _ = writeln!(code, "/// {told}\npub(crate) const {id}: [&str; {}] = {words:?};", words.len());
        }
    }
    Ok(code)
}

/// The word lists, each with its path below `rubric/`, sorted by it.
fn word_lists(folder: &Path) -> io::Result<Vec<(String, String)>> {
    let mut files = Vec::new();
    collect(folder, &mut files)?;
    files.retain(|file| file.extension().is_some_and(|e| e == "toml"));
    files.sort();
    files
        .into_iter()
        .map(|file| {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            Ok((format!("words/{name}"), fs::read_to_string(&file)?))
        })
        .collect()
}

/// The phrases as tables, written as Rust.
fn lexicon(words: &[(String, String)], ids: &BTreeMap<String, String>) -> io::Result<String> {
    let number = |id: &str| ids.keys().position(|known| known == id).map(|at| at as u16);
    let tables = compile::compile(words.iter().map(|(path, text)| (path.as_str(), text.as_str())), number).map_err(
        |mistakes| {
            let told: Vec<String> = mistakes.iter().map(|m| format!("{}: {}", m.path, m.message)).collect();
            io::Error::other(told.join("\n"))
        },
    )?;
    if tables.keys.len() > usize::from(u16::MAX) {
        return Err(io::Error::other("the word lists have more words than a table can number"));
    }
    let mut code = String::from(
        "/// The built-in word lists, compiled.\n#[allow(clippy::unreadable_literal, reason = \"nobody reads them\")]\nconst BUILT_IN: Tables = Tables {\n",
    );
    let _ = writeln!(code, "    text: std::borrow::Cow::Borrowed({:?}),", tables.text);
    for (name, list) in [
        ("ends", format!("{:?}", tables.ends)),
        ("keys", format!("{:?}", tables.keys)),
        ("slots", format!("{:?}", tables.slots)),
        ("open_from", format!("{:?}", tables.open_from)),
        ("open", format!("{:?}", tables.open)),
        ("paired", format!("{:?}", tables.paired)),
        ("seconds_from", format!("{:?}", tables.seconds_from)),
        ("seconds", format!("{:?}", tables.seconds)),
        ("followed_from", format!("{:?}", tables.followed_from)),
        ("followed", format!("{:?}", tables.followed)),
        ("by_quantity", format!("{:?}", tables.by_quantity)),
        ("code", format!("{:?}", tables.code)),
    ] {
        let _ = writeln!(code, "    {name}: std::borrow::Cow::Borrowed(&{list}),");
    }
    code.push_str("};\n");
    Ok(code)
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

/// The `[concept-id]` headings of the word lists, each with the `says` line below it.
fn concept_ids(words: &[(String, String)]) -> io::Result<BTreeMap<String, String>> {
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    for (path, text) in words {
        let mut current = None;
        for line in text.lines() {
            if let Some(id) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                if found.insert(id.to_owned(), String::new()).is_some() {
                    return Err(io::Error::other(format!("{path}: [{id}] is defined twice")));
                }
                current = Some(id.to_owned());
            } else if let (Some(says), Some(id)) = (line.strip_prefix("says = \""), &current) {
                found.insert(id.clone(), says.trim_end_matches('"').replace('\\', ""));
            }
        }
    }
    Ok(found)
}

/// The `Concept` enum: one variant a heading, with its `says` line as its doc comment.
fn concepts(found: &BTreeMap<String, String>) -> String {
    let mut code = String::from(
        "/// What a phrase of the word lists stands for; one a heading of `rubric/words/`.\n\
         #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]\n#[repr(u16)]\npub enum Concept {\n",
    );
    for (id, says) in found {
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
    code
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
