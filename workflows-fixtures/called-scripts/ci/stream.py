#!/usr/bin/env python3
"""Pushes each path as it is built."""
import subprocess
import sys

for line in sys.stdin:
    subprocess.run(["attic", "push", "main", line.strip()], check=True)
