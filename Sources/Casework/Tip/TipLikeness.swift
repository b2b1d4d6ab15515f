import Foundation
import TextSafety

/// Tips that may tell what a new report tells, found while the report is typed.
///
/// It proposes, with reasons in words, and merges nothing: an officer marks a duplicate. Making the
/// value folds every candidate's text once; ``matches(for:now:)`` then costs little and can be asked
/// at each key. The weights are for the order of the list alone; they say nothing about a child.
public struct TipLikeness: Sendable {
  /// A tip that may tell the same.
  public struct Match: Hashable, Sendable {
    /// The tip.
    public let reference: Reference
    /// Why it may be the same, the strongest first; never empty.
    public let reasons: [Phrase]
    /// 0…1, for the order only.
    public let strength: Double
  }

  /// The most matches that are shown.
  public static let most = 8

  /// The score from which a tip is shown: one strong reason, or several weak ones.
  private static let threshold = 2.5

  private let candidates: [FoldedTip]
  /// In which candidates a word stands.
  private let occurrences: [String: [Int]]

  /// Folds the candidates. Those that `old` folded at the same version are taken over from it.
  public init(candidates: [(Reference, Tip)], reusing old: TipLikeness? = nil) {
    let known = Dictionary(
      (old?.candidates ?? []).map { ($0.reference, $0) }, uniquingKeysWith: { first, _ in first })
    let folded = candidates.map { reference, tip in
      if let same = known[reference], same.tip.id == tip.id, same.tip.version == tip.version {
        return same
      }
      return FoldedTip(reference, tip)
    }
    var occurrences: [String: [Int]] = [:]
    for (index, candidate) in folded.enumerated() {
      for word in candidate.report.stems { occurrences[word, default: []].append(index) }
    }
    self.candidates = folded
    self.occurrences = occurrences
  }

  /// The likely matches among tips that are used once; see ``init(candidates:reusing:)`` for
  /// asking again at each key.
  public static func matches(
    for report: TipReport, among candidates: [(Reference, Tip)], now: Instant
  ) -> [Match] {
    TipLikeness(candidates: candidates).matches(for: report, now: now)
  }

  /// The likely matches, the strongest first, at most ``most``.
  public func matches(for report: TipReport, now: Instant) -> [Match] {
    let typed = FoldedReport(report)
    let shared = sharedWords(with: typed)
    var scored: [(score: Double, candidate: FoldedTip, reasons: [Reason])] = []
    for (index, candidate) in candidates.enumerated() {
      var reasons = [
        typed.samePlace(as: candidate.report), typed.sameReporter(as: candidate.report),
        typed.childrenAlike(candidate.tip.report), typed.sameActivity(as: candidate.tip.report),
      ].compactMap { $0 }
      if let words = shared[index] { reasons.append(words.reason) }
      // That two things happened the same day is no reason of its own.
      guard !reasons.isEmpty else { continue }
      if let near = nearInTime(report, candidate.tip, now: now) { reasons.append(near) }
      let score = reasons.reduce(0) { $0 + $1.weight }
      if score >= Self.threshold { scored.append((score, candidate, reasons)) }
    }
    scored.sort { a, b in
      (a.score, a.candidate.tip.receivedAt, a.candidate.reference.number)
        > (b.score, b.candidate.tip.receivedAt, b.candidate.reference.number)
    }
    return scored.prefix(Self.most).map { score, candidate, reasons in
      Match(
        reference: candidate.reference,
        reasons: reasons.sorted { $0.weight > $1.weight }.map(\.words),
        strength: 1 - exp(-score / 4))
    }
  }

  /// A reason and what it weighs.
  struct Reason {
    let weight: Double
    let words: Phrase
  }

  private struct SharedWords {
    var words: [(weight: Double, word: String)] = []

    var reason: Reason {
      let rarest = words.sorted { ($0.weight, $1.word) > ($1.weight, $0.word) }.prefix(4)
      let shown = rarest.map { SafeText($0.word).string }.joined(separator: ", ")
      return Reason(
        weight: min(4, rarest.reduce(0) { $0 + $1.weight }),
        words: Phrase(sv: "samma ord: \(shown)", en: "same words: \(shown)"))
    }
  }

  /// The rare words each candidate shares with the report. A word weighs more the fewer have it; one
  /// that more than one in twenty have weighs nothing.
  private func sharedWords(with typed: FoldedReport) -> [Int: SharedWords] {
    var shared: [Int: SharedWords] = [:]
    let common = max(4, candidates.count / 20)
    for (stem, word) in typed.words {
      guard let places = occurrences[stem], places.count <= common else { continue }
      let weight = min(1.2, log(Double(candidates.count + 4) / Double(places.count)) / 4)
      for index in places { shared[index, default: SharedWords()].words.append((weight, word)) }
    }
    return shared
  }

  private func nearInTime(_ report: TipReport, _ tip: Tip, now: Instant) -> Reason? {
    let minutes =
      abs((report.observedAt ?? now).since(tip.report.observedAt ?? tip.receivedAt)) / 60_000
    guard minutes <= 24 * 60 else { return nil }
    let weight = 1.2 - Double(minutes) / 1440
    guard minutes >= 10 else {
      return Reason(
        weight: weight, words: Phrase(sv: "sett vid samma tid", en: "seen at the same time"))
    }
    return Reason(
      weight: weight,
      words: Phrase(
        sv: "sett inom \(TimeText.age(minutes: minutes, .sv))",
        en: "seen within \(TimeText.age(minutes: minutes, .en))"))
  }
}

/// A candidate and its folded report.
private struct FoldedTip: Sendable {
  let reference: Reference
  let tip: Tip
  let report: FoldedReport

  init(_ reference: Reference, _ tip: Tip) {
    self.reference = reference
    self.tip = tip
    report = FoldedReport(tip.report)
  }
}

/// What a report says, folded for comparing.
private struct FoldedReport: Sendable {
  let report: TipReport
  /// Stem and word of what is told, stop words left out.
  let words: [String: String]
  var stems: some Collection<String> & Sendable { words.keys }
  /// The place without spaces: "sergelstorg".
  let place: String
  /// The place's own words, without "utanför", "torget" and the like.
  let placeStems: Set<String>
  /// One, two and three words running of the text and the place, without spaces.
  let runs: Set<String>
  let phone: String
  let email: String

  /// Text beyond this adds nothing to a comparison and could make a key wait: bytes of UTF-8.
  static let longest = 6000

  init(_ report: TipReport) {
    self.report = report
    let placeWords = Self.folded(report.place)
    let telling = [report.text, report.acute, report.childNow, report.cautions, report.language]
      .flatMap { Self.folded($0) }
    var words: [String: String] = [:]
    for word in telling + placeWords {
      let stem = SwedishStem.of(word)
      guard word.utf8.count >= 4, !SwedishStem.isStopWord(word), words[stem] == nil else {
        continue
      }
      words[stem] = word
    }
    self.words = words
    place = placeWords.joined()
    placeStems = Set(
      placeWords.filter { $0.utf8.count >= 4 && !SwedishStem.isCommonInPlaces($0) }
        .map(SwedishStem.of))
    var runs: Set<String> = []
    for start in telling.indices {
      var run = ""
      for word in telling[start...].prefix(3) {
        run += word
        if run.utf8.count >= 6 { runs.insert(run) }
      }
    }
    self.runs = runs
    phone = Self.digits(report.reporterPhone)
    let mail = report.reporterEmail.map { Self.bounded($0).lowercased() } ?? ""
    email = mail.filter { !$0.isWhitespace }
  }

  private static func bounded(_ text: UntrustedText) -> String {
    String(decoding: text.raw.utf8.prefix(longest), as: UTF8.self)
  }

  private static func folded(_ text: UntrustedText?) -> [String] {
    guard let text else { return [] }
    return SwedishFolding.fold(bounded(text)).split(separator: " ").map(String.init)
  }

  /// The number's digits without country code and leading noughts, so that +46 70 and 070 are one.
  private static func digits(_ text: UntrustedText?) -> String {
    guard let text else { return "" }
    let digits = bounded(text).filter(\.isASCIIDigit).drop { $0 == "0" }
    let isForeignForm = text.raw.utf8.contains(UInt8(ascii: "+")) || digits.hasPrefix("46")
    guard isForeignForm, digits.hasPrefix("46"), digits.count > 8 else { return String(digits) }
    return String(digits.dropFirst(2).drop { $0 == "0" })
  }

  func samePlace(as other: FoldedReport) -> TipLikeness.Reason? {
    if place.utf8.count >= 4, place == other.place {
      return reason(2.6, "samma plats", "same place", other.report.place)
    }
    if place.utf8.count >= 5, other.place.utf8.count >= 5,
      place.hasPrefix(other.place) || other.place.hasPrefix(place)
    {
      return reason(2.2, "samma plats", "same place", other.report.place)
    }
    if !placeStems.isDisjoint(with: other.placeStems) {
      return reason(1.8, "liknande plats", "similar place", other.report.place)
    }
    if place.isEmpty, other.place.utf8.count >= 6, runs.contains(other.place) {
      return reason(2.2, "platsen nämns", "names the place", other.report.place)
    }
    if other.place.isEmpty, place.utf8.count >= 6, other.runs.contains(place) {
      return reason(2.2, "platsen nämns", "names the place", report.place)
    }
    return nil
  }

  private func reason(
    _ weight: Double, _ sv: String, _ en: String, _ text: UntrustedText?
  ) -> TipLikeness.Reason {
    let shown = SafeText(String((text ?? "").raw.unicodeScalars.prefix(60))).string
    return .init(weight: weight, words: Phrase(sv: "\(sv): \(shown)", en: "\(en): \(shown)"))
  }

  func sameReporter(as other: FoldedReport) -> TipLikeness.Reason? {
    if phone.utf8.count >= 7, phone == other.phone {
      return .init(
        weight: 3, words: Phrase(sv: "samma telefon till tipsaren", en: "same reporter's telephone")
      )
    }
    if email.contains("@"), email == other.email {
      return .init(
        weight: 3, words: Phrase(sv: "samma e-post till tipsaren", en: "same reporter's e-mail"))
    }
    return nil
  }

  func sameActivity(as other: TipReport) -> TipLikeness.Reason? {
    let theirs = other.activity ?? []
    let both = (report.activity ?? []).filter { $0 != .other && theirs.contains($0) }
    guard !both.isEmpty else { return nil }
    let names = Phrase.list(both.map(\.title))
    return .init(weight: 0.7, words: Phrase(sv: "också: \(names.sv)", en: "also: \(names.en)"))
  }

  func childrenAlike(_ other: TipReport) -> TipLikeness.Reason? {
    var best: (weight: Double, child: SeenChild)?
    for mine in report.children ?? [] {
      for theirs in other.children ?? [] {
        let weight = Self.likeness(mine, theirs)
        if weight > best?.weight ?? 0 { best = (weight, theirs) }
      }
    }
    guard let best else { return nil }
    let count = report.children?.count ?? 0
    let sameCount = count > 1 && count == other.children?.count
    return .init(
      weight: best.weight + (sameCount ? 0.4 : 0),
      words: Phrase(
        sv: (sameCount ? "\(count) barn, " : "") + "också \(best.child.title(.sv))",
        en: (sameCount ? "\(count) children, " : "") + "also \(best.child.title(.en))"))
  }

  /// Nought where sex or ages speak against, or where neither is known of both.
  private static func likeness(_ a: SeenChild, _ b: SeenChild) -> Double {
    if let x = a.sex, let y = b.sex, x != y { return 0 }
    let sex = a.sex != nil && b.sex != nil ? 0.5 : 0
    guard a.ageFrom != nil || a.ageTo != nil, b.ageFrom != nil || b.ageTo != nil else { return sex }
    let overlap =
      (a.ageFrom ?? 0) <= (b.ageTo ?? 120) && (b.ageFrom ?? 0) <= (a.ageTo ?? 120)
    return overlap ? sex + 0.6 : 0
  }
}
