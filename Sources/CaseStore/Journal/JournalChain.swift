import Casework
import Crypto
import Foundation

/// The digests of the journal (DESIGN, The store):
/// `digest = SHA256(previous digest ‖ the row's other columns ‖ body_digest)` and
/// `body_digest = SHA256(salt ‖ body)`. Erasing a body with its salt leaves the chain whole.
enum JournalChain {
  /// What stands before the first entry: 32 zero bytes.
  static let origin = Data(count: 32)
  static let saltLength = 16

  static func bodyDigest(salt: Data, body: Data) -> Data {
    var hash = SHA256()
    hash.update(data: salt)
    hash.update(data: body)
    return Data(hash.finalize())
  }

  /// Numbers are eight bytes, big-endian; an absent officer is one zero byte, a present one a byte 1
  /// and sixteen more; the kind is its length and its UTF-8, so that no two rows read alike.
  static func digest(after previous: Data, _ entry: EntryColumns) -> Data {
    var bytes = Data(capacity: 192)
    bytes.append(previous)
    bytes.append(bigEndian: entry.seq)
    bytes.append(bigEndian: entry.recordedAt.milliseconds)
    bytes.append(bigEndian: entry.happenedAt.milliseconds)
    if let officer = entry.officer {
      bytes.append(1)
      bytes.append(officer)
    } else {
      bytes.append(0)
    }
    bytes.append(entry.subject)
    bytes.append(bigEndian: entry.version)
    bytes.append(bigEndian: Int64(entry.kind.utf8.count))
    bytes.append(contentsOf: entry.kind.utf8)
    bytes.append(entry.bodyDigest)
    return Data(SHA256.hash(data: bytes))
  }
}

/// The columns of a journal row that its digest covers.
struct EntryColumns {
  var seq: Int64
  var recordedAt: Instant
  var happenedAt: Instant
  var officer: Data?
  var subject: Data
  var version: Int64
  var kind: String
  var bodyDigest: Data
}

extension Data {
  mutating func append(bigEndian number: Int64) {
    Swift.withUnsafeBytes(of: number.bigEndian) { append(contentsOf: $0) }
  }

  /// Lower-case hexadecimal.
  var hexadecimal: String {
    map { byte in
      let digits = String(byte, radix: 16)
      return byte < 16 ? "0" + digits : digits
    }.joined()
  }
}

extension SubjectID {
  /// The sixteen bytes as they are stored.
  var bytes: Data {
    var data = Data(capacity: 16)
    Swift.withUnsafeBytes(of: high.bigEndian) { data.append(contentsOf: $0) }
    Swift.withUnsafeBytes(of: low.bigEndian) { data.append(contentsOf: $0) }
    return data
  }

  /// Nil unless there are sixteen bytes.
  init?(bytes: Data) {
    guard bytes.count == 16 else { return nil }
    let words = bytes.withUnsafeBytes {
      ($0.loadUnaligned(as: UInt64.self), $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    }
    self.init(high: UInt64(bigEndian: words.0), low: UInt64(bigEndian: words.1))
  }
}
