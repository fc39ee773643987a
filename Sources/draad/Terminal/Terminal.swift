import FileSystem

/// Whether somebody sits before a screen.
enum Terminal {
  /// Whether there is a person to ask: what they type comes in, and what they read goes out.
  static var isConversation: Bool {
    ThisProcess.hasTerminalInput && Output.Stream.output.isTerminal
  }
}
