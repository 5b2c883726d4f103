//! Inputs of a score table → the score that each row makes, by the formula that most of its rows follow.

use super::model::{Contender, Contest, Given, Ingredient, Recipe, Weighing, Written};
use super::roles::{Named, Roles};
use super::{Grid, Number, ROUNDING, Row, fits, weights};
use crate::document::BlockId;
use crate::facts::Method;

/// What rounding may add where efforts in different units had to be brought to one.
const MIXED_ROUNDING: f64 = 0.1;

/// What a score is made of.
#[derive(Clone)]
struct Formula {
    recipe: Recipe,
    inputs: Vec<Input>,
}

/// A criterion, and whether it is a share when written without a sign: 80 for 0.8.
#[derive(Clone, Copy)]
struct Input {
    criterion: usize,
    share: bool,
    weight: Option<Weighing>,
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

/// Gives every row the score that its inputs make, where the table shows by which formula; and what they are made of.
pub(super) fn solve(grid: &Grid<'_, '_>, roles: &Roles, rows: &mut [Row]) -> Option<Contest> {
    if roles.open {
        return None;
    }
    let (formulas, explicit) = candidates(grid, roles);
    let columns: Vec<Column> = (0..grid.scores.criteria.len()).map(|c| Column::of(grid, rows, c)).collect();
    let mixed = columns.iter().any(|column| column.mixed);
    let slack = if mixed { MIXED_ROUNDING } else { ROUNDING };
    let mut best: Option<Fit> = None;
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
            if pairs.len() > 1 && known && best.as_ref().is_none_or(|best| fitting > best.fitting) {
                let rights = rights.iter().map(|right| right.map(|right| right * scale)).collect();
                best = Some(Fit { fitting, rights, scale, formula: formula.clone() });
            }
        }
        // Where no row fits, only a formula that the title names can be held against all of them.
        if explicit && best.is_none() && pairs.len() > 2 && !mixed && !tells_a_formula(grid) {
            best = Some(Fit { fitting: 0, rights, scale: 1.0, formula });
        }
    }
    let best = best?;
    for (row, right) in rows.iter_mut().zip(&best.rights) {
        row.right = *right;
        row.slack = slack;
    }
    Some(best.contest(grid, roles, &columns, rows))
}

/// A formula with the scores that it makes of the rows.
struct Fit {
    /// How many scores shown are those.
    fitting: usize,
    rights: Vec<Option<f64>>,
    scale: f64,
    formula: Formula,
}

impl Fit {
    fn contest(&self, grid: &Grid<'_, '_>, roles: &Roles, columns: &[Column], rows: &[Row]) -> Contest {
        let text = |block: BlockId| grid.doc.blocks[block as usize].text;
        let inputs = self.formula.inputs.iter().map(|input| Ingredient {
            name: grid.scores.criteria.get(input.criterion).map(|&cell| text(cell)),
            part: roles.part_of(input.criterion),
            weight: input.weight,
        });
        let contenders = rows.iter().map(|row| {
            let given = self.formula.inputs.iter().map(|input| input.given(grid, columns, row.name));
            let score = row.score.map(|score| Written {
                place: text(score.block),
                value: score.value,
                step: score.step,
                percent: score.percent,
                bare: true,
            });
            Contender { name: text(row.name), score, given: given.collect::<Option<_>>().unwrap_or_default() }
        });
        Contest {
            table: Some(grid.scores.table),
            method: self.formula.method(grid, roles),
            recipe: self.formula.recipe,
            scale: self.scale,
            inputs: inputs.collect(),
            contenders: contenders.collect(),
        }
    }
}

impl Input {
    /// The number of an option for the criterion, as it is written and as the formula takes it.
    fn given(&self, grid: &Grid<'_, '_>, columns: &[Column], option: BlockId) -> Option<Given> {
        let (number, unit) = grid.number(option, self.criterion)?;
        let column = columns.get(self.criterion)?;
        if column.open {
            return None;
        }
        let value = if column.mixed { number.value * days(unit)? } else { number.value };
        let hundredth = number.percent || self.share && column.hundred && value > 1.0;
        let written = Written {
            place: grid.doc.blocks[number.block as usize].text,
            value: number.value,
            step: number.step,
            percent: number.percent,
            bare: unit.is_empty(),
        };
        Some(Given { written, value: if hundredth { value / 100.0 } else { value } })
    }
}

/// Formulas that a table may follow, the likeliest first; and whether the first is named by the score's title.
fn candidates(grid: &Grid<'_, '_>, roles: &Roles) -> (Vec<Formula>, bool) {
    let input = |criterion: usize| Input { criterion, share: false, weight: None };
    let plain = |criterion: Option<usize>| criterion.map(input);
    let share = roles.confidence.map(|criterion| Input { share: true, ..input(criterion) });
    let (reach, impact, effort, ease) =
        (plain(roles.reach), plain(roles.impact), plain(roles.effort), plain(roles.ease));
    let sure = plain(roles.confidence);
    let alone = roles.others.iter().all(|&other| !numeric(grid, other));
    let mut formulas = Vec::new();
    if let Some(weighted) = weights::of_criteria(grid, roles) {
        let inputs = weighted.into_iter().map(|(criterion, w)| Input { weight: Some(w), ..input(criterion) });
        return (vec![Formula { recipe: Recipe::Weighted, inputs: inputs.collect() }], false);
    }
    if let (Some(reach), Some(impact), Some(effort)) = (reach, impact, effort) {
        if let Some(share) = share {
            formulas.push(Formula::ratio(&[reach, impact, share], &[effort]));
        } else {
            formulas.push(Formula::ratio(&[reach, impact], &[effort]));
        }
        return (formulas, alone && roles.named == Some(Named::Rice) && share.is_some());
    }
    if let (Some(impact), Some(sure), Some(ease)) = (impact, sure, ease) {
        let all = [impact, sure, ease];
        formulas.push(Formula::ratio(&all, &[]));
        formulas.push(Formula { recipe: Recipe::Mean, inputs: all.to_vec() });
        formulas.push(Formula::sum_over(&all, &[]));
        return (formulas, false);
    }
    if let (Some(impact), Some(share), Some(effort)) = (impact, share, effort) {
        return (vec![Formula::ratio(&[impact, share], &[effort])], false);
    }
    let parts: Vec<Input> = [roles.value, roles.urgency, roles.risk].into_iter().filter_map(plain).collect();
    if let Some(size) = effort {
        let explicit = alone && roles.named == Some(Named::Wsjf);
        if let Some(delay) = plain(roles.delay) {
            return (vec![Formula::ratio(&[delay], &[size])], explicit);
        }
        if parts.len() == 3 {
            return (vec![Formula::sum_over(&parts, &[size])], explicit);
        }
        if let (Some(value), None, true) = (plain(roles.value).or(impact), sure, alone) {
            formulas.push(Formula::ratio(&[value], &[size]));
            formulas.push(Formula { recipe: Recipe::Less, inputs: vec![value, size] });
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
    /// The first so many multiplied, divided by the rest.
    fn ratio(over: &[Input], under: &[Input]) -> Self {
        Self { recipe: Recipe::Ratio(over.len()), inputs: [over, under].concat() }
    }

    /// The first so many added, divided by the rest.
    fn sum_over(over: &[Input], under: &[Input]) -> Self {
        Self { recipe: Recipe::SumOver(over.len()), inputs: [over, under].concat() }
    }

    /// What the inputs of an option make.
    fn right(&self, grid: &Grid<'_, '_>, columns: &[Column], option: BlockId) -> Option<f64> {
        let given = self.inputs.iter().map(|input| input.given(grid, columns, option).map(|given| given.value));
        let weights: Vec<f64> = self.inputs.iter().map(|input| input.weight.map_or(1.0, |w| w.value)).collect();
        Some(self.recipe.score(&given.collect::<Option<Vec<f64>>>()?, &weights)).filter(|right| right.is_finite())
    }

    /// What the formula is called.
    fn method(&self, grid: &Grid<'_, '_>, roles: &Roles) -> Method {
        match (self.recipe, roles.named) {
            (Recipe::Weighted, _) => Method::Weighted,
            (_, Some(Named::Rice)) => Method::Rice,
            (_, Some(Named::Ice)) => Method::Ice,
            (_, Some(Named::Wsjf)) => Method::Wsjf,
            _ if roles.reach.is_some() => Method::Rice,
            _ if roles.ease.is_some() => Method::Ice,
            _ if roles.delay.is_some() || roles.urgency.is_some() => Method::Wsjf,
            _ if grid.scores.method == Method::Comparison => Method::ValueEffort,
            _ => grid.scores.method,
        }
    }
}
