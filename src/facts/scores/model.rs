//! What scores are made of, kept so that they can be made again from other inputs.

use super::roles::Part;
use crate::document::Document;
use crate::facts::Method;
use crate::span::TextRange;

/// Options that are scored by one formula: the rows of a table, or lines that each work a score out.
#[derive(Debug, Clone)]
pub struct Contest {
    /// Index in [`Document::tables`]; nothing where the scores stand in lines.
    pub table: Option<u32>,
    /// What the formula is called.
    pub method: Method,
    /// How inputs make a score.
    pub recipe: Recipe,
    /// What the recipe's result is multiplied by to reach the scores shown.
    pub scale: f64,
    /// What scores are made of, in the order of the recipe.
    pub inputs: Vec<Ingredient>,
    /// The options, in the order of the source.
    pub contenders: Vec<Contender>,
}

/// How inputs make a score.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recipe {
    /// The first so many multiplied, divided by the rest.
    Ratio(usize),
    /// The first so many added, divided by the rest.
    SumOver(usize),
    /// The mean.
    Mean,
    /// The first less the second.
    Less,
    /// The sum of each times its weight.
    Weighted,
}

/// One of the things that scores are made of.
#[derive(Debug, Clone, Copy)]
pub struct Ingredient {
    /// The words that name it, such as the title of a column.
    pub name: Option<TextRange>,
    /// What it is in the formula.
    pub part: Option<Part>,
    /// Its weight, where it has one.
    pub weight: Option<Weighing>,
}

/// A weight as the formula takes it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weighing {
    /// The weight: 0.4 for `40%`.
    pub value: f64,
    /// Where it stands.
    pub place: TextRange,
    /// Written with a per cent sign.
    pub percent: bool,
}

/// An option with its score and what the score is made of.
#[derive(Debug, Clone)]
pub struct Contender {
    /// Its name.
    pub name: TextRange,
    /// The score shown.
    pub score: Option<Written>,
    /// Its inputs, in the order of [`Contest::inputs`]; none where one of them cannot be read.
    pub given: Vec<Given>,
}

/// A number as it is written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Written {
    /// The words that state it.
    pub place: TextRange,
    /// The number: 80 for `80%`.
    pub value: f64,
    /// What one more in the last digit shown would add.
    pub step: f64,
    /// Written with a per cent sign.
    pub percent: bool,
    /// A number without a unit.
    pub bare: bool,
}

/// An input as it is written and as the formula takes it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Given {
    /// As it is written.
    pub written: Written,
    /// As the formula takes it: 0.8 for `80%`, days where a column mixes units of time.
    pub value: f64,
}

impl Given {
    /// What a number of the formula would be if written in the way of this one.
    pub fn as_written(&self, value: f64) -> f64 {
        if self.value == 0.0 { value } else { value * self.written.value / self.value }
    }
}

impl Recipe {
    /// The score that inputs make; `weights` stand in the order of the inputs.
    pub fn score(self, inputs: &[f64], weights: &[f64]) -> f64 {
        let product = |inputs: &[f64]| inputs.iter().product::<f64>();
        let sum = |inputs: &[f64]| inputs.iter().sum::<f64>();
        let parted = |over: usize| inputs.split_at(over.min(inputs.len()));
        match self {
            Self::Ratio(over) => {
                let (over, under) = parted(over);
                product(over) / product(under)
            }
            Self::SumOver(over) => {
                let (over, under) = parted(over);
                sum(over) / product(under)
            }
            Self::Mean => sum(inputs) / inputs.len() as f64,
            Self::Less => inputs.first().copied().unwrap_or_default() - sum(inputs.get(1..).unwrap_or_default()),
            Self::Weighted => inputs.iter().zip(weights).map(|(input, weight)| input * weight).sum(),
        }
    }
}

impl Contest {
    /// The weights of the inputs, 1 for each that has none.
    pub fn weights(&self) -> Vec<f64> {
        self.inputs.iter().map(|input| input.weight.map_or(1.0, |weight| weight.value)).collect()
    }

    /// The score that an option's inputs make, else the one shown.
    pub fn score(&self, contender: &Contender) -> Option<f64> {
        if contender.given.is_empty() {
            return contender.score.map(|score| score.value);
        }
        let inputs: Vec<f64> = contender.given.iter().map(|given| given.value).collect();
        Some(self.recipe.score(&inputs, &self.weights()) * self.scale).filter(|score| score.is_finite())
    }

    /// The formula in signs: `Reach × Impact × Confidence ÷ Effort`.
    pub fn formula(&self, doc: &Document<'_>) -> String {
        let names: Vec<String> = (0..self.inputs.len()).map(|at| self.input_name(doc, at)).collect();
        let parted = |over: usize| names.split_at(over.min(names.len()));
        let over = |sign: &str, over: usize| {
            let (over, under) = parted(over);
            let top = over.join(sign);
            let top = if sign == " + " && !under.is_empty() { format!("({top})") } else { top };
            if under.is_empty() { top } else { format!("{top} ÷ {}", under.join(" ÷ ")) }
        };
        match self.recipe {
            Recipe::Ratio(count) => over(" × ", count),
            Recipe::SumOver(count) => over(" + ", count),
            Recipe::Mean => format!("({}) ÷ {}", names.join(" + "), names.len()),
            Recipe::Less => names.join(" − "),
            Recipe::Weighted => {
                let terms = names.iter().zip(&self.inputs).map(|(name, input)| match input.weight {
                    Some(weight) if weight.percent => format!("{name} × {}%", plain(weight.value * 100.0)),
                    Some(weight) => format!("{name} × {}", plain(weight.value)),
                    None => name.clone(),
                });
                terms.collect::<Vec<_>>().join(" + ")
            }
        }
    }

    /// What an input is called: the words of its title without what stands in brackets behind them.
    pub fn input_name(&self, doc: &Document<'_>, input: usize) -> String {
        let Some(ingredient) = self.inputs.get(input) else { return String::new() };
        let titled = ingredient.name.map(|name| {
            let title = doc.str(name);
            let cut = title.find(['(', '[']).unwrap_or(title.len());
            let cut = title.find(" ×").map_or(cut, |at| at.min(cut));
            let name = title[..cut].trim().trim_end_matches([':', ',']);
            if name.is_empty() { title.trim() } else { name }.split_whitespace().collect::<Vec<_>>().join(" ")
        });
        titled.or_else(|| ingredient.part.map(|part| part.name().to_owned())).unwrap_or_default()
    }
}

/// A number without needless decimals.
fn plain(value: f64) -> String {
    let rounded = (value * 1e6).round() / 1e6;
    rounded.to_string()
}
