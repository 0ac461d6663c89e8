"""Jingzhun 精准: the platform with which a county runs targeted poverty alleviation."""

__version__ = "0.1.0"
