"""What an attacker tries on the running application; every attempt is refused and says nothing."""
