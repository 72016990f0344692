"""What is handed to others to read: briefs as documents of other programs, and the library as a folder of web pages."""
