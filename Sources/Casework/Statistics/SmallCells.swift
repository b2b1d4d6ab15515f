extension Figures {
  /// What may leave the desk (DOMAIN, Secrecy): numbers under five are hidden, and as many others as
  /// are needed for none of them to follow from the sums.
  public func hidingSmall() -> Figures {
    var hidden = self
    hidden.tables = tables.map { $0.isOpen ? $0 : $0.hidingSmall() }
    return hidden
  }
}

extension Figures.Value {
  /// The smallest number that is shown.
  static let smallest = 5

  fileprivate var number: Int {
    guard case .number(let number) = self else { return 0 }
    return number
  }

  fileprivate var hidingSmall: Figures.Value { number < Self.smallest ? .underFive : self }
}

extension Figures.Table {
  fileprivate func hidingSmall() -> Figures.Table {
    var table = self
    table.total = total?.hidingSmall
    let isShown = table.total.map { $0 != .underFive } ?? true
    if !isShown { table.medianMinutes = medianMinutes.map { _ in .hidden } }
    let sum = isShown ? total?.number : nil
    var isSafe = true
    table.breakdowns = breakdowns.map { breakdown in
      let hidden = breakdown.foldingFound().hidingSmall(sum: sum)
      isSafe = isSafe && hidden != nil
      return hidden ?? breakdown
    }
    return isSafe ? table : table.withheld
  }

  /// Nothing but that there is such a table.
  private var withheld: Figures.Table {
    var table = self
    table.total = total.map { _ in .hidden }
    table.medianMinutes = medianMinutes.map { _ in .hidden }
    table.breakdowns = breakdowns.map { breakdown in
      var breakdown = breakdown.foldingFound()
      for index in breakdown.rows.indices { breakdown.rows[index].value = .hidden }
      return breakdown
    }
    return table
  }
}

extension Figures.Breakdown {
  /// Rows that are there only where something is in them would tell by being there: the small ones
  /// become one row, which is always there.
  fileprivate func foldingFound() -> Figures.Breakdown {
    guard hasFoundRows else { return self }
    var folded = self
    folded.rows = rows.filter { $0.value.number >= Figures.Value.smallest }
    let rest = rows.reduce(0) { $0 + ($1.value.hidingSmall == .underFive ? $1.value.number : 0) }
    folded.rows.append(
      Figures.Row(id: "rest", title: Phrase(sv: "övriga", en: "others"), value: .number(rest)))
    return folded
  }

  /// The rows with the small ones hidden, and the smallest of the others until none of the small
  /// ones follows from the sum. Nil where hiding all of them does not help. No sum is one that is
  /// not given.
  fileprivate func hidingSmall(sum: Int?) -> Figures.Breakdown? {
    var hidden = self
    let small = rows.indices.filter { rows[$0].value.number < Figures.Value.smallest }
    for index in small { hidden.rows[index].value = .underFive }
    guard let sum, !small.isEmpty else { return hidden }
    var shown = rows.indices.filter { !small.contains($0) }
      .sorted { rows[$0].value.number > rows[$1].value.number }
    var others = 0
    while true {
      let rest = sum - shown.reduce(0) { $0 + rows[$1].value.number }
      if isOpenTo(rest, small: small.count, others: others) { return hidden }
      guard let next = shown.popLast() else { return nil }
      hidden.rows[next].value = .hidden
      others += 1
    }
  }

  /// Whether each of the small cells may still be more than one number to somebody who knows what
  /// all hidden cells come to together, and that the others are five or more. Where a thing may be
  /// in several rows they come to that much at least.
  private func isOpenTo(_ rest: Int, small: Int, others: Int) -> Bool {
    let most = Figures.Value.smallest - 1
    let least = others > 0 ? 0 : max(0, rest - most * (small - 1))
    let greatest = isPartition ? min(most, rest - Figures.Value.smallest * others) : most
    return greatest > least
  }
}
