//! Facts → how an artifact was understood, family by family, and what was not found.

mod families;

use std::io::{self, Write};

use super::wrap::{clean, cut, pad, width, wrap};
use super::{Look, Tone};
use crate::engine::FactList;
use crate::facts::listing::Fact;
use crate::output::{Artifact, Format, Understood};
use families::{FAMILIES, Family, words_for};

const INDENT: usize = 2;

/// Facts by family.
#[derive(Debug, Clone, Copy)]
pub struct FactsText {
    /// How text is set.
    pub look: Look,
}

impl Format<FactList> for FactsText {
    fn artifact(&self, artifact: &Artifact<'_, FactList>, out: &mut dyn Write) -> io::Result<()> {
        let look = self.look;
        let path = if artifact.path == "-" { "Standard input".to_owned() } else { clean(artifact.path) };
        for line in wrap(&format!("{path}, read as {}", artifact.content.kind), look.width) {
            writeln!(out, "{}", look.paint(Tone::Strong, &line))?;
        }
        for family in FAMILIES {
            let facts: Vec<&Fact> =
                artifact.content.facts.iter().filter(|fact| family.holds(fact.role)).collect();
            family_block(family, &facts, artifact, look, out)?;
        }
        let rest: Vec<&Fact> = artifact.content.facts.iter().filter(|fact| family_of(fact.role).is_none()).collect();
        if !rest.is_empty() {
            title("Other", look, out)?;
            let roles = rest.iter().map(|fact| width(words_for(fact.role))).max().unwrap_or(0);
            for fact in rest {
                row(fact, words_for(fact.role), roles, INDENT, artifact, look, out)?;
            }
        }
        Ok(())
    }

    fn separator(&self) -> &str {
        "\n\n"
    }
}

fn family_of(role: &str) -> Option<&'static Family> {
    FAMILIES.iter().find(|family| family.holds(role))
}

fn title(text: &str, look: Look, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "\n{}", look.paint(Tone::Strong, text))
}

fn family_block(
    family: &Family,
    facts: &[&Fact],
    artifact: &Understood<'_>,
    look: Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    title(family.title, look, out)?;
    let roles = family.roles.iter().map(|(_, words)| width(words)).max().unwrap_or(0);
    let owners = owners(family, facts);
    for owner in &owners {
        let head = clean(&owner.words);
        let place = line_of(owner, artifact);
        let head = cut(&head, look.width - INDENT - width(&place));
        writeln!(out, "{}{head}{}", pad("", INDENT), look.paint(Tone::Quiet, &place))?;
        let name = clean(&owner.words);
        for fact in facts.iter().filter(|fact| belongs(fact, &name)) {
            row(fact, words_for(fact.role), roles, INDENT * 2, artifact, look, out)?;
        }
    }
    let names: Vec<String> = owners.iter().map(|owner| clean(&owner.words)).collect();
    for fact in facts {
        let told = owners.iter().any(|owner| std::ptr::eq(*owner, *fact))
            || names.iter().any(|name| belongs(fact, name));
        if !told {
            row(fact, words_for(fact.role), roles, INDENT, artifact, look, out)?;
        }
    }
    let absent: Vec<&str> = family
        .roles
        .iter()
        .filter(|(role, _)| !facts.iter().any(|fact| fact.role == *role))
        .map(|(_, words)| *words)
        .collect();
    if absent.is_empty() {
        return Ok(());
    }
    let text = if facts.is_empty() { "nothing found".to_owned() } else { format!("not found: {}", absent.join(", ")) };
    for line in wrap(&text, look.width - INDENT) {
        writeln!(out, "{}{}", pad("", INDENT), look.paint(Tone::Quiet, &line))?;
    }
    Ok(())
}

/// The facts that others belong to, such as the options, each name once.
fn owners<'f>(family: &Family, facts: &[&'f Fact]) -> Vec<&'f Fact> {
    let mut owners: Vec<&Fact> = Vec::new();
    for fact in facts.iter().filter(|fact| Some(fact.role) == family.owner) {
        if !owners.iter().any(|known| clean(&known.words) == clean(&fact.words)) {
            owners.push(fact);
        }
    }
    owners
}

fn belongs(fact: &Fact, owner: &str) -> bool {
    fact.of.as_deref().is_some_and(|of| clean(of) == owner)
        && family_of(fact.role).and_then(|family| family.owner) != Some(fact.role)
}

fn line_of(fact: &Fact, artifact: &Understood<'_>) -> String {
    format!("  line {}", artifact.source.position(fact.span.start).line)
}

fn row(
    fact: &Fact,
    role: &str,
    roles: usize,
    indent: usize,
    artifact: &Understood<'_>,
    look: Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let place = line_of(fact, artifact);
    let room = look.width.saturating_sub(indent + roles + 2 + width(&place) + 2);
    writeln!(
        out,
        "{}{}  \"{}\"{}",
        pad("", indent),
        look.paint(Tone::Guide, &pad(role, roles)),
        cut(&clean(&fact.words), room),
        look.paint(Tone::Quiet, &place),
    )
}
