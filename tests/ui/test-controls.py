#!/usr/bin/env python3
"""Every window, sheet, popover and menu of the real program, as the accessibility bus has it: each
control has a name that is meant for people and takes the focus, and each sheet is a dialog.

usage: test-controls.py PROGRAM"""

import re
import sys
import time

from accessible import LISTS, GLib, Program, key, type_text, wait
from tap import Tap
from walk import Walk

# What somebody acts on.
CONTROLS = {'push button', 'check box', 'radio button', 'entry', 'text',
            'combo box', 'spin button', 'slider', 'page tab', 'list item', 'list', 'table', 'tree table',
            'menu item', 'check menu item', 'radio menu item', 'link', 'switch'}
# Those that hold the ones that take the focus, or take it by their own ways.
HOLDERS = {'list', 'table', 'tree table', 'combo box', 'menu item', 'check menu item',
           'radio menu item', 'list item'}
OF_TOOLKIT = ('Preferences', 'About Risalah')
# How often a scene with a fault is looked at again.
LOOKS = 10
# The toolkit calls what has no name by its type.
TYPE = re.compile(r'^(Gtk|Adw|Risalah)[A-Z]\w+$|^$')


class Scenes:
    def __init__(self, program):
        self.program = program
        self.tap = Tap()

    def check(self, scene, node, is_sheet=False):
        problems = faults(scene, node, is_sheet)
        for _ in range(LOOKS):       # a row has its name as soon as it was loaded
            if problems:
                time.sleep(0.2)
                problems = faults(scene, node, is_sheet)
        self.tap.check(scene, sorted(set(problems)))

    def window(self):
        return self.program.find('frame', 'Risalah')

    def newest(self, count):
        """The window that came last, once there are more than @count."""
        wait(lambda: self.program.count() > count, 'another window')
        return self.program.children()[-1]

    def sheet(self, scene, open_it, is_sheet=True):
        """Opens a sheet, looks at it and closes it."""
        count = self.program.count()
        open_it()
        sheet = self.newest(count)
        self.check(scene, sheet, is_sheet)
        sheet.act('window.close').gone()

    def menu(self, button):
        """Opens the menu of a button, looks at it and closes it."""
        outer = self.window().find('push button', button)
        before = sum(1 for _ in outer.walk())
        outer.find('push button', button, acts=True).act()
        wait(lambda: sum(1 for _ in outer.walk()) > before or before > 12, f'menu {button}')
        self.check(f'menu “{button}”', outer)
        key('Escape')


def walk(node, parents=()):
    """Every node with those around it; of long lists the first rows."""
    yield node, parents
    try:
        children = node.children()[:25]
    except GLib.Error:
        return
    for child in children:
        yield from walk(child, (*parents, node))


def faults(scene, node, is_sheet):
    """Of the windows that are the toolkit's own, what it hides or leaves without a name is its own
    affair."""
    problems = [] if not is_sheet or node.role == 'dialog' else [f'its window is a {node.role}']
    for inner, parents in walk(node):
        try:
            problem = fault(inner, parents)
        except GLib.Error:     # it went away while it was looked at
            continue
        if problem and not (scene in OF_TOOLKIT and TYPE.match(inner.name)):
            problems.append(problem)
    return problems


def fault(node, parents):
    role, name = node.role, node.name
    if role not in CONTROLS:
        return None
    if role.endswith('menu item') and node.is_mute():
        return None          # by the toolkit alone, see accessible.py
    if any(n.role == 'combo box' for n in parents):
        return None          # the button and the list within a drop-down, which has the name
    if role == 'list' and name in ('GtkListBox', 'GtkColumnListView', ''):
        return None          # a preferences group's or a table's own, whose rows have their names
    problem = None
    if TYPE.match(name):
        problem = f'{role} has no name ({name})'
    elif role not in HOLDERS and 'focusable' not in node.states() and not any(
            child.role == role for child in node.children()):
        problem = f'{role} “{name}” takes no focus'
    return problem and problem + ', in ' + ' in '.join(
        f'{n.role} “{n.name}”' for n in reversed(parents[-8:]) if not TYPE.match(n.name))


def check_import(scenes):
    program = scenes.program
    scenes.check('welcome', scenes.window())
    count = program.count()
    program.choose('Add articles', '_Example Dossier')
    summary = scenes.newest(count)
    scenes.check('import summary', summary, True)
    summary.press('push button', 'Correct Details…')
    summary.gone()
    sheet = program.find('dialog', 'Correct Details')
    scenes.check('correct details', sheet, True)
    sheet.act('window.close').gone()


# Sheets that an action of the window opens.
SHEETS = {
    'paste an article': 'win.add-pasted',
    'add to a dossier': 'win.add-to-dossier',
    'new brief': 'brief.new',
    'versions': 'brief.versions',
    'details of the brief': 'brief.details',
    'print': 'brief.print',
    'note': 'brief.insert-note',
    'link': 'brief.link',
    'table': 'brief.insert-table',
    'timeline in the brief': 'brief.insert-timeline',
    'version in the other language': 'brief.side-by-side',
}
# Windows that the main menu opens, and whether each waits for an answer.
WINDOWS = {'_Preferences': True, '_Help': False, '_About Risalah': True,
           '_Keyboard Shortcuts': True}
MENUS = ('Add articles', 'Main menu', 'Filters', 'Dossiers', 'Order of the list',
         'How the article is shown', 'Print and export', 'Brief menu', 'Insert')


def check_window(scenes):
    program = scenes.program
    window = scenes.window()
    scenes.check('window', window)
    window.act('win.show-details')
    scenes.sheet('same story', lambda: program.press('push button', 'Same Story As…'))
    for button in MENUS:
        scenes.menu(button)
    for scene, action in SHEETS.items():
        scenes.sheet(scene, lambda a=action: window.act(a))
    scenes.sheet('export', lambda: program.choose('Print and export', '_Export…'))
    for name, is_sheet in WINDOWS.items():
        scenes.sheet(name.replace('_', ''), lambda n=name: program.choose('Main menu', n), is_sheet)
    check_within(scenes, 'words that mean the same',
                 lambda: program.choose('Main menu', '_Preferences'), open_own_words)
    check_within(scenes, 'change a dossier',
                 lambda: program.choose('Main menu', '_Dossiers…'), open_dossier)


def check_within(scenes, outer, opens, inner):
    """A window that is opened from within another, and then both are closed."""
    program, count = scenes.program, len(scenes.program.children())
    opens()
    first = scenes.newest(count)
    inner(first)
    second = scenes.newest(count + 1)
    scenes.check(outer, second)
    second.act('window.close')
    wait(lambda: len(program.children()) == count + 1, f'the end of {outer}')
    first.act('window.close')
    wait(lambda: len(program.children()) == count, 'the end of what it was opened from')


def open_own_words(sheet):
    sheet.find('list item', 'Words that mean the same').reach('Return')


def open_dossier(sheet):
    name = sheet.find('entry', 'Find or name a dossier')
    name.reach()
    type_text('First')
    wait(lambda: name.text == 'First', 'what was typed')
    key('Return')
    sheet.find('push button', 'Change the dossier “First”', acts=True, into_lists=True).act()


def check_brief(scenes):
    """What stands beside the brief's text and over it."""
    program, window = scenes.program, scenes.window()
    program.activate('Risalah')
    program.find('text', 'Brief text').reach('Left', 'Left')
    type_text('x')       # no hand changes a quotation: what may be done to it is offered instead
    program.find('push button', 'Leave Out', acts=True)
    scenes.check('popover of a quotation', window)
    key('Escape')
    for keys, scene, role, name in (('ctrl+2', 'quotations to use', 'page tab', 'Quotes'),
                                    ('ctrl+3', 'outline', 'page tab', 'Outline'),
                                    ('ctrl+4', 'check', 'page tab', 'Check'),
                                    ('ctrl+f', 'find in the brief', 'entry', 'Find in brief')):
        key(keys)
        program.find(role, name)
        scenes.check(scene, window)

    def name_version(versions):
        program.activate('Versions')
        name = versions.find('text', 'Name of the version as it stands', into_lists=True)
        type_text('First')           # the first row has the focus from the start
        wait(lambda: name.text == 'First', 'what was typed')
        key('Return')
        versions.find('push button', 'Compare', acts=True, into_lists=True).act()
    check_within(scenes, 'comparison', lambda: window.act('brief.versions'), name_version)


def show(program, tab, name):
    """Goes to a place or a view, until the list of that name is there."""
    program.press('page tab', tab)
    wait(lambda: any(program.look(role, name) for role in LISTS), f'{tab} with {name}')


def check_timeline(scenes):
    """Its views, and the sheets that a suggestion's and an undated event's buttons open."""
    program = scenes.program
    program.press('page tab', 'Timeline')
    for view, name in (('Picture', 'Events that need a date'), ('Table', 'Events'),
                       ('Review', 'Suggested events by article')):
        show(program, view, name)
        scenes.check(f'Timeline, {view}', scenes.window())
    events = program.find('list', 'Suggested events by article')
    for scene, button in (('edit an event', 'Edit (E)'), ('merge events', 'Merge (M)')):
        scenes.sheet(scene, lambda b=button: events.find('push button', b, acts=True,
                                                         into_lists=True).act())
    program.press('page tab', 'Picture')
    program.find('panel', 'Actions for the event')
    scenes.check('Timeline, an event', scenes.window())
    program.press('push button', 'Close the Event (Esc)')
    undated = program.find('list', 'Events that need a date')
    scenes.sheet('set a date', lambda: undated.find('push button', 'Set Date…', acts=True,
                                                    into_lists=True).act())


def main(command):
    scenes = Scenes(Program([command], LANGUAGE='en'))
    walk = Walk(scenes.program, None)
    scenes.program.find('push button', 'Add articles', acts=True)
    check_import(scenes)
    walk.step_search()
    walk.step_read()
    walk.select_words()
    reader = wait(lambda: next((node for node in scenes.window().walk()
                                if 'reader.event' in node.actions()), None), 'the reader')
    scenes.sheet('event', lambda: reader.act('reader.event'))
    scenes.program.activate('Risalah')
    walk.step_quote()
    check_window(scenes)
    check_brief(scenes)
    check_timeline(scenes)
    show(scenes.program, 'Briefs', 'Briefs')
    scenes.check('Briefs', scenes.window())
    scenes.window().act('window.close')
    assert scenes.program.end() == 0
    return scenes.tap.end()


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
