package org.cleanclaim.app.charge;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.junit.jupiter.api.Test;

class ChargesTest {
  private final DemoServer server = DemoServer.shared();

  @Test
  void aChargeWithoutAPriceIsRefusedInASentenceAndPostsNothing() {
    server.inPractice(() -> {
      var encounter = server.bean(Encounters.class).numbered("E01").orElseThrow();
      var before = server.bean(Ledger.class).totals();
      var entry =
          new ChargeEntry(
              new ProcedureCode("99499"), List.of(), BigDecimal.ONE, List.of(new Icd10Cm("I10")));

      var result = server.bean(Charges.class).correct(encounter.id(), 1, entry, "another code");

      assertThat(result).isInstanceOf(CaptureResult.NotPriced.class);
      assertThat(((CaptureResult.NotPriced) result).message())
          .contains("99499")
          .contains("2026-03-02")
          .contains("Add a row");
      assertThat(server.bean(Ledger.class).totals()).isEqualTo(before);
      return true;
    });
  }
}
