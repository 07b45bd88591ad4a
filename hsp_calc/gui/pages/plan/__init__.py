"""The panels that look ahead: the score over time with the ways to permanent residence, and the advice."""
