//! Checks read numbers as people write them in other countries, and are silent where a number can be read in two ways.

use strongcase::engine::Engine;

use crate::checks::messages;

/// What a check says of each text.
fn said(rule: &str, texts: &[&str]) -> Vec<(String, Vec<String>)> {
    let engine = Engine::embedded();
    texts.iter().map(|text| ((*text).to_owned(), messages(&engine, rule, text))).collect()
}

fn found(rule: &str, texts: &[&str]) {
    for (text, messages) in said(rule, texts) {
        assert_eq!(messages.len(), 1, "{rule}: {text}: {messages:?}");
    }
}

fn silent(rule: &str, texts: &[&str]) {
    for (text, messages) in said(rule, texts) {
        assert!(messages.is_empty(), "{rule}: {text}: {messages:?}");
    }
}

#[test]
fn a_change_is_computed_in_every_notation() {
    found(
        "stated-change",
        &[
            "Orders rise from 1,200.50 to 1,500.25 (a 60% increase).\n",
            "Orders rise from 1.200,50 to 1.500,25 (a 60% increase).\n",
            "Orders rise from 1 200 000 to 1 500 000 (a 60% increase).\n",
            "Orders rise from 1\u{2009}200\u{2009}000 to 1\u{2009}500\u{2009}000 (a 60% increase).\n",
            "Orders rise from 1\u{202f}200,50 to 1\u{202f}500,25 (a 60% increase).\n",
            "Revenue rises from €1.2m to €1.5m (a 60% increase).\n",
            "Revenue rises from ₹ 12,00,000 to ₹ 15,00,000 (a 60% increase).\n",
            "Revenue rises from 12 lakh to 15 lakh (a 60% increase).\n",
            "Revenue rises from ₹1.2 crore to ₹1.5 crore (a 60% increase).\n",
            "Revenue rises from $1.2bn to $1.5bn (a 60% increase).\n",
            "Calls rise from 12k to 15k (a 60% increase).\n",
        ],
    );
    silent(
        "stated-change",
        &[
            "Orders rise from 1,200.50 to 1,500.25 (a 25% increase).\n",
            "Orders rise from 1.200,50 to 1.500,25 (a 25% increase).\n",
            "Orders rise from 1\u{2009}200\u{2009}000 to 1\u{2009}500\u{2009}000 (a 25% increase).\n",
            "Orders rise from 1\u{202f}200,50 to 1\u{202f}500,25 (a 25% increase).\n",
            "Revenue rises from €1.2m to €1.5m (a 25% increase).\n",
            "Revenue rises from ₹ 12,00,000 to ₹ 15,00,000 (a 25% increase).\n",
            "Revenue rises from 12 lakh to 0.15 crore (a 25% increase).\n",
            "Revenue rises from $900m to $1.5bn (a 66.7% increase).\n",
            "Calls rise from 12k to 15,000 (a 25% increase).\n",
            // One dot and three digits: twelve hundred, or one and a fifth.
            "Waiting rises from 1.200 to 1.500 (a 90% increase).\n",
        ],
    );
}

#[test]
fn a_business_case_is_computed_in_every_notation() {
    found(
        "case-arithmetic",
        &[
            "4,000 shops × 5% × €30.50 = €61,000.\n",
            "4\u{2009}000 shops × 5% × 30,50 € = 61 000,00 €.\n",
            "2 lakh riders × 4% × ₹ 150 = ₹ 1,20,000.\n",
            "3 crore visits × 2% × ₹ 100 = ₹ 60 lakh.\n",
            "12k teams × 10% × $40 = $480k.\n",
            "1.5 million readers × 2% × £8 = £2.4m.\n",
            "2bn searches × 1% × $0.10 = $20m.\n",
        ],
    );
    silent(
        "case-arithmetic",
        &[
            "4,000 shops × 5% × €30.50 = €6,100.\n",
            "4\u{2009}000 shops × 5% × 30,50 € = 6 100,00 €.\n",
            // A plain space may part two numbers.
            "Of 4 000 shops × 5% × 30,50 € = 61 000,00 €.\n",
            "2 lakh riders × 4% × ₹ 150 = ₹ 12,00,000.\n",
            "3 crore visits × 2% × ₹ 100 = ₹ 6 crore.\n",
            "12k teams × 10% × $40 = $48k.\n",
            "1.5 million readers × 2% × £8 = £240k.\n",
            "2bn searches × 1% × $0.10 = $2m.\n",
            // Millions, or metres.
            "1.5m readers × 2% × £8 = £2.4m.\n",
            "1.200 shops × 5% × €30 = €9,999.\n",
        ],
    );
}

#[test]
fn a_whole_and_a_payback_are_computed_in_every_notation() {
    let table = |a: &str, b: &str, total: &str| {
        format!("| Cost | A year |\n|---|---|\n| Staff | {a} |\n| Rent | {b} |\n| Total | {total} |\n")
    };
    for (a, b, wrong, right) in [
        ("€1,200.50", "€800.25", "€2,100.75", "€2,000.75"),
        ("1.200,50 €", "800,25 €", "2.100,75 €", "2.000,75 €"),
        ("1\u{2009}200,50 €", "800,25 €", "2\u{2009}100,75 €", "2\u{2009}000,75 €"),
        ("₹ 1,20,000", "₹ 80,000", "₹ 3,00,000", "₹ 2,00,000"),
        ("₹ 12 lakh", "₹ 8 lakh", "₹ 2 crore", "₹ 20 lakh"),
        ("$120k", "$80k", "$0.3m", "$0.2m"),
    ] {
        found("parts-and-whole", &[&table(a, b, wrong)]);
        silent("parts-and-whole", &[&table(a, b, right)]);
    }
    silent("parts-and-whole", &[&table("€1.200", "€1.800", "€9.000")]);
    let case = |cost: &str, gain: &str, months: u32| {
        format!("- **Cost:** {cost}\n- **Savings:** {gain} a month\n- **Payback:** {months} months\n")
    };
    for (cost, gain) in [
        ("€24.000,00", "€2.000,00"),
        ("₹ 24,00,000", "₹ 2 lakh"),
        ("$24k", "$2,000"),
        ("24\u{a0}000 €", "2\u{a0}000 €"),
    ] {
        found("payback", &[&case(cost, gain, 4)]);
        silent("payback", &[&case(cost, gain, 12)]);
    }
    silent("payback", &[&case("€24.000", "€2.000", 4)]);
}

#[test]
fn a_target_and_a_value_are_compared_in_every_notation() {
    found(
        "target-direction",
        &[
            "Reduce the bill from 1.200,50 € to 1.500,25 € by June.\n",
            "Reduce the bill from ₹ 1,20,000 to ₹ 2 lakh by June.\n",
            "Reduce the bill from $900k to $1.1m by June.\n",
            "Reduce the backlog from 1\u{202f}200\u{202f}000 to 2\u{202f}000\u{202f}000 rows.\n",
        ],
    );
    silent(
        "target-direction",
        &[
            "Reduce the bill from 1.500,25 € to 1.200,50 € by June.\n",
            "Reduce the bill from ₹ 2 lakh to ₹ 1,20,000 by June.\n",
            "Reduce the bill from $1.1m to $900k by June.\n",
            "Reduce waiting from 1.500 to 2 hours.\n",
        ],
    );
}
