import Casework
import Foundation
import GRDB
import TextSafety

/// A tip as a list shows it.
public struct TipRow: WindowRow, Hashable {
  /// The tip's identity.
  public let id: SubjectID
  /// Its reference.
  public let reference: Reference
  /// How many facts have happened to it.
  public let version: Int
  /// When it reached the desk.
  public let receivedAt: Instant
  /// Where it stands.
  public let status: Tip.Status
  /// Acute: said to be by the reporter, by the assessment or by triage.
  public let isAcute: Bool
  /// The priority set by triage; nil before.
  public let priority: Priority?
  /// Whether a protection assessment is on record.
  public let isAssessed: Bool
  /// Whether a child is concerned.
  public let concernsChild: Bool
  /// Where it was seen.
  public let place: UntrustedText?
  /// The beginning of what was said; of how it is acute where it is.
  public let preview: UntrustedText
  /// How many children were seen.
  public let children: Int
  /// How it came in.
  public let channel: Channel
  /// Who has it.
  public let assignee: OfficerID?
  /// The assignee's name when assigned.
  public let assigneeName: UntrustedText?
  /// Its place in the order it was read in.
  public let cursor: TipCursor

  static let columns = """
    number, id, version, received_at, status, urgency, is_acute, priority, is_assessed,
    concerns_child, place, preview, children, channel, assignee, assignee_name
    """

  /// From those columns; where it is ordered by a field, that is the one after them.
  init?(_ row: Row, _ order: TipQuery.Order, _ sorting: TipSorting = TipSorting()) {
    guard let id = SubjectID(bytes: row[1]), let status = Tip.Status(rawValue: row[4]),
      let channel = Channel(rawValue: row[13])
    else { return nil }
    let number: Int64 = row[0]
    self.id = id
    reference = Reference(.tip, number)
    version = Int(row[2] as Int64)
    receivedAt = Instant(milliseconds: row[3])
    self.status = status
    isAcute = row[6]
    priority = (row[7] as String?).flatMap(Priority.init(rawValue:))
    isAssessed = row[8]
    concernsChild = row[9]
    place = (row[10] as String?).map { UntrustedText($0) }
    preview = UntrustedText(row[11])
    children = Int(row[12] as Int64)
    self.channel = channel
    assignee = (row[14] as Data?).flatMap(SubjectID.init(bytes:)).map(OfficerID.init)
    assigneeName = (row[15] as String?).map { UntrustedText($0) }
    let key: TipCursor.Key
    switch sorting.field {
    case .natural: key = .number(order == .urgency ? row[5] : row[3])
    case .received, .children, .priority: key = .number(row[16])
    case .place, .channel, .assignee: key = .text(row[16])
    }
    cursor = TipCursor(ascends: sorting.ascends(order), key: key, number: number)
  }
}
