"""The tables of run.py, in Markdown, from what bench_centrality and bench_communities leave."""


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


def measured(text):
    """(method, program, threads) of a table of bench_communities, and the cells that follow."""
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 12 and cells[2].isdigit() and cells[0] != "truth":
            yield cells[:3], cells[3:]


def of_communities(found):
    """Seconds (modularity, or bits of the map equation; communities; ARI), a column a program."""
    rows, programs = {}, {}
    for graph, text in found:
        for (method, program, threads), (time, quality, bits, count, rand, *_) in measured(text):
            column = f"{program}, {threads}T"
            programs.setdefault(column, None)
            quality = f"{bits} bits" if method == "infomap" else quality
            figures = "; ".join(filter(None, [quality, f"{float(count):.0f}", rand]))
            rows.setdefault((method, graph), {})[column] = f"{seconds(float(time))} ({figures})"
    lines = ["| method | graph | " + " | ".join(programs) + " |",
             "|---|---|" + "---|" * len(programs)]
    lines += [f"| {method} | {graph} | " + " | ".join(row.get(one, "") for one in programs) + " |"
              for (method, graph), row in rows.items()]
    return "\n".join(lines) + "\n" if rows else ""
