"""What each sentence of the stories means: one function a sentence, both languages on it."""
