import Foundation

/// A copy of the measured store that may be written to; removed with this value.
public final class StoreCopy {
  /// Where the copy is.
  public let path: String

  /// Copies the store beside it.
  public init(_ name: String) throws {
    _ = try ManyTipsStore.open()
    path = "\(ManyTipsStore.path).\(name)"
    remove()
    try FileManager.default.copyItem(atPath: ManyTipsStore.path, toPath: path)
  }

  deinit {
    remove()
  }

  private func remove() {
    for suffix in ["", "-wal", "-shm", "-bell"] { unlink(path + suffix) }
  }
}
