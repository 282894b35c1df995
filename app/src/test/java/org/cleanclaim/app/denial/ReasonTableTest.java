package org.cleanclaim.app.denial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cleanclaim.app.denial.DenialCase.Action;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.code.AdjustmentGroup;
import org.junit.jupiter.api.Test;

class ReasonTableTest {
  private static Classification of(
      AdjustmentGroup group, String reason, String reasonClass, String... remarks) {
    return ReasonTable.builtIn()
        .of(group, reason, reasonClass, List.of(remarks), FilingIndicator.COMMERCIAL);
  }

  @Test
  void aRemarkSaysMoreThanTheReason() {
    assertThat(of(AdjustmentGroup.CO, "16", "billing", "N382").root())
        .isEqualTo(RootCause.FRONT_DESK);
    assertThat(of(AdjustmentGroup.CO, "16", "billing", "M76").root()).isEqualTo(RootCause.CODING);
    assertThat(of(AdjustmentGroup.CO, "16", "billing").cause()).isEqualTo("information");
    assertThat(of(AdjustmentGroup.CO, "50", "medical-necessity", "MA130").action())
        .isEqualTo(Action.CORRECT_AND_REBILL);
  }

  @Test
  void whoBearsTheAmountDecides() {
    assertThat(of(AdjustmentGroup.PR, "96", "non-covered").action()).isEqualTo(Action.BILL_PATIENT);
    assertThat(of(AdjustmentGroup.CO, "96", "non-covered").action()).isEqualTo(Action.APPEAL);
  }

  @Test
  void thePayerDecidesWhereALineNamesOne() {
    var carrier =
        ReasonTable.builtIn()
            .of(
                AdjustmentGroup.CO,
                "197",
                "authorization",
                List.of(),
                FilingIndicator.WORKERS_COMPENSATION);

    assertThat(carrier.note()).contains("second review");
    assertThat(of(AdjustmentGroup.CO, "197", "authorization").owner()).isEqualTo("FRONT_DESK");
  }

  @Test
  void aCapitationIsNoMistakeOfTheClaimAndUnderMedicareAnotherPlanPays() {
    assertThat(of(AdjustmentGroup.CO, "24", "contractual").action()).isEqualTo(Action.CLOSE);
    var medicare =
        ReasonTable.builtIn()
            .of(
                AdjustmentGroup.CO,
                "24",
                "contractual",
                List.of(),
                FilingIndicator.MEDICARE_PART_B);
    assertThat(medicare.action()).isEqualTo(Action.BILL_OTHER_PAYER);
  }

  @Test
  void anUnknownReasonIsSaidToBeUnknown() {
    var unknown = of(AdjustmentGroup.CO, "9999", "other");

    assertThat(unknown.root()).isEqualTo(RootCause.UNKNOWN);
    assertThat(unknown.action()).isNotEqualTo(Action.CLOSE);
  }

  @Test
  void noLineStandsTwiceAndNoneBehindOneThatFitsAll() {
    var seen = new HashSet<String>();
    var lines = ReasonTable.builtIn().lines();
    for (var line : lines) {
      String key = String.join("|", line.group(), line.reason(), line.remark(), line.payer());
      assertThat(seen.add(key)).as(key).isTrue();
    }
    assertThat(seen).contains("*|*|*|*");
    var last = lines.getLast();
    assertThat(List.of(last.group(), last.reason(), last.remark(), last.payer())).containsOnly("*");
  }

  @Test
  void everyClassThatALineNamesExists() {
    for (var line : ReasonTable.builtIn().lines()) {
      if (!line.reason().startsWith("=")) continue;
      assertThat(classes()).as(line.reason()).contains(line.reason().substring(1));
    }
  }

  private static Set<String> classes() {
    var classes = new HashSet<String>();
    try (var in = CodeSets.class.getResourceAsStream("starter/carc.tsv")) {
      new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
          .lines()
          .filter(l -> !l.startsWith("#"))
          .forEach(l -> classes.add(l.split("\t", -1)[1]));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return classes;
  }
}
