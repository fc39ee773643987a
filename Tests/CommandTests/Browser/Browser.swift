import FileSystem
import Foundation

/// A headless Chromium, spoken to over pipes in the protocol of its own developer tools.
///
/// To start one takes longer than most tests, so they take turns with one.
@MainActor final class Browser {
  /// What it says when a message is an error, or when it has gone.
  struct Trouble: Error {
    let message: String
  }

  /// The program, where a Debian or a user would have it; nil when there is none.
  nonisolated static let program = [
    "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
  ]
  .first { File.exists($0) }

  nonisolated static var isInstalled: Bool { program != nil }

  /// Events that came between answers: console messages, requests.
  private(set) var events: [[String: Any]] = []

  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private let folder: TemporaryFolder
  private var buffer = Data()
  private var last = 0
  private var session: String?

  private static var shared: Browser?

  /// The browser with an empty page, on a desk, and nothing known of what was before.
  static func empty() throws -> Browser {
    let browser = try shared ?? Browser()
    shared = browser
    try browser.call("Page.navigate", ["url": "about:blank"])
    try browser.resize(width: 1300, height: 900)
    browser.events = []
    return browser
  }

  /// Starts it.
  private init() throws {
    folder = try TemporaryFolder()
    removeAtExit(folder.path)
    // The protocol uses descriptors 3 and 4; a shell moves the pipes there.
    let flags = """
      --headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --no-first-run \
      --disable-background-networking --disable-component-update --user-data-dir=\(folder.path) \
      --remote-debugging-pipe about:blank
      """
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c",
      "exec \(Self.program ?? "chromium") \(flags) 3<&0 4>&1 </dev/null >/dev/null 2>&1",
    ]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    endAtExit(process.processIdentifier)
    let targets = try call("Target.getTargets")["targetInfos"] as? [[String: Any]] ?? []
    let page = targets.first { $0["type"] as? String == "page" }
    let attached = try call(
      "Target.attachToTarget", ["targetId": page?["targetId"] ?? "", "flatten": true])
    session = attached["sessionId"] as? String
    for domain in ["Page", "Runtime", "Log", "Network"] { try call("\(domain).enable") }
  }

  /// Sends a command and waits for its answer.
  @discardableResult
  func call(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
    last += 1
    var message: [String: Any] = ["id": last, "method": method, "params": parameters]
    if let session { message["sessionId"] = session }
    input.fileHandleForWriting.write(try JSONSerialization.data(withJSONObject: message) + [0])
    while true {
      let answer = try read()
      guard let id = answer["id"] as? Int else {
        events.append(answer)
        continue
      }
      if id != last { continue }
      if let error = answer["error"] { throw Trouble(message: "\(method): \(error)") }
      return answer["result"] as? [String: Any] ?? [:]
    }
  }

  private func read() throws -> [String: Any] {
    while true {
      if let end = buffer.firstIndex(of: 0) {
        let message = buffer[buffer.startIndex..<end]
        buffer = buffer[(end + 1)...]
        return try JSONSerialization.jsonObject(with: message) as? [String: Any] ?? [:]
      }
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { throw Trouble(message: "the browser has gone") }
      buffer += more
    }
  }
}

extension Browser {
  /// The value of an expression in the page, promises awaited.
  func value(_ expression: String) throws -> Any? {
    let answer = try call(
      "Runtime.evaluate",
      ["expression": expression, "awaitPromise": true, "returnByValue": true])
    if let details = answer["exceptionDetails"] { throw Trouble(message: "\(details)") }
    return (answer["result"] as? [String: Any])?["value"]
  }

  func text(_ expression: String) throws -> String { "\(try value(expression) ?? "")" }

  func number(_ expression: String) throws -> Int { try value(expression) as? Int ?? -1 }

  func list(_ expression: String) throws -> [String] { try value(expression) as? [String] ?? [] }

  func rows(_ expression: String) throws -> [[String]] {
    try value(expression) as? [[String]] ?? []
  }

  /// Opens a file, and waits until it is there and drawn.
  func open(_ path: String, part: String = "") throws {
    try call("Page.navigate", ["url": URL(fileURLWithPath: path).absoluteString + "#" + part])
    for _ in 0..<200 where try text("document.readyState") != "complete" { usleep(20_000) }
    try settle()
  }

  /// Goes to another part of the page that is open.
  func go(_ part: String) throws {
    _ = try value("location.hash = \(Self.quoted("#" + part))")
    try settle()
  }

  /// Waits until what was asked for is drawn.
  func settle() throws {
    _ = try value(
      "new Promise((done) => setTimeout(() => requestAnimationFrame(() => "
        + "requestAnimationFrame(() => setTimeout(done)))))")
  }

  /// Sets the size of the screen, and whether it is dark.
  func resize(width: Int, height: Int, dark: Bool = false) throws {
    try call(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500])
    let scheme = ["name": "prefers-color-scheme", "value": dark ? "dark" : "light"]
    try call("Emulation.setEmulatedMedia", ["features": [scheme]])
  }

  func press(_ key: String) throws {
    let codes = ["Tab": 9, "Enter": 13, "ArrowRight": 39, "ArrowDown": 40]
    let text: [String: Any] = key == "Enter" ? ["text": "\r"] : [:]
    for type in ["keyDown", "keyUp"] {
      try call(
        "Input.dispatchKeyEvent",
        ["type": type, "key": key, "code": key, "windowsVirtualKeyCode": codes[key] ?? 0]
          .merging(type == "keyDown" ? text : [:]) { $1 })
    }
    try settle()
  }

  /// Console messages, errors and warnings of the page and its browser.
  var complaints: [String] {
    events.filter {
      ["Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded"]
        .contains($0["method"] as? String)
    }.map { "\($0["params"] ?? "")" }
  }

  /// Addresses that something was asked of, other than files and data.
  var requests: [String] {
    events.filter { $0["method"] as? String == "Network.requestWillBeSent" }.compactMap {
      (($0["params"] as? [String: Any])?["request"] as? [String: Any])?["url"] as? String
    }.filter { url in !["file:", "data:", "about:"].contains { url.hasPrefix($0) } }
  }

  static func quoted(_ text: String) -> String {
    let data = try? JSONSerialization.data(withJSONObject: text, options: .fragmentsAllowed)
    return data.map { String(decoding: $0, as: UTF8.self) } ?? "''"
  }
}
