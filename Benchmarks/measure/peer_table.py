"""The figures of all programs as tables, and how many times those of the desk they are."""


def shown(figure, value):
    """A figure with its unit."""
    if value is None:
        return "–"
    if figure == "memory":
        return f"{value:.0f} MB"
    return f"{value * 1000:.0f} ms" if value < 10 else f"{value:.0f} s"


def print_tables(results, figures):
    """A table for each size, in Markdown; behind each figure its ratio to the desk's."""
    sizes = sorted({size for _, size in results})
    names = list(dict.fromkeys(name for name, _ in results))
    for size in sizes:
        print(f"\n| {size} tips | " + " | ".join(figures) + " |")
        print("|---|" + "---|" * len(figures))
        own = results.get(("samjour", size), {})
        for name in names:
            cells = []
            for figure in figures:
                value, base = results[name, size].get(figure), own.get(figure)
                ratio = ""
                if value is not None and base and name != "samjour":
                    ratio = f" ({value / base:.2g}×)"
                cells.append(shown(figure, value) + ratio)
            print(f"| {name} | " + " | ".join(cells) + " |")
