package org.cleanclaim.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.edits.ClaimBuilder.SERVED;
import static org.cleanclaim.edits.ClaimBuilder.aClaim;

import java.util.List;
import org.junit.jupiter.api.Test;

class DuplicateRulesTest {
  private final DuplicateRules rules = new DuplicateRules();

  private List<String> after(ClaimBuilder earlier, ClaimBuilder claim) {
    return Found.by(rules, claim, Found.CONTEXT.withHistory(List.of(earlier.build())));
  }

  private static ClaimBuilder earlier() {
    return aClaim().numbered("T2").line("99213", "1");
  }

  @Test
  void anEarlierClaimOfThePatientToThePayerCounts() {
    assertThat(after(earlier(), aClaim().line("99213", "1"))).containsExactly("1 DUP-EXACT");
    assertThat(after(earlier().payer("P2"), aClaim().line("99213", "1"))).isEmpty();
    assertThat(after(earlier().patient("Kim"), aClaim().line("99213", "1"))).isEmpty();
    assertThat(after(earlier().numbered("T1"), aClaim().line("99213", "1")))
        .as("an earlier version of the claim itself")
        .isEmpty();
  }

  @Test
  void theSameServiceBySomebodyElseIsAPossibleDuplicateOnly() {
    assertThat(after(earlier().renderedBy("1679576722"), aClaim().line("99213", "1")))
        .containsExactly("1 DUP-POSSIBLE");
  }

  @Test
  void otherDaysCodesAndModifiersAreOtherServices() {
    assertThat(after(earlier(), aClaim().line("99214", "1"))).isEmpty();
    assertThat(after(earlier(), aClaim().line("99213", "1", "1", SERVED.plusDays(1)))).isEmpty();
    assertThat(after(earlier(), aClaim().line("99213", "1", "76"))).isEmpty();
    assertThat(after(earlier(), aClaim().line("99213", "1", "GT")))
        .containsExactly("1 DUP-POSSIBLE");
  }

  @Test
  void theOrderOfModifiersMakesNoDifference() {
    assertThat(
            Found.by(rules, aClaim().line("20610", "1", "59", "RT").line("20610", "1", "RT", "59")))
        .containsExactly("2 DUP-EXACT");
    assertThat(Found.by(rules, aClaim().line("20610", "1", "RT").line("20610", "1", "RT", "59")))
        .isEmpty();
    assertThat(Found.by(rules, aClaim().line("20610", "1", "GT", "GC").line("20610", "1", "GT")))
        .containsExactly("2 DUP-POSSIBLE");
    assertThat(
            Found.by(rules, aClaim().line("20610", "1", "GT", "GT").line("20610", "1", "GT", "GC")))
        .containsExactly("2 DUP-POSSIBLE");
    assertThat(Found.by(rules, aClaim().line("20610", "1", "RT").line("20610", "1", "GT")))
        .as("a modifier on either line tells them apart")
        .isEmpty();
  }

  @Test
  void aPossibleDuplicateDoesNotHideAnExactOne() {
    var claim = aClaim().line("99213", "1").line("99213", "1", "GT").line("99213", "1");
    assertThat(Found.by(rules, claim)).containsExactly("2 DUP-POSSIBLE", "3 DUP-EXACT");
  }

  @Test
  void revenueCodesWithoutProcedureAreComparedToo() {
    assertThat(Found.by(rules, aClaim().revenueLine("0250", "1").revenueLine("0250", "1")))
        .containsExactly("2 DUP-EXACT");
    assertThat(Found.by(rules, aClaim().revenueLine("0250", "1").revenueLine("0270", "1")))
        .isEmpty();
    assertThat(Found.by(rules, aClaim().revenueLine("0250", "1").revenueLine("0250", "1", "GT")))
        .isEmpty();
    var twice = aClaim().revenueLine("0250", "1").revenueLine("0250", "1").build();
    assertThat(rules.check(twice, Found.CONTEXT).getFirst().message())
        .startsWith("Revenue code 0250 ");
    var visits = aClaim().line("99213", "1").line("99213", "1").build();
    assertThat(rules.check(visits, Found.CONTEXT).getFirst().message()).startsWith("99213 ");
  }
}
