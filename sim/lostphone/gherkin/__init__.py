"""Stories as text: sentences in two languages, features read without losing a scenario.

`sentence` and `kinds` say what a step's words mean and turn values back into words; `index` looks a
step up among any number of definitions; `pickles`, `traps`, `twins` and `tags` read feature files.
Nothing here imports pytest, so the explorer and the command line pay nothing for it.
"""
