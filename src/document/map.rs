//! Reading text ↔ source: pieces that take a range of one back to the other.

use crate::document::{Piece, TextMap};
use crate::span::{Span, TextRange};

impl Piece {
    pub(crate) fn text_end(self) -> u32 {
        self.text + self.len
    }

    fn source_end(self) -> u32 {
        self.source + self.source_len
    }

    fn byte_for_byte(self) -> bool {
        self.len == self.source_len
    }
}

impl TextMap {
    /// Adds a piece behind the others, as part of the last one where both run on byte for byte.
    pub(crate) fn push(&mut self, piece: Piece) {
        if let Some(last) = self.pieces.last_mut()
            && last.byte_for_byte()
            && piece.byte_for_byte()
            && last.text_end() == piece.text
            && last.source_end() == piece.source
        {
            last.len += piece.len;
            last.source_len += piece.source_len;
        } else {
            self.pieces.push(piece);
        }
    }

    /// Forgets everything from `text` on.
    pub(crate) fn truncate(&mut self, text: u32) {
        while let Some(last) = self.pieces.last_mut() {
            if last.text >= text {
                self.pieces.pop();
                continue;
            }
            if last.text_end() > text && last.byte_for_byte() {
                last.len = text - last.text;
                last.source_len = last.len;
            }
            break;
        }
    }

    /// The smallest source range that holds what `range` stands for. Where `range` begins or ends between blocks, that
    /// part has no source and is left out; a range with no source at all gives an empty span at the nearest place.
    pub(crate) fn span_of(&self, range: TextRange) -> Span {
        let first = self.pieces.partition_point(|piece| piece.text_end() <= range.start);
        let start = match self.pieces.get(first) {
            Some(piece) if piece.byte_for_byte() && piece.text < range.start => piece.source + range.start - piece.text,
            Some(piece) => piece.source,
            None => self.pieces.last().map_or(0, |piece| piece.source_end()),
        };
        let near = &self.pieces[first..];
        let past = first
            + match near.iter().take(4).position(|piece| piece.text >= range.end) {
                Some(few) => few,
                None => near.partition_point(|piece| piece.text < range.end),
            };
        let end = match past.checked_sub(1).map(|last| self.pieces[last]) {
            Some(piece) if piece.byte_for_byte() && piece.text_end() > range.end => {
                piece.source + range.end - piece.text
            }
            Some(piece) => piece.source_end(),
            None => start,
        };
        Span::new(start as usize, end.max(start) as usize)
    }
}
