"""What Oxus knows: articles, claims, statements, notes, and how they are read, kept and shown. No Qt in here."""
