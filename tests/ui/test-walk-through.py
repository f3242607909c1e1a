#!/usr/bin/env python3
"""The whole way from an article to a printed brief, walked in the real program over the
accessibility bus: import, search, quote, save, review an event, export.

usage: test-walk-through.py PROGRAM CLI"""

import sys

from accessible import Program
from walk import Walk

# Each step, and what is to be heard of its result without looking for it.
STEPS = {'import': None, 'search': r'\d+ of 25', 'read': None, 'quote': None, 'save': 'Saved',
         'review': r'\d+ of \d+', 'export': None, 'close': None}


def main(program, cli):
    print(f'1..{len(STEPS)}', flush=True)
    walk = Walk(Program([program], LANGUAGE='en'), cli)
    walk.program.hear()
    for number, (step, words) in enumerate(STEPS.items(), 1):
        walk.program.said.clear()
        getattr(walk, f'step_{step}')()
        if words:
            walk.program.wait_for_words(words)
        print(f'ok {number} {step}', flush=True)


if __name__ == '__main__':
    main(*sys.argv[1:3])
