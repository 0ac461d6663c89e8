"""Every statement over plans, cut to the actor's places before it runs."""
