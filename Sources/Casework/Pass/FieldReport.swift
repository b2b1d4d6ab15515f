import TextSafety

extension Pass {
  /// The field report (fältrapport): the whole pass first, then each sighting, then the notes.
  public var fieldReport: [RecordSection] {
    let sightings = sightings
    let sections =
      [RecordSection(Phrase(sv: "Fältrapport", en: "Field report"), heading)]
      + [RecordSection(Phrase(sv: "Barn och vuxna", en: "Children and adults"), summary(sightings))]
      + grouped(sightings)
      + [RecordSection(Phrase(sv: "Anteckningar", en: "Notes"), notes)]
    return sections.filter { !$0.rows.isEmpty }
  }

  /// What was counted with one key and never told more of stands together for each place, so that
  /// twenty adults are not twenty headings; the rest stand each by itself.
  private func grouped(_ sightings: [Sighting]) -> [RecordSection] {
    var groups: [[Sighting]] = []
    for sighting in sightings {
      let joins = groups.last?.last.map { $0.isCountAlone && $0.place == sighting.place } ?? false
      if joins, sighting.isCountAlone {
        groups[groups.count - 1].append(sighting)
      } else {
        groups.append([sighting])
      }
    }
    var number = 0
    return groups.compactMap { group in
      guard let first = group.first, let last = group.last else { return nil }
      let span = number + 1
      number += group.count
      guard group.count > 1 else {
        return RecordSection(
          Phrase(
            sv: "Iakttagelse \(span) (v\(first.version))",
            en: "Sighting \(span) (v\(first.version))"), first.rows)
      }
      return RecordSection(
        Phrase(
          sv: "Iakttagelse \(span)–\(number) (v\(first.version)–v\(last.version))",
          en: "Sightings \(span)–\(number) (v\(first.version)–v\(last.version))"),
        Self.rows(of: group, first, last))
    }
  }

  private static func rows(
    of group: [Sighting], _ first: Sighting, _ last: Sighting
  ) -> [FactWords.Detail] {
    let count = { (kind: KeyPath<Sighting, Int>) in
      FactWords.Value.phrase(Phrase(same: String(group.reduce(0) { $0 + $1[keyPath: kind] })))
    }
    return [.init(Phrase(sv: "Från", en: "From"), .time(first.happenedAt))]
      + (last.happenedAt == first.happenedAt
        ? [] : [.init(Phrase(sv: "Till", en: "To"), .time(last.happenedAt))])
      + (first.place.map { [.init(Phrase(sv: "Plats", en: "Place"), .untrusted($0))] } ?? [])
      + [
        .init(Phrase(sv: "Vuxna", en: "Adults"), count(\.adults)),
        .init(Phrase(sv: "Barn", en: "Children"), count(\.children)),
      ]
  }

  private var heading: [FactWords.Detail] {
    var rows: [FactWords.Detail] = []
    if let startedAt {
      rows.append(.init(Phrase(sv: "Datum", en: "Date"), .phrase(Self.date(startedAt))))
      rows.append(.init(Phrase(sv: "Började", en: "Began"), .time(startedAt)))
    }
    if let endedAt { rows.append(.init(Phrase(sv: "Slutade", en: "Ended"), .time(endedAt))) }
    if let minutes {
      rows.append(
        .init(
          Phrase(sv: "Längd", en: "Length"),
          .phrase(
            Phrase(
              sv: TimeText.age(minutes: Int64(minutes), .sv),
              en: TimeText.age(minutes: Int64(minutes), .en)))))
    }
    rows += record.rows("staff", "area")
    rows += places.map { .init(Phrase(sv: "Plats", en: "Place"), .untrusted($0)) }
    rows += record.rows("tips")
    return rows
  }

  private func summary(_ sightings: [Sighting]) -> [FactWords.Detail] {
    guard !sightings.isEmpty else { return [] }
    var rows: [FactWords.Detail] = [
      .init(Phrase(sv: "Räknade", en: "Counted"), .phrase(counted))
    ]
    let described = sightings.flatMap(\.described)
    if !described.isEmpty {
      rows.append(.init(Phrase(sv: "Barnen", en: "The children"), .children(described)))
    }
    func tick<C: CaseIterable & Equatable>(
      _ label: Phrase, _ values: KeyPath<Sighting, [C]>, _ title: (C) -> Phrase
    ) {
      let found = sightings.flatMap { $0[keyPath: values] }
      let titles = C.allCases.filter(found.contains).map(title)
      if !titles.isEmpty { rows.append(.init(label, .phrase(.list(titles)))) }
    }
    tick(Phrase(sv: "Vad de gjorde", en: "What they did"), \.activity, \.title)
    let repeated = sightings.count { $0.seenBefore == .yes || $0.seenBefore == .possibly }
    if repeated > 0 {
      rows.append(
        .init(
          Phrase(sv: "Kanske sedda förut", en: "Possibly seen before"),
          .phrase(
            Phrase(
              sv: "\(repeated) av \(sightings.count) iakttagelser",
              en: "\(repeated) of \(sightings.count) sightings"))))
    }
    tick(Phrase(sv: "Indikatorer", en: "Indicators"), \.indicators, \.title)
    return rows
  }

  private var notes: [FactWords.Detail] {
    let noted = record.all("noted").compactMap { $0.text("text") }
      .map { FactWords.Detail(Phrase(sv: "Anteckning", en: "Note"), .untrusted($0)) }
    return noted + record.rows("summary")
  }

  private static func date(_ instant: Instant) -> Phrase {
    Phrase(same: Stockholm.civil(instant).date.description)
  }
}

extension Sighting {
  /// What is known of it, in the order it is read.
  var rows: [FactWords.Detail] {
    var rows: [FactWords.Detail] = [.init(Phrase(sv: "När", en: "When"), .time(happenedAt))]
    func add(_ label: Phrase, _ text: UntrustedText?) {
      if let text { rows.append(.init(label, .untrusted(text))) }
    }
    func add(_ label: Phrase, _ titles: [Phrase]) {
      if !titles.isEmpty { rows.append(.init(label, .phrase(.list(titles)))) }
    }
    add(Phrase(sv: "Plats", en: "Place"), place)
    add(Phrase(sv: "Vuxna", en: "Adults"), [Phrase(same: String(adults))])
    add(Phrase(sv: "Barn", en: "Children"), [Phrase(same: String(children))])
    if !described.isEmpty {
      rows.append(.init(Phrase(sv: "Vilka barn", en: "Which children"), .children(described)))
    }
    add(Phrase(sv: "Uppgiven ålder", en: "Claimed age"), ages)
    add(Phrase(sv: "Uppgivet ursprung", en: "Claimed origin"), origin)
    add(Phrase(sv: "Vad de gjorde", en: "What they did"), activity.map(\.title))
    add(Phrase(sv: "Sedda förut", en: "Seen before"), seenBefore.map { [$0.title] } ?? [])
    add(Phrase(sv: "Indikatorer", en: "Indicators"), indicators.map(\.title))
    add(Phrase(sv: "Åtgärd", en: "Action taken"), action)
    add(Phrase(sv: "Iakttaget", en: "Observed"), note)
    return rows
  }
}
