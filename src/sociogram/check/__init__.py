"""Does a graph keep its promises?"""
