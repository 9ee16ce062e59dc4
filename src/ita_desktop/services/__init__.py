"""What a user does, one operation each."""
