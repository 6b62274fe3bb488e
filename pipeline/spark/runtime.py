"""What the job runs on: claimtrace as processes that tasks send lines to, tables that are committed, graphs that are joined."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import threading
from collections.abc import Iterable, Iterator
from itertools import islice

from pyspark import RDD, SparkFiles
from pyspark.errors import AnalysisException
from pyspark.sql import DataFrame, SparkSession, Window
from pyspark.sql import functions as F

BATCH = 5_000  # articles that one process of `extract` is given: its first two seconds are the dearest
AT_ONCE = 8  # articles that `extract` answers together, at most
SMALL = 200_000  # edges of a graph that the driver joins by itself
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
    """The lines that a command of claimtrace answers to these. Raises where it fails, so that Spark tries the task again, or is silent for so long."""

    def feed() -> None:
        assert process.stdin is not None
        try:
            for line in lines:
                process.stdin.write(line.encode("utf-8") + b"\n")
            process.stdin.close()
        except BrokenPipeError:
            pass  # it ended before it had read all: its exit code tells

    def watch() -> None:
        while heard.wait(seconds):
            heard.clear()
        process.kill()  # which does nothing where it has ended

    heard = threading.Event()
    with tempfile.TemporaryFile() as complaints:
        process = subprocess.Popen(program(*args), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=complaints)
        try:
            for work in [feed, watch] if seconds else [feed]:
                threading.Thread(target=work, daemon=True).start()
            assert process.stdout is not None
            for answer in process.stdout:
                heard.set()
                yield answer[:-1].decode("utf-8")
            code = process.wait()
            if code < 0 or code == 134:  # by a signal, or out of memory
                raise Died(f"claimtrace {args[0]} was ended by signal {-code}")
            if code != 0 and args[0] != "extract":  # there 2 says that some rows were errors
                complaints.seek(0)
                raise RuntimeError(f"claimtrace {args[0]} ended with {code}: {complaints.read()[-2000:].decode('utf-8', 'replace')}")
        finally:
            process.kill()
            process.wait()


def answers(rows: list[str], args: tuple[str, ...], seconds: float) -> Iterator[str]:
    """An answer to each row of an article, in order. The row that ends the process that reads it is among the next ones: these get one each."""
    while rows:
        given = 0
        try:
            for answer in piped(rows, *args, seconds=seconds * min(len(rows), AT_ONCE)):
                given += 1
                yield answer
        except Died:
            pass
        if given == 0 and len(rows) == 1:
            error = {
                "schema": "claimtrace/error/1",
                "id": json.loads(rows[0]).get("id"),
                "path": None,
                "line": None,
                "code": "annotate/failed",
                "message": LOST,
            }
            yield f"\t{json.dumps(error)}\t"
            return
        for row in rows[given : given + AT_ONCE]:
            yield from answers([row], args, seconds)
        rows = rows[given + AT_ONCE :]


def annotate(lines: Iterable[str], args: tuple[str, ...], seconds: float) -> Iterator[str]:
    """Of each row of an article its id (empty for an error), the annotated article or the error, and what linking needs of it."""
    rows = iter(lines)
    while batch := list(islice(rows, BATCH)):
        yield from answers(batch, args, seconds)


class Job:
    """The steps of a job, each a table under `<out>/steps`."""

    def __init__(self, spark: SparkSession, out: str, partitions: int, config: tuple[str, ...], small: int, resume: bool) -> None:
        self.spark, self.out, self.partitions, self.config, self.small, self.resume = spark, out, partitions, config, small, resume

    def saved(self, name: str, rows: DataFrame, *by: str) -> DataFrame:
        """The rows, once they are committed: whatever fails later, they are there once."""
        if self.resume and self.committed(name):
            return self.spark.read.schema(rows.schema).parquet(f"{self.out}/{name}")
        rows.write.mode("overwrite").partitionBy(*by).parquet(f"{self.out}/{name}")
        return self.spark.read.schema(rows.schema).parquet(f"{self.out}/{name}")

    def committed(self, name: str) -> bool:
        try:
            self.spark.read.text(f"{self.out}/{name}/_SUCCESS")
            return True
        except AnalysisException:
            return False

    def lines(self, lines: RDD[str], names: str) -> DataFrame:
        """Lines as the fields that tabs part."""
        line = self.spark.createDataFrame(lines.map(lambda each: (each,)), "line string", verifySchema=False)
        fields = line.select(F.split("line", "\t", len(names.split())).alias("fields"))
        return fields.select(*(F.col("fields")[i].alias(name) for i, name in enumerate(names.split())))

    def step(self, name: str, rows: DataFrame, *args: str) -> DataFrame:
        """What a step of claimtrace answers to the rows, in their order: `tag`, the fields `a` to `d`, and `json`."""
        command, line = (name, "-", *self.config, *args), F.concat_ws("\t", *rows.columns)
        return self.saved(
            f"steps/{name}",
            self.lines(rows.select(line).rdd.mapPartitions(lambda part: piped((row[0] for row in part), *command)), "tag a b c d json"),
            "tag",
        )

    def together(self, rows: DataFrame) -> DataFrame:
        """The rows with one value in the first column next to one another, in the order of the columns."""
        return (
            rows.select(*(F.col(name).cast("string") for name in rows.columns))
            .repartition(self.partitions, rows.columns[0])
            .sortWithinPartitions(*rows.columns)
        )

    def components(self, name: str, edges: DataFrame) -> DataFrame:
        """Of each node `node` of a graph of edges (`a`, `b`) the least node that it is connected with, `component`.

        Large star, small star (Kiveris et al. 2014): a round ties the neighbours of each node to the least of them, and leaves a forest of
        stars after O(log^2 n) rounds. A graph of few edges is joined by the driver.
        """
        star = self.saved(f"steps/{name}-0", edges.select(F.greatest("a", "b").alias("a"), F.least("a", "b").alias("b")).where("a <> b").distinct())
        if star.count() <= self.small:
            return F.broadcast(self.spark.createDataFrame(united([(row.a, row.b) for row in star.collect()]), "node string, component string"))
        before: object = None
        for n in range(1, 1000):
            both = star.union(star.select("b", "a"))
            large = (
                both.join(both.groupBy("a").agg(F.least("a", F.min("b")).alias("least")), "a")
                .where("b > a")
                .select(F.col("b").alias("a"), F.col("least").alias("b"))
                .distinct()
            )
            least = large.groupBy("a").agg(F.min("b").alias("least"))
            small = large.join(least, "a").where("b <> least").select(F.col("b").alias("a"), F.col("least").alias("b"))
            star = self.saved(f"steps/{name}-{n}", small.union(least).distinct())
            mark = star.agg(F.count("*"), F.sum(F.xxhash64("a", "b").cast("decimal(38,0)"))).first()
            if mark == before:
                break
            before = mark
        return self.saved(f"steps/{name}-components", star.union(star.select("b", "b")).toDF("node", "component").distinct())


def united(edges: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Each node of a small graph with the least node that it is connected with."""
    parent: dict[str, str] = {}

    def root(node: str) -> str:
        while parent.setdefault(node, node) != node:
            parent[node] = node = parent[parent[node]]
        return node

    for a, b in edges:
        x, y = root(a), root(b)
        parent[max(x, y)] = min(x, y)
    return [(node, root(node)) for node in parent]


def annotated(job: Job, articles: str, seconds: float) -> DataFrame:
    """Of each row of an article `id` (empty for an error), `json` and `linking`.

    A row without an id gets one that is made of its content; of rows with one id one is kept, the others become errors.
    """
    if articles.startswith("table:"):
        rows = job.spark.read.table(articles[6:]).select(F.to_json(F.struct("*")).alias("row"))
    elif "json" in os.path.basename(articles):
        rows = job.spark.read.text(articles).where("trim(value) <> ''").toDF("row")
    else:
        rows = job.spark.read.parquet(articles).select(F.to_json(F.struct("*")).alias("row"))
    key = F.substring(F.sha2("row", 256), 1, 16)
    named = F.concat(F.lit('{"id":"'), key, F.lit('",'), F.substring(F.ltrim("row"), 2, 1 << 30))
    no_row = F.concat(F.lit('{"id":"'), key, F.lit('"}'))  # which `extract` answers by an error
    is_row = F.ltrim("row").startswith("{") & F.get_json_object("row", "$").isNotNull()
    has_id = F.get_json_object("row", "$.id").isNotNull()
    rows = rows.select(F.when(~is_row, no_row).when(has_id, F.col("row")).otherwise(named))
    command = ("extract", "-", "--linking", *job.config)
    lines = rows.repartition(job.partitions).rdd.mapPartitions(lambda part: annotate((row[0] for row in part), command, seconds))
    answered = job.saved("steps/answered", job.lines(lines, "id json linking"))
    again = answered.where("id <> ''").groupBy("id").count().where("count > 1").select("id")
    if again.isEmpty():
        return answered
    place = F.row_number().over(Window.partitionBy("id").orderBy("json"))
    twice = F.to_json(
        F.struct(
            F.lit("claimtrace/error/1").alias("schema"),
            "id",
            F.lit("read/row").alias("code"),
            F.lit("another article has the same id").alias("message"),
        )
    )
    ranked = answered.join(again, "id").withColumn("place", place)
    first = F.col("place") == 1
    ranked = ranked.select(F.when(first, F.col("id")).otherwise("").alias("id"), F.when(first, F.col("json")).otherwise(twice).alias("json"), "linking")
    return job.saved("steps/annotated", answered.join(again, "id", "left_anti").union(ranked))
