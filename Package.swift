// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]

let package = Package(
  name: "samjour",
  products: [.executable(name: "samjour", targets: ["samjour"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    .target(name: "TextSafety", swiftSettings: strict),
    .target(name: "Casework", dependencies: ["TextSafety"], swiftSettings: strict),
    .target(name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw")]),
    .target(
      name: "Terminal", dependencies: ["TextSafety", "CNcurses"], swiftSettings: strict),
    .target(
      name: "CaseStore",
      dependencies: [
        "Casework",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .systemLibrary(name: "CGMimeLibrary", pkgConfig: "gmime-3.0", providers: [.apt(["libgmime-3.0-dev"])]),
    .target(name: "CGMime", dependencies: ["CGMimeLibrary"]),
    .target(name: "Intake", dependencies: ["Casework", "CGMime"], swiftSettings: strict),
    .target(
      name: "Desk",
      dependencies: ["Terminal", "CaseStore", "Casework", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .executableTarget(
      name: "samjour",
      dependencies: [
        "Desk", "Intake", "CaseStore", "Casework", "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(name: "TextSafetyTests", dependencies: ["TextSafety"], swiftSettings: strict),
    .testTarget(name: "CaseworkTests", dependencies: ["Casework"], swiftSettings: strict),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal"], swiftSettings: strict),
    .testTarget(name: "CaseStoreTests", dependencies: ["CaseStore"], swiftSettings: strict),
    .testTarget(name: "IntakeTests", dependencies: ["Intake"], swiftSettings: strict),
    .testTarget(name: "DeskTests", dependencies: ["Desk"], swiftSettings: strict),
    .testTarget(name: "ProgramTests", dependencies: [], swiftSettings: strict),
  ]
)
