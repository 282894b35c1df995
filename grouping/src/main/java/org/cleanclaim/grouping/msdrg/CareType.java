package org.cleanclaim.grouping.msdrg;

/// Whether a DRG is one of medical or of surgical stays; errors are neither.
public enum CareType {
  MEDICAL,
  SURGICAL,
  NONE;

  static CareType of(String text) {
    return switch (text) {
      case "MEDICAL" -> MEDICAL;
      case "SURGICAL" -> SURGICAL;
      default -> NONE;
    };
  }
}
