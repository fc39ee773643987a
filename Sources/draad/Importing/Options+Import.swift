import Corpus
import FileSystem

extension ImportOptions {
  /// What the options say about the files.
  init(_ options: Options) throws(Failure) {
    self.init()
    repairs = options.contains(.repair)
    if let name = options.value(of: .encoding) {
      guard let found = TextEncoding(named: name) else {
        let known = TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
        throw Failure("--encoding cannot be \"\(name)\"", fix: "choose from \(known)")
      }
      encoding = found
    }
    for given in options.values(of: .columns) {
      let parts = given.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let column = TableColumn(rawValue: parts[0]) else {
        let known = TableColumn.allCases.map(\.rawValue).joined(separator: ", ")
        throw Failure(
          "--columns cannot be \"\(given)\"",
          fix: "write for example --columns speaker=Wie,text=Wat; a column is \(known)")
      }
      columns[column] = parts[1]
    }
  }
}

extension ImportedFile.Wishes {
  /// What the options say about the transcripts.
  init(_ options: Options) throws {
    self.init()
    id = options.value(of: .id)
    if let id, !TranscriptID.isFit(id) {
      let fit = TranscriptID.made(from: id)
      throw Failure(
        "--id cannot be \"\(id)\"",
        fix: "an id holds letters, digits, -, _ and ." + (fit.isEmpty ? "" : ", such as \(fit)"))
    }
    format = options.value(of: .importFormat).flatMap(ImportFormat.init(rawValue:))
    for (key, value) in options.pairs(of: .set) {
      if key.lowercased() == "participants" {
        throw Failure(
          "--set cannot say who speaks", fix: "write --speaker LABEL=NEW:ROLE, or --speakers FILE")
      }
      if key.lowercased() == "order", Double(value) == nil {
        throw Failure("--set order=\(value) gives no number", fix: "write for example order=7")
      }
      variables.append(ImportedVariable(key: key, value: value))
    }
    if let path = options.value(of: .speakerTable) {
      let read = SpeakerRenaming.read(ImportSource(try File.read(path), path: path))
      renaming = try StudyFolder.usable(read, options)
    }
    for (from, text) in options.pairs(of: .speaker) {
      let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        .map(String.init)
      let label = parts[0].isEmpty ? nil : parts[0]
      let role = parts.count > 1 && !parts[1].isEmpty ? parts[1] : nil
      guard label != nil || role != nil else {
        throw Failure(
          "--speaker \"\(from)=\(text)\" gives neither a label nor a role",
          fix: "write for example --speaker \"Speaker 1=MOD:moderator\"")
      }
      renaming.add(SpeakerRenaming.Rule(from: from, label: label, role: role))
    }
  }
}
