package org.cleanclaim.app.authorization;

/// How near an authorization is to its end.
public enum RunOut {
  NONE(""),
  /// Two weeks or less remain.
  ENDS_SOON("Ends soon: ask for an extension"),
  /// Units were used, and a fifth or less, or one, remains.
  UNITS_LOW("Few units left: ask for more"),
  USED_UP("Used up: ask for more before the next visit"),
  OVERDRAWN("Claims use more units than were given");

  private final String title;

  RunOut(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}
