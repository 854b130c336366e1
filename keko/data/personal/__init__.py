"""What tells of persons in a text that is read as it looks (keko.data.look_alikes): one module for each kind."""
