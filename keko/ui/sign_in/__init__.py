"""Signing in with the organisation's own account (OpenID Connect), and the gate before everything that is closed.

The framework's own sign-in is not used: it keeps every claim and token in cookies for thirty days, and nobody can end it.
"""
