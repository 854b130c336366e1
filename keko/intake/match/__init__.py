"""Which indicators the measures of a file are, and which published figures theirs stand beside."""
