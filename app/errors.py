"""The two kinds of failure: the world's (`KnownError`) and ours (everything else)."""


class KnownError(Exception):
    """Something outside the product is wrong: one calm sentence that says what, why and the remedy.

    The command line prints it on one line and exits with 2; the window shows it where it happened.
    Never holds anything that was said or written by a person.
    """
