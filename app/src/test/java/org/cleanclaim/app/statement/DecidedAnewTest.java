package org.cleanclaim.app.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.app.statement.Statement.Item;
import org.cleanclaim.kernel.Money;
import org.junit.jupiter.api.Test;

/// A statement tells what stands of a plan's decisions, and in a sentence what they have changed.
class DecidedAnewTest {
  private static final LocalDate SERVED = LocalDate.of(2026, 1, 5);
  private static final LocalDate BACK = LocalDate.of(2026, 3, 18);
  private static final LocalDate ANEW = LocalDate.of(2026, 3, 20);
  private static final BillingPractice PRACTICE = new BillingPractice("dan", "1730400227");

  private record Billed(Patient patient, Encounter visit, String claim) {
    static Billed withShare(Patient patient, String share) {
      var visit = PRACTICE.encounter(patient, SERVED);
      String charge = Money.of(share).plus(Money.of("80")).toString();
      var billed = new Billed(patient, visit, PRACTICE.billed(visit, "kind", "AT_PAYER", charge));
      billed.decided("50", "30", share, SERVED.plusDays(10));
      return billed;
    }

    void decided(String paid, String discount, String share, LocalDate on) {
      PRACTICE.decided(visit, claim, "kind", paid, discount, share, on);
    }

    /// The visit as the statement tells it; the statement adds up.
    Statement.Visit told() {
      var statement =
          PRACTICE.as(
              Role.BILLER,
              () ->
                  PRACTICE
                      .server
                      .bean(Statements.class)
                      .preview(patient.id(), LocalDate.of(2026, 4, 1)));
      assertThat(Statements.flaw(statement)).isEmpty();
      return statement.content().visits().getLast();
    }
  }

  @Test
  void whatIsTakenBackAndDecidedAnewIsOneLineAndASentence() {
    var billed = Billed.withShare(PRACTICE.patient(), "100");
    billed.decided("-50", "-30", "-100", BACK);
    billed.decided("110", "30", "40", ANEW);

    var visit = billed.told();

    assertThat(visit.items())
        .extracting(Item::label, Item::amount)
        .containsExactly(tuple("Deductible", Money.of("40")));
    var anew = visit.decidedAnew().getFirst();
    assertThat(anew.sentence(Language.ENGLISH))
        .isEqualTo(
            "Your plan decided anew on March 20, 2026: before, it left $100.00 to you; now,"
                + " $40.00.");
    assertThat(anew.sentence(Language.SPANISH))
        .isEqualTo(
            "Su plan decidió de nuevo el 20 de marzo de 2026: antes le dejaba $100.00 a usted;"
                + " ahora, $40.00.");
    assertThat(
            PRACTICE
                .caller("bill")
                .send("GET", "/billing/accounts/" + billed.patient().publicId(), "")
                .body())
        .contains(anew.sentence(Language.ENGLISH));
  }

  @Test
  void aLaterDecisionThatLeavesLessIsToldInTheSameWay() {
    var billed = Billed.withShare(PRACTICE.patient(), "100");
    billed.decided("30", "0", "-30", ANEW);

    var visit = billed.told();

    assertThat(visit.items()).extracting(Item::amount).containsExactly(Money.of("70"));
    assertThat(visit.decidedAnew())
        .containsExactly(new DecidedAnew(ANEW, Money.of("100"), Money.of("70"), false));
  }

  @Test
  void ofSeveralChangesTheLastIsTold() {
    var billed = Billed.withShare(PRACTICE.patient(), "100");
    billed.decided("-50", "-30", "-100", BACK);
    billed.decided("110", "30", "40", BACK);
    billed.decided("-110", "-30", "-40", ANEW);
    billed.decided("140", "30", "10", ANEW);

    assertThat(billed.told().decidedAnew())
        .containsExactly(new DecidedAnew(ANEW, Money.of("40"), Money.of("10"), false));
  }

  @Test
  void aDecisionThatIsOnlyTakenBackSaysThatAnotherIsWaitedFor() {
    var patient = PRACTICE.patient();
    PRACTICE.share(patient, "kind", SERVED.minusDays(2), "25");
    var billed = Billed.withShare(patient, "100");
    billed.decided("-50", "-30", "-100", BACK);

    var visit = billed.told();

    assertThat(visit.items()).isEmpty();
    assertThat(visit.decidedAnew().getFirst().sentence(Language.ENGLISH))
        .isEqualTo(
            "Your plan took its decision back on March 18, 2026 and has not decided anew yet:"
                + " before, it left $100.00 to you.");
  }

  @Test
  void aDecisionThatIsMadeAgainAsItWasIsNothingNew() {
    var billed = Billed.withShare(PRACTICE.patient(), "100");
    billed.decided("-50", "-30", "-100", BACK);
    billed.decided("50", "30", "100", ANEW);

    assertThat(billed.told().decidedAnew()).isEmpty();
    assertThat(billed.told().items()).hasSize(1);
  }
}
