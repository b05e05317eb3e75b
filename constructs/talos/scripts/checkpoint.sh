#!/usr/bin/env bash
# OpenTofu stores a remote state at most every twenty seconds while it applies, whenever a resource is done. When this one
# is done, everything before it is stored: an apply that is killed in the long waits after it forgets no server.
# SECONDS_TO_WAIT
say "waiting ${SECONDS_TO_WAIT}s until the state is stored; the nodes boot meanwhile"
sleep "$SECONDS_TO_WAIT"
say "what has been made so far is in the state"
