package org.cleanclaim.coding.ranking;

/// In how many documents something was seen, and in how many of them a coder gave the code.
record Tally(int seen, int right) {
  static final Tally NONE = new Tally(0, 0);

  /// From here on what is seen twice is not chance: the divergence of its share from the code's
  /// common share, in nats, over all documents.
  private static final int NO_CHANCE = 7;

  Tally plus(Tally other) {
    return new Tally(seen + other.seen, right + other.right);
  }

  /// Without one document, so that what is learned of a document is not taken from itself.
  Tally without(boolean isSeen, boolean isRight) {
    return new Tally(
        Math.max(0, seen - (isSeen ? 1 : 0)), Math.max(0, right - (isSeen && isRight ? 1 : 0)));
  }

  /// The share, drawn towards what is common as if that had been seen in some more documents.
  double share(double common, double documents) {
    return (right + common * documents) / (seen + documents);
  }

  /// Whether what was seen points to the code, rather than standing beside it by chance.
  boolean points(double common) {
    if (right < 2 || right * 10 < seen) return false;
    double share = (double) right / seen;
    double against = share == 1 ? 0 : (1 - share) * StrictMath.log((1 - share) / (1 - common));
    double divergence = share * StrictMath.log(share / common) + against;
    return share > common && seen * divergence > NO_CHANCE;
  }
}
