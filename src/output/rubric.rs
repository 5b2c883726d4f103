//! A rubric → a sheet of what it expects and where each part came from.

use serde::Serialize;

use crate::rubric::Rubric;

/// The rubric in force, as a person wants to see it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// A hash of all that it holds.
    pub hash: String,
    /// The overall levels, from 0.
    pub levels: Vec<Band>,
    /// What the highest overall level cannot do without.
    pub gate: Gate,
    /// The kinds, in the order in which weights are given.
    pub kinds: Vec<String>,
    /// The criteria with their weight in each kind.
    pub criteria: Vec<Row>,
    /// The files it was made of, and where each came from.
    pub files: Vec<File>,
}

/// An overall level and the score that it begins at.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Band {
    /// The level's name.
    pub name: String,
    /// The lowest score that reaches it.
    pub from: f64,
}

/// Criteria that must reach level 2 for the highest overall level, in kinds that weigh them so much.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Gate {
    /// Ids of the criteria.
    pub criteria: Vec<String>,
    /// The weight from which the gate holds.
    pub weight: u32,
}

/// A criterion and what it counts, kind by kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// The criterion's id.
    pub id: String,
    /// In the order of [`Sheet::kinds`], of 100.
    pub weights: Vec<u32>,
}

/// A file of the rubric.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct File {
    /// Its path below the rubric's folder.
    pub path: String,
    /// It is part of the program.
    pub built_in: bool,
    /// The file that was laid over it or that it was read from.
    pub own: Option<String>,
    /// The keys that stand in that file, each with those above it.
    pub keys: Vec<String>,
}

impl Sheet {
    /// The sheet of a rubric.
    pub fn of(rubric: &Rubric) -> Self {
        let from = std::iter::once(0.0).chain(rubric.bands);
        let weights = |at: usize| rubric.kinds.iter().map(|kind| kind.weights.get(at).copied().unwrap_or(0)).collect();
        Self {
            name: rubric.name.clone(),
            hash: rubric.hash(),
            levels: rubric
                .levels
                .iter()
                .zip(from)
                .map(|(level, from)| Band { name: level.name.clone(), from })
                .collect(),
            gate: Gate { criteria: rubric.gate.criteria.clone(), weight: rubric.gate.weight },
            kinds: rubric.kinds.iter().map(|kind| kind.id.clone()).collect(),
            criteria: rubric
                .criteria
                .iter()
                .enumerate()
                .map(|(at, criterion)| Row { id: criterion.id.clone(), weights: weights(at) })
                .collect(),
            files: rubric
                .files
                .iter()
                .map(|file| File {
                    path: file.path.clone(),
                    built_in: file.built_in.is_some(),
                    own: file.own.as_ref().map(|(_, path)| path.clone()),
                    keys: file.own_keys(),
                })
                .collect(),
        }
    }
}
