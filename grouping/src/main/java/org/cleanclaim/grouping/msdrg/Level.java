package org.cleanclaim.grouping.msdrg;

/// How much a secondary diagnosis weighs: a major complication or comorbidity, one, or none.
public enum Level {
  NONE,
  CC,
  MCC;

  static Level of(String text) {
    return switch (text) {
      case "MCC" -> MCC;
      case "CC" -> CC;
      default -> NONE;
    };
  }
}
