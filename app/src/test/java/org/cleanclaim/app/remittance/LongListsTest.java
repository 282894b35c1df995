package org.cleanclaim.app.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.practice.Practice;
import org.cleanclaim.app.remittance.DepositLists.OpenDeposit;
import org.cleanclaim.app.storage.ListPage;
import org.junit.jupiter.api.Test;

/// A list that is longer than a page goes on; nothing is left out and nothing comes twice.
class LongListsTest {
  private static final int DEPOSITS = 2 * ListPage.ROWS + 3;

  private final DemoServer server = DemoServer.shared();

  @Test
  void depositsGoOnPageByPage() throws Exception {
    var practice = new Practice("lists", "1992000046");
    try (var owner = server.ownerConnection();
        var statement = owner.createStatement()) {
      statement.execute(
          """
          insert into bank_deposit (organization_id, deposited_on, amount, description, occurrence, imported_at, imported_by)
          select %d, date '2026-01-01' + n / 7, n, 'deposit', 1, now(), 'test' from generate_series(1, %d) n
          """
              .formatted(practice.organization.id(), DEPOSITS));
    }
    var seen = new LinkedHashSet<OpenDeposit>();
    practice.inside(() -> {
      var deposits = server.bean(DepositLists.class);
      var first = deposits.withoutRemittance(1);
      assertThat(first.rows()).hasSize(ListPage.ROWS);
      assertThat(first.hasNext()).isTrue();
      seen.addAll(first.rows());
      seen.addAll(deposits.withoutRemittance(2).rows());
      var last = deposits.withoutRemittance(3);
      assertThat(last.rows()).hasSize(3);
      assertThat(last.hasNext()).isFalse();
      seen.addAll(last.rows());
      assertThat(deposits.withoutRemittance(-5).number()).isOne();
      return true;
    });

    assertThat(seen).hasSize(DEPOSITS);
    assertThat(seen).extracting(OpenDeposit::depositedOn).isSorted();
  }

  @Test
  void listsAreGivenOutAsFiles() {
    assertThat(server.get("bill", "/remittances.csv").body())
        .startsWith("trace,payer,paid_on,status,claims,unmatched,amount\r\n")
        .contains("POSTED");
    assertThat(server.get("fran", "/eligibility.csv").body()).startsWith("day_of_service,patient,");
    assertThat(server.get("bill", "/billing/run.csv?on=2026-06-30").body())
        .startsWith("account,to,balance,due,goes_out,step,next_on,why\r\n");
    for (String page :
        new String[] {
          "/",
          "/remittances?page=1",
          "/remittances/bank",
          "/billing/refunds",
          "/billing/plans?page=2"
        }) {
      assertThat(server.get("mara", page).statusCode()).as(page).isEqualTo(200);
    }
  }
}
