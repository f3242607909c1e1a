"""Drives a GTK 4 program as somebody does who cannot see it: finds by role and name, acts by the
actions that the accessibility bus offers and by real keys, reads what a screen reader would read.
Every look-up polls until it holds or is late; nothing sleeps blindly."""

import functools
import os
import re
import subprocess
import sys
import threading
import time

# libatspi itself warns at every start; those of the program are looked at when it ends.
os.environ.pop('G_DEBUG', None)

import gi  # noqa: E402

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

# Seconds; far more than needed, so that a slow machine fails nothing.
LATE = 20 * int(os.environ.get('RISALAH_TIMEOUT_MULTIPLIER', 3))
LISTS = ('list', 'table', 'tree table')
# Of no interest for what is in them, and half of all there is.
LEAVES = ('label', 'icon', 'image', 'separator', 'scroll bar')
# As GTK 4.8 calls them: at-spi2-core 2.53 renamed the first, GTK 4.10 tells the others apart.
ROLES = {'button': 'push button', 'toggle button': 'push button', 'grouping': 'panel'}
WARNING = re.compile(r'\b(WARNING|CRITICAL) \*\*')
# Newer toolkits' own, see ui-test.h.
OF_TOOLKIT = ('gdk_frame_timings_submitted() called', 'Trying to measure GtkLabel',
              'Trying to snapshot GtkGizmo')


class Late(AssertionError):
    pass


class Patience:
    """LATE seconds, of which one look spends one at most: where the machine stood still, or a call
    took long, the time is not all gone."""

    def __init__(self):
        self.spent = 0
        self.last = time.monotonic()

    def is_over(self):
        now = time.monotonic()
        self.spent += min(now - self.last, 1)
        self.last = now
        return self.spent > LATE


def wait(function, what):
    """Calls @function until it gives something true, which is returned."""
    patience = Patience()
    while True:
        error = None
        while GLib.MainContext.default().iteration(False):    # what is announced
            pass
        try:
            value = function()
            if value:
                return value
        except GLib.Error as e:      # a widget went away between two calls: look again
            error = e
        if patience.is_over():
            raise Late(f'waited in vain for {what}' + (f' ({error.message})' if error else ''))
        time.sleep(0.02)


def is_named(given, wanted):
    """GTK 4.8 names a button by its label and its child's: "_Import Import"."""
    plain = given.replace('_', '')
    return plain in (wanted, f'{wanted} {wanted}')


class Node:
    def __init__(self, accessible):
        self.accessible = accessible

    @functools.cached_property
    def role(self):
        return ROLES.get(name := self.accessible.get_role_name(), name)

    @property
    def name(self):
        return self.accessible.get_name()

    @property
    def text(self):
        words = self.accessible.get_text_iface()
        if words is None:
            return self.name
        return Atspi.Text.get_text(words, 0, Atspi.Text.get_character_count(words))

    def selection(self):
        words = self.accessible.get_text_iface()
        if Atspi.Text.get_n_selections(words) == 0:
            return ''
        chosen = Atspi.Text.get_selection(words, 0)
        return Atspi.Text.get_text(words, chosen.start_offset, chosen.end_offset)

    def states(self):
        return {state.value_nick for state in self.accessible.get_state_set().get_states()}

    def actions(self):
        try:
            return [self.accessible.get_action_name(i)
                    for i in range(self.accessible.get_n_actions())]
        except GLib.Error:     # an insensitive widget has actions but no names of them
            return []

    def is_mute(self):
        """A menu's item on GTK 4.24, which keeps the label that names it from the bus."""
        return any(
            relation.get_target(0).get_role() == Atspi.Role.INVALID
            for relation in self.accessible.get_relation_set()
            if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY)

    def children(self):
        if self.role in LEAVES:
            return []
        found = (self.accessible.get_child_at_index(i)
                 for i in range(self.accessible.get_child_count()))
        return [Node(child) for child in found if child is not None]

    def walk(self, into_lists=False):
        """Depth first, itself first; a list keeps some 200 rows alive, not all are looked at. The
        window that came last is looked at first."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            try:
                if node is not self and not into_lists and node.role in LISTS:
                    continue
                children = node.children()[:60]
                stack.extend(children if node.role == 'application' else reversed(children))
            except GLib.Error:
                continue

    def look(self, role, name=None, acts=False, into_lists=False):
        for node in self.walk(into_lists or role == 'list item'):
            try:
                if node.role != role or (acts and not node.actions()):
                    continue
                # A status has its words as a name or, as on GTK 4.18, as a text.
                said = node.text if role == 'status bar' else node.name
                if name is None or (name(said) if callable(name) else is_named(said, name)):
                    return node
            except GLib.Error:
                continue
        return None

    def find(self, role, name=None, acts=False, into_lists=False):
        return wait(lambda: self.look(role, name, acts, into_lists), f'{role} {name!r}')

    def gone(self):
        """Waits until it closed, and asks itself alone: GTK 4.24 dies where somebody asks for its
        windows while one of them closes."""
        def is_gone():
            try:
                return 'visible' not in self.states()      # but “defunct”
            except GLib.Error:
                return True
        wait(is_gone, 'a window to go')

    def act(self, action=None):
        """Does @action, or the first there is, as soon as the widget offers it."""
        def do():
            actions = self.actions()
            if not actions or (action is not None and action not in actions):
                return False
            return self.accessible.do_action(0 if action is None else actions.index(action))
        wait(do, f'action {action or ""} of {self.role} {self.name!r}')
        return self

    def reach(self, *then):
        """Goes there with Tab, from wherever the focus of its window is, and presses @then."""
        patience = Patience()
        while 'focused' not in self.states():
            if patience.is_over():
                raise Late(f'Tab does not reach {self.role} {self.name!r}')
            key('Tab')
            for _ in range(10):
                if 'focused' in self.states():
                    break
                time.sleep(0.02)
        if then:
            key(*then)

    def write(self, text):
        wait(lambda: self.accessible.get_editable_text_iface().set_text_contents(text),
             f'text in {self.role} {self.name!r}')
        return self

    def press(self, role, name):
        """Finds a button, or whatever else acts, and does what it does."""
        return self.find(role, name, acts=True).act()

    def choose(self, button, item):
        """Opens the menu of @button and takes @item, "_Help": by the letter if it is mute."""
        self.press('push button', button)
        name = item.replace('_', '')
        letter = 'Alt+' + item.partition('_')[2][0].lower()

        def is_it(node):
            if node.is_mute():
                return letter in node.accessible.get_attributes()['keyshortcuts'].split()
            return is_named(node.name, name)
        wait(lambda: next((node for node in self.walk()
                           if node.role == 'menu item' and node.actions() and is_it(node)), None),
             f'menu item {name!r}').act()


def key(*keys):
    subprocess.run(['xdotool', 'key', '--clearmodifiers', *keys], check=True)


def type_text(text):
    """ASCII only: other characters arrive unreliably."""
    subprocess.run(['xdotool', 'type', '--clearmodifiers', '--delay', '2', text], check=True)


class Program(Node):
    def __init__(self, command, **environment):
        Atspi.init()
        Atspi.set_timeout(4000, 8000)
        Atspi.get_desktop(0).set_cache_mask(Atspi.Cache.NONE)
        self.process = subprocess.Popen(command, env={**os.environ, **environment},
                                        stderr=subprocess.PIPE, text=True, errors='replace')
        self.warnings = []
        self.listener = threading.Thread(target=self.listen, daemon=True)
        self.listener.start()
        super().__init__(wait(self.appeared, f'{command[0]} on the accessibility bus'))
        # libatspi's own copy of the tree goes stale: dialogs and popovers are never seen.
        self.accessible.set_cache_mask(Atspi.Cache.NONE)
        self.accessible.clear_cache()

    def listen(self):
        for line in self.process.stderr:
            sys.stderr.write(line)
            if WARNING.search(line) and not any(words in line for words in OF_TOOLKIT):
                self.warnings.append(line)

    def appeared(self):
        if self.process.poll() is not None:
            raise AssertionError(f'the program ended with {self.process.returncode}')
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            program = desktop.get_child_at_index(i)
            if (program is not None and program.get_process_id() == self.process.pid
                    and program.get_child_count()):
                return program
        return None

    def hear(self):
        """From now on, keeps what its status lines announce: a screen reader says it as it comes.
        Up to GTK 4.12 it is their name that changes."""
        self.said = []

        def event_cb(event):
            try:
                if event.type == 'object:announcement':
                    self.said.append(event.any_data)
                elif event.source.get_role() == Atspi.Role.STATUS_BAR:
                    self.said.append(event.source.get_name())
            except GLib.Error:     # the window closed meanwhile
                pass
        self.ear = Atspi.EventListener.new(event_cb)
        for event in ('object:property-change:accessible-name', 'object:announcement'):
            self.ear.register(event)

    def wait_for_words(self, pattern):
        wait(lambda: any(re.search(pattern, words) for words in self.said),
             f'{pattern!r} to be announced, not {self.said!r}')

    def count(self):
        """How many windows it has."""
        return self.accessible.get_child_count()

    def activate(self, title):
        """Gives the window with that title the keyboard."""
        def found():
            made = subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', f'^{title}$'],
                                  capture_output=True, text=True, check=False).stdout.split()
            return made[-1] if made else None
        window = wait(found, f'window {title!r}')
        subprocess.run(['xdotool', 'windowactivate', '--sync', window], check=True)

    def end(self):
        """Ends it, if it still runs, and returns its exit status; it must have warned of nothing."""
        try:
            status = self.process.wait(LATE)
        finally:
            self.process.kill()
            self.process.wait()
        self.listener.join()
        assert not self.warnings, self.warnings
        return status
