package org.cleanclaim.app.followup;

/// What a payer's usual days of an answer rest on.
public enum Habit {
  MEASURED("measured"),
  DIRECTORY("payer directory"),
  ASSUMED("assumed");

  private final String title;

  Habit(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}
