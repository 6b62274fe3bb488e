"""claimtrace on Apache Spark: raw articles in, Parquet tables of claims, speakers, links, groups and origins out.

    spark-submit --archives claimtrace.zip#claimtrace --py-files runtime.py job.py --articles news.jsonl --out tables

Spark shuffles, counts, joins and tries again; what is decided about articles, claims and speakers is decided by the functions that
one machine uses, in Node.js behind pipes (steps.ts names them and their fields). Each step is committed to `<out>/steps` before the
next begins, and gives the same rows whatever the partitions.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from functools import reduce

from pyspark.sql import Column, DataFrame, SparkSession, Window
from pyspark.sql import functions as F
from pyspark.sql.types import StructType
from runtime import SMALL, Job, annotated, machine

BLOCK = 40  # texts that are compared all with all; a larger block is parted by rare words, twice, then compared with its longest text
NEAREST = 12  # of texts that are alike but no copies, and whose speakers nothing ties, so many are judged with each
COPIES = 100  # articles with one passage that are compared all with all; more are compared with the first


def blocks_of(job: Job, texts: DataFrame) -> tuple[DataFrame, DataFrame]:
    """The blocks of texts that share a key (`block`, `text`), none larger than BLOCK, and the stars (`hub`, `text`) of those that are.

    Most keys are shared by the same texts as another (a speaker's names, the words of copies): of these blocks one is kept.
    """
    members = texts.select(F.explode("keys").alias("block"), "text", F.lit(-1).cast("long").alias("word"))
    small = []
    for level in range(3):
        held = [F.count("*").alias("size"), *(F.bit_xor(of("text")).alias(name) for name, of in (("x", F.xxhash64), ("y", F.hash)))]
        sizes = members.groupBy("block").agg(*held, F.max("word").alias("word")).where("size > 1")
        alike = sizes.groupBy("size", "x", "y", F.expr(f"if(size > {BLOCK}, word, 0)")).agg(F.min("block").alias("block"))
        kept = job.saved(f"steps/kept-{level}", alike.select("block", "size"))  # where these are few, Spark sends them to all
        sized = job.saved(f"steps/sized-{level}", members.join(kept, "block"))
        small.append(sized.where(f"size <= {BLOCK}").select("block", "text"))
        large = sized.where(f"size > {BLOCK}").join(texts.select("text", "article", "n", "length", "rare"), "text")
        if level < 2:
            words = large.select("block", "text", F.explode(F.expr("filter(rare, w -> w > word)")).alias("word"))
            members = words.select(F.xxhash64("block", "word").alias("block"), "text", "word")
    hubs = large.groupBy("block").agg(F.min_by("text", F.struct(-F.col("length"), "article", "n")).alias("hub"))
    return reduce(DataFrame.union, small), large.join(hubs, "block").where("text <> hub").select("hub", "text").distinct()


def families_of(job: Job, passages: DataFrame) -> DataFrame:
    """Articles most of which is one text: `article`, and `family` as the step `gather` takes it."""
    held = passages.select(
        F.col("a").alias("key"),
        F.col("b").alias("article"),
        F.col("c").cast("int").alias("kept"),
        F.struct(F.col("d").cast("int").alias("start"), "json").alias("span"),
    )
    sized = held.join(held.groupBy("key").agg(F.count("*").alias("size"), F.min("article").alias("first")).where("size > 1"), "key")
    x, y = sized.alias("x"), sized.alias("y")
    pairs = x.join(y, "key").where(f"x.article < y.article and (x.size <= {COPIES} or x.article = x.first)")
    shared = pairs.groupBy(F.col("x.article").alias("a"), F.col("y.article").alias("b")).agg(
        F.count("*").alias("count"),
        F.min(F.least("x.kept", "y.kept")).alias("least"),
        F.min_by("x.span.json", "x.span.start").alias("own"),
        F.min_by("y.span.json", "x.span.start").alias("other"),
    )
    copies = job.saved("steps/copies", shared.where("count >= 3 and count >= least / 2"))
    both = copies.select(F.col("a").alias("article"), "a", "b", F.col("own").alias("span")).union(copies.select("b", "a", "b", "other"))
    evidence = both.groupBy("article").agg(F.min_by("span", F.struct("a", "b")).alias("span"))
    named = evidence.join(job.components("families", copies.select("a", "b")), F.col("article") == F.col("node"))
    family = F.concat(F.lit('{"id":"'), "component", F.lit('","evidence":'), "span", F.lit("}"))
    return job.saved("steps/families", named.select("article", family.alias("family")))


def words_of(job: Job, words: DataFrame) -> str:
    """A file of what the corpus tells of each word that several claims hold (word, texts, 1 for a name), sent to all machines; its name."""
    first = F.row_number().over(Window.partitionBy("a").orderBy("b")) == 1  # a text counts once, however its words are written
    told = words.groupBy("a", "b").agg(F.count("*").alias("claims")).withColumn("first", first)
    marks = told.select("first", "claims", F.explode(F.split("b", r"\|")).alias("mark")).where("mark <> ''")
    marks = marks.select("first", "claims", F.expr("substring(mark, 2)").alias("w"), F.expr("cast(substring(mark, 1, 1) as int)").alias("m"))
    texts, each, m = F.sum(F.expr("if(first, m & 1, 0)")).alias("texts"), F.sum("claims").alias("claims"), F.bit_or("m").alias("m")
    counts = marks.groupBy("w").agg(texts, m, each).where("claims > 1")
    saved = job.saved("steps/words", counts.select("w", "texts", F.expr("cast(m & 6 = 2 as int)").alias("name")))
    path = os.path.join(tempfile.mkdtemp(), "words.tsv")
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(f"{row.w}\t{row.texts}\t{row.name}\n" for row in saved.toLocalIterator())
    job.spark.sparkContext.addFile(path)
    return "@words.tsv"


def judged(job: Job, claims: DataFrame) -> DataFrame:
    """All links between claims (`text`, `article`, `n`, `length`, `keys`, `rare`, `json`): `a`, `b`, `type` and `json`."""
    order = Window.partitionBy("text").orderBy("article", "n")
    placed = claims.withColumn("place", F.row_number().over(order)).withColumn("count", F.count("*").over(Window.partitionBy("text")))
    few = (
        placed.where("place = 1 or count <= 4")
        .groupBy("text", "count")
        .agg(
            F.sort_array(F.collect_list(F.struct("place", "json"))).alias("claims"),
            F.min(F.struct("place", "article", "n", "length", "keys", "rare")).alias("first"),
        )
    )
    texts = job.saved(
        "steps/texts", few.select("text", "count", row_of_text("claims").alias("json"), F.col("claims")[0]["json"].alias("claim"), "first.*").drop("place")
    )
    blocks, stars = blocks_of(job, texts)
    shared = blocks.groupBy("text").agg(F.concat_ws(" ", F.sort_array(F.collect_set(F.col("block").cast("string")))).alias("keys"))
    part = F.concat(F.lit("*"), "hub", F.lit(":"), F.substring("text", 1, 3))  # a star of any size is judged by many tasks
    stars = job.saved("steps/stars", stars.select("hub", "text", part.alias("block")))
    empty = F.lit("")
    many = claims.drop("keys", "rare").join(texts.where("count > 4").select("text", "count", "claim"), "text")
    many = many.withColumn("place", F.row_number().over(order)).where("place > 1").withColumn("part", F.expr("(place - 2) div 100"))
    sets = many.groupBy("text", "count", "claim", "part").agg(F.sort_array(F.collect_list(F.struct("place", "json"))).alias("others"))
    sets = sets.withColumn("claims", F.concat(F.array(F.struct(F.lit(1).alias("place"), F.col("claim").alias("json"))), "others"))
    lines = reduce(DataFrame.union, (
        blocks.join(shared, "text").join(texts.select("text", "json"), "text").select(F.col("block").cast("string"), F.lit("all"), "keys", "text", "json"),
        stars.join(texts.select("text", "json"), "text").select("block", F.lit("star"), empty, "text", "json"),
        stars.select("block", "hub").distinct().join(texts, F.col("hub") == F.col("text")).select("block", F.lit("hub"), empty, "text", "json"),
        texts.where("count between 2 and 4").select(F.concat(F.lit("="), "text"), F.lit("copies"), empty, "text", "json"),
        sets.select(F.concat(F.lit("="), "text", F.lit(":"), F.col("part").cast("string")), F.lit("copies"), empty, "text", row_of_text("claims")),
    )).toDF("block", "kind", "keys", "text", "json")  # fmt: skip
    found = job.step("judge", job.together(lines))
    near = found.where("tag = 'copy'").dropDuplicates(["a", "b"])
    known = job.components("near", near.select("a", "b"))
    own = texts.join(known, F.col("text") == F.col("node")).select("component", F.lit("text"), F.to_json(F.struct("text", "article", "n", "length")))
    edges = near.join(known, F.col("a") == F.col("node")).select("component", F.lit("edge"), "json")
    leads = job.step("lead", job.together(own.union(edges).toDF("component", "kind", "json"))).select("a", "b")
    links = found.where("tag = 'link'").dropDuplicates(["a", "b"]).withColumn("pair", F.split("d", " "))
    for i in range(2):
        links = links.join(leads.toDF(f"text{i}", f"lead{i}"), F.get("pair", F.lit(i)) == F.col(f"text{i}"), "left")
    links = links.join(far_of(found.where("tag = 'alike'")), F.array_join(F.array_sort("pair"), " ") == F.col("far"), "left_anti")
    return job.saved(
        "steps/links", links.where("lead0 is null or lead1 is null or lead0 <> lead1").select("a", "b", F.col("c").alias("type"), "d", "json")
    )


def far_of(alike: DataFrame) -> DataFrame:
    """Of pairs of texts that are alike (`a`: both, `b`: how much they share) those that are beyond the nearest of either."""
    ends = alike.select("a", F.explode(F.split("a", " ")).alias("text"), F.col("b").cast("double").alias("score")).distinct()
    rank = F.rank().over(Window.partitionBy("text").orderBy(F.desc("score")))
    return ends.select(F.col("a").alias("far"), rank.alias("rank")).groupBy("far").agg(F.min("rank").alias("rank")).where(f"rank > {NEAREST}")


def row_of_text(claims: str) -> Column:
    """A text as the step `judge` takes it."""
    start = F.concat(F.lit('{"text":"'), "text", F.lit('","count":'), F.col("count").cast("string"), F.lit(',"claims":['))
    return F.concat(start, F.concat_ws(",", F.col(f"{claims}.json")), F.lit("]}"))


def grouped(job: Job, claims: DataFrame, links: DataFrame, twins: DataFrame, sides: DataFrame, families: DataFrame) -> DataFrame:
    """Groups and origins of all claims, as the step `origins` writes them."""
    same = links.where("type <> 'contradicts'")
    known = job.components("claims", same.select("a", "b").union(twins))
    at = claims.join(known, F.col("ref") == F.col("node"), "left").join(families, "article", "left")
    members = at.select(F.coalesce("component", "ref"), F.lit("claim"), F.coalesce("family", F.lit("")), "json")
    ends = links.join(known, F.col("a") == F.col("node")).select("b", "component", "d", "json")
    ends = ends.join(known.toDF("node", "other"), F.col("b") == F.col("node")).where("component = other")
    joined = ends.select("component", F.expr("if(d = 'copy', d, 'link')"), F.lit(""), "json")
    found = job.step("gather", job.together(members.union(joined).toDF("component", "kind", "family", "json")))
    of = found.where("tag = 'member'").select("a", F.col("b").alias("group"))
    contrary = links.where("type = 'contradicts'").join(of, "a")
    against = contrary.select(F.col("b").alias("a"), F.col("group").alias("one")).join(of, "a").where("one <> group")
    against = against.select("one", "group").union(against.select("group", "one"))
    against = against.groupBy("one").agg(F.to_json(F.collect_set("group")).alias("against"))
    speakers = sides.groupBy("a", "b").agg(F.max(F.col("c") == "support").alias("support"), F.max(F.col("c") == "oppose").alias("oppose"))
    disputed = (
        speakers.groupBy("a")
        .agg(F.max(F.expr("support and not oppose")).alias("pro"), F.max(F.expr("oppose and not support")).alias("con"))
        .where("pro and con")
    )
    topics = found.where("tag = 'topic'").select(F.col("a").alias("id"), F.col("b").alias("a"))
    topics = topics.join(disputed, "a").groupBy("id").agg(F.collect_set("a").alias("topics"))
    shared = job.components("reports", found.where("tag = 'report'").select("a", "b"))
    groups = (
        found.where("tag = 'group'")
        .join(against, F.col("a") == F.col("one"), "left")
        .join(topics, F.col("a") == F.col("id"), "left")
        .join(shared, F.col("a") == F.col("node"), "left")
    )
    # the topics are escaped as in JSON already
    listed = F.coalesce(F.concat(F.lit('["'), F.concat_ws('","', "topics"), F.lit('"]')), F.lit("[]"))
    place = F.coalesce("component", "a").alias("component")
    return job.step(
        "origins", job.together(groups.select(place, F.coalesce("against", F.lit("[]")).alias("against"), listed.alias("topics"), "json"))
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--articles", required=True, help="*.jsonl, a folder of Parquet, or table:NAME; see docs/spark.md for the columns")
    parser.add_argument("--out", required=True, help="folder for the tables")
    parser.add_argument("--config", help="claimtrace.config.json")
    parser.add_argument("--partitions", type=int, help="parts of the work (default: three for each core)")
    parser.add_argument("--seconds", type=float, default=60, help="an article that takes longer is answered by an error")
    parser.add_argument("--small-graph", type=int, default=SMALL, help="edges of a graph that the driver joins by itself")
    parser.add_argument("--resume", action="store_true", help="go on behind the steps that a job with the same articles committed")
    options = parser.parse_args()
    spark = SparkSession.builder.appName("claimtrace").getOrCreate()
    context = spark.sparkContext
    context.setLogLevel("ERROR")
    cores = context.defaultParallelism
    spark.conf.set("spark.sql.shuffle.partitions", options.partitions or 3 * cores)
    told = context.parallelize(range(cores), cores).mapPartitions(machine).collect()
    if wrong := [each for each in told if each.startswith("claimtrace: ")]:
        print(wrong[0], file=sys.stderr)
        return 2
    if options.config:
        context.addFile(options.config)
    config = ("--config", f"@{os.path.basename(options.config)}") if options.config else ()
    job = Job(spark, options.out, options.partitions or 3 * cores, config, options.small_graph, options.resume)
    tables = json.loads(told[0])

    def write(name: str, rows: DataFrame) -> None:
        job.saved(name, rows.select(F.from_json("json", StructType.fromJson(tables[name])).alias("row")).select("row.*"))

    articles = annotated(job, options.articles, options.seconds)
    write("errors", articles.where("id = ''"))
    articles = articles.where("id <> ''")
    write("articles", articles)
    rows = spark.read.parquet(f"{options.out}/articles")
    job.saved("claims", rows.select(F.col("source.id").alias("article"), F.explode("claims").alias("claim")).select("article", "claim.*"))
    profiles = job.step("profile", articles.select("linking"))
    known = job.components("speakers", profiles.where("tag = 'edge'").select("a", "b"))
    speakers = profiles.where("tag = 'speaker'").join(known, F.col("a") == F.col("node"), "left")
    merged = job.step("merge", job.together(speakers.select(F.coalesce("component", "a").alias("component"), "json")))
    write("speakers", merged.where("tag = 'speaker'"))
    own = articles.select("id", F.lit("0").alias("kind"), F.col("linking").alias("json"))
    made = job.step("claims", job.together(own.union(merged.where("tag = 'tied'").select("a", F.lit("1"), "json"))))
    of = {tag: made.where(F.col("tag") == tag) for tag in ("rows", "words", "side", "twin")}
    prepared = job.step("prepare", of["rows"].select("json"), "--words", words_of(job, of["words"]))
    facts = F.from_json("d", "length int, keys array<long>, rare array<long>").alias("facts")
    claims = prepared.where("tag = 'claim'").select(
        F.col("a").alias("text"), F.col("b").alias("article"), F.col("c").cast("int").alias("n"), facts, "json"
    )
    claims = claims.select("*", "facts.*").drop("facts")
    links = judged(job, claims)
    write("links", links)
    families = families_of(job, profiles.where("tag = 'passage'"))
    whole = prepared.where("tag = 'row'").select(F.col("a").alias("ref"), F.col("b").alias("article"), "json")
    found = grouped(job, whole, links, of["twin"].select("a", "b"), of["side"], families)
    write("groups", found.where("tag = 'group'"))
    write("origins", found.where("tag = 'origin'"))
    spark.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
