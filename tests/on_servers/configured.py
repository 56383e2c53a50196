"""The servers' own files of the tests, each of which takes in the one that the build writes. Pure."""

from __future__ import annotations

from pathlib import Path

HOST = "gids.example"
NGINX = """\
{user}
worker_processes 2;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    server {{
        listen 127.0.0.1:{port}{secure};
        root {root};
        include {root}{base}server/nginx.conf;
    }}
{lead}}}
"""
NGINX_LEAD = """\
    server {{
        listen 127.0.0.1:{plain};
        server_name gids.example;
        return 301 https://$host$request_uri;
    }}
"""
NGINX_BARE = """\
    server {{
        listen 127.0.0.1:{plain};
        root {root};
    }}
"""
NGINX_SECURE = " ssl; ssl_certificate {pair[0]}; ssl_certificate_key {pair[1]}"
CADDY = """\
{{
    admin unix/{folder}/admin.sock
    auto_https off
    default_sni gids.example
    log {{
        output discard
    }}
}}
{site}:{port} {{
    bind 127.0.0.1
    {secure}
    root * {root}
    import {root}{base}server/Caddyfile
}}
{lead}"""
CADDY_LEAD = """\
http://gids.example:{plain} {{
    bind 127.0.0.1
    redir https://{{host}}{{uri}} 301
}}
"""
CADDY_BARE = """\
http://:{plain} {{
    bind 127.0.0.1
    root * {root}
    file_server
}}
"""
CADDY_SECURE = "tls {pair[0]} {pair[1]}"


def text(name: str, pair: tuple[Path, Path] | None, **given) -> str:
    """A server's own file, which takes in the one of the build; with a certificate and its key, for https.

    On its other port it leads to https, or without a certificate gives the files bare, to compare with."""
    whole, lead, bare, secure = {
        "nginx": (NGINX, NGINX_LEAD, NGINX_BARE, NGINX_SECURE),
        "caddy": (CADDY, CADDY_LEAD, CADDY_BARE, CADDY_SECURE),
    }[name]
    if not pair:
        return whole.format(**given, site="http://", secure="", lead=bare.format(**given))
    parts = {"site": "https://gids.example", "secure": secure.format(pair=pair)}
    return whole.format(**given, **parts, lead=lead.format(**given))
