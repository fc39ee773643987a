import CodingEngine
import Corpus
import Zip

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the environment variable `READER` names: which reader this process feeds.
private let reader = getenv("READER").map { String(cString: $0) } ?? "transcript"

/// Feeds bytes to one reader, and stops the program where something cannot be.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  switch reader {
  case "transcript": checkTranscript(bytes)
  case "codebook": check(CodebookReader.read(bytes: bytes, path: "fuzz.md"))
  case "log":
    _ = CodingLog([(path: "fuzz.jsonl", bytes: bytes)]).state()
  case "separated": check(SeparatedText.read(bytes: bytes, path: "fuzz.csv"))
  case "speakers": check(SpeakerRenaming.read(ImportSource(bytes, path: "fuzz.csv")))
  case "pseudonyms": checkPseudonyms(bytes)
  // The words of Word lie in a zip, whose checksums no mutation gets past.
  case "word":
    var zip = ZipWriter()
    guard (try? zip.add("word/document.xml", bytes)) != nil else { return 0 }
    checkImport(zip.finish(), .docx)
  default:
    guard let format = ImportFormat(rawValue: reader) else {
      preconditionFailure("there is no reader \(reader)")
    }
    checkImport(bytes, format)
  }
  return 0
}

private func check<Value>(_ read: Read<Value>) {
  let hasError = read.diagnostics.contains { $0.severity == .error }
  precondition(read.value == nil || !hasError, "a value only without an error")
  precondition(read.value != nil || hasError, "a reason where there is no value")
  check(read.diagnostics)
}

private func check(_ diagnostics: [Diagnostic]) {
  for diagnostic in diagnostics {
    guard let position = diagnostic.position else { continue }
    precondition(position.line > 0 && position.column > 0, "positions begin at 1")
  }
}

/// What is imported reads back as a transcript without errors.
private func checkImport(_ bytes: [UInt8], _ format: ImportFormat) {
  _ = ImportDetection(bytes, path: "fuzz")
  var wishes = ImportedFile.Wishes()
  wishes.format = format
  var options = ImportOptions()
  options.repairs = bytes.count % 2 == 0
  let file = ImportedFile(
    ImportSource(bytes, path: "fuzz.\(format.rawValue)", options: options), wishes: wishes)
  check(file.diagnostics)
  precondition(file.results.isEmpty || !file.hasError, "results only without an error")
  for result in file.results {
    let read = TranscriptReader.read(result.bytes, id: result.id, path: "fuzz.md")
    precondition(
      read.value?.turns.count == result.transcript.turns.count, "what is written reads back")
    precondition(TranscriptID.isFit(result.id), "the id is one")
  }
}

/// The first half is a key, the other half a transcript.
private func checkPseudonyms(_ bytes: [UInt8]) {
  let half = bytes.firstIndex(of: 0) ?? bytes.count / 2
  let read = PseudonymKey.read(Array(bytes[..<half]), path: "key.csv")
  check(read)
  guard let key = read.value else { return }
  let text = Array(bytes[half...].drop { $0 == 0 })
  let finder = NameFinder(key)
  let file = TranscriptFile(id: "fuzz", path: "fuzz.md")
  let made = PseudonymisedTranscript.make(of: file, text, by: key, with: finder)
  check(made)
  guard let new = made.value, key.entries.allSatisfy({ $0.replacement != nil }) else { return }
  precondition(
    !finder.find(new.bytes).contains { $0.isSure && key.entries[$0.entry].replacement == nil })
}
