import Corpus
import Testing

@testable import Review

@Suite struct `Reading ratings from a table` {
  private func read(
    _ text: String, _ measurement: Measurement = .nominal, coders: [String] = [],
    scale: [String] = []
  ) -> Read<Ratings> {
    RatingsReader(measurement: measurement, coders: coders, scale: scale)
      .read(bytes: Array(text.utf8), path: "t.csv")
  }

  private func faults(_ read: Read<Ratings>) -> [String] {
    read.diagnostics.map { diagnostic in
      let place = diagnostic.position.map { "\($0.line):\($0.column)" } ?? ""
      return "\(place): \(diagnostic.message)"
    }
  }

  @Test func `has a unit in each row and a coder in each column`() throws {
    let ratings = try #require(
      read("Unit,Anna,transcript,Bas\n1,ja,FG01,nee\n2,,FG02,ja\n3,nee,FG01,\n").value)
    #expect(ratings.coders == ["Anna", "Bas"])
    #expect(ratings.categories.map(\.name) == ["ja", "nee"])
    #expect(ratings.units == [[0, 1], [nil, 0], [1, nil]])
    #expect(ratings.transcripts == [0, 1, 0])
  }

  @Test func `reads some of the coders, in the order asked for`() throws {
    let ratings = try #require(read("a,b,c\n1,2,3\n", coders: ["c", "a", "c"]).value)
    #expect(ratings.coders == ["c", "a"])
    #expect(ratings.categories.map(\.name) == ["1", "3"])
  }

  @Test func `puts levels in the order of the scale`() throws {
    let ratings = try #require(
      read("a,b\nhoog,laag\nlaag,\n", .ordinal, scale: ["laag", "midden", "hoog"]).value)
    #expect(ratings.categories.map(\.name) == ["laag", "midden", "hoog"])
    #expect(ratings.categories.map(\.score) == [1, 2, 3])
    #expect(ratings.units == [[2, 0], [0, nil]])
  }

  @Test func `ranks numbers when only their order counts`() throws {
    let ratings = try #require(read("a,b\n10,2\n2,7\n", .ordinal).value)
    #expect(ratings.categories.map(\.name) == ["2", "7", "10"])
    #expect(ratings.categories.map(\.score) == [1, 2, 3])
  }

  @Test func `takes numbers however they are spelled`() throws {
    let ratings = try #require(read("a;b\n1,50;1.5\n-0;0\n+2e1;20\n", .interval).value)
    #expect(ratings.categories.map(\.score) == [0, 1.5, 20])
    #expect(ratings.units == [[1, 1], [0, 0], [2, 2]])
  }

  @Test(arguments: [
    ("a,b\n1,x\n", Measurement.interval, ["2:3: \"x\" is no number"]),
    (
      "a,b\nnan,inf\n0x1,1e999\n1,5 \n", .interval,
      [
        "2:1: \"nan\" is no number", "2:5: \"inf\" is no number", "3:1: \"0x1\" is no number",
        "3:5: \"1e999\" is no number",
      ]
    ),
    ("a,b\n-1,2\n", .ratio, ["2:1: -1 lies below zero"]),
    ("a,b\nlaag,hoog\n", .ordinal, ["2:1: \"laag\" is no number", "2:6: \"hoog\" is no number"]),
    (
      "a,b\n1\n1,2,3\n", .nominal,
      [
        "2:1: this row has 1 value, and the first has 2",
        "3:1: this row has 3 values, and the first has 2",
      ]
    ),
    (
      "a,a,\n1,2,3\n", .nominal,
      ["1:3: two columns are called \"a\"", "1:5: this column has no name"]
    ),
    ("unit,a\n1,2\n", .nominal, ["1:1: agreement needs two coders, and there is 1"]),
    ("a,b\n", .nominal, ["1:1: there are no ratings"]),
    (
      "", .nominal,
      [
        "1:1: agreement needs two coders, and there is 0", "1:1: there are no ratings",
      ]
    ),
  ])
  func `points at every fault`(text: String, level: Measurement, expected: [String]) {
    let read = read(text, level)
    #expect(read.value == nil)
    #expect(faults(read) == expected)
  }

  @Test func `refuses coders and levels that are not there`() {
    #expect(faults(read("a,b\n1,2\n", coders: ["a", "c"])).first == "1:1: there is no coder \"c\"")
    #expect(
      faults(read("a,b\nlaag,hoger\n", .ordinal, scale: ["laag", "hoog"]))
        == ["2:6: \"hoger\" is not on the scale"])
  }
}
