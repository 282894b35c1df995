package org.cleanclaim.pricing.benefit;

/// A benefit category of a plan, for example `office`, `preventive`, `lab`, `imaging`, `surgery`.
public record ServiceCategory(String slug) {
  public static final ServiceCategory OTHER = new ServiceCategory("other");

  public ServiceCategory {
    if (!slug.matches("[a-z][a-z0-9_-]{1,30}")) {
      throw new IllegalArgumentException("not a category: " + slug);
    }
  }
}
