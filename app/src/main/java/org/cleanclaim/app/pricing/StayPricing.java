package org.cleanclaim.app.pricing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.grouping.msdrg.GrouperTables;
import org.cleanclaim.grouping.msdrg.GrouperVersion;
import org.cleanclaim.grouping.msdrg.MsDrgGrouper;
import org.cleanclaim.grouping.msdrg.ReturnCode;
import org.cleanclaim.grouping.msdrg.Stay;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.InformationCode;
import org.cleanclaim.kernel.claim.InformationCode.Kind;
import org.cleanclaim.pricing.inpatient.Discharge;
import org.cleanclaim.pricing.inpatient.Hospital;
import org.cleanclaim.pricing.inpatient.InstalledInpatient;
import org.cleanclaim.pricing.inpatient.Review;
import org.cleanclaim.pricing.inpatient.StayPrice;
import org.jspecify.annotations.Nullable;

/// Prices inpatient bills. The DRG is the bill's own; where it bears none, the stay is grouped.
final class StayPricing {
  private static final String SCHEDULE = "inpatient stays";

  /// Acute hospitals, and critical access hospitals; the second ones with a planned readmission.
  /// Source: 42 CFR 412.4(b).
  private static final Set<Integer> TRANSFER = Set.of(2, 66, 82, 94);

  /// Skilled nursing, other hospitals, home health, hospice. Source: 42 CFR 412.4(c).
  private static final Set<Integer> POST_ACUTE =
      Set.of(3, 5, 6, 50, 51, 62, 63, 65, 83, 85, 86, 90, 91, 93);

  private final CodeSets codeSets;
  private final Map<String, Hospital> hospitals;

  /// @param hospitals by NPI and by certification number
  StayPricing(CodeSets codeSets, Map<String, Hospital> hospitals) {
    this.codeSets = codeSets;
    this.hospitals = hospitals;
  }

  PricedItem price(Claim claim) {
    String id = claim.controlNumber().value();
    Hospital hospital = hospital(claim);
    if (hospital == null) {
      return PricedItem.refused(
          id, SCHEDULE, "The hospital of the claim is not known.", "State it with --hospital.");
    }
    LocalDate last = ClaimFacts.lastDay(claim);
    LocalDate first = claim.admittedOn();
    if (last == null || first == null || first.isAfter(last)) {
      return PricedItem.refused(
          id, SCHEDULE, "The claim lacks the days of the stay.", "State admission and discharge.");
    }
    int drg = drg(claim, last);
    if (drg == 0) {
      return PricedItem.refused(
          id,
          SCHEDULE,
          "The claim bears no DRG, and it could not be grouped.",
          "State the DRG, or install the grouper logic of the day.");
    }
    int days = Math.toIntExact(ChronoUnit.DAYS.between(first, last));
    var discharge =
        new Discharge(
            review(claim).code(),
            drg,
            days,
            value(claim, "80", Math.max(days, 1)),
            value(claim, "83", 0),
            last,
            claim.totalCharge(),
            ClaimFacts.procedures(claim),
            claim.diagnoses().stream().map(diagnosis -> diagnosis.code().value()).toList(),
            claim.informationCodes(Kind.CONDITION).stream().map(InformationCode::code).toList());
    return switch (new InstalledInpatient(codeSets).on(last)) {
      case InstalledInpatient.Missing missing -> refused(id, missing.findings().getFirst());
      case InstalledInpatient.Found found ->
          switch (found.pricer().price(discharge, hospital)) {
            case StayPrice.Refused refused -> refused(id, refused.finding());
            case StayPrice.Paid paid ->
                new PricedItem(
                    id,
                    0,
                    "DRG %03d".formatted(drg),
                    SCHEDULE,
                    paid.total(),
                    false,
                    paid.steps(),
                    List.of("%s Code %d.".formatted(paid.how().meaning(), paid.how().code())));
          };
    };
  }

  private static PricedItem refused(String id, Finding finding) {
    return PricedItem.refused(id, SCHEDULE, finding.message(), finding.remedy());
  }

  private @Nullable Hospital hospital(Claim claim) {
    var npi = claim.billingProvider().npi();
    if (npi != null && hospitals.containsKey(npi.value())) return hospitals.get(npi.value());
    return Set.copyOf(hospitals.values()).size() == 1 ? hospitals.values().iterator().next() : null;
  }

  private static Review review(Claim claim) {
    int status = ClaimFacts.status(claim);
    if (TRANSFER.contains(status)) return Review.TRANSFER;
    return POST_ACUTE.contains(status) ? Review.POST_ACUTE : Review.FULL;
  }

  /// A value code's number of days, which files write as an amount.
  private static int value(Claim claim, String code, int otherwise) {
    return claim.informationCodes(Kind.VALUE).stream()
        .filter(value -> value.code().equals(code) && value.amount() != null)
        .map(InformationCode::amount)
        .findFirst()
        .map(amount -> amount.toBigDecimal().intValue())
        .orElse(otherwise);
  }

  private int drg(Claim claim, LocalDate day) {
    var billed = claim.informationCodes(Kind.DRG);
    if (!billed.isEmpty() && billed.getFirst().code().matches("[0-9]{1,3}")) {
      return Integer.parseInt(billed.getFirst().code());
    }
    var version = GrouperVersion.on(day);
    var logic = codeSets.rules(PublicationKind.MSDRG_LOGIC, day);
    if (version.isEmpty() || logic.isEmpty()) return 0;
    GrouperTables tables =
        logic.get().view(RuleTables.class, GrouperTables.class, GrouperTables::of);
    if (!tables.has(version.get())) return 0;
    return switch (StayFiles.input(claim, Stay.PoaReporting.REQUIRED)) {
      case StayFiles.Input.Refused ignored -> 0;
      case StayFiles.Input.Known known -> {
        var last = new MsDrgGrouper(tables).group(known.stay(), version.get()).last();
        yield last.returnCode() == ReturnCode.OK ? last.drg() : 0;
      }
    };
  }
}
