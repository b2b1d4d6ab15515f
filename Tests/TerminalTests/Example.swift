import Testing

/// A row of a table: what is given and what comes of it. Its name in the log is inert.
struct Example<Given: Sendable, Result: Sendable>: Sendable, CustomTestStringConvertible {
  let given: Given
  let result: Result

  init(_ given: Given, _ result: Result) {
    self.given = given
    self.result = result
  }

  var testDescription: String {
    String(reflecting: String(reflecting: given)).unicodeScalars
      .map { $0.isASCII ? String($0) : "\\u{\(String($0.value, radix: 16))}" }.joined()
  }
}
