@testable import Review

/// Ratings that papers publish with the coefficients they give.
enum Published {
  /// Krippendorff, K. (2011). Computing Krippendorff's Alpha-Reliability, section A.
  static let krippendorffA = letters("0100000010", "1110010000")

  /// Krippendorff (2011), section B.
  static let krippendorffB = letters("aabbdcccedda", "babbbccceddd")

  /// Krippendorff (2011), section C: four observers, twelve units, gaps; also in Gwet, K. L. (2014).
  /// Handbook of Inter-Rater Reliability (4th ed.), table 2.10.
  static func krippendorffC(_ measurement: Measurement) -> Ratings {
    letters("123321412...", "1233224125..", ".33323422513", "12332441251.", as: measurement)
  }

  /// Cohen, J. (1960). A coefficient of agreement for nominal scales, table 2: 200 units.
  static let cohen = crossed([[88, 14, 18], [10, 40, 10], [2, 6, 12]])

  /// Fleiss, J. L. (1971). Measuring nominal scale agreement among many raters, table 1: thirty
  /// patients, six psychiatrists each, five diagnoses.
  static let fleiss = counted([
    "00060", "03003", "01401", "00006", "03030", "20400", "00402", "20310", "20040", "00006",
    "10050", "11040", "03300", "10050", "02031", "00501", "30012", "51000", "02040", "10203",
    "00006", "01050", "02013", "20040", "10041", "05010", "40002", "02040", "10500", "00006",
  ].map { $0.compactMap(\.wholeNumberValue) })

  /// The worked example of Fleiss' κ that textbooks and encyclopaedias share: ten units, fourteen
  /// raters, five categories.
  static let tenByFourteen = counted([
    [0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1],
    [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7],
  ])
}
