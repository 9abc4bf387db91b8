"""How believable the model municipality is: measured, laid beside published figures, written as a page."""
