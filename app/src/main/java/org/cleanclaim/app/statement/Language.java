package org.cleanclaim.app.statement;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The languages that patients are written to in.
public enum Language {
  ENGLISH("en", "English", "MMMM d, yyyy"),
  SPANISH("es", "Español", "d 'de' MMMM 'de' yyyy");

  private final String code;
  private final String title;
  private final DateTimeFormatter days;

  Language(String code, String title, String days) {
    this.code = code;
    this.title = title;
    this.days = DateTimeFormatter.ofPattern(days, Locale.of(code));
  }

  /// As in the `lang` attribute of a page (BCP 47).
  public String code() {
    return code;
  }

  public String title() {
    return title;
  }

  /// A day as people write it: `March 5, 2026`, `5 de marzo de 2026`.
  public String day(LocalDate day) {
    return days.format(day);
  }

  /// One of two texts.
  public String of(String english, String spanish) {
    return this == SPANISH ? spanish : english;
  }
}
