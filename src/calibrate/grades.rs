//! A table of grades → grades, or every mistake in it.

use std::collections::BTreeSet;

/// The name of the overall level in a table of grades.
pub const OVERALL: &str = "overall";

/// One level that a grader gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grade {
    /// The artifact, as the table names it.
    pub file: String,
    /// Id of a criterion, or `overall`.
    pub criterion: String,
    /// 0 to 4.
    pub level: u8,
    /// Who gave it; empty where the table does not say.
    pub grader: String,
}

/// A mistake in a table of grades.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {message}")]
pub struct GradeError {
    /// From 1.
    pub line: u64,
    /// What is wrong.
    pub message: String,
}

/// Reads a table with the columns file, criterion and level, and grader where there are several; separated by commas,
/// semicolons or tabs.
///
/// # Errors
/// Every mistake, in order of line: a column that is missing or unknown, a criterion that is not `known`, a level that is
/// none, a level given twice.
pub fn read(text: &str, known: &[&str]) -> Result<Vec<Grade>, Vec<GradeError>> {
    let head = text.lines().next().unwrap_or_default();
    let delimiter = [b'\t', b';'].into_iter().find(|d| head.as_bytes().contains(d)).unwrap_or(b',');
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).trim(csv::Trim::All).flexible(true).from_reader(text.as_bytes());
    let fail = |line: u64, message: String| GradeError { line, message };
    let head: Vec<String> = match reader.headers() {
        Ok(head) => head.iter().map(str::to_lowercase).collect(),
        Err(error) => return Err(vec![fail(1, error.to_string())]),
    };
    let column = |name: &str| head.iter().position(|h| h == name);
    let (Some(file), Some(criterion), Some(level)) = (column("file"), column("criterion"), column("level")) else {
        let message =
            format!("the first line must name the columns file, criterion and level; it is {}", head.join(", "));
        return Err(vec![fail(1, message)]);
    };
    let grader = column("grader");
    let (mut grades, mut errors, mut seen) = (Vec::new(), Vec::new(), BTreeSet::new());
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let line = error.position().map_or(1, csv::Position::line);
                errors.push(fail(line, "it is not valid text".to_owned()));
                continue;
            }
        };
        let line = record.position().map_or(1, csv::Position::line);
        let cell = |at: usize| record.get(at).unwrap_or_default().to_owned();
        let found = Grade {
            file: cell(file),
            criterion: cell(criterion).to_lowercase(),
            level: cell(level).parse().unwrap_or(u8::MAX),
            grader: grader.map(cell).unwrap_or_default(),
        };
        if found.file.is_empty() {
            errors.push(fail(line, "it names no file".to_owned()));
        } else if found.criterion != OVERALL && !known.contains(&found.criterion.as_str()) {
            let told = format!("there is no criterion \"{}\"", found.criterion);
            let near = crate::rubric::nearest(&found.criterion, known.iter().copied());
            errors.push(fail(line, near.map_or(told.clone(), |near| format!("{told}; did you mean \"{near}\"?"))));
        } else if found.level > 4 {
            errors.push(fail(line, format!("\"{}\" is no level; levels are 0 to 4", cell(level))));
        } else if !seen.insert((found.file.clone(), found.criterion.clone(), found.grader.clone())) {
            errors.push(fail(line, format!("{} has a level for {} already", found.file, found.criterion)));
        } else {
            grades.push(found);
        }
    }
    if errors.is_empty() && grades.is_empty() {
        errors.push(fail(1, "there are no grades".to_owned()));
    }
    if errors.is_empty() { Ok(grades) } else { Err(errors) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_in_any_order_and_with_any_usual_separator() {
        for text in [
            "level,file,criterion\n3,a.md,options\n",
            "file;criterion;level\na.md; options ;3\n",
            "file\tcriterion\tlevel\na.md\tOptions\t3\n",
        ] {
            let grades = read(text, &["options"]).unwrap();
            let asked = Grade { file: "a.md".into(), criterion: "options".into(), level: 3, grader: String::new() };
            assert_eq!(grades, [asked], "{text}");
        }
    }

    #[test]
    fn every_mistake_is_told_with_its_line() {
        let text = "file,criterion,level\na.md,option,3\na.md,options,5\n,options,1\na.md,options,1\na.md,options,2\n";
        let told: Vec<String> = read(text, &["options"]).unwrap_err().iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "line 2: there is no criterion \"option\"; did you mean \"options\"?",
                "line 3: \"5\" is no level; levels are 0 to 4",
                "line 4: it names no file",
                "line 6: a.md has a level for options already",
            ]
        );
        assert!(read("name,score\n", &[]).unwrap_err()[0].message.contains("must name the columns"));
        assert_eq!(read("file,criterion,level\n", &[]).unwrap_err()[0].message, "there are no grades");
    }
}
