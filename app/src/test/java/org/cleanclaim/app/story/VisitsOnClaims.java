package org.cleanclaim.app.story;

import java.time.LocalDate;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.patient.Patient;

/// An office whose visits and claims are not one to one.
final class VisitsOnClaims {
  static final Office OFFICE = new Office("spl", "1003000902");
  static final OfficeRecords RECORDS = new OfficeRecords(OFFICE);
  static final LocalDate EARLIER = Office.SERVED.minusDays(2);

  private VisitsOnClaims() {}

  static void rule(String visitsOnClaim, String lateCharges) {
    OFFICE
        .put(
            Role.MANAGER,
            "/payers/harbor/claim-rule",
            """
            {"visitsOnClaim":"%s","isSplitByYear":false,"lateFacilityCharges":"%s","why":"Provider manual, chapter 4"}
            """
                .formatted(visitsOnClaim, lateCharges))
        .is(200);
  }

  static Encounter first(Patient patient, String number) {
    return OFFICE.charge(patient, number + "A", EARLIER, "11", "99213");
  }

  static Encounter second(Patient patient, String number) {
    return OFFICE.charge(patient, number + "B", Office.SERVED, "11", "20610");
  }

  static BilledClaim billed(Encounter visit) {
    return RECORDS.claim(
        OFFICE
            .post(Role.BILLER, "/encounters/" + visit.publicId() + "/claim", "")
            .is(200)
            .at("/claim"));
  }
}
