import Foundation
import HostileInput

/// The kind of input that this run is about: `SAMJOUR_FUZZ` names it.
private let kind: InputKind = {
  let name = getenv("SAMJOUR_FUZZ").map { String(cString: $0) } ?? ""
  guard let kind = InputKind(rawValue: name) else {
    let known = InputKind.allCases.map(\.rawValue).joined(separator: " ")
    complain("fuzz: SAMJOUR_FUZZ is to be one of: \(known)")
    exit(64)
  }
  return kind
}()

private func complain(_ words: String) {
  try? FileHandle.standardError.write(contentsOf: Data("\n\(words)\n".utf8))
}

/// What libFuzzer calls with each input. A rule that does not hold is said and ends the process,
/// which libFuzzer takes for a finding.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let kind = kind
  do {
    try kind.check(Array(UnsafeBufferPointer(start: data, count: size)))
  } catch {
    complain("\(kind.rawValue): \(error)")
    abort()
  }
  return 0
}
