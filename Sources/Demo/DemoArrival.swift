import Casework

/// A new tip as another system delivers it, for the real intake.
public enum DemoArrival: Hashable, Sendable {
  /// The bytes of an RFC 5322 message, for `samjour intake mail`.
  case mail([UInt8])
  /// A JSON object on one line, without its line end, for `samjour intake jsonl`.
  case line(String)
}

extension DemoData {
  /// The new tip number `index`: the same index, now and seed give the same bytes, and any other
  /// give another Message-ID or `id`. About one in twelve is acute.
  public static func arrival(
    _ index: Int, now: Instant, seed: UInt64 = defaultSeed
  ) -> DemoArrival {
    let moment = UInt64(bitPattern: now.milliseconds)
    let own = UInt64(bitPattern: Int64(index)) &* 0x9E37_79B9_7F4A_7C15
    var random = SplitMix64(seed: seed ^ moment &* 0xD6E8_FEB8_6659_FD93 ^ own)
    let isAcute = random.below(12) == 0
    let isMail = !isAcute && random.chance(60)
    let channel: Channel = isMail ? .email : isAcute ? .phone : random.one(of: .web, .web, .phone)
    let tip = DemoTip(at: now, channel: channel, isAcute: isAcute, &random)
    let key = "\(index).\(now.milliseconds).\(String(seed, radix: 16))"
    if isMail {
      var composer = DemoMail(tip: tip, key: key, random: random)
      return .mail(composer.bytes())
    }
    return .line(DemoLine.json(of: tip, id: key))
  }
}
