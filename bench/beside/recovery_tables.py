"""The tables of recovery.py, in Markdown, from what bench_communities leaves."""
from tables import METHODS, graph_title, measured

SHOWN = ("leiden", "leiden-auto", "label-propagation", "infomap", "block-model")
LEAST = 0.0005  # differences below are not told: figures have three digits


def by_graph(found):
    """Of each graph the rows that have been measured, and that of the truth where there is one."""
    rows, truth = {}, {}
    for graph, text in found:
        for row in measured(text):
            if row.method == "truth":
                truth[graph] = row
            else:
                rows.setdefault(graph, []).append(row)
    return rows, truth


def of_ours(rows, method):
    return next((row for row in rows if row.program == "ours" and row.method == method), None)


def best_peer(rows, figure, method=None):
    peers = [row for row in rows if row.program != "ours" and method in (None, row.method)]
    return max(peers, key=lambda row: float(getattr(row, figure)), default=None)


def agreement(row):
    """ARI · AMI · communities."""
    if row is None:
        return ""
    return " · ".join(filter(None, [row.rand, row.mutual, f"{row.communities:.0f}"]))


def named(rows, figure):
    """The best peer and its method; of equals the first, and how many there are."""
    best = best_peer(rows, figure)
    equal = sum(row.program != "ours" and getattr(row, figure) == getattr(best, figure) for row in rows)
    return f"{best.program}, {METHODS[best.method]}" + (f", and {equal - 1} more" if equal > 1 else "")


def ahead(rows, ours):
    """By how much the best of some rows of ours is above the best peer, whatever its method: ARI · AMI."""
    def more(figure):
        most = max((float(getattr(row, figure)) for row in ours), default=0.0)
        return f"{most - float(getattr(best_peer(rows, figure), figure)):+.3f}"

    return f"{more('rand')} · {more('mutual')}" if ours else ""


def table(heads, lines):
    text = [f"| {' | '.join(cells)} |" for cells in [heads, *lines]]
    return "\n".join([text[0], "|---" * len(heads) + "|", *text[1:]]) + "\n"


def of_recovery(found):
    """ARI · AMI · communities of ours by method, and of the peer and method of the highest ARI."""
    rows, truth = by_graph(found)
    lines = []
    for graph, planted in truth.items():
        those = rows[graph]
        best = best_peer(those, "rand")
        ours = [row for row in those if row.program == "ours"]
        auto = [row for row in ours if row.method == "leiden-auto"]
        lines.append([graph_title(graph), f"{planted.communities:.0f}",
                      *(agreement(of_ours(those, method)) for method in SHOWN),
                      f"{agreement(best)}, {named(those, 'rand')}" if best else "",
                      ahead(those, ours) if best else "", ahead(those, auto) if best else ""])
    return table(["graph", "groups", *(METHODS[one] for one in SHOWN), "the best peer by ARI",
                  "our best less the best peer", "auto less the best peer"], lines)


def of_resolutions(found):
    """For docs/communities.md: ARI (communities)."""
    rows, truth = by_graph(found)
    shown = ("leiden", "label-propagation", "leiden-auto")

    def cell(row):
        return f"{row.rand} ({row.communities:.0f})" if row else ""

    lines = [[graph_title(graph), f"{planted.communities:.0f}",
              *(cell(of_ours(rows[graph], method)) for method in shown)]
             for graph, planted in truth.items() if of_ours(rows[graph], "leiden-auto")]
    return table(["graph", "planted", "resolution 1", "label propagation", "`auto`"], lines)


def of_modularity(found):
    """Ours by method, and the peer and method of the highest."""
    rows, truth = by_graph(found)
    shown = ("louvain", "leiden-2", "leiden", "leiden-auto")
    lines = []
    for graph, those in rows.items():
        ours = [of_ours(those, method) for method in shown]
        best = best_peer(those, "modularity")
        lines.append([graph_title(graph), truth[graph].modularity if graph in truth else "",
                      *(row.modularity if row else "" for row in ours),
                      f"{best.modularity}, {named(those, 'modularity')}" if best else ""])
    return table(["graph", "known groups", *(METHODS[one] for one in shown), "the best peer"], lines)


def of_agreement(found):
    """A row a graph and method, a column a program: ARI · AMI · communities; modularity where no truth is."""
    rows, _ = by_graph(found)
    programs = list(dict.fromkeys(row.program for those in rows.values() for row in those))
    programs.sort(key="ours".__ne__)
    lines = []
    for graph, those in rows.items():
        for method in METHODS:
            cells = {row.program: agreement(row) if row.rand else
                     f"{row.communities:.0f}; {row.modularity}" for row in those if row.method == method}
            if cells:
                lines.append([graph_title(graph), METHODS[method],
                              *(cells.get(program, "") for program in programs)])
    return table(["graph", "method", *programs], lines)


def of_shortfalls(found):
    """Where the best peer by the same method has more ARI or more AMI than ours."""
    rows, truth = by_graph(found)
    lines = []
    for graph in truth:
        for method in METHODS:
            ours = of_ours(rows[graph], method)
            cells, less = [], False
            for figure in ("rand", "mutual"):
                best = best_peer(rows[graph], figure, method)
                if ours and best:
                    one, other = getattr(ours, figure), getattr(best, figure)
                    less |= float(other) - float(one) > LEAST
                    cells += [one, f"{other}, {best.program}"]
            if less:
                lines.append([graph_title(graph), METHODS[method], *cells])
    return table(["graph", "method", "ARI, ours", "the best peer", "AMI, ours", "the best peer"], lines)
