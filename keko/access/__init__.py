"""Who gets in: the people of an installation, what they may do, and the browsers they are signed in with."""
