package org.cleanclaim.cli.vectors;

/// How one case came out.
///
/// @param id the case's own id
/// @param expected the answer that was known, in short; empty where it passed
/// @param actual what the engine said, in short; empty where it passed
/// @param cause why the two differ, where it could be told; empty where not
public record Verdict(String id, boolean passed, String expected, String actual, String cause) {

  /// The engine gave the known answer.
  public static Verdict passed(String id) {
    return new Verdict(id, true, "", "", "");
  }

  /// The engine gave another answer, or none.
  public static Verdict failed(String id, String expected, String actual) {
    return new Verdict(id, false, expected, actual, "");
  }

  /// The same verdict with the cause of the difference.
  public Verdict because(String reason) {
    return new Verdict(id, passed, expected, actual, passed ? "" : reason);
  }

  /// Compares the two answers as they are written.
  public static Verdict of(String id, Object expected, Object actual) {
    String known = expected.toString();
    String said = actual.toString();
    return known.equals(said) ? passed(id) : failed(id, known, said);
  }
}
