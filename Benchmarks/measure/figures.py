"""Figures held against their budgets, a line each."""

import math

failed = []


def percentile(values, share):
    """The value that this share of all stays within."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, math.ceil(len(ordered) * share) - 1))]


def report(name, figure, budget=None, unit="ms", extra=""):
    """Prints a figure, its budget and whether it is kept."""
    line = f"{name}: {figure:.2f} {unit}" + (f" ({extra})" if extra else "")
    if budget is not None:
        kept = figure <= budget
        line += f"; budget {budget:g} {unit}: {'pass' if kept else 'FAIL'}"
        if not kept:
            failed.append(name)
    print(line, flush=True)


def report_times(name, seconds, budget=None, share=0.99):
    """Prints a percentile of times in milliseconds, with median and maximum."""
    times = [second * 1000 for second in seconds]
    extra = (
        f"median {percentile(times, 0.5):.2f}, most {max(times):.2f}, of {len(times)}")
    report(f"{name}, p{share * 100:g}", percentile(times, share), budget, extra=extra)


def check(name, holds, extra=""):
    """Prints whether something holds."""
    print(f"{name}: {'pass' if holds else 'FAIL'}" + (f" ({extra})" if extra else ""), flush=True)
    if not holds:
        failed.append(name)
