import Testing
import XML

@Suite struct `Hostile XML` {
  @Test(arguments: [
    #"<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>"#,
    #"<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>"#,
    #"<!DOCTYPE a [<!ENTITY % p SYSTEM "http://localhost/"> %p;]><a/>"#,
    #"<!DOCTYPE a [<!ELEMENT a ANY> %p;]><a/>"#,
    #"<!DOCTYPE a [<!ATTLIST a b CDATA "x"><!ENTITY l0 "lol"><!ENTITY l1 "&l0;&l0;">]><a>&l1;</a>"#,
  ])
  func `that declares entities is refused`(file: String) throws {
    let error = try #require(throws: XMLError.self) { try Events.of(file) }
    #expect(error.message == "the file declares entities, which are not read here")
  }

  @Test(arguments: [
    #"<!DOCTYPE Trans SYSTEM "trans-14.dtd"><Trans/>"#,
    #"<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://x/y.dtd"><Trans/>"#,
    #"<!DOCTYPE Trans [<!ELEMENT Trans ANY><!-- ]> --><?x ]>?><!ATTLIST Trans a CDATA "]>">]><Trans/>"#,
  ])
  func `gets its document type skipped, and nothing fetched`(file: String) throws {
    #expect(try Events.of(file) == ["<Trans>", "</Trans>"])
  }

  @Test func `is refused where it is too deep, before memory is gone`() throws {
    let deep = String(repeating: "<a>", count: 1_000_000)
    let error = try #require(throws: XMLError.self) { try Events.of(deep) }
    #expect(error.message == "elements are more than 512 deep in each other")
  }

  @Test func `is refused where an element has too many attributes or namespaces`() throws {
    let attributes = (0..<1000).map { " a\($0)=''" }.joined()
    #expect(throws: XMLError.self) { try Events.of("<a\(attributes)/>") }
    let namespaces = (0..<400).map { " xmlns:a\($0)='u'" }.joined()
    let tag = "<a\(namespaces)>"
    let error = try #require(throws: XMLError.self) { try Events.of(tag + tag + tag) }
    #expect(error.message == "more than 1024 namespaces at once")
  }

  @Test func `that is cut off anywhere gives an error`() throws {
    let file = Array(
      "<?xml version='1.0'?><!DOCTYPE a [<!-- x -->]><a b='c&amp;'>é<![CDATA[d]]><?e f?></a>".utf8)
    for end in file.indices {
      #expect(throws: XMLError.self, "cut at \(end)") { try Events.of(Array(file[..<end])) }
    }
  }
}
