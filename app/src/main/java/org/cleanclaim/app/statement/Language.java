package org.cleanclaim.app.statement;

/// The languages that patients are written to in.
public enum Language {
  ENGLISH("en", "English"),
  SPANISH("es", "Español");

  private final String code;
  private final String title;

  Language(String code, String title) {
    this.code = code;
    this.title = title;
  }

  /// As in the `lang` attribute of a page (BCP 47).
  public String code() {
    return code;
  }

  public String title() {
    return title;
  }

  /// One of two texts.
  public String of(String english, String spanish) {
    return this == SPANISH ? spanish : english;
  }
}
