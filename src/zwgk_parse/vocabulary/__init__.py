"""What words mean: tables and look-ups that several stages need, and the code that applies them."""
