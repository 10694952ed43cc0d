"""A page with the policy that allows no script but its own, and the form that asks for the token."""

from __future__ import annotations

from starlette.responses import HTMLResponse, Response

from sociogram.write.files.page_assets import hash_source

PLAIN_STYLE = (
    ":root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;"
    "padding:0 1rem}textarea{width:100%;box-sizing:border-box;font:14px/1.4 ui-monospace,monospace}"
    "button,input{font:inherit;padding:.3rem .8rem}"
)
"""The style of pages without a bundle."""


def login_page(*, wrong: bool = False) -> Response:
    """The form that asks for the token."""
    said = "<p role='alert'>That is not the token.</p>" if wrong else ""
    body = (
        f"<main><h1>sociogram</h1>{said}<form method='post' action='/login'><label>Token "
        "<input type='password' name='token' autocomplete='current-password' required autofocus></label> "
        "<button>Open the case</button></form></main>"
    )
    return html_page(body, "", PLAIN_STYLE, status=401)


def html_page(body: str, script: str, style: str, *, status: int = 200) -> Response:
    """A page that runs ``script`` and has ``style``, allowed by their hashes, and nothing else."""
    policy = (
        f"default-src 'none'; script-src {hash_source(script) if script else chr(39) + 'none' + chr(39)}; "
        f"style-src {hash_source(style)}; img-src data: blob:; connect-src 'self'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )
    text = (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>sociogram</title><style>{style}</style></head>\n<body>{body}\n</body></html>\n"
    )
    content = text.encode("utf-8", "replace")
    return HTMLResponse(content, status_code=status, headers={"content-security-policy": policy})
