"""Says it: sentences, terms, number and date formats, in Finnish, Swedish and English."""
