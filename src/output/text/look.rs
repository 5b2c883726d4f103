//! How text is set: width, colour, and which characters a terminal can show.

use console::Style;

/// Widest line that is set, however wide the terminal: longer lines are tiring to read.
const MAX_WIDTH: usize = 100;
/// Width where no terminal tells one.
const DEFAULT_WIDTH: usize = 80;
/// Narrowest line that is set.
const MIN_WIDTH: usize = 40;

/// How text is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Columns in a line.
    pub width: usize,
    /// With colour.
    pub color: bool,
    /// With characters beyond ASCII in what is drawn; what is quoted stays as it is.
    pub unicode: bool,
    /// All evidence and all that is missing, not only the foremost.
    pub verbose: bool,
}

impl Default for Look {
    /// As text is set in a file.
    fn default() -> Self {
        Self { width: DEFAULT_WIDTH, color: false, unicode: true, verbose: false }
    }
}

/// What a stretch of text is, which tells its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// A title or heading.
    Strong,
    /// What may be passed over.
    Quiet,
    /// Level 3 and 4.
    Good,
    /// Level 2, and warnings.
    Middling,
    /// Level 0 and 1, and errors.
    Bad,
    /// What to do.
    Guide,
}

impl Tone {
    /// The tone of a level.
    pub fn of_level(level: u8) -> Self {
        match level {
            0 | 1 => Self::Bad,
            2 => Self::Middling,
            _ => Self::Good,
        }
    }
}

impl Look {
    /// A width for a terminal of so many columns.
    pub fn fit(columns: Option<usize>) -> usize {
        columns.map_or(DEFAULT_WIDTH, |columns| columns.clamp(MIN_WIDTH, MAX_WIDTH))
    }

    /// `text` in the colour of `tone`, or as it is where there is no colour.
    pub fn paint(self, tone: Tone, text: &str) -> String {
        if !self.color || text.is_empty() {
            return text.to_owned();
        }
        let style = Style::new().force_styling(true);
        let style = match tone {
            Tone::Strong => style.bold(),
            Tone::Quiet => style.dim(),
            Tone::Good => style.green(),
            Tone::Middling => style.yellow(),
            Tone::Bad => style.red(),
            Tone::Guide => style.cyan(),
        };
        style.apply_to(text).to_string()
    }

    /// One of two spellings, by what can be shown.
    pub fn pick(self, unicode: &'static str, ascii: &'static str) -> &'static str {
        if self.unicode { unicode } else { ascii }
    }
}
