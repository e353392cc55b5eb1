"""Finding secrets that got out, whatever they were written in: unpack, normalise, look for runs."""
