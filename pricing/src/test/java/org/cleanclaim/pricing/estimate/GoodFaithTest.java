package org.cleanclaim.pricing.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.pricing.FeeSchedule;
import org.cleanclaim.pricing.contract.Contract;
import org.cleanclaim.pricing.contract.MedicareFees;
import org.cleanclaim.pricing.file.FileResult;
import org.cleanclaim.pricing.file.GoodFaithFile;
import org.junit.jupiter.api.Test;

class GoodFaithTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final String TEXT =
      """
      good_faith_estimate: Repair of a cut
      scheduled_on: 2026-03-02
      service_on: 2026-03-20
      patient: {name: Pat Test, born_on: 1970-05-05}
      providers:
        - role: convening
          name: A Clinic
          npi: "1234567893"
          tax_id: "471852369"
          location: Marlow, OH
          services:
            - {code: 99213, charge: 150.00, description: Visit, diagnoses: [I10]}
            - {code: 12001, charge: 300.00, description: Repair, diagnoses: [I10]}
      """;

  private static FileResult<GoodFaithEstimate> read(String text) throws IOException {
    var always = EffectivePeriod.from(LocalDate.of(2020, 1, 1));
    var prices =
        ((FeeSchedule.ReadResult.Read)
                FeeSchedule.read(
                    "fees",
                    new StringReader(
                        """
                        code\tmod\tamount\tfrom
                        99213\t\t100.00\t2020-01-01
                        12001\t\t250.00\t2020-01-01
                        """)))
            .schedule();
    return GoodFaithFile.read(
        "gfe.yml",
        new StringReader(text),
        Contract.of("self-pay", always, prices),
        MedicareFees.NONE,
        MONDAY);
  }

  @Test
  void theClockCountsBusinessDays() {
    assertThat(GoodFaithClock.dueAfterScheduling(MONDAY, MONDAY.plusDays(2))).isEmpty();
    assertThat(GoodFaithClock.dueAfterScheduling(MONDAY, MONDAY.plusDays(3)))
        .contains(MONDAY.plusDays(1));
    assertThat(GoodFaithClock.dueAfterScheduling(MONDAY, MONDAY.plusDays(11)))
        .contains(MONDAY.plusDays(1));
    assertThat(GoodFaithClock.dueAfterScheduling(MONDAY, MONDAY.plusDays(14)))
        .contains(MONDAY.plusDays(3));
    // Friday before Labor Day 2026: the three days are Tuesday to Thursday.
    assertThat(GoodFaithClock.dueAfterRequest(LocalDate.of(2026, 9, 4)))
        .isEqualTo(LocalDate.of(2026, 9, 10));
    // Independence Day 2026 is a Saturday and kept on Friday.
    assertThat(GoodFaithClock.dueAfterRequest(LocalDate.of(2026, 7, 1)))
        .isEqualTo(LocalDate.of(2026, 7, 7));
  }

  @Test
  void anEstimateHoldsWhatTheRuleAsksFor() throws IOException {
    var estimate = ((FileResult.Read<GoodFaithEstimate>) read(TEXT)).content();

    assertThat(estimate.expected()).isEqualTo(Money.of("350.00"));
    assertThat(estimate.dueBy()).isEqualTo(LocalDate.of(2026, 3, 5));
    assertThat(estimate.missing()).isEmpty();
  }

  @Test
  void whatIsMissingIsTold() throws IOException {
    var unpriced =
        ((FileResult.Read<GoodFaithEstimate>) read(TEXT.replace("12001", "12002"))).content();
    assertThat(unpriced.missing()).hasSize(1);
    assertThat(read(TEXT.replace("1234567893", "1234567890")))
        .isInstanceOf(FileResult.Refused.class);
    var late =
        ((FileResult.Read<GoodFaithEstimate>) read(TEXT.replace("2026-03-02", "2026-02-02")))
            .content();
    assertThat(late.missing())
        .singleElement()
        .satisfies(f -> assertThat(f.message()).contains("due"));
  }

  @Test
  void fourHundredDollarsAboveMayBeDisputed() throws IOException {
    var part = ((FileResult.Read<GoodFaithEstimate>) read(TEXT)).content().parts().getFirst();

    assertThat(DisputeCheck.of(part, Money.of("749.99"), MONDAY).outcome())
        .isEqualTo(DisputeCheck.Outcome.ABOVE_ESTIMATE);
    var check = DisputeCheck.of(part, Money.of("750.00"), MONDAY);
    assertThat(check.outcome()).isEqualTo(DisputeCheck.Outcome.DISPUTABLE);
    assertThat(check.disputableUntil()).isEqualTo(MONDAY.plusDays(120));
  }
}
