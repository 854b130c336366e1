"""What was agreed and what happened: targets, events, and limits computed anew."""
