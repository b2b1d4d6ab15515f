import Foundation

/// A file beside the store that is touched after each commit, so that other processes wake when the
/// commit can be seen (DESIGN, Live). Ringing never fails loudly: `data_version` is the net under it.
final class Doorbell: Sendable {
  private let file: Int32

  init(_ path: String) {
    let bell = StoreFiles.doorbell(of: path)
    file = open(bell, O_CREAT | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, StoreFiles.fileMode)
    if file >= 0 { fchmod(file, StoreFiles.fileMode) }
  }

  deinit {
    if file >= 0 { close(file) }
  }

  func ring() {
    guard file >= 0 else { return }
    var byte: UInt8 = 1
    _ = pwrite(file, &byte, 1, 0)
  }
}
