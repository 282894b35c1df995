package org.cleanclaim.coding.check;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.cleanclaim.coding.EncounterSetting;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;

/// The diagnoses of one encounter with what they are judged by.
///
/// @param from the day of service or admission
/// @param through the last day of service or the discharge
/// @param bornOn null where it is not known: ages are not judged then
/// @param codes diagnoses, the principal or first-listed one first
/// @param documents the notes, where they are at hand
public record CodedChart(
    EncounterSetting setting,
    LocalDate from,
    LocalDate through,
    Sex sex,
    @Nullable LocalDate bornOn,
    List<OrderedCode> codes,
    List<ChartDocument> documents) {
  public CodedChart {
    codes = List.copyOf(codes);
    documents = List.copyOf(documents);
  }

  /// The day whose code set counts: the discharge of an inpatient, the first day of service of
  /// others (CMS, ICD-10-CM effective dates).
  public LocalDate codedOn() {
    return isInpatient() ? through : from;
  }

  public boolean isInpatient() {
    return setting == EncounterSetting.INPATIENT;
  }

  /// Completed years of age on the first day, null where the birth date is not known or later.
  public @Nullable Integer ageYears() {
    if (bornOn == null || bornOn.isAfter(from)) return null;
    return (int) ChronoUnit.YEARS.between(bornOn, from);
  }

  @Override
  public String toString() {
    return "CodedChart[masked]";
  }
}
