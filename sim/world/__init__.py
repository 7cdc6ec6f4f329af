"""The state of a theatre, declared once; chance; and the door to compilation."""
