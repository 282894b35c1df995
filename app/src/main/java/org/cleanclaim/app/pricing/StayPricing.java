package org.cleanclaim.app.pricing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.grouping.msdrg.ReturnCode;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.pricing.inpatient.Discharge;
import org.cleanclaim.pricing.inpatient.Hospital;
import org.cleanclaim.pricing.inpatient.InstalledInpatient;
import org.cleanclaim.pricing.inpatient.StayPrice;
import org.jspecify.annotations.Nullable;

/// Prices inpatient bills. The DRG is the bill's own; where it bears none, the stay is grouped.
final class StayPricing {
  private static final String SCHEDULE = "inpatient stays";

  private final CodeSets codeSets;
  private final Map<String, Hospital> hospitals;

  /// @param hospitals by NPI and by certification number
  StayPricing(CodeSets codeSets, Map<String, Hospital> hospitals) {
    this.codeSets = codeSets;
    this.hospitals = hospitals;
  }

  PricedItem price(StayBill bill) {
    String id = bill.id();
    Hospital hospital = hospital(bill);
    if (hospital == null) {
      return PricedItem.refused(
          id, SCHEDULE, "The hospital of the claim is not known.", "State it with --hospital.");
    }
    LocalDate last = bill.last();
    LocalDate first = bill.first();
    if (last == null || first == null || first.isAfter(last)) {
      return PricedItem.refused(
          id, SCHEDULE, "The claim lacks the days of the stay.", "State admission and discharge.");
    }
    return switch (drg(bill)) {
      case Drg.None none -> PricedItem.refused(id, SCHEDULE, none.message(), none.remedy());
      case Drg.Known known -> price(bill, known.drg(), hospital, first, last);
    };
  }

  private PricedItem price(
      StayBill bill, int drg, Hospital hospital, LocalDate first, LocalDate last) {
    String id = bill.id();
    Discharge discharge = bill.discharge(drg, first, last);
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

  private @Nullable Hospital hospital(StayBill bill) {
    if (hospitals.containsKey(bill.npi())) return hospitals.get(bill.npi());
    return Set.copyOf(hospitals.values()).size() == 1 ? hospitals.values().iterator().next() : null;
  }

  /// The bill's own DRG or that of its grouping, or why there is none.
  private sealed interface Drg {
    record Known(int drg) implements Drg {}

    record None(String message, String remedy) implements Drg {}
  }

  private Drg drg(StayBill bill) {
    if (bill.drg() > 0) return new Drg.Known(bill.drg());
    return switch (new StayGrouping(codeSets, StayGrouping.Trials.NONE).group(bill.input())) {
      case StayGrouping.Result.Refused refused ->
          new Drg.None(
              "The claim bears no DRG and cannot be grouped: " + refused.message(),
              refused.remedy());
      case StayGrouping.Result.Grouped grouped -> {
        var last = grouped.grouping().last();
        yield last.returnCode() == ReturnCode.OK
            ? new Drg.Known(last.drg())
            : new Drg.None(
                "The claim bears no DRG and cannot be grouped: %s."
                    .formatted(last.returnCode().meaning()),
                "Correct the claim, or state its DRG.");
      }
    };
  }
}
