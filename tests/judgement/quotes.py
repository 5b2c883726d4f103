#!/usr/bin/env python3
"""How far the quotes of reviews overlap with what readers marked, signal by signal.

A quote is right when it and a marked span of one of the roles that its signal stands on share at least half of the shorter of
the two. Readers marked at most twelve spans of a role in a document, so the share is a lower bound. Run from the project's
root: `python3 tests/judgement/quotes.py target/release/strongcase`. Needs Python alone.
"""
import collections, csv, json, pathlib, subprocess, sys

EVAL = pathlib.Path(__file__).resolve().parents[3] / "shared" / "eval"
# The roles that the words of a signal may have.
ROLES = {
    "problem.any": "problem.statement",
    "problem.stated": "problem.statement",
    "problem.segment": "problem.segment",
    "problem.consequence": "problem.consequence",
    "problem.quantified": "problem.consequence problem.statement",
    "problem.why_now": "problem.why_now",
    "problem.cause": "problem.cause",
    "problem.limit": "problem.limit",
    "problem.first": "problem.statement",
    "evidence.any": "evidence.item evidence.source",
    "evidence.concrete": "evidence.item",
    "evidence.sourced": "evidence.item",
    "evidence.source": "evidence.source",
    "evidence.quantitative": "evidence.item",
    "evidence.qualitative": "evidence.item",
    "evidence.limits": "evidence.limit",
    "option.named": "option.item option.status_quo",
    "option.described": "option.item option.status_quo",
    "option.do_nothing": "option.status_quo",
    "option.judged_alike": "option.item option.status_quo",
    "tradeoff.cost": "option.cost scope.risk tradeoff.given_up",
    "tradeoff.gain": "option.gain",
    "tradeoff.both_sides": "option.cost",
    "tradeoff.given_up": "tradeoff.given_up option.cost",
    "tradeoff.sized": "option.cost option.gain tradeoff.given_up",
    "tradeoff.loser": "option.rejected",
    "tradeoff.risk": "scope.risk option.cost",
    "decision.stated": "decision.statement",
    "decision.reason": "decision.reason",
    "decision.criteria": "decision.criterion",
    "decision.ranked": "option.item decision.criterion",
    "decision.rejected": "option.rejected",
    "decision.deferred": "decision.deferred scope.out",
    "decision.reversal": "decision.reversal experiment.rule",
    "metric.named": "metric.name",
    "metric.baseline": "metric.baseline",
    "metric.target": "metric.target",
    "metric.timeframe": "metric.timeframe",
    "metric.primary": "metric.name",
    "metric.guardrail": "metric.guardrail",
    "metric.review": "metric.review",
    "metric.bound": "metric.target metric.baseline metric.name",
    "metric.hypothesis": "hypothesis.statement",
    "business.outcome": "business.outcome",
    "business.mechanism": "business.mechanism",
    "business.size": "business.size",
    "business.market": "business.outcome business.mechanism business.size",
    "scope.in": "scope.in requirement.item",
    "scope.out": "scope.out",
    "scope.later": "decision.deferred scope.out",
    "scope.cut_reason": "decision.deferred scope.out",
    "scope.constraint": "scope.constraint",
    "scope.milestone": "scope.milestone",
    "scope.risk": "scope.risk",
    "scope.mitigated": "scope.mitigation",
    "clarity.ordered": "problem.statement",
    "clarity.first_screen": "decision.statement problem.statement metric.name business.outcome",
    "clarity.reasoned": "decision.reason",
    "craft.assumptions": "assumption.item",
    "craft.questions": "question.open",
    "craft.strengths": "option.gain",
    "craft.weaknesses": "problem.statement",
    "craft.change": "decision.statement",
    "craft.ranked": "option.item decision.criterion",
    "craft.confidence": "decision.reversal",
    "craft.requirements": "requirement.item",
    "craft.funnel": "funnel.step",
    "craft.drop_cause": "problem.cause",
    "craft.hypothesis": "hypothesis.statement",
    "craft.sample": "experiment.sample",
    "craft.rule": "experiment.rule",
    "craft.guardrail": "metric.guardrail",
    "craft.definitions": "metric.name",
    "craft.owner": "metric.name",
    "craft.drivers": "metric.name",
    "craft.cadence": "metric.review",
    "craft.order_reasons": "decision.reason",
    "craft.dependencies": "scope.constraint",
    "craft.later": "decision.deferred scope.out",
    "craft.reorder": "decision.reversal",
}


def marked():
    spans, texts = collections.defaultdict(list), {}
    for line in open(EVAL / "spans.jsonl", encoding="utf-8"):
        span = json.loads(line)
        document, quote = span["id"], span["quote"].encode()
        if document not in texts:
            texts[document] = (EVAL / "corpus" / f"{document}.md").read_bytes()
        at = texts[document].find(quote)
        spans[document, span["role"]].append((at, at + len(quote)))
    return spans


def reviews(binary):
    rows = list(csv.DictReader(open(EVAL / "index.tsv", encoding="utf-8"), delimiter="\t"))
    for kind in sorted({row["kind"] for row in rows}):
        files = [str(EVAL / "corpus" / f"{row['id']}.md") for row in rows if row["kind"] == kind]
        done = subprocess.run([binary, "review", "--format", "ndjson", "--kind", kind, *files], capture_output=True, text=True)
        for line in done.stdout.splitlines():
            review = json.loads(line)
            yield pathlib.Path(review["path"]).stem, review


def same(a, b):
    common = min(a[1], b[1]) - max(a[0], b[0])
    return common > 0 and 2 * common >= min(a[1] - a[0], b[1] - b[0])


def main():
    spans, shown, right = marked(), collections.Counter(), collections.Counter()
    levels = bare = 0
    for document, review in reviews(sys.argv[1]):
        for criterion in review["criteria"]:
            levels += criterion["level"] > 0
            bare += criterion["level"] > 0 and not criterion["evidence"]
            for quote in criterion["evidence"]:
                roles = ROLES.get(quote["signal"], "").split()
                among = [span for role in roles for span in spans[document, role]]
                shown[quote["signal"]] += 1
                right[quote["signal"]] += any(same((quote["start"], quote["end"]), span) for span in among)
    for signal in sorted(shown):
        share = f"{right[signal] / shown[signal]:4.0%}" if signal in ROLES else "   -"
        print(f"{signal:24} {shown[signal]:5} {share}")
    known = sum(count for signal, count in shown.items() if signal in ROLES)
    print(f"{sum(shown.values())} quotes, {sum(right.values()) / max(known, 1):.1%} of the {known} that stand on roles overlap; "
          f"{levels - bare} of {levels} levels above absent have one")


if __name__ == "__main__":
    main()
