//! Bytes → UTF-8 text, with the places that people are shown.

use thiserror::Error;

use crate::span::Span;

/// The largest source that is read, in bytes.
pub const MAX_BYTES: usize = 8 * 1024 * 1024;

/// Distance between the places of a long line at which characters are counted ahead.
const CHECKPOINT: usize = 1024;

const BOM: char = '\u{feff}';

/// Why bytes are no source.
#[derive(Debug, Error, Clone, PartialEq, Eq)]
pub enum SourceError {
    /// Larger than [`MAX_BYTES`].
    #[error("is {bytes} bytes long, and at most {limit} are read")]
    TooLarge {
        /// Size in bytes.
        bytes: usize,
        /// The limit.
        limit: usize,
    },
    /// Holds a NUL, as programs, images and archives do and texts do not.
    #[error("is a binary file: there is a NUL at byte {offset}")]
    Binary {
        /// Where the first NUL stands.
        offset: usize,
    },
    /// Not UTF-8, and not UTF-16 with a byte order mark either.
    #[error("is not UTF-8 text: byte {offset} is invalid")]
    NotUtf8 {
        /// The first byte that cannot be read.
        offset: usize,
    },
    /// Starts as UTF-16 and goes on as something else.
    #[error("starts as UTF-16 text, but byte {offset} is invalid")]
    NotUtf16 {
        /// The first byte that cannot be read.
        offset: usize,
    },
}

/// Line and column, both from 1; the column counts characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line from 1. Lines end at a line feed, a carriage return, or the two together.
    pub line: usize,
    /// Column from 1, in characters.
    pub column: usize,
}

/// The text of one artifact, and where its lines begin.
#[derive(Debug)]
pub struct Source {
    text: String,
    /// Byte at which each line starts.
    lines: Vec<u32>,
    /// Characters before every byte that is a multiple of [`CHECKPOINT`], counted from the start of the text.
    checkpoints: Vec<u32>,
}

impl Source {
    /// Reads bytes as text.
    ///
    /// # Errors
    /// When they are too many, binary, or neither UTF-8 nor UTF-16 with a byte order mark.
    pub fn decode(bytes: Vec<u8>) -> Result<Self, SourceError> {
        if bytes.len() > MAX_BYTES {
            return Err(SourceError::TooLarge { bytes: bytes.len(), limit: MAX_BYTES });
        }
        let text = match bytes.as_slice() {
            [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes)?,
            [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes)?,
            _ => {
                if let Some(offset) = memchr::memchr(0, &bytes) {
                    return Err(SourceError::Binary { offset });
                }
                String::from_utf8(bytes)
                    .map_err(|error| SourceError::NotUtf8 { offset: error.utf8_error().valid_up_to() })?
            }
        };
        if text.len() > MAX_BYTES {
            return Err(SourceError::TooLarge { bytes: text.len(), limit: MAX_BYTES });
        }
        Ok(Self::from_text(text))
    }

    /// Takes text that is already decoded. Callers keep to [`MAX_BYTES`].
    pub fn from_text(text: impl Into<String>) -> Self {
        let text = text.into();
        let lines = line_starts(&text);
        let checkpoints = count_characters(&text);
        Self { text, lines, checkpoints }
    }

    /// The whole text, a byte order mark included.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Bytes taken by a byte order mark at the start.
    pub fn bom_len(&self) -> usize {
        if self.text.starts_with(BOM) { BOM.len_utf8() } else { 0 }
    }

    /// The text at a place, or nothing where the place is not in this source or cuts a character.
    pub fn get(&self, span: Span) -> &str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }

    /// Number of lines; a last line without an end counts.
    pub fn line_count(&self) -> usize {
        self.lines.len()
    }

    /// Line and column of the character that starts at `offset`, or of the place just past the end.
    /// An offset past the end counts as the end, one inside a character as the character's start.
    pub fn position(&self, offset: usize) -> Position {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.line_of(offset);
        let start = self.lines[line - 1] as usize;
        let skipped = if line == 1 { usize::from(self.bom_len() > 0 && offset > 0) } else { 0 };
        Position { line, column: self.characters_before(offset) - self.characters_before(start) - skipped + 1 }
    }

    /// The line of an offset, from 1, for where its column does not matter.
    pub fn line_of(&self, offset: usize) -> usize {
        self.lines.partition_point(|start| *start as usize <= offset).max(1)
    }

    /// The text of a line (from 1) without its end, or nothing where there is no such line.
    pub fn line(&self, line: usize) -> &str {
        let Some(start) = line.checked_sub(1).and_then(|index| self.lines.get(index)) else { return "" };
        let end = self.lines.get(line).map_or(self.text.len(), |next| *next as usize);
        self.text[*start as usize..end].trim_end_matches(['\r', '\n'])
    }

    fn characters_before(&self, offset: usize) -> usize {
        let checkpoint = offset / CHECKPOINT;
        let from = checkpoint * CHECKPOINT;
        self.checkpoints[checkpoint] as usize + starts_in(&self.text.as_bytes()[from..offset])
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, SourceError> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len());
    let mut offset = 2;
    for read in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        match read {
            Ok('\0') => return Err(SourceError::Binary { offset }),
            Ok(character) => {
                text.push(character);
                offset += 2 * character.len_utf16();
            }
            Err(_) => return Err(SourceError::NotUtf16 { offset }),
        }
    }
    if rest.is_empty() { Ok(text) } else { Err(SourceError::NotUtf16 { offset }) }
}

fn line_starts(text: &str) -> Vec<u32> {
    let bytes = text.as_bytes();
    let ends = memchr::memchr2_iter(b'\n', b'\r', bytes);
    let ends = ends.filter(|end| bytes[*end] == b'\n' || bytes.get(end + 1) != Some(&b'\n'));
    std::iter::once(0).chain(ends.map(|end| end as u32 + 1)).collect()
}

fn count_characters(text: &str) -> Vec<u32> {
    let mut before = vec![0];
    let mut count = 0;
    for chunk in text.as_bytes().chunks_exact(CHECKPOINT) {
        count += starts_in(chunk) as u32;
        before.push(count);
    }
    before
}

/// Bytes that start a character.
fn starts_in(bytes: &[u8]) -> usize {
    // Sums that fit a byte are made for many bytes at once.
    let starts = |part: &[u8]| part.iter().fold(0, |count: u8, byte| count + u8::from(*byte & 0xc0 != 0x80));
    bytes.chunks(128).map(|part| usize::from(starts(part))).sum()
}

#[cfg(test)]
mod tests;
