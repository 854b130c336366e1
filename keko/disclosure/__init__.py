"""Protects people in small cells: what is hidden, and the proof that what shows does not give it away (METHODS 5)."""
