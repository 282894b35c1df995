package org.cleanclaim.app.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cleanclaim.app.charge.CaptureResult;
import org.cleanclaim.app.charge.ChargeEntry;
import org.cleanclaim.app.charge.Charges;
import org.cleanclaim.app.chart.ChartCodes;
import org.cleanclaim.app.chart.ChartDecisions;
import org.cleanclaim.app.chart.ChartFinalizing;
import org.cleanclaim.app.chart.Charts;
import org.cleanclaim.app.chart.FinalizeResult;
import org.cleanclaim.app.contract.FeeSchedules;
import org.cleanclaim.app.contract.FeeSchedules.Fee;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.identifier.Npi;
import org.cleanclaim.kernel.identifier.Taxonomy;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.party.ProviderRole;

/// Visits to one provider of a practice, their charts and charges.
///
/// @param specialty of the provider
public record Visits(Practice practice, Provider provider, String specialty) {

  /// Visits to a family doctor.
  public static Visits toFamilyDoctor(Practice practice) {
    return new Visits(practice, provider("Hale", "Nora", "1234567893", "207Q00000X"), "FAMILY");
  }

  /// A provider as somebody whom visits are made to.
  public static Provider provider(String last, String first, String npi, String taxonomy) {
    return new Provider(
        ProviderRole.RENDERING,
        new PersonName(last, first),
        new Npi(npi),
        new Taxonomy(taxonomy),
        null,
        null,
        null,
        List.of());
  }

  /// A visit that nothing is written about.
  ///
  /// @param place of service
  public Encounter register(
      PatientId patient, String number, String setting, String place, LocalDate on) {
    return practice.inside(() ->
        practice
            .server
            .bean(Encounters.class)
            .register(
                new Encounter(
                    new EncounterId(0),
                    new UUID(0, 0),
                    number,
                    patient,
                    provider,
                    specialty,
                    setting,
                    new PlaceOfService(place),
                    on,
                    null,
                    null,
                    null,
                    List.of())));
  }

  /// A document that arrives for a visit.
  public void document(EncounterId visit, String name, String text) {
    practice.write(() -> practice.server.bean(Encounters.class).document(visit, name, text));
  }

  /// Codes the chart of a visit with one diagnosis.
  public void code(EncounterId visit, String diagnosis) {
    practice.inside(() -> {
      var decisions = practice.server.bean(ChartDecisions.class);
      if (!decisions.accept(visit, CodeSystem.ICD10CM, diagnosis)) {
        practice
            .server
            .bean(ChartCodes.class)
            .addWithReason(visit, CodeSystem.ICD10CM, diagnosis, "Assessed at this visit");
      }
      for (var suggestion : practice.server.bean(Charts.class).get(visit).suggestions()) {
        if (suggestion.decision() == null) {
          decisions.reject(visit, suggestion.system(), suggestion.code(), "Not assessed");
        }
      }
      var result = practice.server.bean(ChartFinalizing.class).finalizeCodes(visit);
      assertThat(result).isNotInstanceOf(FinalizeResult.Stopped.class);
      return result;
    });
  }

  /// Puts prices in place of all that the practice had.
  public void price(Map<String, String> dollarsOfCode) {
    practice.inside(() -> {
      practice.server.bean(FeeSchedules.class).replaceCharges(fees(dollarsOfCode));
      return true;
    });
  }

  /// Amounts per unit since 2020.
  public static List<Fee> fees(Map<String, String> dollarsOfCode) {
    return dollarsOfCode.entrySet().stream()
        .map(e ->
            new Fee(
                new ProcedureCode(e.getKey()),
                null,
                Money.of(e.getValue()),
                EffectivePeriod.from(LocalDate.of(2020, 1, 1))))
        .toList();
  }

  /// Charges a visit with one of each service.
  ///
  /// @param diagnoses why all of them were done
  public void charge(EncounterId visit, List<Icd10Cm> diagnoses, String... procedures) {
    var entries =
        Arrays.stream(procedures)
            .map(p -> new ChargeEntry(new ProcedureCode(p), List.of(), BigDecimal.ONE, diagnoses))
            .toList();
    assertThat(
            practice.<CaptureResult, RuntimeException>inside(
                () -> practice.server.bean(Charges.class).capture(visit, entries)))
        .isNotInstanceOf(CaptureResult.NotPriced.class);
  }
}
