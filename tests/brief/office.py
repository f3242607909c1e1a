#!/usr/bin/env python3
"""Reads the DOCX and ODT files that Risalah writes, as somebody else would: with Python's zipfile and
ElementTree, and by the standards alone.

usage: office.py FILE [PARTS]

It prints what the standards forbid, as "problem"; each paragraph on a line, its style's name and a tab
before it; what each picture shows, as "picture"; and the PARTS of the package that are asked for, apart by
commas. In a paragraph a note's mark is the note's number, a line break U+2028; an item of a list has its
label and a tab before it. After the text come the notes, and the words on every page."""

import sys
import xml.etree.ElementTree as xml
import zipfile

W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
R = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}'
WP = '{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}'
A = '{http://schemas.openxmlformats.org/drawingml/2006/main}'
OASIS = '{urn:oasis:names:tc:opendocument:xmlns:'
OFFICE, STYLE, TEXT = OASIS + 'office:1.0}', OASIS + 'style:1.0}', OASIS + 'text:1.0}'
TABLE, DRAW, SVG = OASIS + 'table:1.0}', OASIS + 'drawing:1.0}', OASIS + 'svg-compatible:1.0}'
XLINK = '{http://www.w3.org/1999/xlink}'
LINE_BREAK = '\u2028'


class Package:
    """The files of a package, and the XML in them."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as archive:
            self.entries = archive.infolist()
            self.files = {entry.filename: archive.read(entry) for entry in self.entries}
        self.is_word = '[Content_Types].xml' in self.files

    def parse(self, name):
        return xml.fromstring(self.files[name])


class Word:
    """The text of WordprocessingML."""

    def __init__(self, package):
        self.package = package
        self.names = {style.get(W + 'styleId'): style.find(W + 'name').get(W + 'val')
                      for style in package.parse('word/styles.xml').iter(W + 'style')}
        numbering = package.parse('word/numbering.xml')
        kinds = {kind.get(W + 'abstractNumId'): [
            (level.find(W + 'numFmt').get(W + 'val'), level.find(W + 'lvlText').get(W + 'val'))
            for level in kind.iter(W + 'lvl')] for kind in numbering.iter(W + 'abstractNum')}
        self.lists = {entry.get(W + 'numId'): kinds[entry.find(W + 'abstractNumId').get(W + 'val')]
                      for entry in numbering.iter(W + 'num')}
        self.counts = {}

    def read_label(self, paragraph):
        numbers = paragraph.find(f'{W}pPr/{W}numPr')
        if numbers is None:
            return ''
        number = numbers.find(W + 'numId').get(W + 'val')
        level = int(numbers.find(W + 'ilvl').get(W + 'val'))
        kind, label = self.lists[number][level]
        if kind == 'bullet':
            return label + '\t'
        count = self.counts[number, level] = self.counts.get((number, level), 0) + 1
        return label.replace(f'%{level + 1}', str(count)) + '\t'

    @staticmethod
    def read_run(run):
        signs = {W + 'tab': '\t', W + 'br': LINE_BREAK, W + 'softHyphen': '\u00ad'}
        parts = []
        for child in run:
            if child.tag == W + 't':
                parts.append(child.text or '')
            elif child.tag == W + 'footnoteReference':
                parts.append(child.get(W + 'id'))
            else:
                parts.append(signs.get(child.tag, ''))
        return ''.join(parts)

    def read_paragraph(self, paragraph):
        style = paragraph.find(f'{W}pPr/{W}pStyle').get(W + 'val')
        words = ''.join(self.read_run(run) for run in paragraph.iter(W + 'r'))
        return f'{self.names[style]}\t{self.read_label(paragraph)}{words}'

    def read(self):
        body = self.package.parse('word/document.xml')
        lines = [self.read_paragraph(paragraph) for paragraph in body.iter(W + 'p')]
        for note in self.package.parse('word/footnotes.xml'):
            if int(note.get(W + 'id')) > 0:
                lines += [self.read_paragraph(paragraph) for paragraph in note.iter(W + 'p')]
        for name in ('header1', 'header2', 'footer1'):
            lines += [self.read_paragraph(paragraph)
                      for paragraph in self.package.parse(f'word/{name}.xml').iter(W + 'p')]
        return lines

    def read_pictures(self):
        targets = {entry.get('Id'): entry.get('Target')
                   for entry in self.package.parse('word/_rels/document.xml.rels')}
        for drawing in self.package.parse('word/document.xml').iter(W + 'drawing'):
            name = targets[drawing.find(f'.//{A}blip').get(R + 'embed')]
            assert self.package.files['word/' + name]
            yield drawing.find(f'.//{WP}docPr').get('descr')


class OpenDocument:
    """The text of OpenDocument."""

    def __init__(self, package):
        self.package = package
        styles = package.parse('styles.xml')
        automatic = [*package.parse('content.xml').iter(STYLE + 'style')]
        automatic += styles.find(OFFICE + 'automatic-styles').iter(STYLE + 'style')
        named = styles.find(OFFICE + 'styles')
        self.names = {style.get(STYLE + 'name'): style.get(STYLE + 'display-name')
                      for style in named.iter(STYLE + 'style')}
        for style in automatic:
            if style.get(STYLE + 'family') == 'paragraph':
                self.names[style.get(STYLE + 'name')] = \
                    self.names[style.get(STYLE + 'parent-style-name')]
        self.bullets = {style.get(STYLE + 'name'): [level.get(TEXT + 'bullet-char') for level in style]
                        for style in named.iter(TEXT + 'list-style')}
        self.notes = []

    def read_inline(self, element):
        signs = {TEXT + 'tab': '\t', TEXT + 'line-break': LINE_BREAK, TEXT + 's': ' '}
        parts = [element.text or '']
        for child in element:
            if child.tag == TEXT + 'note':
                parts.append(child.find(TEXT + 'note-citation').text)
                self.notes += self.read_blocks(child.find(TEXT + 'note-body'), ())
            elif child.tag in signs:
                parts.append(signs[child.tag])
            elif child.tag in (TEXT + 'span', TEXT + 'a', TEXT + 'page-number', TEXT + 'page-count'):
                parts.append(self.read_inline(child))
            parts.append(child.tail or '')
        return ''.join(parts)

    def read_list(self, element, levels):
        style = element.get(TEXT + 'style-name')
        bullet = self.bullets[style][len(levels)]
        lines = []
        for number, item in enumerate(element, 1):
            label = bullet if bullet is not None else f'{number}.'
            lines += self.read_blocks(item, (*levels, label))
        return lines

    def read_blocks(self, element, levels):
        lines = []
        for child in element:
            if child.tag in (TEXT + 'p', TEXT + 'h'):
                label = levels[-1] + '\t' if levels else ''
                name = self.names[child.get(TEXT + 'style-name')]
                lines.append(f'{name}\t{label}{self.read_inline(child)}')
            elif child.tag == TEXT + 'list':
                lines += self.read_list(child, levels)
            elif child.tag != TEXT + 'table-of-content-source':
                lines += self.read_blocks(child, levels)
        return lines

    def read(self):
        lines = self.read_blocks(self.package.parse('content.xml').find(OFFICE + 'body'), ())
        lines += self.notes
        master = self.package.parse('styles.xml').find(OFFICE + 'master-styles')
        for name in ('header-first', 'header', 'footer'):
            lines += self.read_blocks(master.find(f'.//{STYLE}{name}'), ())
        return lines

    def read_pictures(self):
        for frame in self.package.parse('content.xml').iter(DRAW + 'frame'):
            assert self.package.files[frame.find(DRAW + 'image').get(XLINK + 'href')]
            yield frame.findtext(SVG + 'desc')


def read(package):
    return Word(package) if package.is_word else OpenDocument(package)


def main(path, parts=''):
    from office_problems import find_problems  # which reads packages as this does
    package = Package(path)
    problems = find_problems(package)
    print(''.join(f'problem\t{problem}\n' for problem in problems), end='')
    text = read(package)
    print('\n'.join(text.read()))
    for words in text.read_pictures():
        print(f'picture\t{words}')
    for name in filter(None, parts.split(',')):
        print(f'{name}\n{package.files[name].decode()}')


if __name__ == '__main__':
    main(*sys.argv[1:])
