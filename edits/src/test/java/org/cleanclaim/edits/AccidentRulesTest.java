package org.cleanclaim.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.edits.ClaimBuilder.SERVED;
import static org.cleanclaim.edits.ClaimBuilder.aClaim;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.claim.Accident;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccidentRulesTest {
  private final AccidentRules rules = new AccidentRules();

  private static ClaimBuilder workClaim(Accident accident, String number) {
    return aClaim()
        .filedWith(FilingIndicator.WORKERS_COMPENSATION)
        .employer("Test mill")
        .accident(accident)
        .casualty(number)
        .line("99213", "1");
  }

  private static Accident atWork(LocalDate day) {
    return new Accident(List.of("EM"), day, "OH");
  }

  private static Accident onTheRoad(LocalDate day) {
    return new Accident(List.of("AA"), day, "OH");
  }

  private String message(ClaimBuilder claim) {
    return rules.check(claim.build(), Found.CONTEXT).getFirst().message();
  }

  @Test
  void aWorkClaimNamesWhatItLacks() {
    assertThat(Found.by(rules, workClaim(atWork(SERVED), "C1"))).isEmpty();
    assertThat(message(workClaim(null, null)))
        .endsWith("that it happened at work, the day of the accident, the carrier's claim number.");
    assertThat(message(workClaim(atWork(null), "C1"))).endsWith("say: the day of the accident.");
    assertThat(message(workClaim(onTheRoad(SERVED), "C1")))
        .endsWith("say: that it happened at work.");
    assertThat(message(workClaim(atWork(SERVED), null)))
        .endsWith("say: the carrier's claim number.");
  }

  @Test
  void aMissingDayOfAWorkInjuryIsToldOnce() {
    assertThat(Found.by(rules, workClaim(atWork(null), "C1"))).containsExactly("ACC-WORK");
    assertThat(Found.by(rules, aClaim().accident(onTheRoad(null)).alsoCovered().line("99213", "1")))
        .containsExactly("ACC-DATE");
  }

  @Test
  void theInsuredOfAWorkClaimIsTheEmployer() {
    assertThat(Found.by(rules, workClaim(atWork(SERVED), "C1").employer(null)))
        .containsExactly("ACC-EMPLOYER");
  }

  @Test
  void anAccidentIsNotAfterTheService() {
    var claim = aClaim().alsoCovered().line("99213", "1");
    assertThat(Found.by(rules, claim.accident(onTheRoad(SERVED)))).isEmpty();
    assertThat(Found.by(rules, claim.accident(onTheRoad(SERVED.plusDays(1)))))
        .containsExactly("ACC-DATE");
  }

  @ParameterizedTest
  @EnumSource
  void anAutoAccidentGoesToTheCarrierFirst(FilingIndicator filing) {
    var claim = aClaim().filedWith(filing).employer("E").casualty("C1").line("99213", "1");
    boolean isCarrier =
        switch (filing) {
          case AUTOMOBILE, LIABILITY, WORKERS_COMPENSATION -> true;
          default -> false;
        };

    assertThat(Found.by(rules, claim.accident(onTheRoad(SERVED))).contains("ACC-AUTO-PAYER"))
        .isEqualTo(!isCarrier);
    assertThat(Found.by(rules, claim.alsoCovered())).doesNotContain("ACC-AUTO-PAYER");
  }

  @Test
  void anotherAccidentIsNoneOfTheAutoCarrier() {
    var fall = new Accident(List.of("OA"), SERVED, null);
    assertThat(Found.by(rules, aClaim().accident(fall).line("99213", "1"))).isEmpty();
  }
}
