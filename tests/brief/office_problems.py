"""What the standards forbid in a package of DOCX (ECMA-376) or ODT (OpenDocument 1.3): references that lead
nowhere, parts that nobody names, elements out of their order."""

import posixpath
import re
import xml.etree.ElementTree as xml
import zlib
from collections import Counter

from office import A, DRAW, OASIS, OFFICE, R, STYLE, TABLE, TEXT, W, WP, XLINK

TYPES = '{http://schemas.openxmlformats.org/package/2006/content-types}'
MANIFEST = OASIS + 'manifest:1.0}'
ODT = b'application/vnd.oasis.opendocument.text'
STORED = 0

# The order of the schema's sequences (ECMA-376 part 1, 17.3.1.26, 17.3.2.28, 17.4.60, 17.6.17).
ORDERS = {
    'pPr': 'pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs '
           'suppressAutoHyphens spacing ind jc outlineLvl rPr sectPr',
    'rPr': 'rStyle rFonts b bCs i iCs color sz szCs vertAlign lang',
    'tblPr': 'tblStyle tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook',
    'sectPr': 'headerReference footerReference footnotePr pgSz pgMar titlePg',
    'style': 'name basedOn next link uiPriority semiHidden qFormat pPr rPr tblPr trPr tcPr tblStylePr',
    'lvl': 'start numFmt pStyle lvlText lvlJc pPr rPr',
    'settings': 'zoom defaultTabStop autoHyphenation characterSpacingControl footnotePr compat',
}


def find_repeated(what, values):
    return [f'{what} {value} stands {count} times' for value, count in Counter(values).items()
            if count > 1]


def find_missing(what, used, defined):
    return [f'{what} {value} is not defined' for value in sorted(set(used) - set(defined))]


def find_broken(package):
    """Files that are no XML, or are there twice."""
    problems = find_repeated('file', [entry.filename for entry in package.entries])
    for name in package.files:
        if name.endswith(('.xml', '.rels')):
            try:
                package.parse(name)
            except xml.ParseError as error:
                problems.append(f'{name}: {error}')
    return problems


def find_types(package):
    types = package.parse('[Content_Types].xml')
    parts = [entry.get('PartName').lstrip('/') for entry in types.iter(TYPES + 'Override')]
    endings = {entry.get('Extension') for entry in types.iter(TYPES + 'Default')} - {'xml'}
    return (find_missing('part', parts, package.files)
            + [f'{name} has no type of content' for name in package.files
               if name not in parts and name != '[Content_Types].xml'
               and name.rpartition('.')[2] not in endings])


def find_relationships(package):
    problems = []
    reached = set()
    for name in package.files:
        folder, file = posixpath.split(name)
        rels = posixpath.join(folder, '_rels', file + '.rels') if name else '_rels/.rels'
        entries = list(package.parse(rels)) if rels in package.files else []
        problems += find_repeated(f'{rels}:', [entry.get('Id') for entry in entries])
        if name.endswith('.xml'):
            used = [value for element in package.parse(name).iter()
                    for key, value in element.attrib.items() if key.startswith(R)]
            problems += find_missing(f'{name}: relationship', used,
                                     [entry.get('Id') for entry in entries])
        reached |= {posixpath.normpath(posixpath.join(folder, entry.get('Target')))
                    for entry in entries if entry.get('TargetMode') != 'External'}
    reached |= {entry.get('Target') for entry in package.parse('_rels/.rels')}
    parts = {name for name in package.files
             if not name.endswith('.rels') and name != '[Content_Types].xml'}
    return (problems + find_missing('target', reached, parts)
            + [f'nothing leads to {name}' for name in sorted(parts - reached)])


def find_word_names(trees, styles, numbering):
    """Styles, lists, bookmarks and notes by their names."""
    def used(*tags):
        return [element.get(W + 'val') for tree in trees for tag in tags
                for element in tree.iter(W + tag)]

    def of(tag, key, among=trees):
        return [element.get(key) for tree in among for element in tree.iter(tag)]

    defined = of(W + 'style', W + 'styleId', [styles])
    bookmarks = of(W + 'bookmarkStart', W + 'name')
    fields = ' '.join(element.text for tree in trees for element in tree.iter(W + 'instrText'))
    anchors = [anchor for anchor in of(W + 'hyperlink', W + 'anchor') if anchor is not None]
    notes = of(W + 'footnote', W + 'id', trees[1:2])
    marks = of(W + 'footnoteReference', W + 'id')
    return (find_repeated('style', defined) + find_repeated('bookmark', bookmarks)
            + find_repeated('bookmark number', of(W + 'bookmarkStart', W + 'id'))
            + find_repeated('picture', of(WP + 'docPr', 'id'))
            + find_repeated('note', notes) + find_repeated('mark of note', marks)
            + find_missing('style', used('pStyle', 'rStyle', 'tblStyle', 'basedOn', 'next'), defined)
            + find_missing('list', used('numId'), of(W + 'num', W + 'numId', [numbering]))
            + find_missing('bookmark', anchors + re.findall(r'PAGEREF (\S+)', fields), bookmarks)
            + find_missing('note', marks, notes)
            + [f'no mark leads to note {note}' for note in notes
               if int(note) > 0 and note not in marks])


def find_order(name, tree):
    problems = []
    for element in tree.iter():
        tag = element.tag.replace(W, '')
        if tag not in ORDERS:
            continue
        order = ORDERS[tag].split()
        children = [child.tag.replace(W, '') for child in element]
        strangers = [child for child in children if child not in order]
        places = [order.index(child) for child in children if child in order]
        if strangers or places != sorted(places):
            problems.append(f'{name}: {tag} holds {" ".join(children)}')
    return problems


def find_tables(name, tree):
    problems = []
    for parent in tree.iter():
        children = list(parent)
        for child, after in zip(children, children[1:] + [None]):
            if child.tag == W + 'tbl' and (after is None or after.tag not in (W + 'p', W + 'sdt')):
                problems.append(f'{name}: no paragraph after a table')
    for table in tree.iter(W + 'tbl'):
        n_columns = len(table.find(W + 'tblGrid'))
        problems += [f'{name}: a row of {len(row.findall(W + "tc"))} cells in {n_columns} columns'
                     for row in table.findall(W + 'tr') if len(row.findall(W + 'tc')) != n_columns]
    problems += [f'{name}: a cell without a paragraph at its end' for cell in tree.iter(W + 'tc')
                 if cell[-1].tag != W + 'p']
    return problems


def find_fields(name, tree):
    depth = 0
    for mark in tree.iter(W + 'fldChar'):
        depth += {'begin': 1, 'end': -1}.get(mark.get(W + 'fldCharType'), 0)
        if depth < 0:
            break
    return [] if depth == 0 else [f'{name}: a field has no beginning or no end']


def find_word(package):
    names = ['word/document.xml', 'word/footnotes.xml', 'word/styles.xml', 'word/numbering.xml',
             'word/settings.xml'] + sorted(name for name in package.files
                                           if re.fullmatch(r'word/(head|foot)er\d\.xml', name))
    trees = [package.parse(name) for name in names]
    problems = find_types(package) + find_relationships(package)
    problems += find_word_names(trees, trees[2], trees[3])
    for name, tree in zip(names, trees):
        problems += find_order(name, tree) + find_tables(name, tree) + find_fields(name, tree)
    problems += [f'picture {frame.get("id")} says nothing' for frame in trees[0].iter(WP + 'docPr')
                 if not frame.get('descr')]
    return problems + [f'picture without size: {frame.attrib}' for frame in trees[0].iter(A + 'ext')
                       if int(frame.get('cx', 1)) <= 0]


def find_manifest(package):
    first = package.entries[0]
    manifest = package.parse('META-INF/manifest.xml')
    listed = [entry.get(MANIFEST + 'full-path') for entry in manifest]
    problems = find_repeated('manifest:', listed)
    if (first.filename, first.compress_type, first.extra) != ('mimetype', STORED, b'') \
            or package.files['mimetype'] != ODT:
        problems.append('the file does not begin with its type')
    problems += find_missing('file', set(listed) - {'/'}, package.files)
    return problems + [f'{name} is not in the manifest' for name in package.files
                       if name not in [*listed, 'mimetype', 'META-INF/manifest.xml']]


def find_open_names(package, content, styles):
    def of(tag, key, *trees):
        return [element.get(key) for tree in trees or (content,) for element in tree.iter(tag)]

    problems = []
    named = styles.find(OFFICE + 'styles')
    common = {element.get(STYLE + 'name') for element in named}
    uses = {TEXT + 'style-name', STYLE + 'parent-style-name', STYLE + 'next-style-name',
            TABLE + 'style-name', DRAW + 'style-name', TEXT + 'visited-style-name',
            TEXT + 'citation-style-name', TEXT + 'citation-body-style-name',
            STYLE + 'page-layout-name'}
    for name, tree in (('content.xml', content), ('styles.xml', styles)):
        own = [element.get(STYLE + 'name') for element in tree.find(OFFICE + 'automatic-styles')]
        used = [value for element in tree.iter() for key, value in element.attrib.items() if key in uses]
        problems += find_repeated(f'{name}: style', own)
        problems += find_missing(f'{name}: style', used, common | set(own))
    links = of(TEXT + 'a', XLINK + 'href')
    bookmarks = of(TEXT + 'bookmark', TEXT + 'name')
    return (problems + find_repeated('note', of(TEXT + 'note', TEXT + 'id'))
            + find_repeated('bookmark', bookmarks)
            + find_repeated('table', of(TABLE + 'table', TABLE + 'name'))
            + find_missing('bookmark', [link[1:] for link in links if link[0] == '#'], bookmarks)
            + find_missing('picture', of(DRAW + 'image', XLINK + 'href'), package.files))


def find_open(package):
    content, styles = package.parse('content.xml'), package.parse('styles.xml')
    problems = find_manifest(package) + find_open_names(package, content, styles)
    for table in content.iter(TABLE + 'table'):
        n_columns = len(table.findall(TABLE + 'table-column'))
        rows = table.findall(TABLE + 'table-row') \
            + table.findall(f'{TABLE}table-header-rows/{TABLE}table-row')
        problems += [f'a row of {len(row)} cells in {n_columns} columns' for row in rows
                     if len(row) != n_columns]
    return problems


def find_problems(package):
    try:
        problems = find_broken(package)
        return problems or (find_word(package) if package.is_word else find_open(package))
    except (KeyError, AttributeError, IndexError, zlib.error) as error:
        return [f'the package cannot be read: {error!r}']
