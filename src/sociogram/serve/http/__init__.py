"""HTTP: who may come in, which fields were sent, in which form an answer goes out."""
