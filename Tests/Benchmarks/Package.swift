// swift-tools-version: 6.3
import PackageDescription

let package = Package(
  name: "draad-bench",
  platforms: [.macOS("26.0")],
  targets: [.executableTarget(name: "draad-bench")]
)
