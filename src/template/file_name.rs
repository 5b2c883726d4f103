//! A title → a file name that every system takes.

/// Longest stem, in bytes: systems take 255, and folders are synchronised to ones that take less.
const LONGEST: usize = 80;

/// Names that Windows keeps for devices, whatever their extension.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// A file name for a title: its letters and digits in lower case, with `-` for anything else; `instead` where a title has none.
pub fn file_name(title: &str, instead: &str) -> String {
    let mut stem = String::new();
    for letter in title.to_lowercase().chars() {
        if letter.is_alphanumeric() || (is_mark(letter) && stem.ends_with(char::is_alphanumeric)) {
            stem.push(letter);
        } else if matches!(letter, '\'' | '’') {
            // "users'" is one word.
        } else if !stem.is_empty() && !stem.ends_with('-') {
            stem.push('-');
        }
    }
    if stem.len() > LONGEST {
        let end = (0..=LONGEST).rev().find(|&end| stem.is_char_boundary(end)).unwrap_or(0);
        let cut = if stem[end..].starts_with('-') {
            end
        } else {
            stem[..end].rfind('-').filter(|&at| at > LONGEST / 2).unwrap_or(end)
        };
        stem.truncate(cut);
    }
    let stem = stem.trim_end_matches('-');
    if stem.is_empty() {
        return format!("{instead}.md");
    }
    if is_device(stem) { format!("{stem}-{instead}.md") } else { format!("{stem}.md") }
}

/// The words of a file's stem, as a title.
pub fn words_of(stem: &str) -> String {
    let words = stem.split(['-', '_', ' ']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + letters.as_str())
}

/// A mark that belongs to the letter before it.
fn is_mark(letter: char) -> bool {
    !letter.is_ascii()
        && console::measure_text_width(letter.encode_utf8(&mut [0; 4])) == 0
        && !matches!(letter, '\u{80}'..='\u{a0}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{20d0}'..='\u{20ff}' | '\u{e0000}'..='\u{e0fff}')
}

fn is_device(stem: &str) -> bool {
    let numbered = |name: &str| {
        stem.strip_prefix(name).is_some_and(|rest| {
            matches!(rest, "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³")
        })
    };
    DEVICES.contains(&stem) || numbered("com") || numbered("lpt")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn titles_become_names() {
        for (title, name) in [
            ("Refunds at the counter", "refunds-at-the-counter.md"),
            ("Users' carts / checkout: v2", "users-carts-checkout-v2.md"),
            ("../../etc/passwd", "etc-passwd.md"),
            ("C:\\temp\\x", "c-temp-x.md"),
            ("con", "con-prd-lite.md"),
            ("COM1", "com1-prd-lite.md"),
            ("🚀🚀", "prd-lite.md"),
            ("👩‍🚀 launch 🚀", "launch.md"),
            ("   ", "prd-lite.md"),
            ("注文の遅れ", "注文の遅れ.md"),
            ("Обзор заказов", "обзор-заказов.md"),
            ("हिन्दी में", "हिन्दी-में.md"),
            (".hidden.", "hidden.md"),
        ] {
            assert_eq!(file_name(title, "prd-lite"), name);
        }
    }

    #[test]
    fn a_long_title_is_cut_between_words() {
        let name = file_name(&"returns ".repeat(60), "prd-lite");
        assert!(name.len() <= LONGEST + 3 && name.ends_with("returns.md"), "{name}");
    }

    proptest! {
        #[test]
        fn every_name_is_portable(title in any::<String>()) {
            let name = file_name(&title, "prd-lite");
            let stem = name.strip_suffix(".md").unwrap();
            prop_assert!(!stem.is_empty() && stem.len() <= LONGEST + 10);
            prop_assert!(!name.chars().any(|c| c.is_control() || c.is_whitespace() || "<>:\"/\\|?*.".contains(c) && c != '.'));
            prop_assert!(!stem.starts_with(['-', '.']) && !stem.contains('.') && !stem.ends_with('-'));
            prop_assert!(!is_device(stem));
        }
    }
}
