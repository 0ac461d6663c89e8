"""What joins everything for one person: the desk. Owns no facts and changes nothing."""
