#!/usr/bin/env python3
"""Reads meson's testlog.json: prints the logs of what failed, what was skipped, and the counts.

A TAP program counts with each of its cases, any other test as one. The last line is
"N passed, N failed"; the exit status is 1 when something failed."""

import json
import re
import sys

CASE = re.compile(r'^( *)(not )?ok\b([^#]*)(# *(SKIP|TODO)\b.*)?', re.IGNORECASE)
LOG_LINES = 200


def cases(output):
    """Gives (passed, failed, skipped names) of a TAP stream.

    A line less indented than the one before sums up a subtest and is no case."""
    passed, failed, skipped, depth = 0, 0, [], 0
    for match in filter(None, map(CASE.match, output.splitlines())):
        indent = len(match[1])
        if indent < depth:
            depth = indent
            continue
        depth = indent
        if match[5]:
            skipped.append(match[3].strip())
        elif match[2]:
            failed += 1
        else:
            passed += 1
    return passed, failed, skipped


def report(test, output):
    lines = (output + test.get('stderr', '')).splitlines()
    print(f"--- {test['name']}: {test['result'].lower()}")
    if len(lines) > LOG_LINES:
        print(f'[{len(lines) - LOG_LINES} earlier lines left out]')
    print('\n'.join(lines[-LOG_LINES:]))


def main(path):
    passed, failed, skipped = 0, 0, []
    with open(path, encoding='utf-8') as log:
        tests = [json.loads(line) for line in log if line.strip()]
    for test in tests:
        output = test.get('stdout', '')
        bad = test['result'] not in ('OK', 'EXPECTEDFAIL', 'SKIP')
        good_cases, bad_cases, skipped_cases = cases(output)
        name = test['name'].split(' / ')[-1]
        skipped += [f'{name} {case}' for case in skipped_cases]
        if not good_cases and not bad_cases:
            if test['result'] == 'SKIP':
                skipped += [] if skipped_cases else [name]
            else:
                good_cases, bad_cases = int(not bad), int(bad)
        elif bad and not bad_cases:
            bad_cases = 1      # it crashed, timed out, or left its plan unfulfilled
        passed += good_cases
        failed += bad_cases
        if bad:
            report(test, output)
    if skipped:
        print('Skipped: ' + ', '.join(skipped))
    if not tests:
        print('No test ran.')
    print(f'{passed} passed, {failed} failed')
    return 1 if failed or not tests else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
