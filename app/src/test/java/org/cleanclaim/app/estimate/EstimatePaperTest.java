package org.cleanclaim.app.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.identifier.Npi;
import org.cleanclaim.kernel.identifier.TaxId;
import org.cleanclaim.pricing.FeeSchedule;
import org.cleanclaim.pricing.benefit.Accumulators;
import org.cleanclaim.pricing.benefit.BenefitPlan;
import org.cleanclaim.pricing.benefit.CategoryBenefit;
import org.cleanclaim.pricing.benefit.FamilyLimit;
import org.cleanclaim.pricing.benefit.NetworkTier;
import org.cleanclaim.pricing.benefit.ServiceCategory;
import org.cleanclaim.pricing.benefit.TierBenefits;
import org.cleanclaim.pricing.contract.Contract;
import org.cleanclaim.pricing.contract.ContractLine;
import org.cleanclaim.pricing.contract.MedicareFees;
import org.cleanclaim.pricing.estimate.GoodFaithEstimate;
import org.cleanclaim.pricing.estimate.PatientEstimate;
import org.junit.jupiter.api.Test;

class EstimatePaperTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final EffectivePeriod ALWAYS = EffectivePeriod.from(LocalDate.of(2020, 1, 1));

  private static Contract contract() {
    return Contract.of(
        "test",
        ALWAYS,
        FeeSchedule.of(
            List.of(
                new FeeSchedule.Row(
                    new ProcedureCode("99213"), null, Money.of("100.00"), ALWAYS))));
  }

  private static ContractLine line(String code) {
    return new ContractLine(
        code.equals("99213") ? 1 : 2,
        new ProcedureCode(code),
        null,
        List.of(),
        BigDecimal.ONE,
        Money.of("150.00"),
        DAY,
        null);
  }

  private static String text(byte[] pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void thePatientSeesTheShareAndWhatIsMissing() throws IOException {
    var plan =
        BenefitPlan.of(
            "Gold",
            new TierBenefits(
                FamilyLimit.embedded(Money.of("40.00"), null),
                FamilyLimit.NONE,
                CategoryBenefit.coinsured(new BigDecimal("0.20")),
                Map.of()),
            Set.of(),
            Map.of());
    var basis =
        new PatientEstimate.Basis(
            contract(),
            MedicareFees.NONE,
            plan,
            NetworkTier.IN_NETWORK,
            line -> ServiceCategory.OTHER,
            Accumulators.NONE,
            DAY);
    var estimate = PatientEstimate.of(basis, List.of(line("99213"), line("99214")), DAY);

    assertThat(estimate.patientPays()).isEqualTo(Money.of("52.00"));
    assertThat(text(EstimatePaper.pdf(estimate, "Gold", DAY)))
        .contains("$52.00", "Gold", "cannot estimate this service yet", "Line 2 has no estimate.");
  }

  @Test
  void theGoodFaithEstimateHoldsWhatTheRuleAsksFor() throws IOException {
    var provider =
        new GoodFaithEstimate.ProviderIdentity(
            "A Clinic",
            new Npi("1234567893"),
            new TaxId("471852369", TaxId.Kind.EMPLOYER),
            "Marlow, OH",
            true);
    var planned =
        new GoodFaithEstimate.Planned(line("99213"), "Visit", List.of(new Icd10Cm("I10")));
    var estimate =
        new GoodFaithEstimate(
            new GoodFaithEstimate.Patient("Pat Test", LocalDate.of(1970, 5, 5)),
            "A visit",
            DAY,
            DAY,
            null,
            List.of(
                GoodFaithEstimate.part(provider, List.of(planned), contract(), MedicareFees.NONE)),
            List.of("An X-ray"));

    assertThat(text(EstimatePaper.pdf(estimate)))
        .contains(
            "Pat Test",
            "1970-05-05",
            "A visit",
            "A Clinic",
            "Marlow, OH",
            "1234567893",
            "471852369",
            "99213",
            "I10",
            "$100.00",
            "An X-ray",
            "$400",
            "not a contract");
  }
}
