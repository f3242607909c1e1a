"""Drives a GTK 4 program as somebody does who cannot see it: finds by role and name, acts by the
actions that the accessibility bus offers and by real keys, reads what a screen reader would read.
Every look-up polls until it holds or is late; nothing sleeps blindly."""

import os
import subprocess
import time

# libatspi itself warns at every start; only the program's warnings are to be fatal.
DEBUG = os.environ.pop('G_DEBUG', '')

import gi  # noqa: E402

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

LATE = 60      # seconds; far more than needed, so that a slow machine fails nothing
LISTS = ('list', 'table', 'tree table')


class Late(AssertionError):
    pass


def wait(function, what):
    """Calls @function until it gives something true, which is returned."""
    end = time.monotonic() + LATE
    while True:
        error = None
        try:
            value = function()
            if value:
                return value
        except GLib.Error as e:      # a widget went away between two calls: look again
            error = e
        if time.monotonic() > end:
            raise Late(f'waited in vain for {what}' + (f' ({error.message})' if error else ''))
        time.sleep(0.02)


def is_named(given, wanted):
    """GTK 4.8 names a button by its label and its child's: "_Import Import"."""
    plain = given.replace('_', '')
    return plain in (wanted, f'{wanted} {wanted}')


class Node:
    def __init__(self, accessible):
        self.accessible = accessible

    @property
    def role(self):
        name = self.accessible.get_role_name()
        return 'push button' if name == 'button' else name      # at-spi2-core 2.53 renamed it

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

    def children(self):
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
                if name is None or (name(node.name) if callable(name)
                                    else is_named(node.name, name)):
                    return node
            except GLib.Error:
                continue
        return None

    def find(self, role, name=None, acts=False, into_lists=False):
        return wait(lambda: self.look(role, name, acts, into_lists), f'{role} {name!r}')

    def gone(self, role, name):
        wait(lambda: self.look(role, name) is None, f'{role} {name!r} to go')

    def act(self, action=None):
        """Does @action, or the first there is, as soon as the widget offers it."""
        def do():
            actions = self.actions()
            if not actions or (action is not None and action not in actions):
                return False
            return self.accessible.do_action(0 if action is None else actions.index(action))
        wait(do, f'action {action or ""} of {self.role} {self.name!r}')
        return self

    def write(self, text):
        wait(lambda: self.accessible.get_editable_text_iface().set_text_contents(text),
             f'text in {self.role} {self.name!r}')
        return self

    def press(self, role, name):
        """Finds a button, or whatever else acts, and does what it does."""
        return self.find(role, name, acts=True).act()


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
        self.process = subprocess.Popen(command,
                                        env={**os.environ, 'G_DEBUG': DEBUG, **environment})
        super().__init__(wait(self.appeared, f'{command[0]} on the accessibility bus'))
        # libatspi's own copy of the tree goes stale: dialogs and popovers are never seen.
        self.accessible.set_cache_mask(Atspi.Cache.NONE)
        self.accessible.clear_cache()

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

    def activate(self, title):
        """Gives the window with that title the keyboard."""
        def found():
            made = subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', f'^{title}$'],
                                  capture_output=True, text=True, check=False).stdout.split()
            return made[-1] if made else None
        window = wait(found, f'window {title!r}')
        subprocess.run(['xdotool', 'windowactivate', '--sync', window], check=True)

    def end(self):
        """Ends it, if it still runs, and returns its exit status."""
        try:
            return self.process.wait(LATE)
        finally:
            self.process.kill()
            self.process.wait()
