package org.cleanclaim.pricing.estimate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.Citation;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Layer;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.Severity;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.cleanclaim.kernel.identifier.Npi;
import org.cleanclaim.kernel.identifier.TaxId;
import org.cleanclaim.pricing.contract.Contract;
import org.cleanclaim.pricing.contract.ContractLine;
import org.cleanclaim.pricing.contract.Expectation;
import org.cleanclaim.pricing.contract.MedicareFees;
import org.jspecify.annotations.Nullable;

/// The good-faith estimate for a patient who has no insurance or does not use it. Source: 45 CFR
/// 149.610(c)(1), in force since 2022-01-01.
///
/// @param description of the main service, in words a patient understands
/// @param serviceOn null when no date is set
/// @param madeOn the day it was made
/// @param dueBy the day by which it has to be given; null when none is due
/// @param parts what each provider and facility expects to charge
/// @param separatelyBooked services of the same care that need a booking of their own
public record GoodFaithEstimate(
    Patient patient,
    String description,
    @Nullable LocalDate serviceOn,
    LocalDate madeOn,
    @Nullable LocalDate dueBy,
    List<Part> parts,
    List<String> separatelyBooked) {
  private static final RuleId RULE = new RuleId("GOOD-FAITH-ESTIMATE");
  private static final Citation SOURCE =
      new Citation("45 CFR 149.610(c)(1)", EffectivePeriod.from(LocalDate.of(2022, 1, 1)));

  public record Patient(String name, LocalDate bornOn) {
    @Override
    public String toString() {
      return "Patient";
    }
  }

  /// @param location office or facility, with the state
  /// @param isConvening made the appointment or was asked, and gathers the estimate
  public record ProviderIdentity(
      String name, Npi npi, TaxId taxId, String location, boolean isConvening) {}

  /// @param findings what has no expected charge, and why
  public record Part(ProviderIdentity provider, List<Item> items, List<Finding> findings) {
    public Part {
      items = List.copyOf(items);
      findings = List.copyOf(findings);
    }

    public Money expected() {
      return Money.sum(items.stream().map(Item::expected).toList());
    }
  }

  /// @param description in words
  /// @param expected the charge less the discounts that the patient gets
  public record Item(
      ContractLine service, String description, List<Icd10Cm> diagnoses, Money expected) {
    public Item {
      diagnoses = List.copyOf(diagnoses);
    }
  }

  /// A service to be estimated.
  public record Planned(ContractLine service, String description, List<Icd10Cm> diagnoses) {
    public Planned {
      diagnoses = List.copyOf(diagnoses);
    }
  }

  public GoodFaithEstimate {
    parts = List.copyOf(parts);
    separatelyBooked = List.copyOf(separatelyBooked);
  }

  /// Whom the patient asks for estimates of what is booked separately: the convening provider with
  /// its place.
  public String askedAt() {
    return parts.stream()
        .map(Part::provider)
        .filter(ProviderIdentity::isConvening)
        .findFirst()
        .map(provider -> provider.name() + " in " + provider.location())
        .orElse("who made this estimate");
  }

  /// What one provider expects to charge, by the prices for patients who pay themselves.
  public static Part part(
      ProviderIdentity provider, List<Planned> services, Contract selfPay, MedicareFees medicare) {
    var expectations = selfPay.expect(services.stream().map(Planned::service).toList(), medicare);
    var items = new ArrayList<Item>();
    var findings = new ArrayList<Finding>();
    for (int i = 0; i < services.size(); i++) {
      var planned = services.get(i);
      switch (expectations.get(i)) {
        case Expectation.Allowed allowed ->
            items.add(
                new Item(
                    planned.service(),
                    planned.description(),
                    planned.diagnoses(),
                    allowed.allowed()));
        case Expectation.Unpriced unpriced -> findings.add(unpriced.finding());
      }
    }
    return new Part(provider, items, findings);
  }

  public Money expected() {
    return Money.sum(parts.stream().map(Part::expected).toList());
  }

  /// What the rule asks for and the estimate does not have; it must not be given like that.
  public List<Finding> missing() {
    var missing = new ArrayList<Finding>();
    for (Part part : parts) missing.addAll(part.findings());
    if (parts.stream().noneMatch(p -> p.provider().isConvening())) {
      missing.add(
          finding(
              "Provider", "No provider convenes the estimate.", "Name the one who gathers it."));
    }
    if (parts.stream().allMatch(p -> p.items().isEmpty())) {
      missing.add(finding("Service", "The estimate has no service.", "Add the planned services."));
    }
    if (dueBy != null && madeOn.isAfter(dueBy)) {
      missing.add(
          finding(
              "Date",
              "The estimate was due on %s and is made on %s.".formatted(dueBy, madeOn),
              "Give it at once and keep a note of why it is late."));
    }
    return List.copyOf(missing);
  }

  private static Finding finding(String field, String message, String remedy) {
    return new Finding(
        RULE, Layer.PAYER_RULE, Severity.ERROR, Place.field(field), message, remedy, null, SOURCE);
  }
}
