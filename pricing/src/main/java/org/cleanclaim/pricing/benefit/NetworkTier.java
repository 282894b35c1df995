package org.cleanclaim.pricing.benefit;

/// How near a provider stands to the plan: `in_network`, `out_of_network`, or a tier of the plan's
/// own such as `preferred`.
public record NetworkTier(String slug) {
  public static final NetworkTier IN_NETWORK = new NetworkTier("in_network");
  public static final NetworkTier OUT_OF_NETWORK = new NetworkTier("out_of_network");

  public NetworkTier {
    if (!slug.matches("[a-z][a-z0-9_-]{1,30}")) {
      throw new IllegalArgumentException("not a network tier: " + slug);
    }
  }
}
