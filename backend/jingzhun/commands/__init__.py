"""What the command line does, composed of the packages below. Beside `main` and `cli`."""
