import Casework
import GRDB

extension CaseStore {
  /// Records one action, and takes away the draft that it finishes. On return it is durable. Throws
  /// ``Refusal``, ``Conflict`` or ``StoreError``; then nothing is written.
  public func record(_ action: Action, by officer: Officer, finishing draft: String? = nil) throws
    -> Receipt
  {
    let receipt = try write { db in
      let receipt = try recorder(db, officer).record(action)
      if let draft { try deleteDraft(OfficerID(officer.id), draft, db) }
      return receipt
    }
    sweep(after: [action])
    return receipt
  }

  /// What a redaction has erased goes from the store's files too. Where others are in the way, or the
  /// lists have been rebuilt, it goes with the next whole sweep: the receipt stands, and ``isToBeSwept()`` tells.
  private func sweep(after actions: [Action]) {
    guard actions.contains(where: { ActionRegistry.action($0.id)?.isRedaction == true }) else {
      return
    }
    _ = try? sweep(compacting: false)
  }

  /// Records actions in one transaction. One that is refused (``Refusal``, ``Conflict``) is left out
  /// alone; all others are durable on return. Throws ``StoreError``; then nothing is written.
  public func record(batch: [Action], by officer: Officer) throws -> [Result<Receipt, any Error>] {
    defer { sweep(after: batch) }
    return try write { db in
      let recorder = try recorder(db, officer)
      return try batch.map { action in
        do {
          return .success(try recorder.record(action))
        } catch let error as DatabaseError {
          throw error
        } catch {
          return .failure(error)
        }
      }
    }
  }

  /// Records all actions or none. Throws ``BatchStopped`` or ``StoreError``.
  public func record(atomic batch: [Action], by officer: Officer) throws -> [Receipt] {
    defer { sweep(after: batch) }
    return try write { db in
      let recorder = try recorder(db, officer)
      return try batch.enumerated().map { index, action in
        do {
          return try recorder.record(action)
        } catch let error as DatabaseError {
          throw error
        } catch {
          throw BatchStopped(index: index, error: error)
        }
      }
    }
  }

  /// The officer as registered now: roles may have been taken away since the desk was opened.
  private func recorder(_ db: Database, _ officer: Officer) throws -> Recorder {
    guard let current = try OfficerProjection(db).officer(id: officer.id) else {
      throw StoreError.notPermitted
    }
    return Recorder(db, now: clock.now(), officer: current)
  }
}
