import Casework

/// What a probe means: pure, so that every state can be tried without bringing it about.
public struct StoreDiagnosis: Sendable {
  /// What there is to say, the worst first.
  public let findings: [Finding]

  /// The exit code of the worst fault; 0 where there is none.
  public var exitCode: Int32 { findings.first?.exitCode ?? 0 }

  /// Judges what was found.
  public init(_ probe: StoreProbe) {
    let found = Self.ofStore(probe) ?? (Self.ofContent(probe) + Self.ofFiles(probe))
    let all = found + Self.ofSurroundings(probe)
    // Of equals, the first named stays first.
    findings = [.fault, .warning, .note].flatMap { severity in
      all.filter { $0.severity == severity }
    }
  }

  /// What leaves nothing more to look at; nil where there is a store.
  private static func ofStore(_ probe: StoreProbe) -> [Finding]? {
    if probe.isHidden { return [.closed(probe.path)] }
    guard let store = probe.store else { return [.missing(probe.path)] }
    guard store.isRegular else { return [.notAStore(probe.path)] }
    guard store.size > 0 else { return [.empty(probe.path)] }
    guard store.isReadable, let header = probe.header else { return [.closed(probe.path)] }
    if !header.isStore {
      // What stood there cannot be told from its first bytes; a log beside it can.
      let wasStore = probe.bell != nil || probe.wal != nil
      return wasStore ? [.damaged(probe.path, [])] : [.notAStore(probe.path)]
    }
    let planted = [("-wal", probe.wal), ("-shm", probe.index), ("-bell", probe.bell)]
      .filter { $0.1?.isRegular == false }
    if !planted.isEmpty { return planted.map { .planted(probe.path + $0.0) } }
    return probe.isLogLost ? [.logLost(probe.path, probe.holders)] : nil
  }

  private static func ofContent(_ probe: StoreProbe) -> [Finding] {
    let missing = (probe.header?.bytes ?? 0) - (probe.store?.size ?? 0)
    switch probe.content {
    case .notRead: return []
    case .unreadable(let error):
      switch error.kind {
      case .newer: return [.newer(probe.path)]
      case .corrupt, .notAStore:
        return [missing > 0 ? .truncated(probe.path, missing) : .damaged(probe.path, [])]
      default: return [.unreadable(error)]
      }
    case .read(let reading):
      if !reading.damage.isEmpty {
        return [
          missing > 0 ? .truncated(probe.path, missing) : .damaged(probe.path, reading.damage)
        ]
      }
      return ofReading(reading, probe)
    }
  }

  private static func ofReading(_ reading: StoreProbe.Reading, _ probe: StoreProbe) -> [Finding] {
    var findings: [Finding] = []
    if let fault = reading.fault { findings.append(.chainBroken(fault)) }
    let words = "tip_words"
    let lists = reading.differing.filter { $0 != words }
    if !lists.isEmpty { findings.append(.listsDiffer(lists)) }
    if reading.differing.contains(words) { findings.append(.wordsDiffer) }
    if let latest = reading.latest, latest.since(probe.now) > StoreClock.tolerance {
      findings.append(.clockBehind(latest, now: probe.now))
    }
    if reading.orphans > 0 { findings.append(.orphans(reading.orphans)) }
    if reading.isOlder { findings.append(.older) }
    return findings
  }

  private static func ofFiles(_ probe: StoreProbe) -> [Finding] {
    var findings: [Finding] = []
    let beside = [("-wal", probe.wal), ("-shm", probe.index), ("-bell", probe.bell)]
    let files = [("", probe.store)] + beside
    if probe.isReadOnlySystem {
      findings.append(.readOnlySystem(probe.path))
    } else {
      if probe.directory?.isWritable == false { findings.append(.directoryNotWritable(probe.path)) }
      for (suffix, file) in files where file?.isWritable == false {
        findings.append(.notWritable(probe.path + suffix))
      }
    }
    if probe.bell == nil { findings.append(.bellMissing) }
    let wrong = files.filter { _, file in
      file.map { $0.mode != 0o660 || $0.group != probe.directory?.group } ?? false
    }
    if !wrong.isEmpty { findings.append(.modes(wrong.map { probe.path + $0.0 })) }
    if let mode = probe.directory?.mode, mode & 0o2770 != 0o2770 || mode & 0o007 != 0 {
      findings.append(.directoryMode(probe.path, mode))
    }
    return findings
  }

  /// Less than this is no room for the next hour, in bytes.
  static let tooLittle: Int64 = 4 << 20
  /// Less than this is to be seen to before it runs out, in bytes.
  static let little: Int64 = 256 << 20

  private static func ofSurroundings(_ probe: StoreProbe) -> [Finding] {
    var findings: [Finding] = []
    if let free = probe.free, probe.store != nil, !probe.isReadOnlySystem {
      if free < tooLittle {
        findings.append(.diskFull(free))
      } else if free < little {
        findings.append(.diskNearlyFull(free))
      }
    }
    if !probe.canWatch { findings.append(.noWatch) }
    if let rescue = probe.rescue { findings.append(.rescue(rescue)) }
    return findings
  }
}
