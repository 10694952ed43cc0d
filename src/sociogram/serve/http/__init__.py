"""The protocol: who may come in, what is asked, in which form it is answered."""
