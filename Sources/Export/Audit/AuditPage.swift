public import CodingEngine
import Corpus
public import Review

/// The page on which somebody without Draad reviews an audit, in the manner of the report's page.
public struct AuditPage {
  private let audit: Audit
  private let corpus: CodedCorpus
  private let language: Language

  /// Makes a page.
  ///
  /// - Parameters:
  ///   - audit: Whose places it shows; verdicts that there are already are not on it.
  ///   - corpus: With evidence.
  ///   - language: Of its words.
  public init(_ audit: Audit, in corpus: CodedCorpus, _ language: Language) {
    self.audit = audit
    self.corpus = corpus
    self.language = language
  }

  /// The whole file: UTF-8.
  public func html() -> [UInt8] {
    let places = audit.places.compactMap { place in
      AuditPassage(of: place, in: corpus).map { (place, $0) }
    }
    return PageFile(
      language: language, title: title,
      style: [PageStyle.base, PageStyle.audit].joined(separator: "\n\n") + "\n",
      script: [PageScripts.core, PageScripts.audit, PageScripts.auditPlace].joined(
        separator: "\n\n") + "\n"
    ).html(body: body(), data: data(places))
  }

  private var title: String { "\(language.say(.audit)) \(audit.name)" }

  private func body() -> String {
    let isInvented = corpus.transcripts.contains { $0.transcript.details.isInvented }
    let flag = isInvented ? "<p class=\"flag\">\(language.say(.inventedFlag))</p>" : ""
    let notes =
      [
        Phrase.sample(of: audit), .auditKept,
      ] + (isInvented ? [.demonstration] : [])
    return """
      <a class="skip" href="#part">\(language.say(.skipToContent))</a>
      <div class="frame">
      <header class="head"><div>
      <p class="study">\(HTML.escaped(title))</p>
      <p class="book">\(HTML.escaped(audit.logged.audit.book))</p>
      \(flag)
      <div id="progress"></div>
      </div></header>
      <div class="content">
      <main id="part" tabindex="-1"><noscript>\(language.say(.needsScripts))</noscript></main>
      <footer class="foot">\(notes.map { "<p>\(HTML.escaped(language.say($0)))</p>" }.joined())</footer>
      </div>
      </div>
      <div id="paper" aria-hidden="true"></div>
      <div id="status" role="status" aria-live="polite"></div>

      """
  }

  private func data(_ places: [(AuditPlace, AuditPassage)]) -> [UInt8] {
    var block = DataBlock()
    block.object { block in
      block.key("language")
      block.value(language.rawValue)
      block.key("name")
      block.value(audit.name)
      block.key("id")
      block.value("\(audit.logged.id)")
      block.key("blind")
      block.value(audit.logged.audit.isBlind ? 1 : 0)
      block.key("words")
      block.object { block in
        for (name, phrase) in AuditPhrases.all {
          block.key(name)
          block.value(language.say(phrase))
        }
      }
      block.key("codes")
      block.array { block in
        for code in corpus.codebook.codes.indices { write(code, to: &block) }
      }
      block.key("places")
      block.array { block in
        for (place, passage) in places { write(place, passage, to: &block) }
      }
    }
    return block.bytes
  }

  private func write(_ index: Int, to block: inout DataBlock) {
    let code = corpus.codebook.codes[index]
    block.object { block in
      block.key("id")
      block.value(code.id.description)
      block.key("title")
      block.value(code.title)
      block.key("depth")
      block.value(code.depth)
      block.key("definition")
      block.value(code.definition)
      block.key("when")
      block.values(code.when)
      block.key("notWhen")
      block.values(code.notWhen)
    }
  }

  private func write(_ place: AuditPlace, _ passage: AuditPassage, to block: inout DataBlock) {
    block.object { block in
      block.key("n")
      block.value(place.number)
      block.key("check")
      block.value(place.check)
      block.key("at")
      block.value(passage.position)
      block.key("code")
      if place.isUncoded { block.null() } else { block.value(place.code ?? -1) }
      block.key("by")
      block.value(place.coder ?? "")
      block.key("before")
      block.array { block in if let said = passage.before { write(said, to: &block) } }
      block.key("turns")
      block.array { block in for said in passage.turns { write(said, to: &block) } }
      block.key("after")
      block.array { block in if let said = passage.after { write(said, to: &block) } }
    }
  }

  private func write(_ said: AuditPassage.Said, to block: inout DataBlock) {
    block.object { block in
      block.key("who")
      block.value(said.speaker)
      block.key("said")
      block.array { block in
        for piece in said.pieces {
          block.array { block in
            block.value(piece.text)
            block.value((piece.isDrawn ? 1 : 0) + (piece.isEvidence ? 2 : 0))
          }
        }
      }
    }
  }
}
