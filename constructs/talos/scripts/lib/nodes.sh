# shellcheck shell=bash
# The nodes of the cluster. NODES is a table, a line for each: name, machine type, pool, address; control planes first, in
# the order of their numbers.

# Prints a column of the table: of every node, of those of a machine type, or of the one that has this name.
nodes() { # name|machineType|pool|address [MACHINE_TYPE | NAME]
  awk -v column="$1" -v of="${2:-}" '
    BEGIN { count = split("name machineType pool address", names); for (i = 1; i <= count; i++) at[names[i]] = i }
    NF > 0 && (of == "" || of == $1 || of == $2) { print $at[column] }' <<<"$NODES"
}

is_control_plane() { # NAME
  [ "$(nodes machineType "$1")" = controlplane ]
}
