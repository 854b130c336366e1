"""Segment models as their producers deliver them: the layout of docs/segmentit.md, read, checked, protected and stored."""
