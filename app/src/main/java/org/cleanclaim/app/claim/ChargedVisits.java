package org.cleanclaim.app.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.app.charge.Charges;
import org.cleanclaim.app.charge.FacilityCharges;
import org.cleanclaim.app.chart.Chart;
import org.cleanclaim.app.chart.Charts;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.encounter.HospitalStay;
import org.cleanclaim.app.encounter.HospitalStays;
import org.springframework.stereotype.Component;

/// The charges of visits as claims are made from them, and what keeps a visit from being billed.
@Component
class ChargedVisits {
  private final Charts charts;
  private final Charges charges;
  private final FacilityCharges facility;
  private final HospitalStays stays;
  private final Encounters encounters;

  ChargedVisits(
      Charts charts,
      Charges charges,
      FacilityCharges facility,
      HospitalStays stays,
      Encounters encounters) {
    this.encounters = encounters;
    this.charts = charts;
    this.charges = charges;
    this.facility = facility;
    this.stays = stays;
  }

  /// Reads of visits what will be asked for.
  void ahead(List<EncounterId> visits) {
    charts.ahead(visits);
    charges.ahead(visits);
    stays.ahead(visits);
  }

  /// The charges in force of a visit, by line.
  List<BillableLine> lines(Encounter visit) {
    var lines = new ArrayList<BillableLine>();
    if (stay(visit).isPresent()) {
      for (var c : facility.ofEncounter(visit.id())) {
        lines.add(
            new BillableLine(
                visit, c.line(), c.servedFrom(), c.procedure(), c.units(), c.amount()));
      }
    } else {
      for (var c : charges.ofEncounter(visit.id())) {
        lines.add(
            new BillableLine(visit, c.line(), c.servedOn(), c.procedure(), c.units(), c.amount()));
      }
    }
    return lines;
  }

  /// The charges that a claim bills, as they are now.
  List<BillableLine> of(BilledClaim claim) {
    var lines = new ArrayList<BillableLine>();
    for (EncounterId visit : claim.visits().all()) {
      for (BillableLine line : lines(encounters.get(visit))) {
        boolean isOn =
            claim.sources().isEmpty()
                || claim.sources().stream()
                    .anyMatch(
                        s -> s.encounter().equals(visit) && s.chargeLine() == line.chargeLine());
        if (isOn) lines.add(line);
      }
    }
    return lines;
  }

  Optional<HospitalStay> stay(Encounter visit) {
    return stays.find(visit.id());
  }

  /// What is missing before a visit can be billed; empty when nothing is.
  Optional<String> missing(Encounter visit, List<BillableLine> lines) {
    var chart = charts.find(visit.id());
    if (chart.isEmpty() || chart.get().status() != Chart.Status.FINAL_CODED) {
      return Optional.of(
          "The codes of visit %s are not final. Finalize its chart first."
              .formatted(visit.visitNumber()));
    }
    if (lines.isEmpty()) {
      return Optional.of(
          "Visit %s has no charges. Capture them first.".formatted(visit.visitNumber()));
    }
    return Optional.empty();
  }
}
