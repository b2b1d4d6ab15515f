import TextSafety

/// Why an officer opens what needs a reason, in the officer's own words ("break glass"): it is
/// written before anything is shown, and a lead reads it (SoLPuL 2001:454 10 §).
public struct AccessReason: Hashable, Sendable {
  /// The fewest letters and digits that can say why.
  public static let fewest = 8
  /// The most characters that are kept.
  public static let most = 500

  /// The reason as it was typed, without blanks at either end.
  public let text: UntrustedText

  /// Takes a reason as it was typed. Throws ``Refusal`` in words where nothing, too little or too
  /// much was typed.
  public init(_ typed: String) throws(Refusal) {
    let trimmed = typed.trimmingBlanks
    let told = trimmed.unicodeScalars.lazy.filter {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    guard !told.isEmpty else {
      throw Self.refusal(
        Phrase(
          sv: "skriv varför du behöver uppgifterna", en: "write why you need the information"))
    }
    guard told.count >= Self.fewest else {
      throw Self.refusal(
        Phrase(
          sv: "skälet är för kort: minst \(Self.fewest) bokstäver",
          en: "the reason is too short: \(Self.fewest) letters at least"))
    }
    guard trimmed.unicodeScalars.count <= Self.most else {
      throw Self.refusal(
        Phrase(
          sv: "skälet är för långt: högst \(Self.most) tecken",
          en: "the reason is too long: \(Self.most) characters at most"))
    }
    text = UntrustedText(trimmed)
  }

  private static func refusal(_ reason: Phrase) -> Refusal {
    Refusal(.invalid, reason, field: "reason", law: "SoLPuL 10 §")
  }
}

/// The reasons an officer has given for one opening of one subject.
public struct AccessReasons: Hashable, Sendable {
  /// Why a restricted case is opened.
  public var access: AccessReason?
  /// Why masked values are asked for: protected personal data, where a child is placed.
  public var masked: AccessReason?

  /// Takes the reasons; none is what an ordinary opening has.
  public init(access: AccessReason? = nil, masked: AccessReason? = nil) {
    self.access = access
    self.masked = masked
  }

  /// One reason for all that needs one.
  public init(_ reason: AccessReason?) { self.init(access: reason, masked: reason) }
}

/// A restricted case was asked for without a reason. Nothing of it is shown.
public struct ReasonNeeded: Error, Hashable, Sendable {
  /// What was asked for.
  public let reference: Reference

  /// Names what was asked for.
  public init(_ reference: Reference) { self.reference = reference }

  /// Why it stays closed.
  public var message: Phrase {
    Phrase(
      sv: "\(reference) är ett skyddat ärende: ange skäl, arbetsledaren ser det [SoLPuL 10 §]",
      en: "\(reference) is a restricted case: give a reason, the lead sees it [SoLPuL 10 §]")
  }
}
