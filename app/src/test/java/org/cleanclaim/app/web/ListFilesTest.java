package org.cleanclaim.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cleanclaim.app.DemoServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lists of money as pages and as files.
class ListFilesTest {
  private final DemoServer server = DemoServer.shared();

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          /remittances,            /remittances.csv,                LKPPO00001
          /remittances,            /remittances/exceptions.csv,     sentence
          /remittances/bank,       /remittances/bank/deposits.csv,  deposited_on
          /remittances/bank,       /remittances/bank/missing.csv,   paid_on
          /billing?on=2026-05-01,  /billing/run.csv?on=2026-05-01,  Hollis
          /billing/plans,          /billing/plans.csv,              Marchetti
          /billing/plans,          /billing/disputes.csv,           Prescott
          /billing/plans,          /billing/applications.csv,       percent_of_guideline
          /billing/collections,    /billing/collections.csv,        placed_on
          /billing/refunds,        /billing/refunds.csv,            Mbeki
          /ledger?on=2026-05-01,   /ledger/receivables.csv?on=2026-05-01, Patients
          /ledger/write-offs,      /ledger/write-offs.csv,          asked_by
          /reconciliation,         /reconciliation.csv,             next
          """)
  void aListLeadsToItsFileWhichHasItsRows(String page, String file, String row) {
    assertThat(server.get("mara", page).body()).contains("href=\"" + file + "\"");

    var answer = server.get("mara", file);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
    assertThat(answer.body()).contains(row).endsWith("\r\n");
    List<String> lines = answer.body().lines().toList();
    int columns = lines.getFirst().split(",").length;
    assertThat(lines)
        .allSatisfy(
            line -> assertThat(line.replaceAll("\"[^\"]*\"", "x").split(",", -1)).hasSize(columns));
  }

  @Test
  void whoMayNotSeeAListGetsNoFileOfIt() {
    assertThat(server.get("casey", "/remittances.csv").statusCode()).isEqualTo(403);
    assertThat(server.get("casey", "/billing/refunds.csv").statusCode()).isEqualTo(403);
    assertThat(server.get("fran", "/ledger/receivables.csv?on=2026-05-01").statusCode())
        .isEqualTo(403);
  }

  @Test
  void aClaimWithAnOpenDenialSaysSoInTheList() {
    assertThat(server.get("mara", "/claims?q=CC000034").body()).contains("Work its denial");
  }

  @Test
  void whatWasJustDoneIsSaidAboveTheRun() {
    assertThat(server.get("bill", "/billing?on=2026-05-01&given=2&kept=1").body())
        .contains("Small balances given up: 2. Kept by policy: 1, each with its reason below.");
  }
}
