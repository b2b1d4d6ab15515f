import Casework
import Testing

@Suite("References and identities")
struct IdentityTests {
  @Test(
    "A reference is read however it is written down",
    arguments: ["T1042", "t1042", "T 1042", "t  1042"])
  func readsReference(text: String) {
    #expect(Reference(text) == Reference(.tip, 1042))
  }

  @Test(
    "What is no reference is not read",
    arguments: [
      "", "T", "1042", "T0", "T-1", "T1.5", "X1042", "T1042x", "T١٠٤٢", "T99999999999999999999",
      " T1042", "T10 42", "TT1",
    ])
  func refusesReference(text: String) {
    #expect(Reference(text) == nil)
  }

  @Test("Every kind has its own letter, and its references read back")
  func everyKind() {
    #expect(Set(SubjectKind.allCases.map(\.letter)).count == SubjectKind.allCases.count)
    for kind in SubjectKind.allCases {
      let reference = Reference(kind, .max)
      #expect(Reference(reference.description) == reference)
    }
  }

  @Test("Identities sort by the time they were made, whatever their random bits")
  func sortByTime() {
    let now = Instant(milliseconds: 1_795_327_980_000)
    let first = SubjectID(at: now, random: (.max, .max))
    let second = SubjectID(at: now.adding(milliseconds: 1), random: (0, 0))
    #expect(first < second)
    #expect(first.description < second.description)
  }

  @Test("An identity has the version, variant and time of a UUIDv7 (RFC 9562)")
  func isVersion7() {
    // RFC 9562, appendix A.6.
    let example = SubjectID(
      at: Instant(milliseconds: 0x017F_22E2_79B0), random: (0xCC3, 0x18C4_DC0C_0C07_398F))
    #expect(example.description == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f")
    for random: UInt64 in [0, .max] {
      let text = Array(SubjectID(at: .earliest, random: (random, random)).description)
      #expect(text[14] == "7")
      #expect(["8", "9", "a", "b"].contains(text[19]))
    }
  }

  @Test("An identity is read with and without dashes, and from nothing else")
  func readsIdentity() {
    let text = "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"
    #expect(SubjectID(text)?.description == text)
    #expect(SubjectID(text.filter { $0 != "-" })?.description == text)
    #expect(SubjectID(text.uppercased())?.description == text)
    for wrong in [
      "", "017f22e2", text + "0", String(text.dropLast()) + "g", "+" + text.dropFirst(),
    ] {
      #expect(SubjectID(wrong) == nil, "\(wrong)")
    }
  }
}
