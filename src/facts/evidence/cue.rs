//! The cues that a sentence can give, and a set of them.

/// One cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Cue {
    /// Says that something was found out.
    Found,
    /// People, and what they did or said.
    Reaction,
    /// "Most said", "three of them skipped".
    SomeReacted,
    /// People, and what they feel or know.
    StateOfMind,
    /// How something was taken.
    Reception,
    /// A percentage.
    Percent,
    /// `3 of 8`, `two out of five`.
    Share,
    /// A number that counts things.
    Count,
    /// Money.
    Money,
    /// A duration.
    Duration,
    /// A date, a quarter, a year.
    Date,
    /// A verb in the past tense.
    Past,
    /// Aims, plans, suppositions.
    Aim,
    /// The nearest heading announces findings.
    FindingsHeading,
    /// A heading further up does.
    FindingsPath,
    /// Under a heading about method.
    MethodHeading,
    /// Under a heading about the problem, its background or its cause.
    ProblemHeading,
    /// Under a heading that announces requirements, plans, scope, measures.
    PlanHeading,
    /// Under a heading about options, decisions, criteria.
    ChoiceHeading,
    /// Under a heading about how it is built.
    BuildHeading,
    /// Under a heading about hypotheses, assumptions or questions.
    UnknownHeading,
    /// The author speaks.
    We,
    /// The author means to do it.
    Intention,
    /// Has to hold.
    Obligation,
    /// May be.
    Possible,
    /// Only under a condition.
    Condition,
    /// Asks.
    Question,
    /// A list item.
    Item,
    /// A table cell.
    Cell,
    /// A paragraph of a quote block.
    Quoted,
    /// Under four words.
    Short,
    /// Over thirty words.
    Long,
    /// Another fact of the kind that is no observation: a hypothesis, a decision, a target.
    OtherFact,
    /// What others offer or do.
    OtherProduct,
    /// The artifact tells how its findings came about.
    Research,
    /// Denies.
    Negation,
    /// An amount without a number.
    Many,
    /// People are named.
    People,
    /// Someone went and asked.
    MethodDone,
    /// A way to find out is named.
    MethodNoun,
    /// A number of people or records.
    SampleSize,
    /// Words that introduce a source.
    SourceLead,
    /// Particulars of method.
    MethodDetail,
    /// What a finding cannot bear.
    Limit,
    /// Research that was narrower than wished.
    ObservedLimit,
    /// Under a heading about limits.
    LimitHeading,
    /// An address.
    Address,
    /// Someone's words are quoted here.
    Speech,
    /// Held true.
    Believed,
    /// Said not to be known.
    Unknown,
    /// Under a heading about assumptions.
    AssumptionHeading,
    /// The label, lead or column speaks of method.
    MethodFrame,
    /// A label stands before it.
    Labelled,
    /// Contrast.
    Contrast,
    /// More than one number.
    Numbers,
    /// Present tense be.
    Present,
    /// Ends in a colon: it only leads to what follows.
    LeadIn,
    /// A bound that a number is held to.
    Threshold,
    /// What research is done for.
    Purpose,
    /// A value that was measured, beside a number.
    Measured,
    /// Tells someone to do something.
    Bidding,
    /// What was done to find out, and nothing that was found.
    MethodOnly,
    /// The author cannot find something out.
    CannotKnow,
    /// A finding-like heading and people's reactions at once.
    ReactedInResearch,
    /// A number that is aimed at, supposed, allowed or reckoned.
    Meant,
}

/// Cues, as bits.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Cues(u128);

impl Cues {
    pub(super) const NONE: Self = Self(0);

    /// The same with a cue.
    pub(super) const fn with(self, cue: Cue) -> Self {
        Self(self.0 | 1 << (cue as u8))
    }

    pub(super) fn add_all(&mut self, others: Self) {
        self.0 |= others.0;
    }

    pub(super) fn has(self, cue: Cue) -> bool {
        self.0 >> (cue as u8) & 1 == 1
    }

    #[inline]
    pub(super) fn has_any(self, cues: &[Cue]) -> bool {
        self.0 & cues.iter().fold(Self::NONE, |any, &cue| any.with(cue)).0 != 0
    }

    /// One bit a cue.
    pub(super) fn bits(self) -> u128 {
        self.0
    }

    pub(super) fn add(&mut self, cue: Cue, when: bool) {
        self.0 |= u128::from(when) << (cue as u8);
    }
}
