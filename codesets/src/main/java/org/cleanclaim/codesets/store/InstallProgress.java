package org.cleanclaim.codesets.store;

/// Told what an install is at.
@FunctionalInterface
public interface InstallProgress {
  /// @param step what is being done: `reading icd10cm_order_2026.txt`
  /// @param done steps finished before it
  /// @param of steps in all, as far as known
  void at(String step, int done, int of);

  /// Tells nobody.
  static InstallProgress silent() {
    return (step, done, of) -> {};
  }
}
