"""Imports over HTTP: the batches, and the looking over of one."""
