package org.cleanclaim.kernel;

/// Stable id of a rule, for example `DEMO-MEMBER-ID`: screens, files and golden tests all name the
/// same one.
public record RuleId(String value) {
  public RuleId {
    if (!value.matches("[A-Z0-9][A-Z0-9-]{2,39}")) {
      throw new IllegalArgumentException("not a rule id: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
