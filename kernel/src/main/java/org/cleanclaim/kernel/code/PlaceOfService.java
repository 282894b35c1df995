package org.cleanclaim.kernel.code;

import java.util.Optional;
import java.util.Set;
import org.cleanclaim.kernel.Characters;

/// A two-digit CMS place of service code: `11` office, `22` outpatient hospital.
public record PlaceOfService(String value) {
  /// Places paid at the facility rate (Medicare Claims Processing Manual, chapter 12, section
  /// 20.4.2).
  private static final Set<String> FACILITY =
      Set.of(
          "02", "19", "21", "22", "23", "24", "26", "31", "34", "41", "42", "51", "52", "53", "56",
          "61");

  public PlaceOfService {
    if (!hasShape(value)) {
      throw new IllegalArgumentException("not a place of service: " + value);
    }
  }

  public static Optional<PlaceOfService> parse(String text) {
    String plain = text.strip();
    return hasShape(plain) ? Optional.of(new PlaceOfService(plain)) : Optional.empty();
  }

  public boolean isFacility() {
    return FACILITY.contains(value);
  }

  private static boolean hasShape(String text) {
    return text.length() == 2 && Characters.areDigits(text, 0, 2);
  }

  @Override
  public String toString() {
    return value;
  }
}
