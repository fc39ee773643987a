#if canImport(Glibc)
  import CMalloc
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the program asks of the system for its memory; all are wishes, and nothing is lost where one is
/// not heard.
enum MemoryCalls {
  /// Lets this thread take its memory from one stretch that it keeps, in large pages.
  ///
  /// Without it the heap of a thread grows page by page, and each time the other threads wait for the
  /// system.
  static func prepareHeap() {
    #if canImport(Glibc)
      // The largest that glibc lets come from a heap, and half of what a heap can be.
      let limit = 1 << 25
      _ = mallopt(M_MMAP_THRESHOLD, Int32(limit))
      _ = mallopt(M_TRIM_THRESHOLD, Int32.max)
      let size = limit - 4096
      guard let stretch = unsafe malloc(size) else { return }
      unsafe useLargePages(UnsafeMutableRawBufferPointer(start: stretch, count: size))
      unsafe free(stretch)
    #endif
  }

  /// Asks for large pages for memory of many: each page costs a fault when it is first touched.
  static func useLargePages(_ memory: UnsafeMutableRawBufferPointer) {
    #if os(Linux)
      let page = 1 << 21
      guard let base = memory.baseAddress, memory.count >= 2 * page else { return }
      let start = (UInt(bitPattern: base) + UInt(page) - 1) & ~(UInt(page) - 1)
      _ = unsafe madvise(
        UnsafeMutableRawPointer(bitPattern: start),
        Int(UInt(bitPattern: base) + UInt(memory.count) - start), MADV_HUGEPAGE)
    #endif
  }
}
