/// The hash function SHA-256 (FIPS 180-4, section 6.2).
///
/// Names codebooks, transcripts, lines of the log and reports by what is in them. It hides nothing:
/// short text can be found again by trying.
public enum SHA256 {
  private static let blockSize = 64

  /// The 32 bytes of the hash of `bytes`.
  public static func digest(of bytes: borrowing Span<UInt8>) -> [UInt8] {
    var state: [8 of UInt32] = [
      0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
      0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]
    var next = 0
    while bytes.count - next >= blockSize {
      compress(&state, bytes, from: next)
      next += blockSize
    }
    // The bytes that do not fill a block, a 1, zeros, and the length in bits, in one block or two.
    var rest: [128 of UInt8] = .init(repeating: 0)
    let count = bytes.count - next
    for index in 0..<count { rest[index] = bytes[next + index] }
    rest[count] = 0x80
    let end = count + 9 <= blockSize ? blockSize : 2 * blockSize
    for index in 0..<8 {
      let length = UInt64(bytes.count) &* 8
      rest[end - 1 - index] = UInt8(truncatingIfNeeded: length &>> UInt64(8 * index))
    }
    for start in stride(from: 0, to: end, by: blockSize) {
      compress(&state, rest.span, from: start)
    }
    return [UInt8](capacity: 32) { digest in
      for index in state.indices {
        for shift in stride(from: UInt32(24), through: 0, by: -8) {
          digest.append(UInt8(truncatingIfNeeded: state[index] &>> shift))
        }
      }
    }
  }

  /// The hash of `bytes` as 64 small hexadecimal digits.
  public static func hexDigest(of bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var hex: [UInt8] = []
    for byte in digest(of: bytes.span) {
      hex.append(digits[Int(byte >> 4)])
      hex.append(digits[Int(byte & 15)])
    }
    return String(decoding: hex, as: UTF8.self)
  }

  private static func compress(
    _ state: inout [8 of UInt32], _ bytes: borrowing Span<UInt8>, from start: Int
  ) {
    // Not a constant: to read from one of this kind would copy all of it.
    var schedule: [64 of UInt32] = .init(repeating: 0)
    fill(&schedule, bytes, from: start)
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    // Eight rounds at a time, so that names change places and not values.
    for eight in 0..<8 {
      let round = eight &* 8
      mix(a, b, c, &d, e, f, g, &h, roundConstants[round] &+ schedule[round])
      mix(h, a, b, &c, d, e, f, &g, roundConstants[round &+ 1] &+ schedule[round &+ 1])
      mix(g, h, a, &b, c, d, e, &f, roundConstants[round &+ 2] &+ schedule[round &+ 2])
      mix(f, g, h, &a, b, c, d, &e, roundConstants[round &+ 3] &+ schedule[round &+ 3])
      mix(e, f, g, &h, a, b, c, &d, roundConstants[round &+ 4] &+ schedule[round &+ 4])
      mix(d, e, f, &g, h, a, b, &c, roundConstants[round &+ 5] &+ schedule[round &+ 5])
      mix(c, d, e, &f, g, h, a, &b, roundConstants[round &+ 6] &+ schedule[round &+ 6])
      mix(b, c, d, &e, f, g, h, &a, roundConstants[round &+ 7] &+ schedule[round &+ 7])
    }
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
    state[4] &+= e
    state[5] &+= f
    state[6] &+= g
    state[7] &+= h
  }

  private static func fill(
    _ schedule: inout [64 of UInt32], _ bytes: borrowing Span<UInt8>, from start: Int
  ) {
    let block = bytes.extracting(start..<start &+ blockSize)
    for word in 0..<16 {
      let index = word &* 4
      let high = UInt32(block[index]) << 24 | UInt32(block[index &+ 1]) << 16
      schedule[word] = high | UInt32(block[index &+ 2]) << 8 | UInt32(block[index &+ 3])
    }
    for word in 16..<64 {
      let early = schedule[word &- 15]
      let late = schedule[word &- 2]
      let sigma0 = rotated(early, 7) ^ rotated(early, 18) ^ (early &>> 3)
      let sigma1 = rotated(late, 17) ^ rotated(late, 19) ^ (late &>> 10)
      schedule[word] = schedule[word &- 16] &+ sigma0 &+ schedule[word &- 7] &+ sigma1
    }
  }
}

/// One round: gives `d` and `h` their new values; the others only change names.
@inline(__always)
private func mix(
  _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32,
  _ g: UInt32, _ h: inout UInt32, _ word: UInt32
) {
  let sum1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
  let first = h &+ sum1 &+ ((e & f) ^ (~e & g)) &+ word
  let sum0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
  d = d &+ first
  h = first &+ sum0 &+ ((a & b) ^ (a & c) ^ (b & c))
}

@inline(__always)
private func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
  word &>> count | word &<< (32 &- count)
}

/// FIPS 180-4, section 4.2.2.
private let roundConstants: [64 of UInt32] = [
  0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
  0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
  0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
  0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
  0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
  0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
  0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
  0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
  0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
  0xc671_78f2,
]
