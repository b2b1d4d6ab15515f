import Casework
import TextSafety

extension IncomingMail {
  /// The mail as a tip to be received. The clocks start when our own mail server took it, not when
  /// the desk's store did (FL: received when it reached the authority); a date ahead of now is not
  /// believed.
  public func action(now: Instant) -> Action {
    var fields: [String: FieldValue] = ["channel": .text("email"), "text": .text(tipText)]
    if let sender = from.first ?? replyTo.first {
      if !sender.name.isBlank { fields["reporterName"] = .text(sender.name.raw) }
      if !sender.address.isBlank { fields["reporterEmail"] = .text(sender.address.raw) }
    }
    if !attachments.isEmpty {
      let listed = attachments.map { "\($0.name.raw) (\($0.contentType), \($0.size) byte)" }
      fields["enclosures"] = .text(listed.joined(separator: "; "))
    }
    let delivered = deliveredAt.map { Instant(milliseconds: $0) }
    let received = delivered.map { min(max($0, .earliest), now) }
    return Action(
      "tip.receive", happenedAt: received, fields: fields,
      sourceKey: messageID.map { "mail:\($0)" } ?? "mail-sha256:\(fallbackKey)")
  }

  private var tipText: String {
    var parts: [String] = []
    if !subject.isBlank { parts.append(subject.raw) }
    if !text.isBlank { parts.append(text.raw) }
    if parts.isEmpty { parts.append("(meddelandet har ingen text)") }
    if !defects.isEmpty {
      let words = defects.map { $0.message(swedish: true) }.joined(separator: "; ")
      parts.append("[Om meddelandet: \(words)]")
    }
    return parts.joined(separator: "\n\n")
  }
}

extension IncomingTipLine {
  /// The line as a tip to be received.
  public func action(now: Instant) -> Action {
    var fields: [String: FieldValue] = [
      "channel": .text((channel ?? .web).rawValue), "text": .text(text.raw),
    ]
    let texts: [(String, UntrustedText?)] = [
      ("place", place), ("acute", acute), ("language", language),
      ("reporterName", reporter?.name), ("reporterPhone", reporter?.phone),
      ("reporterEmail", reporter?.email), ("reporterCategory", reporter?.category),
    ]
    for (name, value) in texts {
      if let value { fields[name] = .text(value.raw) }
    }
    if let observedAt {
      fields["observedAt"] = .text(Instant(milliseconds: observedAt).iso8601)
    }
    if !children.isEmpty {
      fields["children"] = .list(
        children.map { child in
          SeenChild(
            sex: child.sex.flatMap { Casework.Sex(rawValue: $0.rawValue) }, ageFrom: child.ageFrom,
            ageTo: child.ageTo
          ).field
        })
    }
    if let adults { fields["adults"] = .number(adults) }
    if !activity.isEmpty { fields["activity"] = .list(activity.map { .text($0.rawValue) }) }
    if let wants = reporter?.wantsFeedback { fields["wantsFeedback"] = .flag(wants) }
    return Action(
      // A sender's clock that runs ahead of ours is not believed.
      "tip.receive", happenedAt: receivedAt.map { min(Instant(milliseconds: $0), now) },
      fields: fields,
      sourceKey: id.map { "id:\($0)" })
  }
}
