#!/usr/bin/env python3
"""Fits rubric/weights.toml: which cues make a sentence a fact of a role.

An L1 logistic regression a role over the cues of src/facts/cues.rs; `from` is the limit that gives the best F1 on sentences of
repositories that the regression has not seen. Also writes target/judgement/FOLD/weights.toml, fitted without each fold, which
points.py uses so that the points are fitted to what is read from unseen documents.
"""
import collections, os, tomllib, warnings
import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from common import EVAL, FOLDS, ROOT, fold, sentences
import json

warnings.filterwarnings("ignore")
ROLES = """problem.statement problem.segment problem.consequence problem.why_now problem.cause problem.limit business.outcome
business.mechanism business.size scope.in scope.out scope.constraint scope.milestone requirement.item decision.statement
decision.criterion decision.deferred decision.reason decision.reversal scope.risk scope.mitigation""".split()
HEAD = """# Points of each cue for each role: log-odds, rounded; `from` is the sum that is enough.
# Fitted by tests/judgement/weights.py; the cues are named in `src/facts/cues.rs`.
"""
STRENGTH, LEAST = 0.15, 0.05
# Whose words a title is read by: with all other lists, titles say by chance what is under them, and one that is put in other
# words moves levels.
TITLED = {"problem", "business", "scope", "decision", "titles"}


def considered(names):
    """Whether each cue may count: what a sentence says, its shape, and what titles call it."""
    lists = {name: path.stem for path in (ROOT / "rubric" / "words").glob("*.toml")
             for name in tomllib.loads(path.read_text(encoding="utf-8"))}

    def may(group, word):
        return group in ("says", "shape") or lists[word] in TITLED or word.endswith("-title")

    return np.array([may(*name.split(":", 1)) for name in names])


def read():
    marked, texts = collections.defaultdict(lambda: collections.defaultdict(list)), {}
    for line in open(EVAL / "spans.jsonl", encoding="utf-8"):
        span = json.loads(line)
        document = span["id"]
        if document not in texts:
            texts[document] = (EVAL / "corpus" / f"{document}.md").read_bytes()
        quote = span["quote"].encode()
        at = texts[document].find(quote)
        marked[document][span["role"]].append((at, at + len(quote)))
    documents, rows, names = [], [], None
    for artifact in sentences():
        document = os.path.basename(artifact["path"])[:-3]
        names = artifact["names"]
        for row in artifact["rows"]:
            documents.append(document)
            rows.append(row)
    places = [(at, cue) for at, row in enumerate(rows) for cue in row["cues"]]
    cues = csr_matrix((np.ones(len(places)), tuple(zip(*places))), shape=(len(rows), len(names)))
    kept = considered(names)
    return marked, np.array(documents), rows, [name for name, may in zip(names, kept) if may], cues[:, kept]


def same(a, b):
    common = min(a[1], b[1]) - max(a[0], b[0])
    return common > 0 and 2 * common >= min(a[1] - a[0], b[1] - b[0])


def limit(truth, score):
    """The score that is enough, and its F1: the best one, where F1 is averaged over as many sentences around as half of those
    that are marked, as the very best is mostly luck and moves with every other fit."""
    order = np.argsort(-score)
    f1 = 2 * np.cumsum(truth[order]) / (np.arange(1, len(order) + 1) + truth.sum())
    width = max(3, int(truth.sum() / 2))
    best = int(np.argmax(np.convolve(f1, np.ones(width) / width, "same")[:-width]))
    return score[order][best], f1[best]


def main():
    marked, documents, rows, names, cues = read()
    folds = np.array([fold(d) for d in documents])
    written = {which: [HEAD] for which in [*range(FOLDS), "all"]}
    for role in ROLES:
        truth = np.array([any(same((r["start"], r["end"]), s) for s in marked[d].get(role, []))
                          for d, r in zip(documents, rows)])

        def fit(among):
            model = LogisticRegression(C=STRENGTH, penalty="l1", solver="liblinear", max_iter=200, class_weight={0: 1, 1: 2})
            return model.fit(cues[among], truth[among])

        score, models = np.zeros(len(rows)), {"all": fit(np.ones(len(rows), bool))}
        for k in range(FOLDS):
            models[k] = fit(folds != k)
            score[folds == k] = models[k].decision_function(cues[folds == k])
        for which, model in models.items():
            known = np.ones(len(rows), bool) if which == "all" else folds != which
            enough, _ = limit(truth[known], score[known])
            lines = [f'["{role}"]', f"from = {enough - model.intercept_[0]:.2f}", f'["{role}".points]']
            order = np.argsort(-model.coef_[0], kind="stable")
            lines += [f'"{names[j]}" = {model.coef_[0][j]:.2f}' for j in order if abs(model.coef_[0][j]) >= LEAST]
            written[which].append("\n".join(lines) + "\n")
        print(f"{role:22} F1 of unseen sentences {limit(truth, score)[1]:.2f}", flush=True)
    for which, parts in written.items():
        folder = ROOT / "rubric" if which == "all" else ROOT / "target" / "judgement" / str(which)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "weights.toml").write_text("\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main()
