// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]

let package = Package(
  name: "samjour-fuzzing",
  dependencies: [.package(name: "samjour", path: "..")],
  targets: [
    // Built with --sanitize=fuzzer alone, which brings main and instruments every library.
    .executableTarget(
      name: "fuzz", dependencies: [.product(name: "SamjourHostileInput", package: "samjour")],
      swiftSettings: strict)
  ]
)
