#!/usr/bin/env python3
"""What office_problems.py calls sound is: the files that Risalah writes are, and each rule tells when it is
broken. usage: test-office-problems.py RISALAH-CLI BRIEF"""

import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import office
import office_problems
from tap import Tap

# What is done to a sound file, and a word of what must be said of it: a part, what stands in it (None for the
# whole part), what takes its place (None for nothing at all).
WORD = [
    ('an unknown style', 'word/document.xml', 'w:val="BodyText"', 'w:val="NoStyle"', 'style NoStyle'),
    ('a style twice', 'word/styles.xml', 'w:styleId="Title"', 'w:styleId="Subtitle"', 'style Subtitle'),
    ('an unknown list', 'word/document.xml', 'w:numId w:val="1"', 'w:numId w:val="99"', 'list 99'),
    ('a note of no mark', 'word/document.xml', 'footnoteReference w:id="2"', 'x w:id="2"', 'note 2'),
    ('a mark of no note', 'word/footnotes.xml', 'w:footnote w:id="2"', 'w:footnote w:id="77"', 'note 2'),
    ('two marks of a note', 'word/document.xml', 'footnoteReference w:id="2"',
     'footnoteReference w:id="1"', 'mark of note 1'),
    ('a link that leads nowhere', 'word/document.xml', 'w:anchor="_Ref', 'w:anchor="_Nowhere', 'bookmark'),
    ('a place twice', 'word/document.xml', 'w:bookmarkStart w:id="2"', 'w:bookmarkStart w:id="1"',
     'bookmark number 1'),
    ('a part that is not there', 'word/settings.xml', None, None, 'word/settings.xml'),
    ('a part of no type', '[Content_Types].xml', 'PartName="/word/styles.xml"', 'PartName="/word/x.xml"',
     'word/styles.xml has no type'),
    ('a part that nothing leads to', 'word/_rels/document.xml.rels', 'Target="styles.xml"',
     'Target="document.xml"', 'nothing leads to word/styles.xml'),
    ('a reference without a relationship', 'word/document.xml', 'r:id="rId', 'r:id="none', 'none'),
    ('properties out of order', 'word/document.xml', '<w:pPr><w:pStyle', '<w:pPr><w:jc/><w:pStyle',
     'pPr holds'),
    ('a table at the end of a cell', 'word/document.xml', '</w:tbl>', '</w:tbl><w:tbl><w:tblGrid/></w:tbl>',
     'no paragraph after a table'),
    ('a row with a cell too few', 'word/document.xml', '<w:gridCol', '<w:gridCol/><w:gridCol', 'a row of'),
    ('a field without an end', 'word/footer1.xml', 'w:fldCharType="end"', 'w:fldCharType="x"', 'a field'),
    ('broken XML', 'word/document.xml', '</w:body>', '', 'mismatched tag'),
]
OPEN = [
    ('an unknown style', 'content.xml', '"Text_20_body"', '"NoStyle"', 'style NoStyle'),
    ('an unknown parent', 'styles.xml', 'parent-style-name="Standard"', 'parent-style-name="None"',
     'style None'),
    ('an unknown page', 'styles.xml', 'page-layout-name="Brief"', 'page-layout-name="None"', 'style None'),
    ('two notes of one name', 'content.xml', 'text:id="ftn2"', 'text:id="ftn1"', 'note ftn1'),
    ('a place twice', 'content.xml', 'text:name="_Ref2"', 'text:name="_Ref1"', 'bookmark _Ref1'),
    ('a link that leads nowhere', 'content.xml', 'xlink:href="#_Ref', 'xlink:href="#_Nowhere', 'bookmark'),
    ('a row with a cell too few', 'content.xml', '<table:table-column ', '<table:table-column/><table:table-column ',
     'a row of'),
    ('a file that the manifest lacks', 'META-INF/manifest.xml', 'full-path="meta.xml"',
     'full-path="styles.xml"', 'meta.xml is not in the manifest'),
    ('a file that only the manifest has', 'META-INF/manifest.xml', 'full-path="meta.xml"',
     'full-path="x.xml"', 'file x.xml'),
    ('another type', 'mimetype', 'oasis', 'oases', 'begin with its type'),
    ('broken XML', 'content.xml', '</office:text>', '', 'mismatched tag'),
]


def write(source, target, name=None, before=None, after=None, compressed=()):
    """Copies a package, with one thing in it changed."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, 'w') as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename == name:
                if before is None:
                    continue
                assert before in data.decode(), f'{before} does not stand in {name}'
                data = data.decode().replace(before, after, 1).encode()
            if entry.filename in compressed:
                entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, data)


def check(tap, path, breaks):
    broken = path.with_stem('broken')
    problems = office_problems.find_problems(office.Package(path))
    tap.check(f'{path.suffix}: the brief is sound', problems)
    write(path, broken)
    tap.check(f'{path.suffix}: so is a copy of it', office_problems.find_problems(office.Package(broken)))
    for what, name, before, after, words in breaks:
        write(path, broken, name, before, after)
        found = office_problems.find_problems(office.Package(broken))
        tap.check_true(f'{path.suffix}: {what} is told', any(words in line for line in found), str(found))


def main(cli, brief):
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        run = [cli, '--library', f'{folder}/library.risalah']
        subprocess.run([*run, 'import', brief], check=False, capture_output=True)
        subprocess.run([*run, 'brief', 'import', brief], check=True, capture_output=True)
        for ending, breaks in (('docx', WORD), ('odt', OPEN)):
            path = Path(folder, f'brief.{ending}')
            subprocess.run([*run, 'export', '1', '--contents', 'always', '--format', ending,
                            '--output', path], check=True, capture_output=True)
            check(tap, path, breaks)
        broken = path.with_stem('broken')
        write(path, broken, compressed=('mimetype',))
        found = office_problems.find_problems(office.Package(broken))
        tap.check_true('.odt: a compressed type is told', any('begin with its type' in line
                                                              for line in found), str(found))
    return tap.end()


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
