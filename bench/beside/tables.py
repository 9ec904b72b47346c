"""The tables of run.py, in Markdown, from what bench_centrality and bench_communities leave."""
from dataclasses import dataclass


def seconds(value):
    """Three digits, as many as such a measurement bears."""
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}" if value >= 0.1 else f"{value:.2g}"


def ratio(value):
    return "" if value is None else f"{value:.0f}" if value >= 10 else f"{value:.1f}"


def fastest(times, threads):
    counting = [time for time in times
                if time["contender"] != "ours" and time["threads"] <= threads
                and "median" in time and "trouble" not in time]
    return min(counting, key=lambda time: time["median"], default=None)


def of_ours(times, threads):
    for time in times:
        if time["contender"] == "ours" and time["threads"] == threads and "median" in time:
            return seconds(time["median"])
    return ""


def named(time):
    return f"{time['contender']} {seconds(time['median'])}" if time else ""


def kernel_line(graph, row):
    one, two = fastest(row["times"], 1), fastest(row["times"], 2)
    others = ", ".join(named(time) for time in row["times"]
                       if time["contender"] != "ours" and time["threads"] == 1 and time is not one
                       and "median" in time and "trouble" not in time)
    target = " · ".join(f"{value:g}" for value in row.get("target", []))
    cells = [row["title"], graph, of_ours(row["times"], 1), named(one), ratio(row.get("ratio1")),
             of_ours(row["times"], 2), named(two) + (f", {two['threads']}T" if two else ""),
             ratio(row.get("ratio2")), target, row["verdict"], others]
    return "| " + " | ".join(cells) + " |"


def of_kernels(rows):
    lines = ["| kernel | graph | ours, 1T | fastest peer, 1T | peer/ours | ours, 2T "
             "| fastest peer, up to 2T | peer/ours | target | | others, 1T |",
             "|---|---|--:|---|--:|--:|---|--:|---|---|---|"]
    lines += [kernel_line(graph, row) for graph, row in rows]
    notes = [f"{row['title']} on {graph} by {time['contender']}, {time['threads']}T: "
             f"{time['trouble']}" + (f", in {seconds(time['median'])} s" if "median" in time else "")
             for graph, row in rows for time in row["times"] if "trouble" in time]
    return "\n".join(lines + ["", "Does not count:", ""] + [f"- {note}" for note in notes]) + "\n"


def of_peaks(peaks):
    """Peak memory of reading, a row a graph."""
    readers = list(dict.fromkeys(reader for found in peaks.values() for reader in found))
    lines = ["| peak memory of reading, MB | " + " | ".join(readers) + " |",
             "|---|" + "--:|" * len(readers)]
    lines += [f"| {graph} | " + " | ".join(f"{found[reader]:.0f}" for reader in readers) + " |"
              for graph, found in peaks.items()]
    return "\n".join(lines) + "\n" if peaks else ""


METHODS = {"louvain": "Louvain", "leiden-2": "Leiden, 2", "leiden": "Leiden, converged",
           "ten-seeds": "ten seeds", "leiden-auto": "Leiden, auto", "label-propagation": "label propagation",
           "infomap": "Infomap", "block-model": "block model"}


def graph_title(name):
    """lfr-10000-0.5 as prose has it."""
    if not name.startswith("lfr-"):
        return {"planted": "100 groups of 100"}.get(name, name)
    _, size, mixing = name.split("-")
    return f"lfr, {int(size):,}, {mixing}"


@dataclass(frozen=True)
class Measured:
    """A row of bench_communities; means over the runs, agreement where a truth is known."""
    method: str
    program: str
    threads: int
    seconds: float
    modularity: str
    bits: str
    communities: float
    rand: str
    mutual: str
    mebibytes: float


def measured(text):
    """The rows of a table of bench_communities; that of the truth has the method "truth"."""
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 12 and cells[2].isdigit():
            yield Measured(cells[0], cells[1], int(cells[2]), float(cells[3]), *cells[4:6],
                           float(cells[6]), *cells[7:9], float(cells[10]))


def by_program(found, cell, heads):
    """Rows of `heads`, a column a program; `cell` says what stands there, or None for no cell."""
    rows, programs = {}, {}
    for graph, text in found:
        for row in measured(text):
            said = cell(row) if row.method != "truth" else None
            if said is None:
                continue
            column = f"{row.program}, {row.threads}T"
            programs.setdefault(column, None)
            rows.setdefault((METHODS[row.method], graph_title(graph)), {})[column] = said
    lines = [f"| {' | '.join([*heads, *programs])} |", "|---" * (2 + len(programs)) + "|"]
    lines += [f"| {' | '.join([*key, *(row.get(one, '') for one in programs)])} |"
              for key, row in rows.items()]
    return "\n".join(lines) + "\n" if rows else ""


def of_communities(found):
    """Seconds (modularity, or bits of the map equation; communities; ARI; AMI), a column a program."""
    def cell(row):
        quality = f"{row.bits} bits" if row.method == "infomap" else row.modularity
        figures = "; ".join(filter(None, [quality, f"{row.communities:.0f}", row.rand, row.mutual]))
        return f"{seconds(row.seconds)} ({figures})"

    return by_program(found, cell, ("method", "graph"))


def of_memory(found):
    """MiB that the first call held at most beside the graph: of ours after it has been read, of a peer after
    what its own form of it takes."""
    return by_program(found, lambda row: f"{row.mebibytes:.0f}", ("MiB, method", "graph"))
