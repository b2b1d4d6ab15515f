import Glibc

/// A read that failed, with the system's `errno`.
struct ReadFailure: Error {
  let errno: Int32
}

/// Reads into the buffer from `start` on; waits for a descriptor that does not block.
/// Returns the number of bytes, 0 at the end.
func readBytes(
  from descriptor: Int32, into buffer: inout [UInt8], at start: Int
) throws(ReadFailure) -> Int {
  guard start < buffer.count else { return 0 }
  while true {
    let count = buffer.withUnsafeMutableBytes {
      Glibc.read(descriptor, $0.baseAddress?.advanced(by: start), $0.count - start)
    }
    if count >= 0 { return count }
    switch errno {
    case EINTR: continue
    case EAGAIN: _ = isReadable(descriptor, waitMilliseconds: -1)
    default: throw ReadFailure(errno: errno)
    }
  }
}

/// Whether a read would return at once: with bytes, with the end or with an error.
func isReadable(_ descriptor: Int32, waitMilliseconds: Int32) -> Bool {
  var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
  return poll(&request, 1, waitMilliseconds) > 0
}

/// The system's words for an error number.
func systemWords(_ number: Int32) -> String {
  guard let words = strerror(number) else { return "errno \(number)" }
  return "\(String(cString: words)) (errno \(number))"
}
