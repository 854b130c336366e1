"""What forms share: what was seen is still there when it is saved, what is offered, and the two buttons, which ask first."""
