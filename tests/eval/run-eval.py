#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures `risalah-cli analyze --json` on the labelled texts beside it, against the floors.

  run-eval.py CLI FOLDER [--errors]

A date is right when its words meet the label's and its value is the label's, its role among the
right ones; what the label calls a name's, an author's or the publication's date is compared by
role alone. A country or an organisation is right when the text's set has it, an organisation also
in part. A quotation is right when four fifths of its words agree, its speaker when a part of the
name does, its voice when it is the label's. An event is right when its kind agrees, half of the
parties do and its evidence holds the trigger's words or stands next to them; status and date are
counted among the right ones. Exit 1 below a floor. --errors lists what is wrong or missing.
Python 3.9, standard library only."""
import difflib
import json
import pathlib
import re
import subprocess
import sys


def plain(words):
    return re.sub(r"\s+", " ", words or "").strip(" \"'“”‘’«»,.").lower()


def alike(one, other):
    return difflib.SequenceMatcher(None, plain(one), plain(other), autojunk=False).ratio() >= 0.8


def within(one, other):
    one, other = plain(one), plain(other)
    return bool(one) and bool(other) and (one in other or other in one)


class Count:
    def __init__(self):
        self.right = self.wrong = self.missed = 0

    def compare(self, found, labelled, same):
        """Pairs each of @found with one of @labelled; gives the pairs."""
        left, pairs = list(labelled), []
        for item in found:
            match = next((label for label in left if same(item, label)), None)
            if match is None:
                self.wrong += 1
            else:
                left.remove(match)
                pairs.append((item, match))
        self.right += len(pairs)
        self.missed += len(left)
        return pairs

    def figures(self):
        return {"precision": self.right / max(1, self.right + self.wrong),
                "recall": self.right / max(1, self.right + self.missed)}


def same_event(text):
    def same(event, label):
        parties, expected = set(event["parties"]), set(label["parties"])
        evidence = text[event["start"]:event["end"]]
        at = text.find(label["trigger"])
        near = within(evidence, label["trigger"]) or event["start"] - 40 <= at <= event["end"] + 40
        return (event["kind"] == label["kind"] and near
                and (not expected or len(parties & expected) / len(parties | expected) >= 0.5))
    return same


def values(label):
    return [label["edtf"], *label.get("alt", [])]


def same_date(date, label):
    return within(date["text"], label["text"]) and date["edtf"] in values(label)


def same_speaker(quotation, label):
    said = plain(quotation["speaker"]).split()
    return bool(said) and bool({said[0], said[-1]} & set(plain(label["speaker"]).split()))


def measure(cli, folder):
    counts = {name: Count() for name in
              ("dates", "countries", "organisations", "quotations", "events")}
    shares = {name: [0, 0] for name in
              ("date role", "speaker", "voice", "event status", "event date")}
    texts = sorted(folder.glob("*.txt"))
    errors = []

    def share(name, right):
        shares[name][0] += bool(right)
        shares[name][1] += 1

    def compare(name, got, found, labelled, same):
        pairs = counts[name].compare(found, labelled, same)
        errors.extend(f"{got['name']}: {name}: wrong: {item}" for item in found
                      if not any(item is one for one, _ in pairs))
        errors.extend(f"{got['name']}: {name}: missed: {label}" for label in labelled
                      if not any(label is other for _, other in pairs))
        return pairs

    for path in texts:
        label = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        run = subprocess.run([cli, "analyze", str(path), "--json", "--language", label["language"],
                              "--reference-date", label["reference_date"]],
                             capture_output=True, text=True, timeout=600, check=True)
        got = json.loads(run.stdout)
        got["name"] = path.stem
        apart = label["publication_dates"] + label["name_dates"] + label["citation_dates"]
        kept = [date for date in got["dates"] if date["edtf"]
                and not any(within(date["text"], other["text"]) for other in apart)]
        for date, expected in compare("dates", got, kept, label["dates"], same_date):
            share("date role", date["role"] == expected["role"])
        for expected in apart:
            share("date role", any(within(date["text"], expected["text"])
                                   and date["role"] == expected["role"] for date in got["dates"]))
        compare("countries", got, got["countries"], label["countries"], str.__eq__)
        compare("organisations", got, got["organisations"], label["organisations"], within)
        for quotation, expected in compare(
                "quotations", got, got["quotes"], label["quotes"],
                lambda one, other: alike(one["text"], other["text"])):
            share("speaker", same_speaker(quotation, expected))
            share("voice", quotation["voice"] == expected["voice"])
        for event, expected in compare("events", got, got["events"], label["events"],
                                       same_event(got["text"])):
            right_date = event["edtf"] in values(expected)

            share("event status", event["status"] == expected["status"])
            if expected["edtf"]:
                share("event date", right_date)
            if event["status"] != expected["status"] or (expected["edtf"] and not right_date):
                errors.append(f"{got['name']}: event told otherwise: {event} for {expected}")
    figures = {name: count.figures() for name, count in counts.items()}
    figures.update({name: {"share": right / max(1, of)} for name, (right, of) in shares.items()})
    return len(texts), figures, errors


def main():
    cli, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    floors = json.loads((folder.parent / "floors.json").read_text(encoding="utf-8"))
    n_texts, figures, errors = measure(cli, folder)
    failed = [] if n_texts >= 30 else [f"only {n_texts} texts"]

    print(f"| measure | figure | floor |\n|---|---|---|")
    for name, values in figures.items():
        for which, value in values.items():
            floor = floors[name][which]
            print(f"| {name}: {which} | {value:.3f} | {floor:.2f} |")
            if value < floor:
                failed.append(f"{name} {which} {value:.3f} is below {floor:.2f}")
    for line in errors if "--errors" in sys.argv else []:
        print(line)
    for line in failed:
        print(line, file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
