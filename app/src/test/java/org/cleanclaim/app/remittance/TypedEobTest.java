package org.cleanclaim.app.remittance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.cleanclaim.app.claim.ClaimId;
import org.cleanclaim.app.claim.ClaimVisits;
import org.cleanclaim.app.claim.PayableClaim;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.remittance.ServicePayment;
import org.junit.jupiter.api.Test;

class TypedEobTest {
  private static final LocalDate SERVED = LocalDate.of(2026, 3, 2);

  /// Four units on line 1, and two lines alike.
  private static final PayableClaim CLAIM =
      new PayableClaim(
          new ClaimId(1),
          "CC1",
          null,
          1,
          new ClaimVisits(new EncounterId(1), List.of()),
          1,
          null,
          false,
          false,
          Money.of("60.00"),
          SERVED,
          "M1",
          "Doe",
          "Jane",
          List.of(
              line(1, "96127", "36.00", 4),
              line(2, "97110", "12.00", 2),
              line(3, "97110", "12.00", 1)),
          Set.of());

  private static PayableClaim.Line line(int number, String code, String charge, int units) {
    return new PayableClaim.Line(
        number,
        "CC1L" + number,
        ProcedureCode.parse(code).orElseThrow(),
        List.of(),
        null,
        Money.of(charge),
        BigDecimal.valueOf(units),
        SERVED);
  }

  private static ServicePayment typed(Integer line, String code, String charge, String units) {
    var service =
        new TypedEob.TypedService(line, code, null, null, charge, units, null, charge, null, null);
    var claim =
        new TypedEob.TypedClaim("CC1", null, null, charge, charge, null, null, List.of(service));
    return new TypedEob("LAKE1", "T1", null, SERVED, charge, List.of(claim), null)
        .remittance("Lake", "Practice", "1003000134", new BilledUnits(List.of(CLAIM)))
        .claims()
        .getFirst()
        .services()
        .getFirst();
  }

  @Test
  void aPaperThatNamesNoUnitsIsAboutThoseThatWereBilled() {
    assertThat(typed(1, "96127", "36.00", null).unitsPaid()).isEqualTo("4");
    assertThat(typed(null, "96127", "36.00", " ").unitsPaid()).isEqualTo("4");
    assertThat(typed(2, "97110", "12.00", null).unitsPaid()).isEqualTo("2");
  }

  @Test
  void theUnitsThatItNamesStandBesideThoseThatWereBilled() {
    var service = typed(1, "96127", "36.00", "1");

    assertThat(service.unitsPaid()).isEqualTo("1");
    assertThat(service.unitsSubmitted()).isEqualTo("4");
  }

  @Test
  void whatIsNoLineOfOursHasOneUnit() {
    assertThat(typed(null, "97110", "12.00", null).unitsSubmitted()).isNull();
    assertThat(typed(null, "99213", "90.00", null).unitsPaid()).isEqualTo("1");
  }

  @Test
  void whatIsNoNumberOfUnitsGoesBack() {
    assertThatThrownBy(() -> typed(1, "96127", "36.00", "one"))
        .isInstanceOf(RemittanceRefusal.class)
        .hasMessageContaining("\"one\" are no units");
  }
}
