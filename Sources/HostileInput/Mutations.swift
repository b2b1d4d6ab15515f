import Demo

/// Inputs made of others by small changes: the same for the same seed, on every machine.
public struct Mutations {
  private var random: SplitMix64
  private let seeds: [[UInt8]]

  private static let pieces: [[UInt8]] = [
    [0x00], [0x0A], [0x0D], [0x0D, 0x0A], [0x1B], [0x1B, 0x5B], [0x7F], [0x9B], [0xFF], [0xC3],
    [0xEF, 0xBB, 0xBF], [0xE2, 0x80, 0xAE], [0xF0, 0x9F, 0x91, 0xA9], [0xED, 0xA0, 0x80],
    Array("\"".utf8), Array("\\u0000".utf8), Array("{".utf8), Array("[".utf8), Array("<".utf8),
    Array(": ".utf8), Array("--".utf8), Array("*a".utf8), Array("&a ".utf8), Array("=?".utf8),
    Array("-1".utf8), Array("9223372036854775808".utf8), Array("1e999".utf8), Array("null".utf8),
  ]

  /// Changes of these, at least one.
  public init(seed: UInt64, of seeds: [[UInt8]]) {
    random = SplitMix64(seed: seed)
    self.seeds = seeds.isEmpty ? [[]] : seeds
  }

  /// The next input, of no more than about 16 kB.
  public mutating func next() -> [UInt8] {
    var bytes = Array(random.element(of: seeds).prefix(16_384))
    for _ in 0...random.below(6) { change(&bytes) }
    return bytes
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    let place = random.below(bytes.count + 1)
    switch random.below(6) {
    case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8(random.below(8))
    case 1 where place < bytes.count: bytes[place] = UInt8(random.below(256))
    case 2: bytes.removeSubrange(range(from: place, in: bytes))
    case 3: bytes.insert(contentsOf: random.element(of: Self.pieces), at: place)
    case 4: bytes.insert(contentsOf: Array(bytes[range(from: place, in: bytes)]), at: place)
    default:
      let other = random.element(of: seeds)
      let start = random.below(other.count + 1)
      bytes.insert(contentsOf: other[range(from: start, in: other)], at: place)
    }
  }

  private mutating func range(from start: Int, in bytes: [UInt8]) -> Range<Int> {
    start..<min(bytes.count, start + random.below(1 + random.number(in: 1...64)))
  }
}
