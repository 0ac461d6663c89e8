"""The tests, in the backend's order; house/ holds the rules of the house, e2e/ the browser."""
