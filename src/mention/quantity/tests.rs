use proptest::prelude::*;

use super::*;
use crate::document::{sentences, tokens};

/// A text as the document layer hands it on: each line a block.
struct Parts {
    lower: String,
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
}

fn parts(text: &str) -> Parts {
    let mut found = Parts { lower: text.to_ascii_lowercase(), tokens: Vec::new(), sentences: Vec::new() };
    tokens::tokenize(text, TextRange::new(0, text.len() as u32), &[], &mut found.tokens);
    let all = 0..found.tokens.len() as u32;
    sentences::split(text, &found.tokens, all, |range, within| {
        found.sentences.push(Sentence { text: range, block: 0, tokens: within, placeholder: false, question: false });
    });
    found
}

fn quantities_of(text: &str) -> Vec<Quantity> {
    let parts = parts(text);
    read(text, &parts.lower, &parts.tokens, &parts.sentences)
}

fn slice(text: &str, range: TextRange) -> &str {
    &text[range.start as usize..range.end as usize]
}

fn date(date: Date) -> String {
    let mut shown = String::new();
    let edge = match date.edge {
        Some(Edge::Start) => "start ",
        Some(Edge::Middle) => "mid ",
        Some(Edge::End) => "end ",
        None => "",
    };
    shown += edge;
    shown += if date.fiscal { "FY" } else { "" };
    shown += &date.year.map_or("?".to_owned(), |y| y.to_string());
    shown += &date.half.map_or(String::new(), |h| format!("-H{h}"));
    shown += &date.quarter.map_or(String::new(), |q| format!("-Q{q}"));
    shown += &date.month.map_or(String::new(), |m| format!("-{m:02}"));
    shown += &date.day.map_or(String::new(), |d| format!("-{d:02}"));
    shown
}

/// A number with at most four decimals.
fn number(value: f64) -> String {
    let shown = format!("{value:.4}");
    shown.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A quantity as the tables below write it: its words, `=`, what they mean.
fn shown(text: &str, quantity: &Quantity) -> String {
    let mut value = number(quantity.value);
    if let Some(high) = quantity.high {
        value = format!("{value}..{}", number(high));
    }
    let bound = match quantity.bound {
        Some(Bound::AtLeast) => "≥",
        Some(Bound::AtMost) => "≤",
        Some(Bound::Over) => ">",
        Some(Bound::Under) => "<",
        None => "",
    };
    let about = if quantity.approximate { "~" } else { "" };
    let sign = match quantity.sign {
        Some(Sign::Plus) => "+",
        Some(Sign::PlusMinus) => "±",
        Some(Sign::Minus) | None => "",
    };
    let value = format!("{bound}{about}{sign}{value}");
    let mut meaning = match quantity.kind {
        QuantityKind::Number => value,
        QuantityKind::Percent => format!("{value}%"),
        QuantityKind::PercentagePoints => format!("{value} pp"),
        QuantityKind::Money(Currency::Other(code)) => format!("{value} {}", String::from_utf8_lossy(&code)),
        QuantityKind::Money(currency) => format!("{value} {currency:?}"),
        QuantityKind::Duration => format!("{value} d"),
        QuantityKind::Effort => format!("{value} person-d"),
        QuantityKind::Date(d) => format!("{bound}{about}{}", date(d)),
        QuantityKind::DateRange(from, to) => format!("{bound}{about}{}..{}", date(from), date(to)),
        QuantityKind::Multiple => format!("{value} x"),
        QuantityKind::Ordinal => format!("{value} th"),
        QuantityKind::OfTotal { of } => format!("{value} of {of}"),
        QuantityKind::Rating { of } => format!("{value} on {of}"),
        QuantityKind::Ratio { to } => format!("{value} to {to}"),
        QuantityKind::SampleSize => format!("n {value}"),
        QuantityKind::PValue => format!("p {value}"),
    };
    if quantity.spelled {
        meaning += " spelled";
    }
    if quantity.ambiguous {
        meaning += " ambiguous";
    }
    format!("{} = {meaning}", slice(text, quantity.text))
}

/// Checks lines of `text` and what is found there, parted by ` | `; nothing after the first where nothing is found.
#[track_caller]
fn check(table: &str) {
    let mut wrong = Vec::new();
    for line in table.lines().map(str::trim).filter(|l| !l.is_empty()) {
        let mut cells = line.split(" | ");
        let text = cells.next().unwrap_or_default();
        let want: Vec<&str> = cells.collect();
        let got: Vec<String> = quantities_of(text).iter().map(|q| shown(text, q)).collect();
        if got != want {
            wrong.push(format!("{text}\n   got: {}\n  want: {}", got.join(" | "), want.join(" | ")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn numbers_are_read_as_written() {
    check(
        "
        40 orders and 1,200 stops | 40 = 40 | 1,200 = 1200
        12k users, 3.5m rows, 2 bn events | 12k = 12000 | 3.5m = 3500000 ambiguous | 2 bn = 2000000000
        4 lakh shops and 1.2 crore buyers | 4 lakh = 400000 | 1.2 crore = 12000000
        5 thousand, 2 million | 5 thousand = 5000 | 2 million = 2000000
        1.200 units | 1.200 = 1.2 ambiguous
        1.200,50 and 1,20,000 | 1.200,50 = 1200.5 | 1,20,000 = 120000
        12 000 riders and 1 200 000 rides | 12 000 = 12000 ambiguous | 1 200 000 = 1200000
        1 200,50 euros and 12 345.5 km, then 20,5 | 1 200,50 euros = 1200.5 Eur | 12 345.5 = 12345.5 | 20,5 = 20.5
        30+ shops, 1000+ resources | 30+ = ≥30 | 1000+ = ≥1000
        an NPS of -12 | -12 = -12
        150M people | 150M = 150000000
        3 x small trusts, 12 × ₹3,000 | 3 = 3 | 12 = 12 | ₹3,000 = 3000 Inr
        3 GB and 200km | 3 = 3 | 200km = 200
        a 3-stage review | 3 = 3
        2½ cups | 2½ = 2.5
        Workshops (2) | 2 = 2
        4 | 4 = 4
        ",
    );
}

#[test]
fn numbers_in_words_are_marked() {
    check(
        "
        three teams and twenty-five drivers | three = 3 spelled | twenty-five = 25 spelled
        two hundred and ten orders, a dozen vans | two hundred and ten = 210 spelled | a dozen = 12 spelled
        a hundred visits, two million rows | a hundred = 100 spelled | two million = 2000000 spelled
        one of the teams
        one team moved
        one of 12 teams | one of 12 = 1 of 12 spelled
        one attempt in six, two chances in three | one attempt in six = 1 of 6 spelled | two chances in three = 2 of 3 spelled
        a hundred and forty-eight of the 738 | a hundred and forty-eight of the 738 = 148 of 738 spelled
        this year three teams | three = 3 spelled
        two lessons in five weeks | two = 2 spelled | five weeks = 35 d spelled
        one in five orders | one in five = 1 of 5 spelled
        half of the orders, half an hour | half = 1 of 2 spelled | half an hour = 0.0208 d spelled
        the first half was slow
        half a million orders | half a million = 500000 spelled
        a third of drivers, a third option | a third = 1 of 3 spelled
        two thirds of them, two-thirds | two thirds = 2 of 3 spelled | two-thirds = 2 of 3 spelled
        three quarters of stops, a quarter of them | three quarters = 3 of 4 spelled | a quarter = 1 of 4 spelled
        two quarters later | two quarters = 182.625 d spelled
        twice a week; twice the cost; called twice | twice = 2 spelled | twice = 2 x spelled | twice = 2 spelled
        half a point, half a dozen | half a = 0.5 spelled | half a dozen = 6 spelled
        three times as many, three times in May | three times = 3 x spelled | three = 3 spelled | May = ?-05
        Costs doubled, then halved. | doubled = 2 x spelled | halved = 0.5 x spelled
        Double the throughput, double-check it. | Double = 2 x spelled
        two-factor login, a one-off job
        two or three weeks | two or three weeks = 14..21 d spelled
        two and a half hours | two and a half hours = 0.1042 d spelled
        five to ten people | five to ten = 5..10 spelled
        ",
    );
}

#[test]
fn shares_and_points_are_told_apart() {
    check(
        "
        40% of riders, 41.5 %, 9 percent, 8 per cent | 40% = 40% | 41.5 % = 41.5% | 9 percent = 9% | 8 per cent = 8%
        up 3 pp, 2 percentage points, 1.5 %-points, 50 bps | 3 pp = 3 pp | 2 percentage points = 2 pp | 1.5 %-points = 1.5 pp | 50 bps = 0.5 pp
        40 basis points | 40 basis points = 0.4 pp
        +12% and −3 pp, ±0.2% | +12% = +12% | −3 pp = -3 pp | ±0.2% = ±0.2%
        (-4%) and +/- 5% | -4% = -4% | +/- 5% = ±5%
        twenty percent | twenty percent = 20% spelled
        a 10-percent cut | 10-percent = 10%
        10-15%, 10–15%, 10% - 15%, 10 to 15 percent | 10-15% = 10..15% | 10–15% = 10..15% | 10% - 15% = 10..15% | 10 to 15 percent = 10..15%
        between 10% and 15% | 10% and 15% = 10..15%
        40%+ open it | 40% = ≥40%
        ",
    );
}

#[test]
fn money_keeps_its_currency() {
    check(
        "
        $3.5m, $ 40, US$ 2bn, A$5 | $3.5m = 3500000 Usd | $ 40 = 40 Usd | US$ 2bn = 2000000000 Usd | A$5 = 5 AUD
        € 1.200,50 and 40 € and 40€ | € 1.200,50 = 1200.5 Eur | 40 € = 40 Eur | 40€ = 40 Eur
        £2k, ₹ 1,20,000, Rs. 500, ₹5 lakh | £2k = 2000 Gbp | ₹ 1,20,000 = 120000 Inr | Rs. 500 = 500 Inr | ₹5 lakh = 500000 Inr
        USD 40, 40 USD, CHF 3, 40 dollars, 20 cents | USD 40 = 40 Usd | 40 USD = 40 Usd | CHF 3 = 3 CHF | 40 dollars = 40 Usd | 20 cents = 0.2 Usd
        -$40k, $-3 | -$40k = -40000 Usd | $-3 = -3 Usd
        $10–15, $2-3m, $10-$15, $1.5M to $2M | $10–15 = 10..15 Usd | $2-3m = 2000000..3000000 Usd | $10-$15 = 10..15 Usd | $1.5M to $2M = 1500000..2000000 Usd
        $0.05 per request, $7.75/user/mo | $0.05 = 0.05 Usd | $7.75 = 7.75 Usd
        $3 million a year, €2.1 million | $3 million = 3000000 Usd | €2.1 million = 2100000 Eur
        ",
    );
}

#[test]
fn durations_are_days() {
    check(
        "
        2 weeks, two weeks, 3-month pilot, 1.5 wks | 2 weeks = 14 d | two weeks = 14 d spelled | 3-month = 91.3125 d | 1.5 wks = 10.5 d
        48 hours, 36 h, 30d, 2w | 48 hours = 2 d | 36 h = 1.5 d | 30d = 30 d | 2w = 14 d
        90 min, 15-minute slots | 90 min = 0.0625 d | 15-minute = 0.0104 d
        10 business days, 2 more weeks | 10 business days = 14 d | 2 more weeks = 14 d
        18-24 months, 30–45 minute calls, 3- to 5-day | 18-24 months = 547.875..730.5 d | 30–45 minute = 0.0208..0.0312 d | 3- to 5-day = 3..5 d
        2 engineer-weeks, 3 person-months, 5 dev days | 2 engineer-weeks = 14 person-d | 3 person-months = 91.3125 person-d | 5 dev days = 5 person-d
        over 3 months, over 90 minutes | 3 months = 91.3125 d | 90 minutes = >0.0625 d
        within 14 days, 30+ minutes | 14 days = ≤14 d | 30+ minutes = ≥0.0208 d
        every 3 years | 3 years = 1095.75 d
        in 2-3 sprints | 2-3 = 2..3
        ",
    );
    assert_eq!(number(quantities_of("200 ms")[0].value * 86_400_000.0), "200");
}

#[test]
fn dates_have_parts() {
    check(
        "
        on 2024-03-01 and 2024/03/02 | 2024-03-01 = 2024-03-01 | 2024/03/02 = 2024-03-02
        1 March 2026, 1st of March, March 1, 2026 | 1 March 2026 = 2026-03-01 | 1st of March = ?-03-01 | March 1, 2026 = 2026-03-01
        March 2026, in June, by June | March 2026 = 2026-03 | June = ?-06 | June = ≤?-06
        12/05/2026 | 12/05/2026 = 2026-05-12 ambiguous
        17/04/2024 then 05/06/2024 | 17/04/2024 = 2024-04-17 | 05/06/2024 = 2024-06-05
        4/17/2024 then 5/6/2024 | 4/17/2024 = 2024-04-17 | 5/6/2024 = 2024-05-06
        12.05.2026 | 12.05.2026 = 2026-05-12
        end of Q3 2025, early 2026, mid-2026, by the end of June | end of Q3 2025 = end 2025-Q3 | early 2026 = start 2026 | mid-2026 = mid 2026 | end of June = ≤end ?-06
        Q3, Q3'25, Q3 FY26, 2025 Q3, 2025-Q3 | Q3 = ?-Q3 | Q3'25 = 2025-Q3 | Q3 FY26 = FY2026-Q3 | 2025 Q3 = 2025-Q3 | 2025-Q3 = 2025-Q3
        Q1–Q2 2026, H2 2026, in H1 | Q1–Q2 2026 = 2026-Q1..2026-Q2 | H2 2026 = 2026-H2 | H1 = ?-H1
        FY26, FY2025/26, fiscal 2026, FY26 Q2 | FY26 = FY2026 | FY2025/26 = FY2025 | fiscal 2026 = FY2026 | FY26 Q2 = FY2026-Q2
        2024/25 and 2023-2025 | 2024/25 = FY2024 | 2023-2025 = 2023..2025
        June–August 2026, 3-7 March, 28 Feb – 3 Mar 2026 | June–August 2026 = 2026-06..2026-08 | 3-7 March = ?-03-03..?-03-07 | 28 Feb – 3 Mar 2026 = 2026-02-28..2026-03-03
        third quarter of 2026, the 3rd quarter of 2026 | third quarter of 2026 = 2026-Q3 | 3rd quarter of 2026 = 2026-Q3
        In Jan. 5 we start; Sept 2025 | Jan. 5 = ?-01-05 | Sept 2025 = 2025-09
        We may march on. May we? In May. | May = ?-05
        In March 12 users left. | March = ?-03 | 12 = 12
        in 2019, 2019 figures, 2000 users | 2019 = 2019 | 2019 = 2019 | 2000 = 2000
        before 1 July, since 2021, after Q2 | 1 July = <?-07-01 | 2021 = ≥2021 | Q2 = >?-Q2
        from 1 July to 8 August | 1 July to 8 August = ?-07-01..?-08-08
        FY 2023 Q3, support will end 2025-11-30 | FY 2023 Q3 = FY2023-Q3 | 2025-11-30 = 2025-11-30
        year 2026, in year 2 | 2026 = 2026
        H1: Users churn on price.
        Q1: Why do they leave?
        ",
    );
}

#[test]
fn two_numbers_can_be_one_quantity() {
    check(
        "
        7 of 11 drivers, 7/11, 7 out of 11, 7 in 10 | 7 of 11 = 7 of 11 | 7/11 = 7 of 11 | 7 out of 11 = 7 of 11 | 7 in 10 = 7 of 10
        8 of the 12 sites, 6 interviewees out of 9 | 8 of the 12 = 8 of 12 | 6 interviewees out of 9 = 6 of 9
        seven of eleven | seven of eleven = 7 of 11 spelled
        4.2/5, rated 4 / 5, 4.2 out of 5, 4.5 stars | 4.2/5 = 4.2 on 5 | 4 / 5 = 4 on 5 | 4.2 out of 5 = 4.2 on 5 | 4.5 stars = 4.5 on 5
        4/5 teams | 4/5 = 4 of 5 ambiguous
        LTV to CAC is 3:1 | 3:1 = 3 to 1
        3x, 1.5×, 2-3x, 3 times faster, 4-fold, 10X | 3x = 3 x | 1.5× = 1.5 x | 2-3x = 2..3 x | 3 times = 3 x | 4-fold = 4 x | 10X = 10 x
        3 times a week | 3 = 3
        3 × 5 cells | 3 = 3 | 5 = 5
        3rd place, p95, the 90th percentile, p99.9 | 3rd = 3 th | p95 = 95 th | 90th percentile = 90 th | p99.9 = 99.9 th
        n=12, N = 1,204, (n = 40) | n=12 = n 12 | N = 1,204 = n 1204 | n = 40 = n 40
        p < 0.05, p=0.03, p-value < 0.01 | p < 0.05 = p <0.05 | p=0.03 = p 0.03 | p-value < 0.01 = p <0.01
        3 in 2024 | 3 = 3 | 2024 = 2024
        5 of 20% | 5 = 5 | 20% = 20%
        between 3 and 5 calls, 10k-15k, 10-15k | 3 and 5 = 3..5 | 10k-15k = 10000..15000 | 10-15k = 10000..15000
        a 50/50 split, 20/80 | 50/50 = 50 to 50 | 20/80 = 20 to 80
        1 in 10,000, 80 in a thousand, 200 in 1,500 shops | 1 in 10,000 = 1 of 10000 | 80 in a thousand = 80 of 1000 spelled | 200 = 200 | 1,500 = 1500
        reach 3.3/3.4 | 3.3 = 3.3 | 3.4 = 3.4
        open 24/7, 120/80 | 120 = 120 | 80 = 80
        ",
    );
}

#[test]
fn what_bounds_a_quantity_is_read_with_it() {
    check(
        "
        at least 40%, ≥ 40%, >= 40%, no less than 40% | 40% = ≥40% | 40% = ≥40% | 40% = ≥40% | 40% = ≥40%
        more than 3, over 40 users, > 3, exceeds 7 | 3 = >3 | 40 = >40 | 3 = >3 | 7 = >7
        at most 5, up to 5, <= 5, no more than 5, 5 or fewer | 5 = ≤5 | 5 = ≤5 | 5 = ≤5 | 5 = ≤5 | 5 = ≤5
        less than 3, under 3, below 3, <3, sub-200 | 3 = <3 | 3 = <3 | 3 = <3 | 3 = <3 | 200 = <200
        about 40, ~40, approx. 40, roughly 40%, ≈ $3m | 40 = ~40 | 40 = ~40 | 40 = ~40 | 40% = ~40% | $3m = ~3000000 Usd
        3 or more, 5 weeks or so, 40 or higher | 3 = ≥3 | 5 weeks = ~35 d | 40 = ≥40
        as many as 40, min. 5, a maximum of 9 | 40 = ≤40 | 5 = 5 | 9 = ≤9
        ",
    );
    let text = "We need at least about 40% by June.";
    let qualified: Vec<&str> = quantities_of(text).iter().map(|q| slice(text, q.qualified)).collect();
    assert_eq!(qualified, ["at least about 40%", "by June"]);
    let text = "Takes between 3 and 5 days.";
    assert_eq!(slice(text, quantities_of(text)[0].qualified), "between 3 and 5 days");
}

#[test]
fn numbers_that_name_things_are_no_quantities() {
    check(
        "
        1. Interview them
        2) Write
        2.1 Scope
        see #123 and [1] and §4
        RFC 2119, ISO 9001, HTTP 404, SOC 2, WCAG 2.1
        version 1.2, v2.1, 1.2.3 and 192.168.0.1
        Node.js 16.x, the 1.29 release, 3rd-party tools, 18F, Terminal Preview 1.10
        pain points 1, 2 and 3
        GPT-4, COVID-19, S3, B2B, 2FA, P4
        Phase 2, steps 2–4, page 2 of 5, Week 4: ship, tasks 1, 2 and 3
        call +1 555 123 4567 or 555-1234
        at 10:30, 9:05 pm, 9am, 5 p.m., 1:1 meetings
        the 1990s
        id 007 and 156806123456
        ",
    );
}

#[test]
fn prose_is_read_whole() {
    check(
        "
        Activation fell from 41.5% to 38.2% in Q3 (n=1,204). | 41.5% = 41.5% | 38.2% = 38.2% | Q3 = ?-Q3 | n=1,204 = n 1204
        Lift week-4 retention by 20 to 28 percent by end of June 2026. | 20 to 28 percent = 20..28% | end of June 2026 = ≤end 2026-06
        Grow it from 20 to 28 percent. | 20 = 20% | 28 percent = 28%
        We expect $12k–15k MRR within 2 quarters, at ~3% churn. | $12k–15k = 12000..15000 Usd | 2 quarters = ≤182.625 d | 3% = ~3%
        Each of the 14 dispatchers loses 35 min a day, or about €61 a week. | 14 = 14 | 35 min = 0.0243 d | €61 = ~61 Eur
        ",
    );
}

fn changes_of(text: &str) -> Vec<String> {
    let parts = parts(text);
    let quantities = read(text, &parts.lower, &parts.tokens, &parts.sentences);
    change::read(text, &parts.lower, &parts.tokens, &quantities)
        .iter()
        .map(|c| {
            let word = |at: usize| slice(text, quantities[at].text);
            format!("{} > {}", word(c.from), word(c.to))
        })
        .collect()
}

#[test]
fn changes_have_two_ends() {
    let table: &[(&str, &[&str])] = &[
        ("from 20% to 28%", &["20% > 28%"]),
        ("Raise it from 20 to 28 percent by June.", &["20 > 28 percent"]),
        ("20% → 28%", &["20% > 28%"]),
        ("3 days -> 4 hours", &["3 days > 4 hours"]),
        ("Retention grew 20% to 28%.", &["20% > 28%"]),
        ("Cut the time from about 3 days today to under 4 hours.", &["3 days > 4 hours"]),
        ("from a baseline of 41% to 45%", &["41% > 45%"]),
        ("Churn is 28%, up from 20%.", &["20% > 28%"]),
        ("Bring it to 28% from 20%.", &["20% > 28%"]),
        ("from 20% (Q1) to 28% (Q2)", &["20% > 28%"]),
        ("from $3m to $4.5m and from 7 to 9 users", &["$3m > $4.5m", "7 > 9"]),
        ("from one week to two days", &["one week > two days"]),
        ("It takes 3 to 5 days.", &[]),
        ("The refund takes from three to seven days.", &[]),
        ("Drop Impact from 3 to 2 as well and it falls to 1.80", &["3 > 2"]),
        ("To tell 0.65 from 0.52 apart", &[]),
        ("Bring it to about 28% from 20%.", &["20% > 28%"]),
        ("ranging from 3 to 5 days", &[]),
        ("Increase it by 20 to 28 percent.", &[]),
        ("20% of A and 28% of B", &[]),
        ("from 20% to 14 days", &[]),
    ];
    for (text, want) in table {
        assert_eq!(changes_of(text), *want, "{text}");
    }
}

#[test]
fn a_quantity_knows_its_sentence() {
    let found = quantities_of("We saw 40.\nThen 30% left. Then 3 days passed.");
    assert_eq!(found.iter().map(|q| q.sentence).collect::<Vec<_>>(), [0, 1, 2]);
}

#[test]
fn long_chains_are_read_in_one_pass() {
    for link in [
        "Jan - ",
        "1 Mar - ",
        "one hundred and ",
        "1/2/",
        "1:",
        "1 to ",
        "half a ",
        "p < ",
        "$",
        "2 of ",
        "between 1 and ",
    ] {
        let text = link.repeat(20_000);
        assert!(quantities_of(&text).len() <= 40_000, "{link}");
    }
}

proptest! {
    #[test]
    fn quantities_are_in_order_and_apart(
        text in r"([0-9]{1,4}|[0-9],[0-9]{3}|of|in|to|from|one|half|a third|March|May|Q3|FY26|end|the|week|users|k|m|p|n|[-–%$€/:.+~<>=#(), ]| |\n){0,50}"
    ) {
        let parts = parts(&text);
        let found = read(&text, &parts.lower, &parts.tokens, &parts.sentences);
        let mut end = 0;
        for quantity in &found {
            prop_assert!(quantity.text.start >= end && !quantity.text.is_empty());
            prop_assert!(quantity.text.end as usize <= text.len());
            prop_assert!(quantity.qualified.contains(quantity.text));
            prop_assert!(quantity.qualified.start >= end, "{:?}", quantity);
            let sentence = &parts.sentences[quantity.sentence as usize];
            prop_assert!(sentence.text.contains(quantity.qualified));
            prop_assert!(quantity.value.is_finite() && quantity.high.is_none_or(f64::is_finite));
            end = quantity.qualified.end;
        }
        for change in change::read(&text, &parts.lower, &parts.tokens, &found) {
            prop_assert!(change.from < found.len() && change.to < found.len() && change.from != change.to);
        }
    }

    #[test]
    fn any_text_can_be_searched(text in r"\PC{0,60}") {
        quantities_of(&text);
    }
}
