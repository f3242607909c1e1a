"""Says what the tests written in Python found, in the Test Anything Protocol."""


class Tap:
    def __init__(self):
        self.count = 0
        self.failed = False

    def check(self, name, problems):
        """Passes where there are no PROBLEMS; each is said on lines of its own."""
        self.count += 1
        self.failed |= bool(problems)
        print(f"{'not ok' if problems else 'ok'} {self.count} {name}", flush=True)
        for problem in problems:
            for line in problem.splitlines():
                print(f'# {line}', flush=True)

    def check_true(self, name, good, found=''):
        """Passes where GOOD is true; else what was FOUND is said."""
        self.check(name, [] if good else [found])

    def check_equal(self, name, found, wanted):
        self.check_true(name, found == wanted, f'found {found!r}, wanted {wanted!r}')

    def end(self):
        """Gives the exit status of the program."""
        print(f'1..{self.count}')
        return 1 if self.failed else 0
