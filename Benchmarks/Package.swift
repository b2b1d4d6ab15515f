// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]

let package = Package(
  name: "samjour-benchmarks",
  products: [.executable(name: "fill-store", targets: ["fill-store"])],
  dependencies: [
    .package(name: "samjour", path: ".."),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    // No traits: the program's own memory allocation and reference counting are measured.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .target(
      name: "ManyTips",
      dependencies: [
        .product(name: "SamjourParts", package: "samjour"),
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .executableTarget(name: "fill-store", dependencies: ["ManyTips"], swiftSettings: strict),
    .executableTarget(
      name: "StoreBenchmarks",
      dependencies: [
        "ManyTips", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "SamjourParts", package: "samjour"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/StoreBenchmarks", swiftSettings: strict,
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    .executableTarget(
      name: "DeskBenchmarks",
      dependencies: [
        "ManyTips", .product(name: "SamjourParts", package: "samjour"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/DeskBenchmarks", swiftSettings: strict,
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
  ]
)
