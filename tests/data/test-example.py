#!/usr/bin/env python3
"""The example dossier keeps what its README promises: its parts refer to one another, every word
that it quotes stands exactly once in its article, and the articles are short, marked and ours.

Offsets are resolved by the import; this reads the files without it. usage: test-example.py DATA"""

import re
import sys
import uuid
import xml.etree.ElementTree as xml
from html.parser import HTMLParser
from pathlib import Path

from tap import Tap

XHTML = '{http://www.w3.org/1999/xhtml}'
INVENTED = {'id': 'Teks contoh Risalah: tokoh, penerbit, dan peristiwa di dalamnya rekaan.',
            'en': 'Sample text for Risalah; its people, publishers and events are invented.'}
KINDS = set('meeting visit agreement exercise training procurement technology-transfer '
            'joint-production exchange aid intelligence-sharing working-group '
            'conference-exhibition statement other'.split())
STATUSES = {'held', 'planned', 'proposed', 'cancelled'}
VOICES = {'direct', 'reported', 'publisher', 'opinion', 'second-hand'}
FIELDS = {'edtf', 'kind', 'parties', 'place', 'status'}
TYPES = set('news release opinion explainer report law treaty speech'.split())


class Paragraphs(HTMLParser):
    """The text of a page, one paragraph a line; scripts and the head left out."""
    SILENT = {'script', 'style', 'head'}
    INLINE = {'a', 'b', 'em', 'i', 'span', 'strong', 'time'}

    def __init__(self):
        super().__init__()
        self.parts = []
        self.silent = 0

    def handle_starttag(self, tag, attributes):
        self.silent += tag in self.SILENT
        if tag not in self.INLINE:
            self.parts.append('\n')

    def handle_endtag(self, tag):
        self.silent -= tag in self.SILENT
        if tag not in self.INLINE:
            self.parts.append('\n')

    def handle_data(self, data):
        if not self.silent:
            self.parts.append(data)


def read_article(path):
    text = path.read_text(encoding='utf-8')
    if path.suffix == '.html':
        page = Paragraphs()
        page.feed(text)
        text = ''.join(page.parts)
    return re.sub(r'Â(?=\s|$)', '', text)


def read_table(path, columns):
    rows = [line.split('\t') for line in path.read_text(encoding='utf-8').splitlines()
            if line and not line.startswith('#')]
    return rows, [f'{path.name}: {len(row)} columns in {row[0]}' for row in rows if len(row) != columns]


def not_once(articles, article, words, where):
    """Why the words are no evidence: no such article, or not exactly once within one line of it."""
    if article not in articles:
        return [f'{where}: no article {article}']
    count = articles[article].count(words)
    if not words or '\n' in words or count != 1:
        return [f'{where}: {count} times in {article}: {words}']
    return []


def check_articles(tap, articles):
    languages = {name: next((code for code, line in INVENTED.items() if line in text), None)
                 for name, text in articles.items()}
    tap.check('every article says that it is invented',
              [name for name, code in languages.items() if code is None])
    counts = {code: list(languages.values()).count(code) for code in INVENTED}
    tap.check('at least 16 Indonesian and 8 English articles',
              [] if counts['id'] >= 16 and counts['en'] >= 8 else [str(counts)])
    pages = [name for name in articles if name.endswith('.html')]
    tap.check('at least 6 are web pages', [] if len(pages) >= 6 else pages)
    lengths = {name: len(text.split()) for name, text in articles.items()}
    tap.check('articles have 140 to 450 words',
              [f'{name}: {words}' for name, words in lengths.items() if not 140 <= words <= 450])


def check_tables(tap, folder, articles):
    events, problems = read_table(folder / 'events.tsv', 8)
    evidence, more = read_table(folder / 'evidence.tsv', 8)
    sources, still_more = read_table(folder / 'sources.tsv', 6)
    publishers, last = read_table(folder / 'publishers.tsv', 3)
    tap.check('tables have their columns', problems + more + still_more + last)

    tap.check('at least 14 events', [] if len(events) >= 14 else [str(len(events))])
    uids = [row[0] for row in events + evidence]
    tap.check('identifiers are unique UUIDs',
              [uid for uid in uids if uids.count(uid) != 1 or str(uuid.UUID(uid)) != uid])
    tap.check('kinds, statuses and parties are known',
              [row[1] for row in events if row[2] not in KINDS or row[6] not in STATUSES or
               not re.fullmatch(r'[A-Z]{2}( [A-Z]{2})*', row[3]) or
               row[3].split() != sorted(row[3].split())])
    tap.check('every event has evidence, every piece of evidence an event',
              sorted({row[0] for row in events} ^ {row[1] for row in evidence}))
    tap.check('fields, voices and credibilities are known',
              [row[0] for row in evidence if row[3] not in FIELDS or row[5] not in VOICES or
               row[6] not in '123456'])
    tap.check('evidence stands once in its article',
              [p for row in evidence for p in not_once(articles, row[2], row[7], 'evidence.tsv')])
    tap.check('sources are articles, published by known publishers',
              [row[0] for row in sources if row[0] not in articles or row[3] not in TYPES or
               row[1] not in {p[0] for p in publishers}])


def quoted_words(element):
    """A quotation's exact words: what was left out belongs to them, what was put in does not."""
    words = element.text or ''
    for child in element:
        if child.tag != XHTML + 'ins':
            words += quoted_words(child)
        words += child.tail or ''
    return words


def check_brief(tap, path, articles):
    root = xml.parse(path).getroot()
    quotations, citations, problems = {}, 0, []
    for element in root.iter():
        article = element.get('data-source')
        is_quotation = element.tag == XHTML + 'q' or element.get('class') == 'quotation'
        if is_quotation:
            uid = element.get('data-quotation')
            if uid in quotations or str(uuid.UUID(uid)) != uid:
                problems.append(f'{uid} is not a UUID of its own')
            quotations[uid] = article
            problems += not_once(articles, article, quoted_words(element), path.name)
            if element.get('data-voice') not in VOICES:
                problems.append(f'{uid} has no voice')
        elif element.tag == XHTML + 'cite':
            citations += 1
            words, quotation = element.get('data-words'), element.get('data-quotation')
            if article not in articles:
                problems.append(f'no article {article}')
            if words is not None:
                problems += not_once(articles, article, words, path.name)
            if quotation is not None and quotations.get(quotation) != article:
                problems.append(f'{quotation} is quoted nowhere before it is cited')
            if len(element) or element.text:
                problems.append('a citation is not empty')
    tap.check(f'{path.name} quotes and cites its articles', problems)
    tap.check(f'{path.name} has at least 6 quotations and more citations',
              [] if 6 <= len(quotations) < citations else [f'{len(quotations)}, {citations}'])
    body = root.find(f'{XHTML}body')
    words = len(' '.join(body.itertext()).split())
    tap.check(f'{path.name} has 700 to 1,200 words', [] if 700 <= words <= 1200 else [str(words)])
    return root.get('lang')


def main(data):
    tap = Tap()
    folder = Path(data) / 'example'
    articles = {path.name: read_article(path) for path in sorted((folder / 'articles').iterdir())}
    check_articles(tap, articles)
    check_tables(tap, folder, articles)
    briefs, problems = read_table(folder / 'briefs.tsv', 2)
    problems += [row[1] for row in briefs if not (folder / row[1]).exists()]
    tap.check('the briefs are there', problems)
    if not problems:
        languages = [check_brief(tap, folder / row[1], articles) for row in briefs]
        tap.check('one brief in each language',
                  [] if sorted(languages) == ['en', 'id'] else [str(languages)])
    return tap.end()


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
