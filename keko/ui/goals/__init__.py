"""The page of goals and actions: targets and when they could be known, what has been undertaken, and the project's follow-up."""
