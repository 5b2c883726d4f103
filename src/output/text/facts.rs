//! Facts → how an artifact was understood, family by family, and what was not found.

mod families;
mod scores;
mod sensitivity;

use std::io::{self, Write};

use super::wrap::{clean, cut, pad, width, wrap};
use super::{Look, Tone};
use crate::engine::FactList;
use crate::facts::listing::Fact;
use crate::output::{Artifact, Format, Understood};
use crate::span::Span;
use families::{FAMILIES, Family, is_known, words_for};
pub use sensitivity::SensitivityText;

/// Lines that a quote may take before it is cut.
const QUOTE_LINES: usize = 3;

/// Facts by family, with the line that each was read on.
#[derive(Debug, Clone, Copy)]
pub struct FactsText {
    /// How text is set.
    pub look: Look,
}

impl Format<FactList> for FactsText {
    fn artifact(&self, artifact: &Artifact<'_, FactList>, out: &mut dyn Write) -> io::Result<()> {
        head(artifact, self.look, out)?;
        let page = Page { artifact, look: self.look, gutter: gutter(artifact) };
        let mut absent = Vec::new();
        for family in FAMILIES {
            let facts: Vec<&Fact> = artifact.content.facts.iter().filter(|fact| family.holds(fact.role)).collect();
            if facts.is_empty() && family.missed {
                absent.push(family.title.to_lowercase());
            } else if !facts.is_empty() {
                page.family(family, &facts, out)?;
            }
        }
        let rest: Vec<&Fact> = artifact.content.facts.iter().filter(|fact| !is_known(fact.role)).collect();
        if !rest.is_empty() {
            page.title("Other", out)?;
            page.rows(&rest, 0, out)?;
        }
        if !artifact.content.scores.is_empty() {
            page.title("Scores", out)?;
            artifact.content.scores.iter().try_for_each(|list| scores::write(&page, list, out))?;
        }
        if absent.is_empty() {
            return Ok(());
        }
        writeln!(out)?;
        page.remark(&format!("Nothing was found on {}.", absent.join(", ")), 0, out)
    }

    fn separator(&self) -> &'static str {
        "\n\n"
    }
}

/// `prd.md, read as prd-lite`
fn head(artifact: &Understood<'_>, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let path = if artifact.path == "-" { "Standard input".to_owned() } else { clean(artifact.path) };
    for line in wrap(&format!("{path}, read as {}", artifact.content.kind), look.width) {
        writeln!(out, "{}", look.paint(Tone::Strong, &line))?;
    }
    Ok(())
}

/// Columns for the highest line number.
fn gutter(artifact: &Understood<'_>) -> usize {
    let facts = artifact.content.facts.iter().map(|fact| fact.span);
    let scores = artifact.content.scores.iter().flat_map(|list| list.options.iter().map(|option| option.span));
    let last = facts.chain(scores).map(|span| artifact.source.position(span.start).line).max();
    last.unwrap_or(1).to_string().len().max(2)
}

struct Page<'a> {
    artifact: &'a Understood<'a>,
    look: Look,
    gutter: usize,
}

impl Page<'_> {
    fn title(&self, text: &str, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "\n{}", self.look.paint(Tone::Strong, text))
    }

    fn family(&self, family: &Family, facts: &[&Fact], out: &mut dyn Write) -> io::Result<()> {
        self.title(family.title, out)?;
        let owners = owners(family, facts);
        let mut told: Vec<&Fact> = Vec::new();
        for owner in &owners {
            let traits: Vec<&Fact> = facts.iter().filter(|it| is_trait(it, owner)).copied().collect();
            let belongings: Vec<&Fact> = facts.iter().filter(|it| belongs(it, owner)).copied().collect();
            self.owner(owner, &traits, out)?;
            self.rows(&belongings, 2, out)?;
            told.extend(traits);
            told.extend(belongings);
        }
        let is_owner = |fact: &Fact| owners.iter().any(|owner| owner.role == fact.role && owner.words == fact.words);
        let rest: Vec<&Fact> = facts
            .iter()
            .filter(|fact| !is_owner(fact) && !told.iter().any(|known| std::ptr::eq(*known, **fact)))
            .copied()
            .collect();
        self.rows(&rest, 0, out)?;
        let missing: Vec<&str> = family
            .roles
            .iter()
            .filter(|(role, _)| !facts.iter().any(|fact| fact.role == *role))
            .map(|(_, words)| *words)
            .collect();
        if missing.is_empty() || !family.missed {
            Ok(())
        } else {
            self.remark(&format!("not found: {}", missing.join(", ")), self.gutter + 4, out)
        }
    }

    /// `  12  Parse e-mails (doing nothing or less)`
    fn owner(&self, owner: &Fact, traits: &[&Fact], out: &mut dyn Write) -> io::Result<()> {
        let mut remarks: Vec<&str> = traits.iter().map(|fact| words_for(fact.role)).collect();
        remarks.dedup();
        let remark = if remarks.is_empty() { String::new() } else { format!(" ({})", remarks.join(", ")) };
        let room = self.look.width.saturating_sub(self.gutter + 4 + width(&remark));
        let name = cut(&clean(&owner.words), room);
        writeln!(out, "{}{name}{}", self.number(owner), self.look.paint(Tone::Quiet, &remark))
    }

    /// One fact a row: line, what it is, the words.
    fn rows(&self, facts: &[&Fact], indent: usize, out: &mut dyn Write) -> io::Result<()> {
        let roles = facts.iter().map(|fact| width(words_for(fact.role))).max().unwrap_or(0);
        for fact in facts {
            let before = self.gutter + 4 + indent + roles + 2;
            let room = self.look.width.saturating_sub(before + 2);
            let mut quote = wrap(&clean(&fact.words), room);
            if quote.len() > QUOTE_LINES {
                let rest = quote.split_off(QUOTE_LINES - 1).join(" ");
                quote.push(cut(&rest, room));
            }
            let role = self.look.paint(Tone::Guide, &pad(words_for(fact.role), roles));
            write!(out, "{}{}{role}  \"", self.number(fact), pad("", indent))?;
            writeln!(out, "{}\"", quote.join(&format!("\n{}", pad("", before + 1))))?;
        }
        Ok(())
    }

    fn number(&self, fact: &Fact) -> String {
        self.line(fact.span)
    }

    /// The line on which a place begins, as wide as the gutter.
    fn line(&self, span: Span) -> String {
        let line = self.artifact.source.position(span.start).line.to_string();
        format!("{}{}  ", pad("", self.gutter + 2 - line.len()), self.look.paint(Tone::Quiet, &line))
    }

    fn remark(&self, text: &str, indent: usize, out: &mut dyn Write) -> io::Result<()> {
        for line in wrap(text, self.look.width - indent) {
            writeln!(out, "{}{}", pad("", indent), self.look.paint(Tone::Quiet, &line))?;
        }
        Ok(())
    }
}

/// The facts that others belong to, such as the options, each name once.
fn owners<'f>(family: &Family, facts: &[&'f Fact]) -> Vec<&'f Fact> {
    let mut owners: Vec<&Fact> = Vec::new();
    for fact in facts.iter().filter(|fact| Some(fact.role) == family.owner && fact.of.is_none()) {
        if !owners.iter().any(|known| known.words == fact.words) {
            owners.push(fact);
        }
    }
    owners
}

/// A second role that the same words play, such as an option that is doing nothing.
fn is_trait(fact: &Fact, owner: &Fact) -> bool {
    fact.role != owner.role && fact.of.is_none() && fact.span == owner.span
}

fn belongs(fact: &Fact, owner: &Fact) -> bool {
    fact.of.as_deref() == Some(owner.words.as_str())
}
