// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]

let strictC: [CSetting] = [
  .enableWarning("all"), .enableWarning("extra"), .treatAllWarnings(as: .error),
]

let package = Package(
  name: "samjour",
  products: [
    .executable(name: "samjour", targets: ["samjour"]),
    // For the benchmarks, which are a package of their own.
    .library(
      name: "SamjourParts",
      targets: ["CaseStore", "Casework", "Demo", "Desk", "Terminal", "TextSafety"]),
    // For the fuzzer, which is a package of its own, too.
    .library(name: "SamjourHostileInput", targets: ["HostileInput"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    .target(name: "TextSafety", swiftSettings: strict),
    .target(name: "Casework", dependencies: ["TextSafety"], swiftSettings: strict),
    .target(
      name: "CNcurses", cSettings: strictC, linkerSettings: [.linkedLibrary("ncursesw")]),
    .target(
      name: "Terminal", dependencies: ["TextSafety", "CNcurses"], swiftSettings: strict),
    .target(
      name: "CaseStore",
      dependencies: [
        "Casework", "TextSafety",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .systemLibrary(
      name: "CGMimeLibrary", pkgConfig: "gmime-3.0", providers: [.apt(["libgmime-3.0-dev"])]),
    .systemLibrary(
      name: "CLibXML2Library", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(
      name: "CGMime", dependencies: ["CGMimeLibrary", "CLibXML2Library"], cSettings: strictC),
    .target(
      name: "Intake", dependencies: ["Casework", "TextSafety", "CGMime"], swiftSettings: strict),
    .target(name: "Demo", dependencies: ["Casework", "TextSafety"], swiftSettings: strict),
    .target(
      name: "HostileInput",
      dependencies: ["Casework", "Demo", "Desk", "Intake", "Terminal", "TextSafety"],
      swiftSettings: strict),
    .target(
      name: "Desk",
      dependencies: [
        "Terminal", "CaseStore", "Casework", "TextSafety",
        .product(name: "Yams", package: "Yams"),
      ],
      path: ".",
      exclude: [
        "Benchmarks", "Documentation", "Fuzzing", "LICENSE", "Makefile", "README.md",
        "Sources/CGMime",
        "Sources/CGMimeLibrary", "Sources/CLibXML2Library", "Sources/CNcurses", "Sources/CaseStore",
        "Sources/Casework", "Sources/Demo", "Sources/HostileInput",
        "Sources/Intake", "Sources/Terminal", "Sources/TextSafety", "Sources/samjour", "Tests",
      ],
      sources: ["Sources/Desk"],
      resources: [.embedInCode("Keymaps"), .embedInCode("Reference"), .embedInCode("Screens")],
      swiftSettings: strict),
    .executableTarget(
      name: "samjour",
      dependencies: [
        "Desk", "Intake", "CaseStore", "Casework", "Terminal", "TextSafety", "Demo",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "TerminalTests", dependencies: ["Terminal", "TextSafety", "Demo", "HostileInput"],
      exclude: ["Expected"],
      swiftSettings: strict),
    .testTarget(
      name: "CaseworkTests", dependencies: ["Casework", "Demo", "TextSafety"], exclude: ["Tables"],
      swiftSettings: strict),
    .testTarget(
      name: "CaseStoreTests",
      dependencies: [
        "CaseStore", "Casework", "Demo", "TextSafety",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "IntakeTests", dependencies: ["Intake", "Casework", "TextSafety"], exclude: ["Mail"],
      swiftSettings: strict),
    .testTarget(
      name: "DeskTests",
      dependencies: [
        "Desk", "CaseStore", "Terminal", "Casework", "HostileInput", "TextSafety",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Config", "Frames", "Night"],
      swiftSettings: strict),
    .testTarget(
      name: "HostileInputTests",
      dependencies: [
        "HostileInput", "Casework", "Demo", "Desk", "Intake", "Terminal", "TextSafety",
      ],
      exclude: ["naughty.txt"],
      swiftSettings: strict),
    .testTarget(
      name: "ProgramTests",
      dependencies: [
        "Demo", "HostileInput", "samjour", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Transcripts"],
      // For what glibc's posix_spawn has beyond POSIX.
      swiftSettings: strict + [.unsafeFlags(["-Xcc", "-D_GNU_SOURCE"])]),
  ]
)
