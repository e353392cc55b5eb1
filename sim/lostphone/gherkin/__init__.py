"""Gherkin: feature files and sentences in two languages. Nothing here plays a story.

`sentence` and `kinds` say what a step's words mean and turn values back into words; `index` looks a
step up among any number of definitions; `pickles`, `traps`, `twins` and `tags` read feature files.
Nothing here imports pytest, so the explorer and the command line pay nothing for it.
"""
