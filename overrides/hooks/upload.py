"""Put a built site into object storage (S3): each file with its media type and caching, each address that
leads on as an object that does so.

    python overrides/hooks/upload.py site s3://bucket [--delete]

What each file needs stands in `server/objects.json` of the site. Storage and rights are named as for any tool
of that interface: `AWS_ENDPOINT_URL`, `AWS_PROFILE` and so on. `--delete` takes away what is in the bucket
below the path of the site and not in the site. Needs the package boto3, in requirements-storage.txt.

Pages come last, so that none names a file that is not there yet; no storage can switch all at once. What was
packed beforehand stays here: storage cannot choose by reader, so a CDN packs.
"""

from __future__ import annotations

import argparse
import fnmatch
import json
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

RULES = "server/objects.json"
AT_ONCE = 16  # connections
PACKED = (".gz", ".br")  # by compress.py, each beside the file itself


def longest(found: dict[str, str]) -> str:
    """The value of the longest name."""
    return found[max(found, key=len)]


def headers(name: str, rules: dict) -> dict[str, str]:
    """What S3 answers with a file: `{"ContentType": ..., "CacheControl": ...}`."""
    kinds = {end: kind for end, kind in rules["types"].items() if name.endswith(end)}
    kept = {start: rule for start, rule in rules["caching"].items() if fnmatch.fnmatch(name, f"{start}*")}
    return {"ContentType": longest(kinds | {"": "application/octet-stream"}), "CacheControl": longest(kept)}


def names(site: Path, rules: dict) -> list[str]:
    """The files of a site that readers are served."""
    every = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    return sorted(
        name
        for name in every
        if not name.startswith(tuple(rules["left_out"]))
        and not any(part.startswith(".") for part in name.removeprefix(".well-known/").split("/"))
        and not (name.endswith(PACKED) and name[:-3] in every and not name.startswith("sitemap"))
    )


def objects(site: Path, rules: dict) -> Iterator[dict]:
    """What to put, as the arguments of S3's PutObject; a body is a path, or b""."""
    base = rules["base"].lstrip("/")
    leads = {f"{at[1:]}index.html" if at.endswith("/") else at[1:]: to for at, to in rules["leads"].items()}
    files = {base + name: name for name in names(site, rules)}
    for key in sorted(files | leads):
        name = files.get(key, "index.html")
        found = {"Key": key, "Body": site / name if key in files else b"", **headers(name, rules)}
        if key in leads:
            found["WebsiteRedirectLocation"] = leads[key]
        yield found


def put(client, bucket: str, one: dict) -> str:
    """Put one object; its key."""
    body = one["Body"] if isinstance(one["Body"], bytes) else one["Body"].read_bytes()
    client.put_object(Bucket=bucket, **one | {"Body": body})
    return one["Key"]


def clear(client, bucket: str, base: str, kept: set[str]) -> int:
    """Take away what is below the path of the site and not of it; how many objects that were."""
    pages = client.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=base)
    old = [one["Key"] for page in pages for one in page.get("Contents", []) if one["Key"] not in kept]
    for key in old:
        client.delete_object(Bucket=bucket, Key=key)
    return len(old)


def upload(client, bucket: str, site: Path, rules: dict, delete: bool) -> tuple[int, int]:
    """Put all, in its order; how many objects that were, and how many were taken away."""
    every, done = list(objects(site, rules)), set()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for pages in (False, True):
            batch = [one for one in every if one["Key"].endswith(".html") is pages]
            done |= set(pool.map(lambda one: put(client, bucket, one), batch))
    return len(done), clear(client, bucket, rules["base"].lstrip("/"), done) if delete else 0


def main() -> None:
    """Read what the command names, put it, and tell how much that was."""
    parser = argparse.ArgumentParser(description="Put a built site into object storage (S3).")
    parser.add_argument("site", type=Path, help="the folder of the built site")
    parser.add_argument("bucket", help="s3://bucket")
    parser.add_argument("--delete", action="store_true", help="take away what is no longer in the site")
    asked = parser.parse_args()
    if not (asked.site / RULES).is_file():
        sys.exit(f"{asked.site}: is no build of this site: name its folder")
    bucket = asked.bucket.removeprefix("s3://").rstrip("/")
    if not asked.bucket.startswith("s3://") or not bucket or "/" in bucket:
        sys.exit(f"{asked.bucket}: name a bucket as s3://bucket; the path in it is that of site_url")
    try:
        import boto3
        from botocore.config import Config
        from botocore.exceptions import BotoCoreError, ClientError
    except ModuleNotFoundError as error:
        sys.exit(f"needs the package {error.name}: pip install --require-hashes -r requirements-storage.txt")
    rules = json.loads((asked.site / RULES).read_text(encoding="utf-8"))
    try:
        client = boto3.client("s3", config=Config(max_pool_connections=AT_ONCE))
        count, gone = upload(client, bucket, asked.site, rules, asked.delete)
    except (BotoCoreError, ClientError) as error:
        sys.exit(f"{asked.bucket}: {error}: mend that, and put all of it again")
    print(f"{asked.bucket}: {count} objects put, {gone} taken away")


if __name__ == "__main__":
    main()
