"""What KEKO fetches from others when a person asks for it: Sotkanet and StatFin, always as drafts."""
