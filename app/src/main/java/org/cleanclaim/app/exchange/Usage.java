package org.cleanclaim.app.exchange;

/// Whether an interchange is a test or the real thing (ISA15).
public enum Usage {
  TEST("Test"),
  LIVE("Live");

  private final String title;

  Usage(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}
