#!/usr/bin/env python3
"""The data files say the same thing to one another: identifiers, icons, translations, licences.

usage: test-data.py SOURCE-ROOT BUILD-ROOT APPLICATION-ID"""

import re
import sys
import xml.etree.ElementTree as xml
from configparser import ConfigParser
from pathlib import Path

from tap import Tap

WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
SVG = '{http://www.w3.org/2000/svg}svg'


def check_desktop_file(tap, build, application_id):
    desktop = ConfigParser(interpolation=None, strict=True)
    desktop.optionxform = str
    desktop.read(build / f'{application_id}.desktop', encoding='utf-8')
    entry = desktop['Desktop Entry']
    tap.check_true('desktop file names its icon', entry['Icon'] == application_id, entry['Icon'])
    for key in ('GenericName[id]', 'Comment[id]', 'Keywords[id]'):
        tap.check_true(f'desktop file has {key}', bool(entry.get(key)))
    types = set(filter(None, entry['MimeType'].split(';')))
    tap.check_true('desktop file opens text, web pages, office documents and libraries',
                   types == {'text/plain', 'text/html', 'application/x-risalah', f'{WORD}.document',
                             'application/vnd.ms-word.document.macroEnabled.12',
                             'application/vnd.oasis.opendocument.text'},
                   ' '.join(sorted(types)))


def check_metainfo(tap, build, application_id):
    root = xml.parse(build / f'{application_id}.metainfo.xml').getroot()
    tap.check_true('metainfo has the identifier', root.findtext('id') == application_id)
    tap.check_true('metainfo launches the desktop file',
                   root.findtext('launchable') == f'{application_id}.desktop')
    translated = [e.text for e in root.iter('summary')
                  if e.get('{http://www.w3.org/XML/1998/namespace}lang') == 'id']
    tap.check_true('metainfo speaks Indonesian', len(translated) == 1, str(translated))
    images = [e.text for e in root.iter('image')]
    tap.check_true('metainfo shows the window',
                   bool(images) and all(i.startswith('https://') for i in images))


def check_service(tap, build, application_id):
    text = (build / f'{application_id}.service').read_text(encoding='utf-8')
    tap.check_true('the session bus finds the program by its identifier',
                   f'Name={application_id}\n' in text and '/risalah --gapplication-service' in text,
                   text)


def check_mime(tap, source, application_id):
    space = '{http://www.freedesktop.org/standards/shared-mime-info}'
    types = xml.parse(source / 'org.risalah.Risalah.mime.xml').getroot().findall(f'{space}mime-type')
    tap.check_true('one media type of our own',
                   [t.get('type') for t in types] == ['application/x-risalah'])
    globs = [g.get('pattern') for t in types for g in t.findall(f'{space}glob')]
    tap.check_true('it is told by .risalah', globs == ['*.risalah'], str(globs))


def check_icons(tap, source):
    folder = source / 'icons' / 'hicolor'
    for name, size in (('scalable/apps/org.risalah.Risalah.svg', '128'),
                       ('symbolic/apps/org.risalah.Risalah-symbolic.svg', '16')):
        root = xml.parse(folder / name).getroot()
        tap.check_true(f'{name} is a drawing of {size} px',
                       root.tag == SVG and root.get('width') == root.get('height') == size)


def check_schema(tap, source):
    root = xml.parse(source / 'org.risalah.Risalah.gschema.xml').getroot()
    for key in root.iter('key'):
        name = key.get('name')
        ranged = key.get('type') not in ('i', 'd', 'u') or key.find('range') is not None
        tap.check_true(f'setting {name} has a summary and, if a number, a range',
                       bool(key.findtext('summary')) and ranged)


def check_fonts_and_dictionaries(tap, source):
    fonts = {path.name for path in (source / 'fonts').glob('*.ttf')}
    wanted = {f'Liberation{face}-{style}.ttf' for face in ('Serif', 'Sans')
              for style in ('Regular', 'Bold', 'Italic', 'BoldItalic')}
    tap.check_true('one serif and one sans face in four styles', fonts == wanted, str(fonts ^ wanted))
    licence = (source / 'fonts' / 'COPYRIGHT').read_text(encoding='utf-8')
    tap.check_true('the fonts keep their licence', 'SIL OPEN FONT LICENSE Version 1.1' in licence)
    copyright_text = (source / 'dictionaries' / 'COPYRIGHT').read_text(encoding='utf-8')
    for path in sorted((source / 'dictionaries').iterdir()):
        if path.name != 'COPYRIGHT':
            tap.check_true(f'the licence of {path.name} stands beside it',
                           re.search(rf'\b{re.escape(path.name)}\b', copyright_text) is not None)


def check_vocabulary(tap, source):
    """Each table says first what it holds, and what its columns are."""
    for path in sorted((source / 'vocabulary').glob('*.tsv')):
        lines = path.read_text(encoding='utf-8').split('\n')
        rows = [line for line in lines if line and not line.startswith('#')]
        header = []
        for line in lines:
            if not line.startswith('#'):
                break
            header.append(line)
        tap.check_true(f'{path.name} explains itself and its columns',
                       len(header) >= 2 and sum(len(line) for line in header) >= 80 and len(rows) >= 5,
                       f'{len(header)} lines of header, {len(rows)} rows')


def main(source_root, build_root, application_id):
    tap = Tap()
    source, build = Path(source_root) / 'data', Path(build_root) / 'data'
    check_desktop_file(tap, build, application_id)
    check_metainfo(tap, build, application_id)
    check_service(tap, build, application_id)
    check_mime(tap, source, application_id)
    check_icons(tap, source)
    check_schema(tap, source)
    check_fonts_and_dictionaries(tap, source)
    check_vocabulary(tap, source)
    return tap.end()


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:4]))
