extension Agenda {
  /// The open matters that the officer may read, by kind: the agenda of the internal forum.
  public static func forum(
    _ matters: [(Reference, Record)], for officer: Officer, now: Instant
  ) -> Agenda {
    let kinds: [(SubjectKind, Phrase)] = [
      (.case, Phrase(sv: "Ärenden", en: "Cases")),
      (.custody, Phrase(sv: "Omhändertaganden, LVU 6 §", en: "Custody decisions, LVU 6 §")),
      (.policeReport, Phrase(sv: "Polisanmälningar", en: "Police reports")),
      (.handover, Phrase(sv: "Överlämningar", en: "Handovers")),
    ]
    let parts = kinds.map { kind, title in
      let items = matters.filter { $0.0.kind == kind }.compactMap {
        item($0.0, RecordView($0.1, for: officer, now: now))
      }
      return Part(
        title: Phrase(sv: "\(title.sv) (\(items.count))", en: "\(title.en) (\(items.count))"),
        items: items)
    }
    return Agenda(
      title: Phrase(sv: "Internt forum", en: "Internal forum"), madeAt: now,
      notes: [noIdentities], parts: parts.filter { !$0.items.isEmpty })
  }

  private static func item(_ reference: Reference, _ view: RecordView) -> Item? {
    guard let status = view.status, status.isOpen else { return nil }
    var lines: [Line] = []
    if let opened = view.record.entries.first?.happenedAt {
      lines.append(Line(label: Phrase(sv: "Sedan", en: "Since"), text: day(opened)))
    }
    if let waiting = view.waiting {
      lines.append(Line(label: Phrase(sv: "Frist", en: "Clock"), text: waiting))
    }
    if let clock = SubjectState.record(view.record).nextClock(at: view.now), view.isWhole,
      let law = clock.rule.law
    {
      lines.append(Line(label: Phrase(sv: "Lagrum", en: "Law"), text: Phrase(same: law)))
    }
    if let next = view.nextStep {
      lines.append(
        Line(
          label: Phrase(sv: "Nästa", en: "Next"),
          text: Phrase(
            sv: next.sv.droppingPrefix("Nästa: "), en: next.en.droppingPrefix("Next: "))))
    }
    return Item(reference: reference, heading: status.title, lines: lines)
  }
}

extension String {
  fileprivate func droppingPrefix(_ prefix: String) -> String {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
  }
}
