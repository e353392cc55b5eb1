"""Reads files of accounts: lists, links, exports. Text from them is never trusted to be a name."""
