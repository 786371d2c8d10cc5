"""Files that forgecheck measures itself by: rates, weights, cards."""
