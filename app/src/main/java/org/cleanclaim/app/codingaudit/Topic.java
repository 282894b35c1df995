package org.cleanclaim.app.codingaudit;

/// What a coder may be taught to avoid a difference.
public enum Topic {
  FIRST_LISTED("Choosing and sequencing the first-listed or principal diagnosis"),
  SPECIFICITY("Coding to the documented detail"),
  UNSUPPORTED("Codes that the documentation does not support"),
  MISSED_CONDITION("Conditions that are documented and not coded"),
  VISIT_LEVEL("Level of evaluation and management"),
  PROCEDURE("Choice of procedure codes"),
  MODIFIER("Modifiers"),
  ADMISSION_INDICATOR("Present-on-admission indicators");

  private final String title;

  Topic(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /// What a difference is filed under until the auditor says otherwise.
  public static Topic of(Mark mark) {
    String coded = mark.coded();
    return switch (mark.element()) {
      case PRINCIPAL -> FIRST_LISTED;
      case SECONDARY ->
          switch (mark.kind()) {
            case ADDED -> MISSED_CONDITION;
            case REMOVED -> UNSUPPORTED;
            case CHANGED, RESEQUENCED, PRECEDED -> SPECIFICITY;
          };
      case PROCEDURE -> coded != null && coded.startsWith("99") ? VISIT_LEVEL : PROCEDURE;
      case MODIFIER -> MODIFIER;
      case POA -> ADMISSION_INDICATOR;
    };
  }
}
