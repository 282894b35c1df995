package org.cleanclaim.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.edits.ClaimBuilder.SERVED;
import static org.cleanclaim.edits.ClaimBuilder.aClaim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.junit.jupiter.api.Test;

class AuthorizationRulesTest {
  private static final ProcedureCode KNEE = new ProcedureCode("73721");
  private final AuthorizationRules rules = new AuthorizationRules();

  private static ScrubContext onFile(LocalDate from, LocalDate through, String unitsLeft) {
    return Found.CONTEXT.withAuthorizations(
        List.of(
            new KnownAuthorization(
                "A1",
                Set.of(KNEE),
                from,
                through,
                unitsLeft == null ? null : new BigDecimal(unitsLeft))));
  }

  private List<String> find(ClaimBuilder claim, ScrubContext context) {
    return Found.by(rules, claim, context);
  }

  @Test
  void aCodeThatNeedsANumberHasOneOnItsLineOrClaim() {
    var needed = Found.CONTEXT.withAuthorizationRequired(Set.of(KNEE));
    assertThat(find(aClaim().line("99213", "1").line("73721", "1"), needed))
        .containsExactly("2 AUTH-MISSING");
    assertThat(find(aClaim().lineAuthorized("A1").line("73721", "1"), needed)).isEmpty();
    assertThat(find(aClaim().authorized("A1").line("73721", "1"), needed)).isEmpty();
    assertThat(find(aClaim().line("73721", "1"), Found.CONTEXT)).isEmpty();
    assertThat(find(aClaim().revenueLine("0300", "1"), needed)).isEmpty();
  }

  @Test
  void anAuthorizationWhoseUnitsAreUsedIsNoRemedy() {
    var claim = aClaim().line("73721", "1").build();
    var needed = Set.of(KNEE);

    var left = rules.check(claim, onFile(SERVED, null, "1").withAuthorizationRequired(needed));
    var usedUp = rules.check(claim, onFile(SERVED, null, "0").withAuthorizationRequired(needed));

    assertThat(left.getFirst().remedy()).endsWith("on file is A1.");
    assertThat(usedUp.getFirst().rule().value()).isEqualTo("AUTH-MISSING");
    assertThat(usedUp.getFirst().remedy())
        .startsWith("Ask the payer for more units")
        .endsWith("all units of A1 are used.");
  }

  @Test
  void anAuthorizationThatIsUsedUpIsNoneToChooseFrom() {
    var context =
        Found.CONTEXT
            .withAuthorizationRequired(Set.of(KNEE))
            .withAuthorizations(
                List.of(
                    new KnownAuthorization("A1", Set.of(KNEE), SERVED, null, BigDecimal.ZERO),
                    new KnownAuthorization("A2", Set.of(KNEE), SERVED, null, BigDecimal.TEN)));

    var found = rules.check(aClaim().line("73721", "1").build(), context);

    assertThat(found.getFirst().remedy()).endsWith("on file is A2.");
  }

  @Test
  void aNumberThatIsNotOnFileIsToldWhereItMatters() {
    var known = onFile(SERVED, SERVED, null);
    assertThat(find(aClaim().authorized("A2").line("99213", "1"), known))
        .as("the number of the claim is meant for another line")
        .isEmpty();
    assertThat(find(aClaim().lineAuthorized("A2").line("99213", "1"), known))
        .containsExactly("1 AUTH-NUMBER");
    assertThat(
            find(
                aClaim().authorized("A2").line("73721", "1"),
                known.withAuthorizationRequired(Set.of(KNEE))))
        .containsExactly("1 AUTH-NUMBER");
  }

  @Test
  void theCodeOfTheLineIsNamed() {
    var known = onFile(SERVED, SERVED, null);
    assertThat(find(aClaim().lineAuthorized("A1").line("99213", "1"), known))
        .containsExactly("1 AUTH-CODE");
    assertThat(find(aClaim().authorized("A1").line("99213", "1"), known)).isEmpty();
    var ofAllCodes =
        Found.CONTEXT.withAuthorizations(
            List.of(new KnownAuthorization("A1", Set.of(), SERVED, null, null)));
    assertThat(find(aClaim().lineAuthorized("A1").line("99213", "1"), ofAllCodes)).isEmpty();
  }

  @Test
  void theServiceLiesWithinTheDaysOfTheAuthorization() {
    var claim = aClaim().authorized("A1").line("73721", "1");
    assertThat(find(claim, onFile(SERVED, SERVED, null))).isEmpty();
    assertThat(find(claim, onFile(SERVED, null, null))).isEmpty();
    assertThat(find(claim, onFile(SERVED.plusDays(1), null, null))).containsExactly("1 AUTH-DATES");
    assertThat(find(claim, onFile(SERVED.minusDays(9), SERVED.minusDays(1), null)))
        .containsExactly("1 AUTH-DATES");
    var twoDays = aClaim().authorized("A1").through(SERVED.plusDays(1)).line("73721", "1");
    assertThat(find(twoDays, onFile(SERVED, SERVED, null))).containsExactly("1 AUTH-DATES");
  }

  @Test
  void unitsAreUsedUpLineByLineAndToldOnce() {
    var claim =
        aClaim()
            .authorized("A1")
            .line("73721", "1", "2", SERVED)
            .line("73721", "1", "1", SERVED)
            .line("73721", "1", "1", SERVED);
    assertThat(find(claim, onFile(SERVED, SERVED, "4"))).isEmpty();
    assertThat(find(claim, onFile(SERVED, SERVED, "3"))).containsExactly("3 AUTH-UNITS");
    assertThat(find(claim, onFile(SERVED, SERVED, "2"))).containsExactly("2 AUTH-UNITS");
    assertThat(find(claim, onFile(SERVED, SERVED, "1"))).containsExactly("1 AUTH-UNITS");
  }

  @Test
  void servicesUnderOneNumberHaveTheirOwnDaysAndUnits() {
    var known =
        Found.CONTEXT.withAuthorizations(
            List.of(
                new KnownAuthorization(
                    "A1", Set.of(new ProcedureCode("97140")), SERVED, SERVED, new BigDecimal("4")),
                new KnownAuthorization(
                    "A1", Set.of(KNEE), SERVED, SERVED.plusDays(9), new BigDecimal("1"))));
    var claim = aClaim().authorized("A1").line("97140", "4", "4", SERVED).line("73721", "1");

    assertThat(find(claim, known)).isEmpty();
    assertThat(find(aClaim().authorized("A1").line("73721", "1", "2", SERVED), known))
        .containsExactly("1 AUTH-UNITS");
  }
}
