/// The stretches of talk that tables and agreement count.
public enum Unit: String, Sendable, Hashable, CaseIterable {
  case word
  case sentence
  case turn
  case transcript
}
