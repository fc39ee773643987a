import Foundation
import Synchronization

/// Ends a program that was started here, and then removes folders, when the tests end.
func endAtExit(_ program: Int32) { leftovers.withLock { $0.programs.append(program) } }

func removeAtExit(_ folder: String) {
  leftovers.withLock { left in
    if left.folders.isEmpty { atexit(clean) }
    left.folders.append(folder)
  }
}

private let leftovers = Mutex<(programs: [Int32], folders: [String])>(([], []))

private func clean() {
  let left = leftovers.withLock { $0 }
  for program in left.programs {
    kill(program, SIGKILL)
    var status: Int32 = 0
    unsafe _ = waitpid(program, &status, 0)
  }
  for folder in left.folders { try? FileManager.default.removeItem(atPath: folder) }
}
