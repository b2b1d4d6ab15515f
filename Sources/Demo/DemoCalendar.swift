import Casework

/// When tips come in, and who is at work then.
struct DemoCalendar {
  /// Five weeks.
  static let days = 35

  let now: Instant

  /// The times of receipt in order: the last `waiting` within the last working shift, closer
  /// together towards now.
  func receipts(_ count: Int, waiting: Int, _ random: inout SplitMix64) -> [Instant] {
    let recent = (0..<waiting).map { index in
      now.adding(minutes: -(2 + 4 * index * index + random.below(2 + index)))
    }
    let oldest = recent.map { $0.since(now) / -60_000 }.max().map(Int.init) ?? 0
    let older = (recent.count..<max(count, recent.count)).map { _ in
      time(atLeast: oldest + 20, &random)
    }
    return (older + recent).sorted()
  }

  /// A moment of the five weeks; more come in the afternoon and the evening than in the night.
  private func time(atLeast minutes: Int, _ random: inout SplitMix64) -> Instant {
    var at = now
    for _ in 0..<4 {
      let span = Self.days * 24 * 60 - minutes
      at = now.adding(milliseconds: -Int64(minutes * 60 + random.below(span * 60)) * 1000)
      let hour = Stockholm.civil(at).hour
      if (10..<23).contains(hour) || random.chance(25) { break }
    }
    return at
  }

  /// Who assesses at that hour: coordinators by day, duty officers by night.
  func triage(at time: Instant, _ random: inout SplitMix64) -> String {
    let civil = Stockholm.civil(time)
    guard (8..<17).contains(civil.hour), civil.date.weekday < 6 else {
      return random.one(of: "anna", "olle", "samira", "anna", "olle", "bengt")
    }
    return random.one(of: "karin", "karin", "karin", "samira", "bengt", "petra")
  }

  /// Who handles a tip: the outreach unit or the one who is on duty.
  func handler(at time: Instant, _ random: inout SplitMix64) -> String {
    random.chance(65)
      ? random.one(of: "jonas", "leila", "petra", "jonas", "leila") : triage(at: time, &random)
  }

  /// Whose account receives a tip.
  func receiver(of tip: DemoTip, _ random: inout SplitMix64) -> String {
    switch tip.channel {
    case .email, .web: DemoData.intakeLogin
    case .observation: random.one(of: "jonas", "leila", "petra")
    case .phone, .visit, .police, .organisation: triage(at: tip.receivedAt, &random)
    }
  }
}
