@testable import Review

/// Ratings that papers publish with the coefficients they give.
enum Published {
  /// Section A of the paper: two observers, two values.
  ///
  /// Krippendorff, K. (2011). Computing Krippendorff's Alpha-Reliability. University of Pennsylvania.
  static let krippendorffA = letters("0100000010", "1110010000")

  /// Section B of Krippendorff (2011): two observers, five values.
  static let krippendorffB = letters("aabbdcccedda", "babbbccceddd")

  /// Section C of Krippendorff (2011): four observers, twelve units, gaps.
  ///
  /// Also in Gwet, K. L. (2014). Handbook of Inter-Rater Reliability (4th ed.).
  static func krippendorffC(_ measurement: Measurement) -> Ratings {
    letters("123321412...", "1233224125..", ".33323422513", "12332441251.", as: measurement)
  }

  /// Two judges, 200 units, three categories.
  ///
  /// Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological
  /// Measurement 20(1), 37–46.
  static let cohen = crossed([[88, 14, 18], [10, 40, 10], [2, 6, 12]])

  /// Thirty patients, six psychiatrists each, five diagnoses.
  ///
  /// Fleiss, J. L. (1971). Measuring nominal scale agreement among many raters. Psychological
  /// Bulletin 76(5), 378–382, table 1.
  static let fleiss = counted(
    [
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
