package org.cleanclaim.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.denial.DenialFilter;
import org.cleanclaim.app.denial.Denials;
import org.cleanclaim.app.followup.SilentClaims;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.app.worklist.FindingLists;
import org.cleanclaim.app.worklist.FindingLists.FindingFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Lists that are longer than a page are walked through page by page, by the same filter.
class LongListPagesTest {
  private final DemoServer server = DemoServer.shared();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/claims/findings?rule=CLM-NPI-02&layer=&severity=ERROR&payer=&state=ALL",
        "/denials?state=ALL&cause=authorization&payer=",
        "/deadlines?kind=APPEAL&span=LATE&owner=BILLER&payer=&q=a+%26+b&order=PAYER",
        "/underpayments?state=WAITING&payer=&reason=rate+%231&sort=PAYER",
        "/claims/silent?payer=&silence=NO_DECISION"
      })
  void theLinkToThePageBeforeKeepsTheFilter(String list) {
    String before = "href=\"" + list.replace("&", "&amp;") + "&amp;page=1\">Before</a>";

    assertThat(server.get("bill", list + "&page=2").body()).contains("Page 2", before);
    assertThat(server.get("bill", list).body()).doesNotContain("Before</a>");
  }

  @ParameterizedTest
  @CsvSource({
    "/eligibility, page, Nothing needs anybody",
    "/reconciliation, page, Visits with final codes",
    "/remittances, page, To decide",
    "/remittances, decide, LKPPO00001",
    "/remittances/bank, deposits, Bank deposits",
    "/remittances/bank, missing, Bank deposits",
    "/billing/plans, plans, Prescott",
    "/billing/plans, disputes, Payment plans",
    "/billing/plans, applications, Prescott",
    "/remittances/provider-level, lines, Open with payers",
    "/remittances/provider-level, settled, Open with payers",
    "/staff/queues, page, Set a rule",
    "/rules/BAL-TOTAL, page, How its findings fared"
  })
  void eachListOfAPageHasPagesOfItsOwn(String page, String list, String besides) {
    String body = server.get("mara", page + "?" + list + "=2").body();

    assertThat(body).contains("href=\"" + page + "?" + list + "=1\">Before</a>", besides);
    assertThat(body.split("Before</a>", -1)).hasSize(2);
  }

  @Test
  void theReasonsOfOverridesHavePagesOfTheirRule() {
    String list = "/claims/findings/reasons?rule=CLM-NPI-02";

    assertThat(server.get("mara", list + "&page=2").body())
        .contains("href=\"" + list + "&amp;page=1\">Before</a>");
  }

  @Test
  void aFirstPageHoldsWhatTheListHolds() {
    server.inPractice(() -> {
      var denials = server.bean(Denials.class);
      var findings = server.bean(FindingLists.class);
      var silent = server.bean(SilentClaims.class);
      assertThat(denials.page(DenialFilter.open(), 1).rows())
          .isNotEmpty()
          .isEqualTo(denials.list(DenialFilter.open()));
      assertThat(denials.page(DenialFilter.open(), 2).rows()).isEmpty();
      assertThat(findings.findingPage(FindingFilter.OPEN, 1).rows())
          .isEqualTo(findings.findings(FindingFilter.OPEN, 500));
      assertThat(silent.page(null, null, 1).rows()).isEqualTo(silent.list(null, null));
      return true;
    });
  }

  @Test
  void aFileHoldsMoreRowsThanAreReadAtOnce() {
    var numbers = new ArrayList<Integer>();

    server.inPractice(() -> {
      ListPage.each(
          server
              .bean(JdbcClient.class)
              .sql("select n from generate_series(1, 2500) n order by n" + ListPage.PART),
          (row, n) -> row.getInt("n"),
          numbers::add);
      return true;
    });

    assertThat(numbers).hasSize(2500).startsWith(1, 2).endsWith(2500);
  }
}
