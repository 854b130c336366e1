"""KEKO: the situation room of the working-age population's work ability and work participation."""
