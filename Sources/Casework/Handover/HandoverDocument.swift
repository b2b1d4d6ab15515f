import TextSafety

/// A handover as it leaves the desk: the sections, the handling manual, the sources of the marks and
/// where the journal ended. Every text in it is inert; how it is set out is for the one who writes it.
public struct HandoverDocument: Sendable {
  /// One part of the document, in the order it is read.
  public enum Block: Hashable, Sendable {
    /// The heading of all.
    case title(SafeText)
    /// The heading of a section.
    case heading(SafeText)
    /// A line of text.
    case line(SafeText)
    /// A step of the manual, and whether it is settled.
    case step(SafeText, isSettled: Bool)
    /// Something to note that is not part of what was written.
    case note(SafeText)
  }

  /// The parts.
  public let blocks: [Block]

  /// Sets out a handover. `texts` are what the sections hold: `nil` for one that is masked, missing
  /// for one that nobody has written. `foot` tells where the journal ended.
  public init(
    _ record: Record, _ reference: Reference, texts: [HandoverSection: SafeLines?],
    material: HandoverMaterial, foot: SafeText, now: Instant, _ language: Language
  ) {
    var builder = Builder(material: material, language: language)
    let handover = Handover(record)
    let title = Phrase(sv: "Överlämning \(reference)", en: "Handover \(reference)")
    builder.blocks.append(.title(SafeText(title[language])))
    let view = HandoverKind.title(record, language)
    let status = HandoverKind.status(record, now: now).title[language]
    builder.blocks.append(.line(SafeText(view) + SafeText(" · \(status)")))
    if let responsible = handover?.responsibleParty.title {
      let words = Phrase(sv: "Ansvarar: \(responsible.sv)", en: "Answers: \(responsible.en)")
      builder.blocks.append(.line(SafeText(words[language])))
    }
    for section in HandoverSection.allCases { builder.section(section, texts[section]) }
    builder.manual()
    builder.sources()
    builder.blocks.append(.note(foot))
    blocks = builder.blocks
  }

  /// The lines of a text, inert.
  public typealias SafeLines = [SafeText]

  private struct Builder {
    let material: HandoverMaterial
    let language: Language
    var blocks: [Block] = []
    var marks: [Int64] = []

    mutating func section(_ section: HandoverSection, _ lines: SafeLines??) {
      blocks.append(.heading(SafeText(section.title[language])))
      switch lines {
      case .some(.some(let lines)):
        blocks += lines.map(Block.line)
        for line in lines {
          marks += HandoverLine.marks(in: line.string).filter { !marks.contains($0) }
        }
      case .some(.none): blocks.append(.note(SafeText(Masking.mask[language])))
      case .none:
        let words = Phrase(sv: "inte skrivet", en: "not written")
        blocks.append(.note(SafeText(words[language])))
      }
    }

    /// The handling manual travels with the handover.
    mutating func manual() {
      let title = Phrase(sv: "Handboken, akut del", en: "The handling manual, acute part")
      blocks.append(.heading(SafeText(title[language])))
      for (mark, item) in material.steps {
        let outcome = mark.outcome?.title ?? Phrase(sv: "återstår", en: "to do")
        let guidance = mark.step.guidance.map { " (\($0[language]))" } ?? ""
        blocks.append(
          .step(
            SafeText("\(mark.step.title[language])\(guidance): \(outcome[language])")
              + material.proof(mark, item, language),
            isSettled: mark.isSettled))
      }
    }

    /// What each mark stands for; a number that is no fact of this case is said to be none.
    mutating func sources() {
      guard !marks.isEmpty else { return }
      let title = Phrase(sv: "Källor i journalen", en: "Sources in the journal")
      blocks.append(.heading(SafeText(title[language])))
      for number in marks.sorted() {
        let mark = HandoverLine.mark(number)
        guard let item = material.item(number) else {
          let words = Phrase(sv: "hör inte till ärendet", en: "not of this case")
          blocks.append(.line(SafeText("\(mark) \(words[language])")))
          continue
        }
        let when = TimeText.exact(item.happenedAt, now: material.now, language)
        blocks.append(
          .line(SafeText("\(mark) \(item.reference) · \(when) · \(item.words.title[language])")))
      }
    }
  }
}

extension HandoverDocument {
  /// What the sections of a handover hold for an officer who has given those reasons, what is
  /// protected filled in.
  public static func texts(_ view: RecordView) -> [HandoverSection: SafeLines?] {
    guard let handover = Handover(view.record) else { return [:] }
    var texts: [HandoverSection: SafeLines?] = [:]
    for section in HandoverSection.allCases {
      guard let text = handover.text(section) else { continue }
      texts[section] = .some(view.hides(section) ? nil : lines(of: text, view))
    }
    return texts
  }

  /// The lines of a section's text, what is protected filled in.
  public static func lines(of text: UntrustedText, _ view: RecordView) -> SafeLines {
    SafeText.lines(of: view.filled(text))
  }

  /// "Journalen slutade vid 214, sha256 …".
  public static func foot(seq: Int64, digest: String, _ language: Language) -> SafeText {
    SafeText(
      Phrase(
        sv: "Journalens slut: nr \(seq), sha256 \(digest)",
        en: "End of the journal: no. \(seq), sha256 \(digest)")[language])
  }
}

extension RecordView {
  /// Whether a section of a handover is shown only for a reason that has not been given.
  public func hides(_ section: HandoverSection) -> Bool {
    !showsMasked && Handover(record)?.isProtected(section) == true
  }
}
