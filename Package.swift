// swift-tools-version: 6.3
import PackageDescription

let settings: [SwiftSetting] = [
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "draad",
  platforms: [.macOS("26.0")],
  products: [
    .executable(name: "draad", targets: ["draad"]),
    .library(name: "Corpus", targets: ["Corpus"]),
    .library(name: "CodingEngine", targets: ["CodingEngine"]),
    .library(name: "Zip", targets: ["Zip"]),
  ],
  targets: [
    .systemLibrary(name: "CMalloc"),
    .target(name: "FileSystem", dependencies: ["CMalloc"], swiftSettings: settings),
    .target(name: "SHA2", swiftSettings: settings),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(name: "Zip", dependencies: ["CZlib"], swiftSettings: settings),
    .target(name: "JSON", swiftSettings: settings),
    .target(name: "CodePages", swiftSettings: settings),
    .target(name: "XML", dependencies: ["CodePages"], swiftSettings: settings),
    .target(
      name: "Corpus", dependencies: ["CodePages", "FileSystem", "JSON", "XML", "Zip"],
      swiftSettings: settings),
    .target(
      name: "CodingEngine", dependencies: ["Corpus", "FileSystem", "SHA2"],
      swiftSettings: settings),
    .target(
      name: "Review", dependencies: ["Corpus", "CodingEngine"], swiftSettings: settings,
      linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),  // for square roots
    .target(
      name: "Export", dependencies: ["Corpus", "CodingEngine", "Review", "SHA2"],
      swiftSettings: settings,
      linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),  // for square roots
    .executableTarget(
      name: "draad",
      dependencies: ["Corpus", "CodingEngine", "Review", "Export", "FileSystem", "SHA2"],
      swiftSettings: settings),
    .testTarget(name: "ZipTests", dependencies: ["Zip"], swiftSettings: settings),
    .testTarget(name: "CodePagesTests", dependencies: ["CodePages"], swiftSettings: settings),
    .testTarget(name: "XMLTests", dependencies: ["XML"], swiftSettings: settings),
    .testTarget(name: "SHA2Tests", dependencies: ["SHA2"], swiftSettings: settings),
    .testTarget(name: "JSONTests", dependencies: ["JSON"], swiftSettings: settings),
    .testTarget(
      name: "FileSystemTests", dependencies: ["FileSystem"], swiftSettings: settings),
    .testTarget(
      name: "CorpusTests", dependencies: ["Corpus", "FileSystem", "Zip"], swiftSettings: settings),
    .testTarget(
      name: "CodingEngineTests", dependencies: ["CodingEngine", "Corpus", "FileSystem"],
      swiftSettings: settings),
    .testTarget(
      name: "ReviewTests", dependencies: ["Review", "CodingEngine", "Corpus"],
      swiftSettings: settings),
    .testTarget(
      name: "ExportTests", dependencies: ["Export", "CodingEngine", "Corpus"],
      swiftSettings: settings),
    .testTarget(
      name: "CommandTests", dependencies: ["draad", "CodingEngine", "Corpus", "FileSystem"],
      swiftSettings: settings),
  ]
)
