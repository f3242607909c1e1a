"""Reads a catalogue of gettext's: what the window says, and how it is translated."""

import re
from collections import namedtuple
from pathlib import Path

Entry = namedtuple('Entry', 'context text plural translation')

FIELD = re.compile(r'^(msgctxt|msgid|msgid_plural|msgstr(?:\[0\])?) ((?:"(?:[^"\\]|\\.)*"\n?)+)',
                   re.MULTILINE)
LINE = re.compile(r'"((?:[^"\\]|\\.)*)"')


def plain(lines):
    """The string that quoted LINES hold, without its escapes."""
    return ''.join(LINE.findall(lines)).replace('\\n', '\n').replace('\\"', '"')


def read_entries(text):
    """The entries of a PO file's TEXT: neither its header nor those that are commented out."""
    said = ''.join(line for line in text.splitlines(keepends=True) if not line.startswith('#'))
    entries = [{}]
    for name, lines in FIELD.findall(said):
        if name in ('msgctxt', 'msgid') and 'msgid' in entries[-1]:
            entries.append({})
        entries[-1][name] = plain(lines)
    return [Entry(entry.get('msgctxt', ''), entry['msgid'], entry.get('msgid_plural', ''),
                  entry.get('msgstr', entry.get('msgstr[0]', '')))
            for entry in entries if entry.get('msgid')]


def read_catalogue(root, language):
    """What the window says under ROOT, with its translation into LANGUAGE."""
    return read_entries((Path(root) / 'po' / f'{language}.po').read_text(encoding='utf-8'))
