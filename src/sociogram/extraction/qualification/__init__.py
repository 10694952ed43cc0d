"""How the words hold a relation: polarity, modality, asserters, time and amount."""
