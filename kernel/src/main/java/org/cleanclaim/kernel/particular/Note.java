package org.cleanclaim.kernel.particular;

/// Free text with the code of what it is for (NTE, K3). Masked in `toString`.
///
/// @param kind NTE01, or `K3` for state file information
public record Note(String kind, String text) {
  @Override
  public String toString() {
    return "Note[" + kind + "]";
  }
}
