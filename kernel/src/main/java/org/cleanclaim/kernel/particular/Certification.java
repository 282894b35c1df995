package org.cleanclaim.kernel.particular;

import java.util.List;

/// Conditions that somebody certifies (CRC).
///
/// @param category CRC01, for example `07` ambulance
/// @param applies CRC02 is Y
/// @param conditions CRC03 to CRC07
public record Certification(String category, boolean applies, List<String> conditions) {
  public Certification {
    conditions = List.copyOf(conditions);
  }
}
