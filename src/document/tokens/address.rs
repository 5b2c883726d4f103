//! Addresses, e-mails and file paths among the words.

use super::{Class, Reader, class};

/// Endings that make a name with slashes a file path.
const EXTENSIONS: &[&str] = &[
    "c", "cpp", "cs", "css", "csv", "db", "doc", "docx", "fig", "gif", "go", "h", "htm", "html", "ini", "ipynb",
    "java", "jpeg", "jpg", "js", "json", "jsx", "key", "kt", "lock", "log", "md", "mdx", "mov", "mp3", "mp4", "ndjson",
    "parquet", "pdf", "php", "png", "ppt", "pptx", "py", "rb", "rs", "rst", "scss", "sh", "sketch", "sql", "svg",
    "swift", "tf", "toml", "ts", "tsv", "tsx", "txt", "vue", "wav", "webp", "xls", "xlsx", "xml", "yaml", "yml", "zip",
];

/// Endings that make what stands before a slash a host.
const DOMAINS: &[&str] = &[
    "ai", "app", "au", "be", "biz", "blog", "br", "ca", "ch", "cloud", "cn", "co", "com", "de", "dev", "edu", "es",
    "eu", "fr", "gov", "in", "info", "int", "io", "jp", "ly", "me", "mil", "net", "nl", "org", "page", "pl", "ru",
    "se", "sh", "site", "so", "tech", "to", "tv", "uk", "us", "xyz",
];

impl Reader<'_> {
    /// End of the address whose scheme or `www` is the word from `start` to `end`.
    pub(super) fn url_end(&self, start: usize, end: usize) -> Option<usize> {
        let rest = &self.bytes[end..];
        let sign = if rest.starts_with(b"://") {
            3
        } else if rest.starts_with(b".") && self.bytes[start..end].eq_ignore_ascii_case(b"www") {
            1
        } else {
            return None;
        };
        let length = self.text[end..]
            .find(|c: char| {
                c.is_whitespace() || matches!(c, '<' | '>' | '"' | '`' | '|') || (!c.is_ascii() && !c.is_alphanumeric())
            })
            .unwrap_or(rest.len());
        let whole = trimmed(&self.bytes[start..end + length]);
        // `www.` or `https://` alone names nothing.
        (whole.len() > end - start + sign).then_some(start + whole.len())
    }

    /// The e-mail around the `@` at `at`.
    pub(super) fn email(&self, at: usize) -> Option<(usize, usize)> {
        let start = self.back(at, |b| matches!(b, b'.' | b'_' | b'%' | b'+' | b'-'));
        let host = self.ahead(at + 1, |b| matches!(b, b'.' | b'-'));
        let domain = trimmed(&self.bytes[at + 1..host]);
        let dot = domain.iter().rposition(|&b| b == b'.')?;
        let top = &domain[dot + 1..];
        let named = start < at && dot > 0 && top.len() > 1 && top.iter().all(u8::is_ascii_alphabetic);
        named.then_some((start, at + 1 + domain.len()))
    }

    /// The file path, or the host and path, around the `/` at `at`.
    pub(super) fn path(&mut self, at: usize) -> Option<(usize, usize)> {
        if at < self.no_path_until {
            return None;
        }
        let start = self.back(at, |b| matches!(b, b'.' | b'_' | b'-' | b'~'));
        let stop =
            self.ahead(at, |b| matches!(b, b'.' | b'_' | b'-' | b'~' | b'/' | b'%' | b'+' | b'=' | b'&' | b'?' | b'#'));
        self.no_path_until = stop;
        let whole = trimmed(&self.bytes[start..stop]);
        let last = whole.rsplit(|&b| b == b'/').next()?;
        let is_path = ending(last, EXTENSIONS) || ending(&self.bytes[start..at], DOMAINS);
        (is_path && start + whole.len() > at).then_some((start, start + whole.len()))
    }

    fn back(&self, mut at: usize, also: impl Fn(u8) -> bool) -> usize {
        while at > self.floor && (self.bytes[at - 1].is_ascii_alphanumeric() || also(self.bytes[at - 1])) {
            at -= 1;
        }
        at
    }

    fn ahead(&self, mut at: usize, also: impl Fn(u8) -> bool) -> usize {
        while matches!(class(self.byte(at)), Class::Letter | Class::Digit | Class::Underscore) || also(self.byte(at)) {
            at += 1;
        }
        at
    }
}

/// Without the punctuation of the sentence around it.
fn trimmed(mut address: &[u8]) -> &[u8] {
    let opens = address.contains(&b'(');
    while let Some((&last, rest)) = address.split_last() {
        let loose = match last {
            b'.' | b',' | b';' | b':' | b'!' | b'?' | b'\'' | b'*' | b']' | b'}' | b'-' | b'&' => true,
            b')' => !opens,
            _ => false,
        };
        if !loose {
            break;
        }
        address = rest;
    }
    address
}

/// True for `name.end` where `end` is one of `known`.
fn ending(name: &[u8], known: &[&str]) -> bool {
    name.iter().rposition(|&b| b == b'.').is_some_and(|dot| {
        dot > 0 && name[dot - 1].is_ascii_alphanumeric() && known.iter().any(|k| name[dot + 1..] == *k.as_bytes())
    })
}
