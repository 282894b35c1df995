package org.cleanclaim.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.edits.ClaimBuilder.aClaim;
import static org.cleanclaim.edits.HospitalBill.aBill;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimCopy;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.claim.InformationCode;
import org.cleanclaim.kernel.claim.InformationCode.Kind;
import org.cleanclaim.kernel.claim.PayerSequence;
import org.cleanclaim.kernel.claim.Subscriber;
import org.junit.jupiter.api.Test;

class MedicareSecondRulesTest {
  private final MedicareSecondRules rules = new MedicareSecondRules();

  @Test
  void medicareIsToldWhyItPaysSecondAndOnlyThen() {
    assertThat(found(second(FilingIndicator.MEDICARE_PART_B, null)))
        .containsExactly("Medicare pays after another insurance, and the claim does not say why.");
    assertThat(found(second(FilingIndicator.MEDICARE_PART_B, "99"))).hasSize(1);
    assertThat(found(second(FilingIndicator.MEDICARE_PART_B, "43"))).isEmpty();
    assertThat(found(second(FilingIndicator.COMMERCIAL, null))).isEmpty();

    var first = aClaim().filedWith(FilingIndicator.MEDICARE_PART_B).line("99213", "1.00").build();
    assertThat(found(first)).isEmpty();
    assertThat(
            found(
                ClaimCopy.of(first).subscriber(first.subscriber().withInsuranceType("12")).copy()))
        .containsExactly("The claim says why Medicare pays second, and asks Medicare first.");
  }

  @Test
  void aHospitalsBillSaysItByAValueCode() {
    var first = aBill().build();
    var bill = ClaimCopy.of(first).subscriber(asSecond(first.subscriber())).copy();
    var value =
        new InformationCode(
            Kind.VALUE, Kind.VALUE.list(), "12", null, null, Money.of("80.00"), null);

    assertThat(found(first)).isEmpty();
    assertThat(found(bill))
        .containsExactly(
            "Medicare pays after another insurance, and no value code says why, with what was paid"
                + " before.");
    assertThat(found(ClaimCopy.of(bill).informationCodes(List.of(value)).copy())).isEmpty();
  }

  private static Claim second(FilingIndicator filing, String reason) {
    return aClaim().filedWith(filing).second(reason).line("99213", "165.00").build();
  }

  private static Subscriber asSecond(Subscriber s) {
    return new Subscriber(
        s.name(),
        s.memberId(),
        s.bornOn(),
        s.sex(),
        s.address(),
        PayerSequence.SECONDARY,
        s.filing(),
        s.groupNumber(),
        s.groupName());
  }

  private List<String> found(Claim claim) {
    return rules.check(claim, ScrubContext.asOf(LocalDate.of(2026, 3, 10))).stream()
        .map(f -> f.message())
        .toList();
  }
}
