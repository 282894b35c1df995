package org.cleanclaim.coding;

import java.time.LocalDate;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;

/// One signed note. Offsets everywhere count UTF-16 characters of `text`.
public record Documentation(
    String documentId,
    String text,
    EncounterSetting setting,
    LocalDate servedOn,
    @Nullable Integer ageYears,
    Sex sex) {
  @Override
  public String toString() {
    return "Documentation[masked]";
  }
}
