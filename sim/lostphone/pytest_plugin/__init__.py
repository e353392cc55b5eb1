"""Feature files as tests: one pytest item per pickle, run on pytest-bdd's steps and fixtures."""
