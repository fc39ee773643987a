// swift-tools-version: 6.3
import PackageDescription

// A package of its own, so that the fuzzer's flags never touch the tool. See `run`.
let package = Package(
  name: "fuzz",
  platforms: [.macOS("26.0")],
  dependencies: [.package(name: "draad", path: "../..")],
  targets: [
    .executableTarget(
      name: "ReaderFuzz",
      dependencies: [
        .product(name: "Corpus", package: "draad"),
        .product(name: "CodingEngine", package: "draad"),
        .product(name: "Zip", package: "draad"),
      ],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])])
  ]
)
