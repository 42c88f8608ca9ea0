//! Figures as they are sent, each with its definition.

use chrono::NaiveDate;
use linli_domain::calendar::DaySpan;
use linli_domain::figures::{Figure, Figures, Flows, Step, StepFigures, lapsing};
use linli_domain::points::Points;
use serde::Serialize;
use utoipa::ToSchema;

/// Days of the community's calendar, the first and the last one included.
#[derive(Serialize, ToSchema)]
#[schema(as = DaySpan)]
pub struct DaySpanJson {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
}

impl From<DaySpan> for DaySpanJson {
    fn from(span: DaySpan) -> Self {
        Self { from: span.first(), until: span.last() }
    }
}

/// A figure of the period, and of the period before.
#[derive(Serialize, ToSchema)]
#[schema(as = Figure)]
pub struct FigureJson {
    /// Of the period.
    pub value: i64,
    /// Of the period before.
    pub before: i64,
}

impl From<Figure> for FigureJson {
    fn from(Figure { value, before }: Figure) -> Self {
        Self { value, before }
    }
}

/// Points of the period, and of the period before: what was posted in it, less what reversals posted in it took back of what was
/// posted then or earlier. What is over does not change any more.
#[derive(Serialize, ToSchema)]
#[schema(as = PointsFigure)]
pub struct PointsFigureJson {
    /// Of the period: `posted` less `reversed`; below zero if more was taken back.
    pub value: Points,
    /// Of the period before, counted alike.
    pub before: Points,
    /// What was posted in the period.
    pub posted: Points,
    /// What reversals that were posted in the period took back.
    pub reversed: Points,
}

impl From<Flows> for PointsFigureJson {
    fn from(Flows { this, before }: Flows) -> Self {
        Self { value: this.net(), before: before.net(), posted: this.posted, reversed: this.reversed }
    }
}

/// The points that lapse next.
#[derive(Serialize, ToSchema)]
#[schema(as = Lapsing)]
pub struct LapsingJson {
    /// How many, unless they are spent; what is held for vouchers and orders is no part of it.
    pub points: Points,
    /// Up to the end of this day, 90 days from now.
    pub until: NaiveDate,
}

/// What a day, a week or a month of the period comes to; each figure counts as that of the period does.
#[derive(Serialize, ToSchema)]
#[schema(as = FiguresStep)]
pub struct FiguresStepJson {
    /// Its first day in the period.
    pub from: NaiveDate,
    /// Its last day in the period.
    pub until: NaiveDate,
    /// How many registered residents took part; who did in two steps counts in both.
    pub participants: i64,
    /// Points issued.
    pub issued: Points,
    /// Points spent.
    pub spent: Points,
    /// Partner services.
    pub services: i64,
}

impl From<&(DaySpan, StepFigures)> for FiguresStepJson {
    fn from((span, figures): &(DaySpan, StepFigures)) -> Self {
        Self {
            from: span.first(),
            until: span.last(),
            participants: figures.participants,
            issued: figures.issued,
            spent: figures.spent,
            services: figures.services,
        }
    }
}

/// The programme's figures of a period.
#[derive(Serialize, ToSchema)]
#[schema(as = Figures)]
pub struct FiguresJson {
    /// The period.
    pub period: DaySpanJson,
    /// The period before.
    pub before: DaySpanJson,
    /// How many residents are registered now. Participation 参与率 is `participants` of them, in the period and in the one before.
    pub registered: i64,
    /// How many of the residents who are registered now did at least one thing in the period that was accepted, with or without
    /// points: a settled roster, an accepted claim, a kept pact, an award; not what was taken back since. The day of the deed
    /// counts. As a list: `GET /residents?state=active` with `from` and `until`.
    pub participants: FigureJson,
    /// How many teams had a shift that began in the period and is settled. As a list: `GET /teams` with `from` and `until`.
    pub active_teams: FigureJson,
    /// How many settled activities had a shift that began in the period.
    pub activities: FigureJson,
    /// The minutes of all attendances of these shifts; taking points back does not change them.
    pub volunteer_minutes: FigureJson,
    /// Points earned (`earn`); gifts, opening balances and adjustments are no part of it. The day of posting counts.
    pub issued: PointsFigureJson,
    /// Points spent with partners and in the points supermarket (`spend`). The day of posting counts.
    pub spent: PointsFigureJson,
    /// Points that lapsed (`expire`). The day of posting counts.
    pub lapsed: PointsFigureJson,
    /// The points that lapse next, whatever the period.
    pub lapsing: LapsingJson,
    /// Partner services: how many confirmations were made in the period and stand, neither undone nor corrected. As a list:
    /// `GET /confirmations?standing=true` with `from` and `until`.
    pub services: FigureJson,
    /// Into which steps the period is cut.
    pub by: Step,
    /// The steps, in the order of time.
    pub steps: Vec<FiguresStepJson>,
}

impl FiguresJson {
    /// The figures of a period as they stand today, and its steps.
    pub fn new(
        (span, today): (DaySpan, NaiveDate),
        figures: &Figures,
        (by, steps): (Step, &[(DaySpan, StepFigures)]),
    ) -> Self {
        Self {
            period: span.into(),
            before: span.before().into(),
            registered: figures.registered,
            participants: figures.participants.into(),
            active_teams: figures.active_teams.into(),
            activities: figures.activities.into(),
            volunteer_minutes: figures.volunteer_minutes.into(),
            issued: figures.issued.into(),
            spent: figures.spent.into(),
            lapsed: figures.lapsed.into(),
            lapsing: LapsingJson { points: figures.lapsing, until: lapsing(today) },
            services: figures.services.into(),
            by,
            steps: steps.iter().map(FiguresStepJson::from).collect(),
        }
    }
}
