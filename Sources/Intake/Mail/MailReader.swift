/// Reads messages from bytes: one RFC 5322 message, or an mbox, which begins with `From `.
///
/// No input makes it fail other than by ``MailError``. Calls may be made from any thread.
public enum MailReader {
  /// Reads all messages from a descriptor, which is read once and not closed, and hands them on
  /// one by one. Memory does not grow with the number or the size of messages: a large message is
  /// kept in an unlinked file in `TMPDIR` while it is read. Blocks until the end of the input.
  ///
  /// - Throws: ``MailError``, or what `each` throws, which ends the reading.
  public static func read(
    fileDescriptor: Int32, _ each: (IncomingMail) throws -> Void
  ) throws {
    let source = MailSource(fileDescriptor: fileDescriptor)
    while let mail = try source.next() { try each(mail) }
  }

  /// Reads all messages from bytes in memory.
  public static func read(bytes: [UInt8]) throws(MailError) -> [IncomingMail] {
    let source = MailSource(bytes: bytes)
    var mails: [IncomingMail] = []
    while let mail = try source.next() { mails.append(mail) }
    return mails
  }
}

/// A message or an mbox, read one message at a time.
///
/// ```swift
/// let source = MailSource(fileDescriptor: STDIN_FILENO)
/// while let mail = try source.next() { … }
/// ```
/// Not thread-safe. The descriptor is read from where it stands and is not closed.
public final class MailSource {
  private let splitter: MailSplitter
  private var didYield = false
  private var failure: MailError?

  /// Reads from a file, a pipe or a socket.
  public init(fileDescriptor: Int32) {
    splitter = MailSplitter(input: SegmentedInput(descriptor: fileDescriptor))
  }

  /// Reads from memory.
  public init(bytes: [UInt8]) {
    splitter = MailSplitter(input: SegmentedInput(bytes: bytes))
  }

  /// The next message, or nil after the last.
  ///
  /// - Throws: ``MailError/empty`` or ``MailError/notAMessage`` instead of a first message, and
  ///   ``MailError/io(errno:)`` at any time; the same error again after that.
  public func next() throws(MailError) -> IncomingMail? {
    if let failure { throw failure }
    do throws(MailError) {
      guard let raw = try splitter.next() else {
        if didYield { return nil }
        throw MailError.empty
      }
      guard raw.looksLikeMail || didYield || splitter.isMailbox else { throw MailError.notAMessage }
      let mail = try MailInterpreter.interpret(raw)
      didYield = true
      return mail
    } catch {
      failure = error
      throw error
    }
  }
}
