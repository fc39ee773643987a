import Foundation
import Testing

@testable import Export

/// A table whose texts would do harm, were they believed.
private let hostile = Table(
  shape: "hostile", title: "# titel | <b>", language: .nl,
  columns: [
    Table.Column("text", "tekst\u{1B}[2J", .text), Table.Column("=count", "aantal", .share),
    Table.Column("value", "waarde", .number),
  ],
  rows: [
    Table.Row([.text("=SUM(A1)"), .share(part: 1, whole: 8), .decimal(0.15)]),
    Table.Row(indent: 1, [.text("a|b \"c\", <d> *e*"), .share(part: 0, whole: 0), .undefined]),
    Table.Row([.text("1. twee\nregels\u{202E}"), .count(-3), .decimal(-1e21)]),
    Table.Row([.text("@中 👩‍👩‍👧 e\u{301}"), .blank, .decimal(.nan)]),
    Table.Row([.text("\tTAB\r"), .people(part: 6, whole: 22), .count(-7)]),
  ],
  notes: ["- noot\u{7}"])

@Suite struct `Writing tables` {
  @Test func `writes CSV that no spreadsheet computes`() {
    let expected = """
      text,'=count,=count_share,value
      '=SUM(A1),1,0.125,0.15
      "a|b ""c"", <d> *e*",0,,
      "1. twee
      regels\u{202E}",-3,,-1e+21
      '@中 👩‍👩‍👧 e\u{301},,,
      "'\tTAB\r",6,\(6.0 / 22),-7

      """
      .replacingOccurrences(of: ",=count_share", with: ",'=count_share")
    #expect(Array(hostile.csv().utf8) == Array(expected.utf8))
  }

  @Test func `writes text in columns without live controls`() {
    let expected = """
      # titel | <b>

      tekst\\u{1B}[2J              aantal                     waarde
      ──────────────────────  ──────────  ─────────────────────────
      =SUM(A1)                1 (12,5 %)                        0,2
        a|b "c", <d> *e*           0 (–)                          –
      1. twee regels\\u{202E}          -3  -1000000000000000000000,0
      @中 👩‍👩‍👧 e\u{301}                                                    –
       TAB                      6 van 22                         -7

      - noot\\u{7}

      """
    #expect(hostile.text() == expected)
  }

  @Test func `writes Markdown that shows what stood there`() {
    let expected = """
      ## \\# titel \\| &lt;b\\>

      | tekst\\\\u{1B}\\[2J | aantal | waarde |
      | --- | ---: | ---: |
      | \\=SUM(A1) | 1 (12,5 %) | 0,2 |
      | &emsp;a\\|b "c", &lt;d\\> \\*e\\* | 0 (–) | – |
      | 1\\. twee regels\\\\u{202E} | -3 | -1000000000000000000000,0 |
      | @中 👩‍👩‍👧 e\u{301} |  | – |
      |  TAB  | 6 van 22 | -7 |

      \\- noot\\\\u{7}

      """
    #expect(hostile.markdown() == expected)
  }

  @Test func `writes JSON that reads back the same`() throws {
    let data = Data(hostile.json().utf8)
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let header = try #require(object["draad"] as? [String: Any])
    #expect(header["shape"] as? String == "hostile")
    #expect(header["version"] as? Int == 1)
    #expect(object["notes"] as? [String] == ["- noot\u{7}"])
    let rows = try #require(object["rows"] as? [[String: Any]])
    #expect(rows[0]["text"] as? String == "=SUM(A1)")
    #expect(rows[0]["=count_share"] as? Double == 0.125)
    #expect(rows[1]["=count_share"] is NSNull)
    #expect(rows[2]["text"] as? String == "1. twee\nregels\u{202E}")
    #expect(rows[2]["value"] as? Double == -1e21)
    #expect(rows[3]["value"] is NSNull)
    #expect(rows[4]["text"] as? String == "\tTAB\r")
    #expect(!hostile.json().unicodeScalars.contains { $0 != "\n" && isControl($0) })
  }

  @Test func `gives the same numbers in CSV and JSON`() {
    let table = Talk(of: SmallStudy.corpus).crosstab(by: .role, as: .perThousand, in: .nl)
    let rows = table.json().split(separator: "\n").filter { $0.hasPrefix("    {\"code\"") }
    let lines = table.csv().split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(rows.count == 7)
    #expect(lines.count == rows.count + 1)
    for (line, row) in zip(lines.dropFirst(), rows) {
      for (key, field) in zip(lines[0], line) where Double(field) != nil {
        #expect(row.contains("\"\(key)\": \(field)"))
      }
    }
  }

  @Test func `numbers the headings of a wide matrix and carries on below`() {
    let columns = (1...12).map { number in
      Table.Column("code=c\(number)", "een lange code \(number)", .number, isValue: true)
    }
    let table = Table(
      shape: "wide", title: "Breed", language: .nl,
      columns: [Table.Column("code", "code", .text)] + columns,
      rows: [Table.Row([.text("een")] + (1...12).map { .count($0 * 1000) })], notes: [])
    let lines = table.text(width: 40).split(separator: "\n")
    #expect(lines.allSatisfy { displayWidth(String($0)) <= 40 })
    #expect(lines[1] == "code   [1]   [2]   [3]   [4]   [5]   [6]")
    #expect(lines[3] == "een   1000  2000  3000  4000  5000  6000")
    #expect(lines[6] == "een   7000  8000  9000  10000  11000")
    #expect(lines.last == "[12] een lange code 12")
  }
}
