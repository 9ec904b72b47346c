#!/usr/bin/env python3
"""A key for each source: of what clang-tidy reads of ours when it looks at it.

usage: lint_keys.py COMPILE_COMMANDS.json SOURCE...

Prints "KEY SOURCE" a line. The key changes with the source, the headers of ours that it includes,
however far, the command that compiles it, and .clang-tidy.
"""
import functools
import hashlib
import json
import pathlib
import re
import sys

ROOT = pathlib.Path.cwd()
INCLUDE = re.compile(rb'^\s*#\s*include\s+"([^"]+)"', re.MULTILINE)


@functools.cache
def read(path):
    """The bytes of a file and the headers of ours that it names."""
    content = path.read_bytes()
    named = (ROOT / name.decode() for name in INCLUDE.findall(content))
    return content, [header for header in named if header.exists()]


def closure(source):
    """The source and all headers of ours that it reaches, by path."""
    seen, waiting = {source}, [source]
    while waiting:
        for header in read(waiting.pop())[1]:
            if header not in seen:
                seen.add(header)
                waiting.append(header)
    return sorted(seen)


def main():
    # Places differ from checkout to checkout, and say nothing.
    text = pathlib.Path(sys.argv[1]).read_text().replace(str(ROOT), "")
    commands = {entry["file"].lstrip("/"): entry["command"] for entry in json.loads(text)}
    settings = pathlib.Path(".clang-tidy").read_bytes()
    for source in sys.argv[2:]:
        key = hashlib.sha256(settings)
        key.update(commands.get(source, "").encode())
        for path in closure(ROOT / source):
            key.update(str(path.relative_to(ROOT)).encode())
            key.update(read(path)[0])
        print(key.hexdigest(), source)


if __name__ == "__main__":
    main()
