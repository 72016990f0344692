"""What words stand for that name nothing themselves, and which parties, route and goods an article speaks of."""
