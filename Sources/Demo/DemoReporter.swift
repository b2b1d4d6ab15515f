import Casework

/// A made-up person who reports.
struct DemoReporter: Hashable, Sendable {
  let name: String
  let phone: String
  let email: String
  let category: String

  init(_ random: inout SplitMix64) {
    let first = random.pick(Self.firstNames)
    let last = random.pick(Self.lastNames)
    name = "\(first) \(last)"
    phone = Self.phone(&random)
    let local = Self.ascii("\(first).\(last)".lowercased())
    email =
      "\(local)@" + random.one(of: "example.com", "example.org", "example.net", "mail.example")
    category = random.pick(Self.categories)
  }

  /// A number from the ranges that are set aside for fiction.
  private static func phone(_ random: inout SplitMix64) -> String {
    if random.chance(75) { return "070-1740\(random.number(in: 605...699))" }
    let last = random.below(100)
    return "08-465004" + (last < 10 ? "0\(last)" : "\(last)")
  }

  static func ascii(_ text: String) -> String {
    let letters: [Character: Character] = ["å": "a", "ä": "a", "ö": "o", "é": "e", "ü": "u"]
    return String(text.map { letters[$0] ?? ($0.isASCII ? $0 : "-") })
  }

  private static let firstNames = variants(
    """
    Agneta
    Amina
    Björn
    Cecilia
    Dejan
    Elisabet
    Fatima
    Gunnar
    Hanna
    Ivar
    Jasmin
    Kerstin
    Lars
    Märta
    Nils
    Öyvind
    Pia
    Rune
    Sofia
    Tomas
    Ulla
    Viktor
    Ylva
    Åsa
    """)

  private static let lastNames = variants(
    """
    Påhittad
    Exempelsson
    Fiktivsson
    Låtsasdotter
    Provberg
    Testlund
    Sagander
    Övningsgren
    Diktström
    Mallqvist
    Skenberg
    Utkast
    """)

  private static let categories = variants(
    """
    förbipasserande
    granne
    butikspersonal
    väktare
    ordningsvakt
    lärare
    kiosk
    spärrvakt
    bibliotekarie
    hotellpersonal
    busschaufför
    frivillig i soppkök
    fastighetsskötare
    anhörig
    turist
    """)
}
