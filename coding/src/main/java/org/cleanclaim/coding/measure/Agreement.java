package org.cleanclaim.coding.measure;

/// How many codes were proposed, how many a coder gave, and how many are the same.
public record Agreement(int same, int proposed, int given) {
  static final Agreement NONE = new Agreement(0, 0, 0);

  public Agreement plus(Agreement other) {
    return new Agreement(same + other.same, proposed + other.proposed, given + other.given);
  }

  /// The share of what was proposed that the coder gave too; 0 when nothing was proposed.
  public double precision() {
    return share(same, proposed);
  }

  /// The share of what the coder gave that was proposed too.
  public double recall() {
    return share(same, given);
  }

  /// The harmonic mean of both, over all notes together (micro-F1).
  public double f1() {
    return share(2 * same, proposed + given);
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
