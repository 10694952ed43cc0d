"""Times and amounts in running text, by patterns: no parse is needed.

Start at ``times.find_times`` and ``amounts.find_amounts``; ``life_dates`` reads dates as biographies write them.
"""
