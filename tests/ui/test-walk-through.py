#!/usr/bin/env python3
"""The whole way from an article to a printed brief, walked in the real program over the
accessibility bus: import, search, quote, review an event, export.

usage: test-walk-through.py PROGRAM CLI"""

import sys

from accessible import Program
from walk import Walk

STEPS = ('import', 'search', 'read', 'quote', 'review', 'export', 'close')


def main(program, cli):
    print(f'1..{len(STEPS)}', flush=True)
    walk = Walk(Program([program], LANGUAGE='en'), cli)
    for number, step in enumerate(STEPS, 1):
        getattr(walk, f'step_{step}')()
        print(f'ok {number} {step}', flush=True)


if __name__ == '__main__':
    main(*sys.argv[1:3])
