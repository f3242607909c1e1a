#!/usr/bin/env python3
"""The floors of the house: nothing below src/ui knows GTK, SQLite is known to src/library alone,
and no floor names a header of one above it. Looks at the source files, at the symbols that the
static libraries leave undefined, and at everything the programs without a window load.

usage: test-floors.py SOURCE-ROOT BUILD-ROOT"""

import re
import subprocess
import sys
from pathlib import Path

from tap import Tap

# Floor → the floors it may include; src/ui may include all that session may, and session.
BELOW = {
    'text': [],
    'reader': ['text'],
    'library': ['text'],
    'brief': ['text'],
    'session': ['text', 'library', 'brief'],
    'cli': ['text', 'library', 'brief', 'session'],
    'ui': ['text', 'library', 'brief', 'session'],
}
WINDOW = re.compile(r'^(gtk|adw|gsk)_|^gdk_(?!pixbuf|pixdata)')
WINDOW_HEADER = re.compile(r'^(gtk|adwaita|gdk|gsk)(/|\.h)')
WINDOW_LIBRARY = re.compile(r'lib(gtk-\d|adwaita|gdk-\d|gsk)')
FORBIDDEN_SYMBOLS = {
    'text': re.compile(r'^(sqlite3|cairo|pango)_'),
    'library': re.compile(r'^(cairo|pango)_'),
    'brief': re.compile(r'^sqlite3_'),
    'session': re.compile(r'^sqlite3_'),
    'ui': re.compile(r'^sqlite3_'),
}
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.MULTILINE)


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def sources(folder):
    return sorted(path for path in folder.rglob('*') if path.suffix in ('.c', '.h'))


def declares(source_root, floor, target):
    """Whether the floor's meson.build makes the target; a floor without its first file does not."""
    return target in (source_root / 'src' / floor / 'meson.build').read_text(encoding='utf-8')


def include_problems(floor, files, owners):
    allowed = set(BELOW[floor]) | {floor}
    problems = []
    for path in files:
        for header in INCLUDE.findall(path.read_text(encoding='utf-8')):
            owner = owners.get(Path(header).name, allowed)
            if not owner & allowed:
                problems.append(f"{path.name} includes {header} of src/{' and src/'.join(owner)}")
            if floor != 'ui' and WINDOW_HEADER.match(header):
                problems.append(f'{path.name} includes {header}')
            if floor != 'library' and header.startswith('sqlite3'):
                problems.append(f'{path.name} includes {header}')
    return problems


def symbol_problems(floor, archive):
    problems = []
    for line in run('nm', '--undefined-only', '--format=posix', str(archive)).splitlines():
        symbol = line.split(' ')[0]
        forbidden = FORBIDDEN_SYMBOLS.get(floor)
        if (floor != 'ui' and WINDOW.match(symbol)) or (forbidden and forbidden.match(symbol)):
            problems.append(f'{archive.name} needs {symbol}')
    return sorted(set(problems))


def program_problems(program, forbidden):
    return [line.split()[0] for line in run('ldd', str(program)).splitlines()
            if forbidden.search(line)]


def main(source_root, build_root):
    tap = Tap()
    files = {floor: sources(source_root / 'src' / floor) for floor in BELOW}
    owners = {}
    for floor, paths in files.items():
        for path in paths:
            owners.setdefault(path.name, set()).add(floor)
    for floor, paths in files.items():
        tap.check(f'includes of src/{floor}', include_problems(floor, paths, owners))

    for floor in ('text', 'library', 'brief', 'session', 'ui'):
        if not declares(source_root, floor, f"static_library('risalah-{floor}'"):
            continue
        archive = build_root / 'src' / floor / f'librisalah-{floor}.a'
        tap.check(f'symbols of {archive.name}',
                  symbol_problems(floor, archive) if archive.exists() else [f'no {archive}'])

    programs = {'cli': ('risalah-cli', WINDOW_LIBRARY),
                'reader': ('risalah-reader', re.compile(WINDOW_LIBRARY.pattern + '|libsqlite3|libcairo'))}
    for floor, (name, forbidden) in programs.items():
        if not declares(source_root, floor, f"executable('{name}'"):
            continue
        program = build_root / 'src' / floor / name
        tap.check(f'libraries of {name}',
                  program_problems(program, forbidden) if program.exists() else [f'no {program}'])
    return tap.end()


if __name__ == '__main__':
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
