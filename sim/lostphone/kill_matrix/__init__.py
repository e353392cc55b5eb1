"""Which story kills which mutant, and by which promise: the test of the stories themselves."""

from lostphone.kill_matrix.matrix import NULL, REFERENCE, Failure, Matrix, Trial, promises
from lostphone.kill_matrix.playing import client_of, failure_of, perform_on, stories
from lostphone.kill_matrix.trying import run

__all__ = [
    "NULL",
    "REFERENCE",
    "Failure",
    "Matrix",
    "Trial",
    "client_of",
    "failure_of",
    "perform_on",
    "promises",
    "run",
    "stories",
]
