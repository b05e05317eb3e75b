"""haproxy.cfg of an Octavia load balancer."""

from common import say_once

BALANCE = {
    "ROUND_ROBIN": "roundrobin",
    "LEAST_CONNECTIONS": "leastconn",
    "SOURCE_IP": "source",
    "SOURCE_IP_PORT": "source",
}
MODE = {"TCP": "tcp", "HTTPS": "tcp", "HTTP": "http", "PROXY": "tcp", "PROXYV2": "tcp"}


def config(balancer, tree, socket):
    """tree: its listeners, pools, members and monitors; the API leaves out what is not set."""
    lines = ["global", f" stats socket {socket}", " maxconn 4000"]
    lines += ["defaults", " timeout connect 5s", " timeout client 50s", " timeout server 50s"]
    pools = {pool["id"]: pool for pool in tree["pools"]}
    for listener in sorted(tree["listeners"], key=lambda x: x["id"]):
        name = listener["id"]
        if listener["protocol"] not in MODE:
            say_once(name, f"listener {name}: protocol {listener['protocol']} is not served")
            continue
        if listener.get("l7policies"):
            say_once(name, f"listener {name}: its L7 policies are not served")
        if not listener["admin_state_up"]:
            continue
        mode = MODE[listener["protocol"]]
        lines += [f"frontend {name}", f" bind {balancer['vip_address']}:{listener['protocol_port']}", f" mode {mode}"]
        lines += [f" timeout client {listener['timeout_client_data']}ms"]
        if listener["connection_limit"] > 0:
            lines.append(f" maxconn {listener['connection_limit']}")
        if (listener.get("insert_headers") or {}).get("X-Forwarded-For") == "true":
            lines.append(" option forwardfor")
        pool = pools.get(listener.get("default_pool_id"))
        if pool and pool["admin_state_up"]:
            backend = f"{pool['id']}:{name}"
            lines += [f" default_backend {backend}", f"backend {backend}", f" mode {mode}"]
            lines += backend_lines(listener, pool, tree)
    return "\n".join(lines) + "\n"


def backend_lines(listener, pool, tree):
    lines = [f" balance {BALANCE[pool['lb_algorithm']]}"]
    lines += [f" timeout connect {listener['timeout_member_connect']}ms"]
    lines += [f" timeout server {listener['timeout_member_data']}ms"]
    persistence = (pool.get("session_persistence") or {}).get("type")
    if persistence == "SOURCE_IP":
        lines += [" stick-table type ip size 10k", " stick on src"]
    elif persistence == "HTTP_COOKIE":
        lines.append(" cookie SRV insert indirect nocache")
    monitors = (m for m in tree["monitors"] if m["id"] == pool.get("healthmonitor_id") and m["admin_state_up"])
    monitor = next(monitors, None)
    lines += monitor_lines(monitor)
    for member in sorted(tree["members"][pool["id"]], key=lambda m: m["id"]):
        if member["admin_state_up"]:
            lines.append(server_line(member, pool, monitor, persistence))
    return lines


def monitor_lines(monitor):
    if not monitor:
        return []
    lines = [f" timeout check {monitor['timeout']}s"]
    if monitor["type"] in ("HTTP", "HTTPS"):
        path = f"{monitor['http_method'] or 'GET'} {monitor['url_path'] or '/'}"
        lines += [f" option httpchk {path}", f" http-check expect rstatus ^({status_codes(monitor)})$"]
    elif monitor["type"] == "TLS-HELLO":
        lines.append(" option ssl-hello-chk")
    elif monitor["type"] != "TCP":
        say_once(monitor["id"], f"health monitor {monitor['id']}: type {monitor['type']} is taken as TCP")
    return lines


def status_codes(monitor):
    """ "200,204-206" as an alternative of a regular expression."""
    codes = []
    for part in (monitor["expected_codes"] or "200").split(","):
        first, _, last = part.partition("-")
        codes += map(str, range(int(first), int(last or first) + 1))
    return "|".join(codes)


def server_line(member, pool, monitor, persistence):
    parts = [f" server {member['id']} {member['address']}:{member['protocol_port']} weight {member['weight']}"]
    if monitor:
        rise_and_fall = f"fall {monitor['max_retries_down']} rise {monitor['max_retries']}"
        parts.append(f"check inter {monitor['delay']}s {rise_and_fall}")
        if monitor["type"] == "HTTPS":
            parts.append("check-ssl verify none")
        if member.get("monitor_address"):
            parts.append(f"addr {member['monitor_address']}")
        if member.get("monitor_port"):
            parts.append(f"port {member['monitor_port']}")
    if member.get("backup"):
        parts.append("backup")
    parts += {"PROXY": ["send-proxy"], "PROXYV2": ["send-proxy-v2"]}.get(pool["protocol"], [])
    if persistence == "HTTP_COOKIE":
        parts.append(f"cookie {member['id']}")
    return " ".join(parts)
