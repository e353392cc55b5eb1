"""The kill matrix: which story kills which mutant, and by which rule."""

from lostphone.kill_matrix.matrix import NULL, REFERENCE, Matrix, StoryFailure, Trial, promises
from lostphone.kill_matrix.story_run import client_of, failure_of, perform_on, stories
from lostphone.kill_matrix.trials import run

__all__ = [
    "NULL",
    "REFERENCE",
    "Matrix",
    "StoryFailure",
    "Trial",
    "client_of",
    "failure_of",
    "perform_on",
    "promises",
    "run",
    "stories",
]
