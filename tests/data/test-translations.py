#!/usr/bin/env python3
"""Every string that an analyst sees is in Indonesian: POTFILES.in names every file that has one,
id.po has every string of those files and no other, translated and not fuzzy, and gettext finds no
fault in it.

usage: test-translations.py SOURCE-ROOT"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from catalogue import read_entries
from tap import Tap

CALL = re.compile(r'(?<![A-Za-z0-9_])(?:_|C_|N_|NC_|ngettext|g_dngettext|g_dpgettext2) \(\s*"')
TRANSLATABLE = re.compile(r'translatable="(?:yes|true|1)"')
# The keywords of meson's glib preset, as po/meson.build uses it.
KEYWORDS = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dcgettext:2', 'g_dngettext:2,3', 'g_dpgettext2:2c,3',
            'ngettext:1,2']


def run(*command, cwd):
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


def has_strings(path):
    if path.suffix in ('.c', '.h'):
        return CALL.search(path.read_text(encoding='utf-8')) is not None
    if path.suffix == '.ui':
        return TRANSLATABLE.search(path.read_text(encoding='utf-8')) is not None
    return path.name.endswith(('.desktop.in', '.metainfo.xml.in'))


def messages(file):
    """The msgids, with their context, of a PO file's text."""
    return {(entry.context, entry.text) for entry in read_entries(file)}


def main(root):
    tap = Tap()
    listed = [line for line in (root / 'po/POTFILES.in').read_text(encoding='utf-8').splitlines()
              if line and not line.startswith('#')]
    tap.check('POTFILES.in is sorted, without duplicates',
              [a for a, b in zip(listed, listed[1:]) if a >= b])
    tap.check('its files are there', [name for name in listed if not (root / name).is_file()])
    with_strings = {str(path.relative_to(root)) for folder in ('src', 'resources', 'data')
                    for path in (root / folder).rglob('*') if path.is_file() and has_strings(path)}
    tap.check('it names every file with a string', sorted(with_strings - set(listed)))

    for language in (root / 'po/LINGUAS').read_text(encoding='utf-8').splitlines():
        if not language or language.startswith('#'):
            continue
        file = root / 'po' / f'{language}.po'
        check = run('msgfmt', '-c', '-o', '/dev/null', str(file), cwd=root)
        tap.check(f'gettext accepts {file.name}',
                  [line for line in check.stderr.splitlines() if 'warning: header' not in line]
                  if check.returncode else [])
        for option in ('--untranslated', '--only-fuzzy'):
            left = run('msgattrib', option, '--no-wrap', str(file), cwd=root)
            tap.check(f'{file.name} has none that msgattrib calls {option[2:]}',
                      sorted(text for _, text in messages(left.stdout)) + left.stderr.splitlines())
        with tempfile.TemporaryDirectory() as folder:
            template = Path(folder) / 'template.po'
            made = run('xgettext', '--from-code=UTF-8', '--no-wrap', '-o', str(template),
                       *[f'--keyword={keyword}' for keyword in KEYWORDS],
                       '--files-from=po/POTFILES.in', cwd=root)
            tap.check('xgettext reads the files', made.stderr.splitlines() if made.returncode else [])
            wanted = messages(template.read_text(encoding='utf-8'))
        whole = run('msgcat', '--no-wrap', str(file), cwd=root).stdout
        tap.check(f'{file.name} has every string',
                  [' | '.join(filter(None, pair)) for pair in sorted(wanted - messages(whole))])
        tap.check(f'{file.name} has no string that nothing says any more',
                  [' | '.join(filter(None, pair)) for pair in sorted(messages(whole) - wanted)])
    return tap.end()


if __name__ == '__main__':
    sys.exit(main(Path(sys.argv[1])))
