//! A calibration → text.

use std::io::{self, Write};

use super::wrap::{clean, cut, pad, quoted, wrap};
use super::{Look, Tone};
use crate::calibrate::{Calibration, Fit};

/// Writes how the program and the graders compare.
///
/// # Errors
/// When writing fails.
pub fn calibration(found: &Calibration, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let plural = |count: usize, one: &str| format!("{count} {one}{}", if count == 1 { "" } else { "s" });
    writeln!(out, "{}, {}\n", plural(found.documents, "document"), plural(found.graders, "grader"))?;
    let head = "criterion   docs   QWK   95% interval  exact  within 1   mean  graders";
    writeln!(out, "{}", look.paint(Tone::Strong, head))?;
    for row in &found.criteria {
        writeln!(
            out,
            "{} {:>4} {:>5}  {:>13}  {:>4.0}%  {:>7.0}% {:>6}  {:>7}",
            pad(&cut(&row.id, 11), 11),
            row.documents,
            figure(row.qwk),
            range(row.interval),
            row.exact * 100.0,
            row.within_one * 100.0,
            row.mean_difference.map_or_else(|| "-".to_owned(), |value| format!("{value:+.2}")),
            figure(row.graders_qwk),
        )?;
    }
    writeln!(out, "{}      {:>5}  {:>13}", pad("mean", 10), figure(found.mean_qwk), range(found.mean_interval))?;
    if !found.differences.is_empty() {
        writeln!(out, "\n{}\n", look.paint(Tone::Strong, "Largest differences"))?;
    }
    for (at, difference) in found.differences.iter().enumerate() {
        let given: Vec<String> = difference.given.iter().map(u8::to_string).collect();
        let told = format!(
            "{}, {}: level {} here, {} by graders",
            clean(&difference.file),
            difference.criterion,
            difference.level,
            given.join(", ")
        );
        for (row, line) in wrap(&told, look.width - 4).iter().enumerate() {
            let lead = if row == 0 { format!("{:>2}. ", at + 1) } else { "    ".to_owned() };
            writeln!(out, "{lead}{line}")?;
        }
        for line in wrap(&clean(&difference.why), look.width - 4) {
            writeln!(out, "    {line}")?;
        }
        if let Some((words, line)) = &difference.quote {
            let place = format!("  line {line}");
            let quote = cut(&clean(words), look.width.saturating_sub(6 + place.len()));
            writeln!(out, "    {}{}", quoted(&quote), look.paint(Tone::Quiet, &place))?;
        }
    }
    Ok(())
}

/// Writes what fitting came to.
///
/// # Errors
/// When writing fails.
pub fn fit(found: &Fit, look: Look, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "\n{}\n", look.paint(Tone::Strong, "QWK on documents that were not fitted to"))?;
    writeln!(out, "criterion   docs  in force  fitted")?;
    for gain in &found.criteria {
        let kept = if gain.kept { "" } else { "  no gain: left as it is" };
        writeln!(
            out,
            "{} {:>4}  {:>8}  {:>6}{kept}",
            pad(&cut(&gain.id, 11), 11),
            gain.documents,
            figure(gain.before),
            figure(gain.after)
        )?;
    }
    Ok(())
}

fn figure(value: Option<f64>) -> String {
    value.map_or_else(|| "-".to_owned(), |value| format!("{value:.2}"))
}

fn range(value: Option<(f64, f64)>) -> String {
    value.map_or_else(|| "-".to_owned(), |(low, high)| format!("{low:.2} to {high:.2}"))
}
