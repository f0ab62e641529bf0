#!/usr/bin/env bash
attic push main result
