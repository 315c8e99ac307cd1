"""Events that other systems send: proving that they are genuine, and reading what they tell of. Pure."""
