"""claimtrace as processes that Spark's tasks send lines to: started, watched, and found out where they die."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import threading
from collections.abc import Iterable, Iterator

from pyspark import SparkFiles

BATCH = 200  # articles that one process of `extract` is given
LOST = "this article ended the process that read it, or took too long; please report it"


class Died(RuntimeError):
    """A process of claimtrace was killed, by what it read or by a timer."""


def program(*args: str) -> list[str]:
    """The command line of claimtrace in the unpacked archive, by the Node.js in it or that of the machine; `@x` is a file sent to all."""
    root = next((path for path in (SparkFiles.get("claimtrace"), os.path.abspath("claimtrace")) if os.path.isdir(path)), None)
    if root is None:
        raise RuntimeError("the program is not there; give --archives claimtrace.zip#claimtrace")
    own = os.path.join(root, "node")
    if os.path.exists(own) and not os.access(own, os.X_OK):
        os.chmod(own, 0o755)
    node = os.environ.get("CLAIMTRACE_NODE") or (own if os.path.exists(own) else "node")
    return [node, os.path.join(root, "dist", "claimtrace.js"), *(SparkFiles.get(arg[1:]) if arg.startswith("@") else arg for arg in args)]


def machine(_: Iterable[int]) -> Iterator[str]:
    """The types of the tables, or what keeps this machine from running claimtrace."""
    host = os.uname().nodename
    try:
        node, script = program()
        version = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout.strip()
        if [int(part) for part in version.lstrip("v").split(".")[:2]] < [20, 17]:
            yield f"claimtrace: {host}: Node.js {version} is too old; 20.17 or newer is needed"
            return
        with open(os.path.join(os.path.dirname(script), "..", "tables.json"), encoding="utf-8") as tables:
            yield tables.read()
    except FileNotFoundError as missing:
        yield f"claimtrace: {host}: there is no {missing.filename}; install Node.js 20.17 or newer, or pack it: claimtrace spark-archive --with-node"
    except (RuntimeError, OSError, subprocess.CalledProcessError) as failure:
        yield f"claimtrace: {host}: {failure}"


def piped(lines: Iterable[str], *args: str, seconds: float = 0) -> Iterator[str]:
    """The lines that a command of claimtrace answers to these. Raises where it fails, so that Spark tries the task again."""

    def feed() -> None:
        assert process.stdin is not None
        try:
            for line in lines:
                process.stdin.write(line.encode("utf-8") + b"\n")
            process.stdin.close()
        except BrokenPipeError:
            pass  # it ended before it had read all: its exit code tells

    with tempfile.TemporaryFile() as complaints:
        process = subprocess.Popen(program(*args), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=complaints)
        late = threading.Timer(seconds, process.kill)
        try:
            if seconds:
                late.start()
            threading.Thread(target=feed, daemon=True).start()
            assert process.stdout is not None
            for answer in process.stdout:
                yield answer[:-1].decode("utf-8")
            code = process.wait()
            if code < 0 or code == 134:  # by a signal, or out of memory
                raise Died(f"claimtrace {args[0]} was ended by signal {-code}")
            if code != 0 and args[0] != "extract":  # there 2 says that some rows were errors
                complaints.seek(0)
                raise RuntimeError(f"claimtrace {args[0]} ended with {code}: {complaints.read()[-2000:].decode('utf-8', 'replace')}")
        finally:
            late.cancel()
            process.kill()
            process.wait()


def answers(rows: list[str], args: tuple[str, ...], seconds: float) -> Iterator[str]:
    """An answer to each row of an article, in order; the row that ends the process that reads it is found by halving."""
    given: list[str] = []
    try:
        for answer in piped(rows, *args, seconds=seconds * (1 + len(rows) / 10)):
            given.append(answer)
    except Died:
        pass
    yield from given
    left = rows[len(given) :]
    if left and len(rows) == 1:
        error = {"schema": "claimtrace/error/1", "id": json.loads(rows[0]).get("id"), "path": None, "line": None, "code": "annotate/failed", "message": LOST}
        yield f"\t{json.dumps(error)}\t"
    elif left:
        half = (len(left) + 1) // 2
        for some in (left[:half], left[half:]):
            if some:
                yield from answers(some, args, seconds)


def annotate(lines: Iterable[str], args: tuple[str, ...], seconds: float) -> Iterator[str]:
    """Of each row of an article its id (empty for an error), the annotated article or the error, and what linking needs of it."""
    batch: list[str] = []
    for line in lines:
        batch.append(line)
        if len(batch) == BATCH:
            yield from answers(batch, args, seconds)
            batch = []
    if batch:
        yield from answers(batch, args, seconds)
