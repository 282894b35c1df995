package org.cleanclaim.codesets.store;

/// Something installed is not as it was.
///
/// @param what the table or search index, as people call it
/// @param path where it lies
public record StoreFault(String what, String path, String reason, String remedy) {
  public String message() {
    return "%s (%s): %s %s".formatted(what, path, reason, remedy);
  }
}
