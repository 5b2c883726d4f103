//! What an author has said before the first word of the artifact is written.

use std::collections::BTreeMap;

/// How much a skeleton leads its author.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Variant {
    /// Each section opens with what to answer, and each place says what goes there.
    #[default]
    Guided,
    /// Headings and tables alone.
    Bare,
}

impl Variant {
    /// Both, the default first.
    pub const ALL: [Self; 2] = [Self::Guided, Self::Bare];

    /// Its id.
    pub fn id(self) -> &'static str {
        match self {
            Self::Guided => "guided",
            Self::Bare => "bare",
        }
    }

    /// The variant of an id.
    pub fn of(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|variant| variant.id() == id)
    }
}

/// The case that an artifact is a part of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// What it is called.
    pub title: String,
    /// The other artifacts: title of the kind and file, in order.
    pub others: Vec<(String, String)>,
}

/// Answers of an author.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers {
    /// Title of the artifact.
    pub title: String,
    /// The product it is about.
    pub product: Option<String>,
    /// Whom it is for.
    pub segment: Option<String>,
    /// The decision to be made.
    pub decision: Option<String>,
    /// Id of the author's engineering background.
    pub background: Option<String>,
    /// How much the skeleton leads.
    pub variant: Variant,
    /// The date to write, if any.
    pub date: Option<String>,
    /// What goes to places of the template, by their keys.
    pub set: BTreeMap<String, String>,
    /// The case that it belongs to, if any.
    pub case: Option<Case>,
}

impl Answers {
    /// The answers that are kept in the front matter, in order.
    pub(super) fn kept(&self) -> impl Iterator<Item = (&str, &str)> {
        let own = [
            ("product", self.product.as_deref()),
            ("segment", self.segment.as_deref()),
            ("decision", self.decision.as_deref()),
            ("background", self.background.as_deref()),
        ];
        let own = own.into_iter().filter_map(|(key, value)| Some((key, value?)));
        own.chain(self.set.iter().map(|(key, value)| (key.as_str(), value.as_str())))
    }
}
