#!/usr/bin/env python3
"""One signed request to an S3 service; prints the status and the body.

s3.py ENDPOINT REGION METHOD /PATH [BODY]   with AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment
"""

import datetime
import hashlib
import hmac
import http.client
import os
import sys
import urllib.parse


def signed(endpoint, region, method, path, body):
    """Headers of a request, signed by AWS's version 4."""
    access, secret = os.environ["AWS_ACCESS_KEY_ID"], os.environ["AWS_SECRET_ACCESS_KEY"]
    now = datetime.datetime.now(datetime.timezone.utc)
    day, digest = now.strftime("%Y%m%d"), hashlib.sha256(body).hexdigest()
    headers = {"host": endpoint.netloc, "x-amz-date": now.strftime("%Y%m%dT%H%M%SZ"), "x-amz-content-sha256": digest}
    names = ";".join(sorted(headers))
    place, _, query = path.partition("?")
    parameters = "&".join(sorted(p if "=" in p else p + "=" for p in query.split("&"))) if query else ""
    lines = "".join(f"{name}:{headers[name]}\n" for name in sorted(headers))
    canonical = "\n".join([method, urllib.parse.quote(place), parameters, lines, names, digest])
    scope = f"{day}/{region}/s3/aws4_request"
    text = "\n".join(["AWS4-HMAC-SHA256", headers["x-amz-date"], scope, hashlib.sha256(canonical.encode()).hexdigest()])
    key = ("AWS4" + secret).encode()
    for part in (day, region, "s3", "aws4_request"):
        key = hmac.new(key, part.encode(), hashlib.sha256).digest()
    signature = hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
    headers["authorization"] = (
        f"AWS4-HMAC-SHA256 Credential={access}/{scope}, SignedHeaders={names}, Signature={signature}"
    )
    return headers


if __name__ == "__main__":
    address, region, method, path = sys.argv[1:5]
    body = sys.argv[5].encode() if len(sys.argv) > 5 else b""
    endpoint = urllib.parse.urlsplit(address)
    connection = http.client.HTTPConnection(endpoint.hostname, endpoint.port, timeout=30)
    connection.request(method, path, body or None, signed(endpoint, region, method, path, body))
    response = connection.getresponse()
    print(response.status, response.read().decode(errors="replace"))
