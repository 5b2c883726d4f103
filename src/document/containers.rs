//! What blocks stand in: lists, items, quotes and footnotes, from the outside in.

use crate::document::BlockId;

/// A list item that is open.
#[derive(Debug, Clone, Copy)]
pub(super) struct OpenItem {
    /// The list it belongs to.
    pub(super) list: u32,
    /// Its own text, once there is some.
    pub(super) block: Option<BlockId>,
    /// The task box, once one was seen.
    pub(super) task: Option<bool>,
    /// The own text of the item around this one.
    pub(super) parent: Option<BlockId>,
}

/// What holds at one depth. Each frame carries what the ones around it say, so that looking up takes no walk.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Frame {
    /// The innermost list.
    pub(super) list: Option<u32>,
    /// How many lists are around.
    pub(super) list_depth: u32,
    /// The frame of the innermost item.
    item: Option<u32>,
    /// Stands in a quote; callouts are none.
    pub(super) quoted: bool,
    /// Stands in a footnote.
    pub(super) footnote: bool,
    own: Option<OpenItem>,
}

/// The containers that are open.
#[derive(Debug, Default)]
pub(super) struct Containers {
    frames: Vec<Frame>,
}

impl Containers {
    /// What holds here.
    pub(super) fn top(&self) -> Frame {
        self.frames.last().copied().unwrap_or_default()
    }

    /// How many are open.
    pub(super) fn depth(&self) -> usize {
        self.frames.len()
    }

    /// The innermost item.
    pub(super) fn item(&self) -> Option<&OpenItem> {
        let index = self.frames.last()?.item?;
        self.frames[index as usize].own.as_ref()
    }

    /// The innermost item.
    pub(super) fn item_mut(&mut self) -> Option<&mut OpenItem> {
        let index = self.frames.last()?.item?;
        self.frames[index as usize].own.as_mut()
    }

    /// Opens a list.
    pub(super) fn open_list(&mut self, list: u32) {
        let top = self.top();
        self.frames.push(Frame { list: Some(list), list_depth: top.list_depth + 1, own: None, ..top });
    }

    /// Opens an item of the innermost list.
    pub(super) fn open_item(&mut self) {
        let top = self.top();
        let parent = self.item().and_then(|item| item.block.or(item.parent));
        let own = OpenItem { list: top.list.unwrap_or_default(), block: None, task: None, parent };
        self.frames.push(Frame { item: Some(self.frames.len() as u32), own: Some(own), ..top });
    }

    /// Opens a quote, or a callout where `quoted` is false.
    pub(super) fn open_quote(&mut self, quoted: bool) {
        let top = self.top();
        self.frames.push(Frame { quoted: top.quoted || quoted, own: None, ..top });
    }

    /// Opens a footnote.
    pub(super) fn open_footnote(&mut self) {
        let top = self.top();
        self.frames.push(Frame { footnote: true, own: None, ..top });
    }

    /// Closes what was opened beyond `depth`.
    pub(super) fn close_to(&mut self, depth: usize) {
        self.frames.truncate(depth);
    }
}
