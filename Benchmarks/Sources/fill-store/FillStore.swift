import Foundation
import ManyTips

/// `fill-store`: makes the store that is measured, where it is missing, and prints its path.
@main
enum FillStore {
  static func main() throws {
    _ = try ManyTipsStore.open()
    print(ManyTipsStore.path)
  }
}
