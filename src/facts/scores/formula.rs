//! Inputs of a score table → the score that each row makes, by the formula that most of its rows follow.

use super::roles::{Named, Roles};
use super::{Grid, Number, ROUNDING, Row, fits, weights};
use crate::document::BlockId;

/// What rounding may add where efforts in different units had to be brought to one.
const MIXED_ROUNDING: f64 = 0.1;

/// What a score is made of.
enum Formula {
    /// These multiplied, divided by those.
    Ratio(Vec<Input>, Vec<Input>),
    /// The first ones added, divided by those.
    SumOver(Vec<Input>, Vec<Input>),
    /// The mean.
    Mean(Vec<Input>),
    /// The first less the second.
    Less(Input, Input),
    /// Each by its weight.
    Weighted(Vec<(Input, f64)>),
}

/// A criterion, and whether it is a share when written without a sign: 80 for 0.8.
#[derive(Clone, Copy)]
struct Input {
    criterion: usize,
    share: bool,
}

/// How one number of a column becomes one of the formula.
struct Column {
    /// Days in each unit, where the units of the column differ.
    mixed: bool,
    /// Confidences without a sign are out of a hundred.
    hundred: bool,
    /// None of its numbers can be trusted to be on one scale.
    open: bool,
}

/// Gives every row the score that its inputs make, where the table shows by which formula.
pub(super) fn solve(grid: &Grid<'_, '_>, roles: &Roles, rows: &mut [Row]) {
    if roles.open {
        return;
    }
    let (formulas, explicit) = candidates(grid, roles);
    let columns: Vec<Column> = (0..grid.scores.criteria.len()).map(|c| Column::of(grid, rows, c)).collect();
    let mixed = columns.iter().any(|column| column.mixed);
    let slack = if mixed { MIXED_ROUNDING } else { ROUNDING };
    let mut best: Option<(usize, Vec<Option<f64>>)> = None;
    let mut computable = 0;
    for formula in formulas {
        let rights: Vec<Option<f64>> = rows.iter().map(|row| formula.right(grid, &columns, row.name)).collect();
        let pairs: Vec<(Number, f64)> =
            rows.iter().zip(&rights).filter_map(|(row, right)| Some((row.score?, (*right)?))).collect();
        computable = computable.max(pairs.len());
        for factor in [Some(1.0), median_ratio(&pairs)].into_iter().flatten() {
            let scale = if (factor - 1.0).abs() < 1e-9 { 1.0 } else { factor };
            let fitting = pairs.iter().filter(|(score, right)| fits(score, right * scale, slack)).count();
            let most = fitting * 2 > pairs.len();
            let known = if scale.to_bits() == 1.0_f64.to_bits() {
                explicit && fitting > 0 || most && fitting > 1
            } else {
                fitting == pairs.len() || most && fitting > 2
            };
            if pairs.len() > 1 && known && best.as_ref().is_none_or(|(fitted, _)| fitting > *fitted) {
                best = Some((fitting, rights.iter().map(|right| right.map(|right| right * scale)).collect()));
            }
        }
        // Where no row fits, only a formula that the title names can be held against all of them.
        if explicit && best.is_none() && pairs.len() > 2 && !mixed && !tells_a_formula(grid) {
            best = Some((0, rights));
        }
    }
    let Some((_, rights)) = best else { return };
    for (row, right) in rows.iter_mut().zip(rights) {
        row.right = right;
        row.slack = slack;
    }
}

/// Formulas that a table may follow, the likeliest first; and whether the first is named by the score's title.
fn candidates(grid: &Grid<'_, '_>, roles: &Roles) -> (Vec<Formula>, bool) {
    let plain = |criterion: Option<usize>| criterion.map(|criterion| Input { criterion, share: false });
    let share = roles.confidence.map(|criterion| Input { criterion, share: true });
    let (reach, impact, effort, ease) =
        (plain(roles.reach), plain(roles.impact), plain(roles.effort), plain(roles.ease));
    let sure = plain(roles.confidence);
    let alone = roles.others.iter().all(|&other| !numeric(grid, other));
    let mut formulas = Vec::new();
    if let Some(weighted) = weights::of_criteria(grid, roles) {
        let inputs = weighted.into_iter().map(|(criterion, weight)| (Input { criterion, share: false }, weight));
        return (vec![Formula::Weighted(inputs.collect())], false);
    }
    if let (Some(reach), Some(impact), Some(effort)) = (reach, impact, effort) {
        if let Some(share) = share {
            formulas.push(Formula::Ratio(vec![reach, impact, share], vec![effort]));
        } else {
            formulas.push(Formula::Ratio(vec![reach, impact], vec![effort]));
        }
        return (formulas, alone && roles.named == Some(Named::Rice) && share.is_some());
    }
    if let (Some(impact), Some(sure), Some(ease)) = (impact, sure, ease) {
        let all = vec![impact, sure, ease];
        formulas.push(Formula::Ratio(all.clone(), Vec::new()));
        formulas.push(Formula::Mean(all.clone()));
        formulas.push(Formula::SumOver(all, Vec::new()));
        return (formulas, false);
    }
    if let (Some(impact), Some(share), Some(effort)) = (impact, share, effort) {
        return (vec![Formula::Ratio(vec![impact, share], vec![effort])], false);
    }
    let parts: Vec<Input> = [roles.value, roles.urgency, roles.risk].into_iter().filter_map(plain).collect();
    if let Some(size) = effort {
        let explicit = alone && roles.named == Some(Named::Wsjf);
        if let Some(delay) = plain(roles.delay) {
            return (vec![Formula::Ratio(vec![delay], vec![size])], explicit);
        }
        if parts.len() == 3 {
            return (vec![Formula::SumOver(parts, vec![size])], explicit);
        }
        if let (Some(value), None, true) = (plain(roles.value).or(impact), sure, alone) {
            formulas.push(Formula::Ratio(vec![value], vec![size]));
            formulas.push(Formula::Less(value, size));
        }
    }
    (formulas, false)
}

/// True when most options have a number for a criterion.
fn numeric(grid: &Grid<'_, '_>, criterion: usize) -> bool {
    let options = &grid.scores.options;
    options.iter().filter(|&&option| grid.number(option, criterion).is_some()).count() * 2 > options.len()
}

/// The section of the table writes an equation of its own.
fn tells_a_formula(grid: &Grid<'_, '_>) -> bool {
    grid.doc.blocks_in(grid.table.section).any(|(_, block)| grid.doc.str(block.text).contains('='))
}

/// The middle one of what each score is of what its inputs make.
fn median_ratio(pairs: &[(Number, f64)]) -> Option<f64> {
    let mut ratios: Vec<f64> =
        pairs.iter().filter(|(_, right)| *right > 0.0).map(|(s, right)| s.value / right).collect();
    ratios.sort_by(f64::total_cmp);
    ratios.get(ratios.len() / 2).copied().filter(|ratio| ratio.is_finite() && *ratio > 0.0)
}

impl Column {
    fn of(grid: &Grid<'_, '_>, rows: &[Row], criterion: usize) -> Self {
        let numbers: Vec<(Number, &str)> = rows.iter().filter_map(|row| grid.number(row.name, criterion)).collect();
        let mixed = numbers.windows(2).any(|pair| pair[0].1 != pair[1].1);
        let bare = || numbers.iter().filter(|(number, _)| !number.percent).map(|(number, _)| number.value);
        let most = bare().fold(0.0, f64::max);
        // 1 to 10 is a scale of its own; both 0.8 and 80 in a column are shares.
        let signed = numbers.iter().any(|(number, _)| number.percent);
        let open = mixed && numbers.iter().any(|(_, unit)| days(unit).is_none());
        Self { mixed, hundred: most > 10.0 || signed && most > 1.0, open }
    }
}

/// Working days in a unit of effort.
fn days(unit: &str) -> Option<f64> {
    let unit = unit.rsplit([' ', '-']).next().unwrap_or_default();
    Some(match unit {
        "d" | "day" | "pd" => 1.0,
        "w" | "wk" | "week" | "pw" => 5.0,
        "month" | "mo" | "pm" | "mm" => 21.0,
        "quarter" => 63.0,
        _ => return None,
    })
}

impl Formula {
    /// What the inputs of an option make.
    fn right(&self, grid: &Grid<'_, '_>, columns: &[Column], option: BlockId) -> Option<f64> {
        let get = |input: &Input| {
            let (number, unit) = grid.number(option, input.criterion)?;
            let column = columns.get(input.criterion)?;
            if column.open {
                return None;
            }
            let value = if column.mixed { number.value * days(unit)? } else { number.value };
            Some(match (number.percent, input.share && column.hundred && value > 1.0) {
                (true, _) | (_, true) => value / 100.0,
                _ => value,
            })
        };
        let all = |inputs: &[Input]| inputs.iter().map(get).collect::<Option<Vec<f64>>>();
        let product = |inputs: &[Input]| all(inputs).map(|values| values.into_iter().product::<f64>());
        let sum = |inputs: &[Input]| all(inputs).map(|values| values.into_iter().sum::<f64>());
        let right = match self {
            Self::Ratio(over, under) => product(over)? / product(under)?,
            Self::SumOver(over, under) => sum(over)? / product(under)?,
            Self::Mean(inputs) => sum(inputs)? / inputs.len() as f64,
            Self::Less(one, other) => get(one)? - get(other)?,
            Self::Weighted(inputs) => {
                inputs.iter().map(|(input, weight)| get(input).map(|value| value * weight)).sum::<Option<f64>>()?
            }
        };
        right.is_finite().then_some(right)
    }
}
