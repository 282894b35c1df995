package org.cleanclaim.kernel.party;

/// Administrative sex as billed (DMG03: F, M, U).
public enum Sex {
  FEMALE("F"),
  MALE("M"),
  UNKNOWN("U");

  private final String code;

  Sex(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Sex ofCode(String code) {
    return switch (code) {
      case "F" -> FEMALE;
      case "M" -> MALE;
      default -> UNKNOWN;
    };
  }
}
