package org.cleanclaim.app.risk;

/// What stands in the way of a score, or was left out of it.
///
/// @param where file and line, or the member
public record RiskFinding(String where, String reason, String remedy) {
  @Override
  public String toString() {
    return where + ": " + reason + " " + remedy;
  }
}
