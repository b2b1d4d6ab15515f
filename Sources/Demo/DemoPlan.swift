import Casework

/// How far each tip has come by now, and all that happens until then.
struct DemoPlan {
  /// Where a tip stands in the end.
  enum Fate: Hashable {
    case waiting, open, closed
    /// Called a duplicate; by mistake where the mark was taken away again and the tip closed.
    case duplicate(of: Int, isMistake: Bool)
  }

  private let calendar: DemoCalendar
  private let now: Instant
  private var random: SplitMix64
  private var tips: [DemoTip] = []
  private var fates: [Fate] = []
  private var acute: Set<Int> = []

  init(now: Instant, tips count: Int, seed: UInt64) {
    self.now = now
    calendar = DemoCalendar(now: now)
    random = SplitMix64(seed: seed)
    let waiting = min(random.number(in: 8...12), count / 8)
    let times = calendar.receipts(count, waiting: waiting, &random)
    fates = Array(repeating: .closed, count: count)
    for index in fates.indices.suffix(waiting) { fates[index] = .waiting }
    markDuplicates(waiting: waiting)
    markOpen(count * 2 / 15 - waiting, before: count - waiting)
    markAcute(waiting: waiting)
    for index in times.indices { tips.append(tip(index, at: times[index])) }
  }

  /// One in thirteen tells what an earlier one has told.
  private mutating func markDuplicates(waiting: Int) {
    guard fates.count > 10 + waiting else { return }
    var found = 0
    for index in 10..<(fates.count - waiting) where random.chance(8) {
      let original = index - 1 - random.below(4)
      guard fates[original] == .closed else { continue }
      fates[index] = .duplicate(of: original, isMistake: found % 8 == 2)
      found += 1
    }
  }

  private mutating func markOpen(_ wanted: Int, before end: Int) {
    let originals = Set(
      fates.compactMap { fate in
        if case .duplicate(let original, _) = fate { original } else { nil }
      })
    var left = wanted
    let recent = max(0, end - wanted * 3)..<max(0, end)
    // The newest first, most of them; then whatever is needed.
    for index in recent.reversed() where left > 0 && fates[index] == .closed {
      guard !originals.contains(index), random.chance(60) else { continue }
      fates[index] = .open
      left -= 1
    }
    for index in recent.reversed() where left > 0 && fates[index] == .closed {
      fates[index] = .open
      left -= 1
    }
  }

  /// Two are acute now: one nobody has assessed, one that is being dealt with.
  private mutating func markAcute(waiting: Int) {
    if waiting > 1 { acute.insert(fates.count - 2) }
    if let open = fates.lastIndex(of: .open) { acute.insert(open) }
    for index in fates.indices where fates[index] == .closed && random.chance(6) {
      acute.insert(index)
    }
  }

  private mutating func tip(_ index: Int, at time: Instant) -> DemoTip {
    let isAcute = acute.contains(index)
    let channel: Channel? = isAcute ? random.one(of: .phone, .police, .web) : nil
    var sighting: DemoSighting?
    if case .duplicate(let original, _) = fates[index] {
      var same = tips[original].sighting
      same.seenAt = min(
        same.seenAt.adding(minutes: random.below(45)), time.adding(minutes: -3))
      sighting = same
    }
    return DemoTip(at: time, channel: channel, sighting: sighting, isAcute: isAcute, &random)
  }

  /// All that happens to the tips, tip by tip, filled up with notes to that many facts.
  mutating func events(facts wanted: Int) -> [DemoEvent] {
    var events: [DemoEvent] = []
    var spans: [(tip: Int, from: Instant, to: Instant)] = []
    for index in tips.indices {
      var course = DemoCourse(index, tips[index], calendar: calendar, random: random)
      course.run(to: fates[index], isAcute: acute.contains(index))
      random = course.random
      events += course.events
      if let first = course.assessedAt, let last = course.events.last?.at {
        spans.append((index, first, fates[index] == .open ? now : last))
      }
    }
    let count = events.reduce(0) { $0 + $1.facts }
    guard !spans.isEmpty, count < wanted else { return events }
    for _ in count..<wanted {
      let span = spans[random.below(spans.count)]
      let seconds = Int(span.to.since(span.from) / 1000)
      let at = span.from.adding(milliseconds: Int64(random.below(seconds)) * 1000)
      events.append(note(on: span.tip, at: at))
    }
    return events
  }

  private mutating func note(on tip: Int, at time: Instant) -> DemoEvent {
    DemoEvent(
      at: time, login: calendar.handler(at: time, &random),
      action: Action(
        "tip.note", happenedAt: time,
        fields: ["text": .text(DemoOfficerWords.note(on: tips[tip], &random))]),
      subject: .tip(tip))
  }
}
