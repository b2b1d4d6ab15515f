import Foundation

/// The second process of the demonstration, which sends new tips. It lives as long as the pipe to
/// its standard input does.
struct DemoFeed {
  private let process: Process
  private let pipe: Pipe

  /// Starts it; it waits for ``go()``.
  static func start(_ directory: DemoDirectory, tipsPerMinute: Double) throws -> DemoFeed {
    let process = Process()
    process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = [
      "demo-feed", directory.path, "--tips-per-minute", String(tipsPerMinute),
    ]
    let pipe = Pipe()
    process.standardInput = pipe
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return DemoFeed(process: process, pipe: pipe)
  }

  /// The store is made: tips may come.
  func go() {
    try? pipe.fileHandleForWriting.write(contentsOf: Data("\n".utf8))
  }

  /// Ends it and waits until it has ended.
  func stop() {
    try? pipe.fileHandleForWriting.close()
    process.waitUntilExit()
  }
}
