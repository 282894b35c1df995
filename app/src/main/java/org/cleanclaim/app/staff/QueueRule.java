package org.cleanclaim.app.staff;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whoever codes the charts of a queue holds one of the credentials.
///
/// @param setting OUTPATIENT, EMERGENCY or INPATIENT
/// @param specialty the queue's specialty, null for all of the setting
/// @param credentials any of them will do
public record QueueRule(
    UUID publicId, String setting, @Nullable String specialty, List<String> credentials) {
  public QueueRule {
    credentials = List.copyOf(credentials);
  }

  boolean covers(String setting, String specialty) {
    return this.setting.equals(setting)
        && (this.specialty == null || this.specialty.equalsIgnoreCase(specialty));
  }

  /// The queue in words: `inpatient charts`, `outpatient charts of Cardiology`.
  public String queue() {
    return setting.toLowerCase(Locale.ROOT)
        + " charts"
        + (specialty == null ? "" : " of " + specialty);
  }

  /// The credentials in words: `CCS or CIC`.
  public String anyOf() {
    int last = credentials.size() - 1;
    return last == 0
        ? credentials.getFirst()
        : String.join(", ", credentials.subList(0, last)) + " or " + credentials.get(last);
  }
}
