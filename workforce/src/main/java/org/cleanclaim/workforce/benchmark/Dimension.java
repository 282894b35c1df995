package org.cleanclaim.workforce.benchmark;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a published figure is broken down by.
public enum Dimension {
  /// The whole country.
  NATIONAL("country"),
  /// A state or territory; the key is its postal code.
  STATE("state"),
  /// A metropolitan area by its official title.
  METRO("metropolitan area"),
  /// A kind of workplace.
  SETTING("setting"),
  /// Everybody who holds a credential, whatever else they hold.
  CREDENTIAL("credential"),
  /// Holders of a credential at the start of their career.
  CREDENTIAL_ENTRY("credential at entry level"),
  /// Holders of a credential by years of experience; the key is `CCS|1-2 years`.
  CREDENTIAL_EXPERIENCE("credential and experience"),
  /// How many credentials are held; `3+` means three or more.
  CREDENTIAL_COUNT("number of credentials"),
  /// Experience, whatever the credential.
  EXPERIENCE("experience"),
  /// A job title.
  POSITION("position"),
  /// A field of work within health information.
  JOB_FAMILY("job family"),
  /// An answer to a survey that is no pay.
  SURVEY("survey");

  private final String title;

  Dimension(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /// The name as it stands in tables: `credential_count`.
  public String written() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Dimension> parse(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(d -> d.written().equals(wanted)).findFirst();
  }
}
