package org.cleanclaim.app.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.charge.Charge;
import org.cleanclaim.app.charge.ChargeEntry;
import org.cleanclaim.app.charge.Charges;
import org.cleanclaim.app.claim.VisitReconciliation.Gap;
import org.cleanclaim.app.claim.VisitReconciliation.OpenVisit;
import org.cleanclaim.app.denial.MoneyDesk;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.staff.Undone;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.ClaimFrequency;
import org.junit.jupiter.api.Test;

/// Visits whose charges and claims do not meet.
class LateChargesTest {
  private final MoneyDesk desk = new MoneyDesk();
  private final Charges charges = desk.server.bean(Charges.class);
  private final Ledger ledger = desk.server.bean(Ledger.class);
  private final VisitReconciliation reconciliation = desk.server.bean(VisitReconciliation.class);
  private final LateCharges late = desk.server.bean(LateCharges.class);

  private Optional<OpenVisit> open(BilledClaim claim) {
    return reconciliation.open(1).rows().stream()
        .filter(v -> claim.publicId().equals(v.claimId()))
        .findFirst();
  }

  private Money addAgain(BilledClaim claim) {
    Charge first = charges.ofEncounter(claim.encounterId()).getFirst();
    charges.add(
        claim.encounterId(),
        new ChargeEntry(first.procedure(), first.modifiers(), BigDecimal.ONE, first.diagnoses()),
        "The sheet was found later");
    return first.unitPrice();
  }

  @Test
  void aLateChargeReplacesTheClaimThatThePayerHas() {
    desk.undone(
        Role.BILLER,
        () -> {
          var claim = desk.paid();
          Money unbilled = ledger.unbilledBalance(claim.encounterId().value());
          assertThat(open(claim)).isEmpty();
          Money added = addAgain(claim);

          assertThat(open(claim))
              .hasValueSatisfying(v -> {
                assertThat(v.gap()).isEqualTo(Gap.LATE_CHARGES);
                assertThat(v.charged()).isEqualTo(claim.totalCharge().plus(added));
              });
          var replacement = late.bringUpToDate(claim.publicId());

          assertThat(replacement.correction()).isEqualTo(Correction.REPLACEMENT);
          assertThat(replacement.snapshot().frequency()).isEqualTo(ClaimFrequency.REPLACEMENT);
          assertThat(replacement.snapshot().payerClaimControlNumber())
              .isEqualTo(claim.payerClaimControlNumber());
          assertThat(replacement.totalCharge()).isEqualTo(claim.totalCharge().plus(added));
          assertThat(open(claim)).isEmpty();
          desk.claims.sent(List.of(desk.claims.get(replacement.id())), desk.file(), "000000778");
          desk.claims.acceptedByPayer(replacement.id(), "NEW1", desk.file());
          assertThat(ledger.unbilledBalance(claim.encounterId().value())).isEqualTo(unbilled);
          assertThat(ledger.claimBalance(replacement.id().value())).isEqualTo(added);
        });
  }

  @Test
  void aClaimThatNoPayerHasIsMadeAnew() {
    desk.undone(
        Role.BILLER,
        () -> {
          var claim = desk.paid();
          desk.jdbc
              .sql("update claim set status = 'READY' where claim_id = :id")
              .param("id", claim.id().value())
              .update();
          Money added = addAgain(claim);

          var same = late.bringUpToDate(claim.publicId());

          assertThat(same.id()).isEqualTo(claim.id());
          assertThat(same.revision()).isEqualTo(claim.revision() + 1);
          assertThat(same.totalCharge()).isEqualTo(claim.totalCharge().plus(added));
        });
  }

  @Test
  void aVisitWithFinalCodesAndNoChargesIsNamed() {
    Undone.as(
        "bill",
        Role.BILLER,
        () -> {
          long chart = Undone.chart("OUTPATIENT", "LC-1", java.time.LocalDate.of(2026, 3, 2));
          desk.jdbc
              .sql("update chart set status = 'FINAL_CODED' where chart_id = :id")
              .param("id", chart)
              .update();
          var visit = desk.server.bean(Encounters.class).numbered("LC-1").orElseThrow();

          assertThat(reconciliation.open(1).rows())
              .filteredOn(v -> v.encounterId().equals(visit.publicId()))
              .extracting(OpenVisit::gap)
              .isEqualTo(List.of(Gap.NO_CHARGES));
        });
  }
}
