package org.cleanclaim.app.encounter;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.claim.InformationCode;
import org.jspecify.annotations.Nullable;

/// What a hospital bills a visit with (837I, UB-04).
///
/// @param billType facility and care, the first two digits of the type of bill behind its zero: 11
///   inpatient, 13 outpatient
/// @param servedFrom first day that the bill is for (DTP 434)
/// @param admittedOn null for outpatients
/// @param admissionHour `HHMM`
/// @param dischargedOn null while the patient is there
/// @param dischargeHour `HHMM`
/// @param admissionType CL101, one digit
/// @param admissionSource CL102, point of origin
/// @param patientStatus CL103, two digits
/// @param codes admitting diagnosis, reasons for the visit, conditions, occurrences, spans, values,
///   and days of procedures
public record HospitalStay(
    EncounterId encounterId,
    String billType,
    LocalDate servedFrom,
    LocalDate servedThrough,
    @Nullable LocalDate admittedOn,
    @Nullable String admissionHour,
    @Nullable LocalDate dischargedOn,
    @Nullable String dischargeHour,
    @Nullable String admissionType,
    @Nullable String admissionSource,
    @Nullable String patientStatus,
    List<InformationCode> codes) {
  public HospitalStay {
    codes = List.copyOf(codes);
  }

  /// Whether it is a stay of an admitted patient, paid by the stay.
  public boolean isInpatient() {
    return billType.equals("11");
  }

  /// Names no patient and no day.
  @Override
  public String toString() {
    return "HospitalStay[" + encounterId + "]";
  }
}
