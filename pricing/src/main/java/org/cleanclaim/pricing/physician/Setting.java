package org.cleanclaim.pricing.physician;

import java.util.Optional;
import java.util.Set;

/// Whether the service is done where a facility is paid for the room and the staff. Source: CMS
/// Claims Processing Manual, chapter 12, section 20.4.2, and chapter 26, section 10.5.
public enum Setting {
  FACILITY,
  NON_FACILITY;

  private static final Set<String> FACILITIES =
      Set.of(
          "02", "19", "21", "22", "23", "24", "26", "31", "34", "41", "42", "51", "52", "53", "56",
          "61");

  /// The setting of a place of service; empty where the text is none.
  public static Optional<Setting> of(String placeOfService) {
    if (!placeOfService.matches("\\d\\d")) return Optional.empty();
    return Optional.of(FACILITIES.contains(placeOfService) ? FACILITY : NON_FACILITY);
  }
}
