"""What a frame says, one file a kind of claim or a part that several of them ask for."""
