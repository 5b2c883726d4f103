//! Tables of options: one option a row, or one a column; scored, argued, or in horizons.

use super::names::{Gathering, Group, begins_with};
use super::sides::{Side, sides};
use crate::document::{BlockId, Table, TokenKind};
use crate::facts::{Fate, Method, ScoreTable, Words};
use crate::lexicon::Concept;
use crate::mention::{ConceptSet, Reading};

/// Longest name in a cell, in words.
const LONGEST_NAME: usize = 24;

/// First columns whose rows are scored and yet are no options.
const NO_OPTIONS: [Concept; 6] = [
    Concept::RiskColumn,
    Concept::TitleRisks,
    Concept::AssumptionColumn,
    Concept::QuestionColumn,
    Concept::TitleMetricName,
    Concept::TitleMilestones,
];

/// What a column (or a row, when options run along the top) holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holds {
    Gains,
    Costs,
    Reasons,
    Effort,
    Rank,
    Score,
    Input,
    Description,
    Segment,
    Other,
}

pub(super) fn read(gathering: &mut Gathering<'_, '_>) -> Vec<ScoreTable> {
    let reading = gathering.reading;
    let mut scored = Vec::new();
    for (index, table) in reading.doc.tables.iter().enumerate() {
        if table.rows < 2 || table.columns < 2 {
            continue;
        }
        if in_horizons(reading, table) {
            read_horizons(gathering, index as u32, table);
        } else if let Some(layout) = Layout::of(reading, table) {
            layout.read(gathering, index as u32, table);
            scored.extend(layout.score_table(reading, index as u32, table));
        }
    }
    scored
}

/// How options lie in a table.
struct Layout {
    /// Options run along the top.
    transposed: bool,
    /// The column (or row) that names options.
    names: u32,
}

/// Cells by option and criterion, whichever way they lie.
impl Layout {
    fn of(reading: &Reading<'_>, table: &Table) -> Option<Self> {
        if !table.header {
            return None;
        }
        let set = |cell: Option<BlockId>| cell.map_or_else(ConceptSet::default, |cell| title(reading, cell));
        let heads: Vec<ConceptSet> = (0..table.columns).map(|c| set(table.cell(0, c))).collect();
        let sides: Vec<ConceptSet> = (1..table.rows).map(|r| set(table.cell(r, 0))).collect();
        let count = |sets: &[ConceptSet], concepts: &[Concept]| sets.iter().filter(|s| s.has_any(concepts)).count();
        let arguments = [Concept::GainColumn, Concept::CostColumn, Concept::RejectedColumn];
        let judged = [
            Concept::GainColumn,
            Concept::CostColumn,
            Concept::RejectedColumn,
            Concept::ScoreInput,
            Concept::ScoreColumn,
            Concept::RankColumn,
            Concept::EffortColumn,
        ];
        let around = reading
            .heading(table.section)
            .union(&table.lead.map_or_else(ConceptSet::default, |lead| reading.whole(lead)));
        let titled = around.has(Concept::OptionsTitle);
        let compared = around.has(Concept::CompareTitle);
        let measures = count(&heads, &[Concept::TitleMetricName, Concept::TitleBaseline, Concept::TitleTarget]) > 1;

        let named = heads.iter().take(2).position(|s| s.has(Concept::OptionColumn));
        let work = heads.iter().take(2).position(|s| s.has(Concept::WorkColumn) && !s.has(Concept::CriteriaColumn));
        let first = named.or(work).unwrap_or(0);
        let others = &heads[first + 1..];
        let argued = count(others, &arguments);
        let scored = count(others, &[Concept::ScoreInput, Concept::EffortColumn]);
        let summed = count(others, &[Concept::ScoreColumn]);
        let down = count(&sides, &judged);

        if measures || heads.iter().any(|s| s.has(Concept::TitleMitigation)) {
            return None;
        }
        if named.is_some() {
            return Some(Self { transposed: false, names: first as u32 });
        }
        if work.is_some() && (argued > 0 || summed > 0 && scored > 0 || scored > 1) {
            return Some(Self { transposed: false, names: first as u32 });
        }
        // Rows that are scored on several inputs are weighed against each other, whatever their column is called.
        let names_others = heads[0].has_any(&NO_OPTIONS);
        let rated = || summed > 0 && rated_columns(reading, table) > 2;
        if !names_others && first == 0 && (scored > 2 || summed > 0 && scored > 1 || rated()) {
            return Some(Self { transposed: false, names: 0 });
        }
        let blank = table.cell(0, 0).is_none();
        let marked = heads[1..].iter().filter(|s| s.has(Concept::OptionMark)).count();
        let along = count(&heads[1..], &judged);
        let of_criteria = heads[0].has(Concept::CriteriaColumn) && !heads[0].has(Concept::TitleRequirements);
        if table.columns > 2 && marked > 1 {
            return Some(Self { transposed: true, names: 0 });
        }
        if table.columns > 2
            && along == 0
            && (blank || of_criteria)
            && (titled && down > 0 || down > 1 || compared && of_criteria)
        {
            return Some(Self { transposed: true, names: 0 });
        }
        let rows_are_options = (titled || compared && blank || blank && has_idle_row(reading, table)) && along > 0
            || blank && argued > 1
            || argued > 0 && titled;
        (rows_are_options && down <= along).then_some(Self { transposed: false, names: 0 })
    }

    /// Number of options, and of criteria with the names' own place counted.
    fn size(&self, table: &Table) -> (u32, u32) {
        if self.transposed { (table.columns, table.rows) } else { (table.rows, table.columns) }
    }

    fn cell(&self, table: &Table, option: u32, criterion: u32) -> Option<BlockId> {
        if self.transposed { table.cell(criterion, option) } else { table.cell(option, criterion) }
    }

    /// The cell that names a criterion.
    fn criterion(&self, table: &Table, criterion: u32) -> Option<BlockId> {
        if self.transposed { table.cell(criterion, 0) } else { table.cell(0, criterion) }
    }

    fn read(&self, gathering: &mut Gathering<'_, '_>, index: u32, table: &Table) {
        let reading = gathering.reading;
        let (options, criteria) = self.size(table);
        let holds: Vec<Holds> = (0..criteria)
            .map(|c| self.criterion(table, c).map_or(Holds::Other, |cell| holds(&title(reading, cell))))
            .collect();
        let favourite = self.only_bold(reading, table, options);
        for option in 1..options {
            let Some(cell) = self.cell(table, option, self.names) else { continue };
            let Some(name) = name_in(reading, cell) else { continue };
            let choice = gathering.meet(name, None, Group::Table(index));
            if favourite == Some(cell) {
                gathering.choice(choice).fate = Fate::Chosen;
            }
            for criterion in 0..criteria {
                if criterion == self.names {
                    continue;
                }
                if let Some(cell) = self.cell(table, option, criterion) {
                    take(gathering, choice, cell, holds[criterion as usize]);
                }
            }
        }
    }

    /// The one name of several that is set in bold: the option taken.
    fn only_bold(&self, reading: &Reading<'_>, table: &Table, options: u32) -> Option<BlockId> {
        let mut bold = (1..options).filter_map(|o| self.cell(table, o, self.names)).filter(|&cell| {
            let block = &reading.doc.blocks[cell as usize];
            block.bold_lead == Some(block.text)
        });
        let only = bold.next()?;
        (bold.next().is_none() && options > 2).then_some(only)
    }

    fn score_table(&self, reading: &Reading<'_>, index: u32, table: &Table) -> Option<ScoreTable> {
        let (options, size) = self.size(table);
        let mut criteria = Vec::new();
        let (mut score, mut rank) = (None, None);
        for criterion in (0..size).filter(|&c| c != self.names) {
            let Some(cell) = self.criterion(table, criterion) else { continue };
            let set = title(reading, cell);
            match holds(&set) {
                Holds::Description | Holds::Segment => continue,
                Holds::Score if score.is_none() || set.has(Concept::ScoreColumn) => score = Some(criteria.len() as u32),
                Holds::Rank => rank = rank.or(Some(criteria.len() as u32)),
                _ => {}
            }
            criteria.push(cell);
        }
        let options: Vec<BlockId> = (1..options).filter_map(|o| self.cell(table, o, self.names)).collect();
        if options.len() < 2 || criteria.is_empty() {
            return None;
        }
        let method = method(reading, table, &criteria);
        Some(ScoreTable { table: index, method, options, criteria, transposed: self.transposed, score, rank })
    }
}

/// The columns that hold a rating of each row and nothing else: whole numbers up to ten.
fn rated_columns(reading: &Reading<'_>, table: &Table) -> usize {
    let rated = |cell: BlockId| {
        let text = reading.doc.block_str(cell).trim();
        !text.is_empty() && text.len() < 3 && text.parse::<u8>().is_ok_and(|rating| rating <= 10)
    };
    (1..table.columns).filter(|&c| (1..table.rows).all(|r| table.cell(r, c).is_some_and(rated))).count()
}

/// True when a row's name begins with doing nothing, so that the rows are options.
fn has_idle_row(reading: &Reading<'_>, table: &Table) -> bool {
    (1..table.rows).filter_map(|row| table.cell(row, 0)).any(|cell| begins_with(reading, cell, Concept::StatusQuo))
}

/// The concepts of a short title cell; none for a cell that holds a sentence.
fn title(reading: &Reading<'_>, cell: BlockId) -> ConceptSet {
    let sentences = reading.doc.blocks[cell as usize].sentences.clone();
    if sentences.map(|s| reading.length(s)).sum::<usize>() > 7 { ConceptSet::default() } else { reading.whole(cell) }
}

fn holds(title: &ConceptSet) -> Holds {
    let order = [
        (Concept::RejectedColumn, Holds::Reasons),
        (Concept::EffortColumn, Holds::Effort),
        (Concept::CostColumn, Holds::Costs),
        (Concept::GainColumn, Holds::Gains),
        (Concept::ScoreColumn, Holds::Score),
        (Concept::RankColumn, Holds::Rank),
        (Concept::ScoreInput, Holds::Input),
        (Concept::DescriptionColumn, Holds::Description),
        (Concept::SegmentColumn, Holds::Segment),
    ];
    order.iter().find(|(concept, _)| title.has(*concept)).map_or(Holds::Other, |(_, holds)| *holds)
}

/// The option that a cell names.
fn name_in(reading: &Reading<'_>, cell: BlockId) -> Option<Words> {
    let block = &reading.doc.blocks[cell as usize];
    if block.sentences.clone().any(|s| reading.doc.sentences[s as usize].placeholder) {
        return None;
    }
    let words = reading.words_of_block(cell)?;
    let length: usize = block.sentences.clone().map(|s| reading.length(s)).sum();
    let lettered = reading.doc.str(words.text).chars().any(char::is_alphabetic);
    let total = reading.concepts(words.sentence).has(Concept::TotalRow);
    (length <= LONGEST_NAME && lettered && !total).then_some(words)
}

/// Gives what a cell says to its option.
fn take(gathering: &mut Gathering<'_, '_>, choice: u32, cell: BlockId, holds: Holds) {
    let reading = gathering.reading;
    let block = &reading.doc.blocks[cell as usize];
    let Some(words) = reading.words_of_block(cell) else { return };
    if block.sentences.clone().any(|s| reading.doc.sentences[s as usize].placeholder) {
        return;
    }
    let length: usize = block.sentences.clone().map(|s| reading.length(s)).sum();
    let tokens = reading.doc.sentences[block.sentences.start as usize].tokens.clone();
    let worded = reading.doc.tokens[tokens.start as usize..tokens.end as usize]
        .iter()
        .any(|t| t.kind == TokenKind::Word && t.text.len() > 2);
    match holds {
        Holds::Gains if worded => gathering.choice(choice).gains.push(words),
        Holds::Costs if worded => gathering.choice(choice).costs.push(words),
        Holds::Effort if worded && length > 2 => gathering.choice(choice).costs.push(words),
        Holds::Description if worded => gathering.choice(choice).description.push(words),
        Holds::Segment if worded => gathering.choice(choice).segments.push(words),
        Holds::Reasons if worded && length > 1 => {
            gathering.choice(choice).rejected.push(words);
            let costs = gathering.choice(choice).costs.len();
            let gains = gathering.choice(choice).gains.len();
            weigh(gathering, choice, cell);
            let weighed = gathering.choice(choice);
            if weighed.costs.len() == costs && weighed.gains.len() == gains {
                weighed.costs.push(words);
            }
        }
        Holds::Other if worded && length > 1 => weigh(gathering, choice, cell),
        Holds::Rank => {
            let set = reading.whole(cell);
            let fate = if set.has(Concept::FateRejected) {
                Fate::Rejected
            } else if set.has(Concept::FateDeferred) {
                Fate::Deferred
            } else if set.has(Concept::FateChosen) {
                Fate::Chosen
            } else {
                return;
            };
            gathering.choice(choice).fate = fate;
        }
        _ => {}
    }
}

/// Reads which way the clauses of a cell speak.
fn weigh(gathering: &mut Gathering<'_, '_>, choice: u32, cell: BlockId) {
    let reading = gathering.reading;
    for sentence in reading.doc.blocks[cell as usize].sentences.clone() {
        let whole = reading.doc.sentences[sentence as usize].text;
        sides(reading, sentence, whole, |side, range| {
            let words = reading.words_in(sentence, range);
            match side {
                Side::Gain => gathering.choice(choice).gains.push(words),
                Side::Cost => gathering.choice(choice).costs.push(words),
            }
        });
    }
}

/// True for a table of what is done now, next and later.
fn in_horizons(reading: &Reading<'_>, table: &Table) -> bool {
    table.header
        && table.columns > 1
        && (0..table.columns)
            .all(|c| table.cell(0, c).is_some_and(|cell| title(reading, cell).has(Concept::NowNextLater)))
}

fn read_horizons(gathering: &mut Gathering<'_, '_>, index: u32, table: &Table) {
    let reading = gathering.reading;
    for row in 1..table.rows {
        for column in 0..table.columns {
            let Some(name) = table.cell(row, column).and_then(|cell| name_in(reading, cell)) else { continue };
            let choice = gathering.meet(name, None, Group::Table(index));
            let later = table.cell(0, column).is_some_and(|cell| title(reading, cell).has(Concept::FateDeferred));
            if later {
                gathering.choice(choice).fate = Fate::Deferred;
            }
        }
    }
}

/// What the scores of a table are made by, from what its criteria are called.
fn method(reading: &Reading<'_>, table: &Table, criteria: &[BlockId]) -> Method {
    let doc = reading.doc;
    let called = |words: &[&str]| {
        criteria.iter().any(|&cell| {
            let title = doc.lower_str(doc.blocks[cell as usize].text);
            words.iter().any(|word| title.contains(word))
        })
    };
    let weights = || {
        (1..table.rows).any(|row| {
            table.cell(row, 0).is_some_and(|cell| doc.lower_str(doc.blocks[cell as usize].text).starts_with("weight"))
        })
    };
    let impact = called(&["impact"]);
    let confidence = called(&["confidence"]);
    if called(&["wsjf", "cost of delay", "job size", "time criticality"]) {
        Method::Wsjf
    } else if called(&["reach"]) && impact && called(&["effort"]) || called(&["rice"]) {
        Method::Rice
    } else if impact && confidence && called(&["ease"]) {
        Method::Ice
    } else if called(&["weight"])
        || weights()
        || criteria.iter().filter(|&&c| has_share(doc.str(doc.blocks[c as usize].text))).count() > 1
    {
        Method::Weighted
    } else if called(&["value", "impact", "benefit"]) && called(&["effort", "cost", "complexity", "difficulty"]) {
        Method::ValueEffort
    } else {
        Method::Comparison
    }
}

/// True for a title that carries a weight: `Reach (30%)`, `Fit ×3`.
fn has_share(title: &str) -> bool {
    title.contains('%') || title.contains('×') && title.bytes().any(|b| b.is_ascii_digit())
}
