import CodingEngine
import FileSystem

/// Who is at work: `--coder`, else `DRAAD_CODER`, else git's `user.name`.
struct CoderIdentity {
  let coder: Coder
  /// Where the name comes from, for the first use.
  let source: String

  init(_ options: Options) throws {
    let given: (name: String, source: String)? =
      if let name = options.value(of: .coder) {
        (name, "--coder")
      } else if let name = ThisProcess.environment("DRAAD_CODER"), !name.isEmpty {
        (name, "DRAAD_CODER")
      } else if let name = Self.nameInGit {
        (name, "git's user.name")
      } else {
        nil
      }
    guard let given else {
      throw Failure(
        "it is not known who you are", fix: "say --coder NAME, set DRAAD_CODER, or git's user.name")
    }
    try self.init(given.name, from: given.source)
  }

  /// A name that stands somewhere else.
  init(_ name: String, from source: String) throws {
    do {
      coder = try Coder(name)
    } catch {
      throw Failure("\(error) (from \(source))", fix: "say --coder NAME")
    }
    self.source = source
  }

  private static var nameInGit: String? {
    guard let output = ThisProcess.output(of: "git", ["config", "--get", "user.name"]) else {
      return nil
    }
    let line = output.prefix { $0 != 0x0A && $0 != 0x0D }
    return line.isEmpty ? nil : String(validating: line, as: UTF8.self)
  }
}

extension Option {
  static let coder = Option(
    "coder", .text("NAME"), "who you are (default: DRAAD_CODER, else git's user.name)")
}
