package org.cleanclaim.app.web.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import org.cleanclaim.app.DemoServer;
import org.junit.jupiter.api.Test;

/// The encoder with the starter set, as programs see its pages.
class EncoderPagesTest {
  private final DemoServer server = DemoServer.shared();

  @Test
  void whoeverSeesChartsOrClaimsMayOpenIt() {
    assertThat(server.get("casey", "/encoder").statusCode()).isEqualTo(200);
    assertThat(server.get("bill", "/encoder").statusCode()).isEqualTo(200);
    assertThat(server.get("fran", "/encoder").statusCode()).isEqualTo(403);
    assertThat(server.get("adam", "/encoder/updates").statusCode()).isEqualTo(403);
  }

  @Test
  void theAddressHoldsEverything() {
    var page =
        server.get("casey", "/encoder?q=diab&system=ICD10CM&on=2026-03-01&code=E11.9").body();

    assertThat(page)
        .contains("value=\"diab\"")
        .contains("value=\"2026-03-01\"")
        .contains("data-card=\"E11.9\"")
        .contains("Billable");
  }

  @Test
  void aStarterSetSaysSoAndHowToInstallTheRest() {
    assertThat(server.get("casey", "/encoder?q=asthma").body())
        .contains("starter only")
        .contains("cleanclaim codes install --official icd10cm");
  }

  @Test
  void whatCannotBeReadCountsAsNotGiven() {
    for (String bad :
        new String[] {
          "on=yesterday",
          "age=old",
          "system=ICD99",
          "chart=x",
          "place=-1",
          "place=99999999",
          "book=cookbook",
          "code=%3A%3A",
          "code=:",
          "pcs=!!!!!!!!!",
          "book=pcs&pcs=ZZZ",
          "book=index&place=9999999",
          "book=neoplasms&place=9999999",
          "book=tabular&place=zzz",
          "chapter=99&q=a",
          "picked=%2C%2C%2C"
        }) {
      assertThat(server.get("casey", "/encoder?" + bad).statusCode()).as(bad).isEqualTo(200);
    }
  }

  @Test
  void markupThatIsTypedStaysText() {
    assertThat(server.get("casey", "/encoder?q=%3Cscript%3Ealert(1)%3C/script%3E").body())
        .doesNotContain("<script>alert");
  }

  @Test
  void openedFromAChartItKnowsTheDayOfService() {
    String queue = server.get("casey", "/charts").body();
    int at = queue.indexOf("data-href=\"/charts/") + "data-href=\"/charts/".length();
    String encounter = queue.substring(at, at + 36);
    String chart = server.get("casey", "/charts/" + encounter + "?code=R05.9&words=cough").body();
    String page =
        server.get("casey", "/encoder?chart=" + encounter + "&words=cough&q=cough").body();

    assertThat(page).contains("Looking up codes for").contains("The note says “cough”");
    assertThat(chart).contains("Chart ");
  }

  @Test
  void thePickedCodeGoesToTheChartWithAllWordsOfTheNote() {
    String queue = server.get("casey", "/charts").body();
    int at = queue.indexOf("data-href=\"/charts/") + "data-href=\"/charts/".length();
    String encounter = queue.substring(at, at + 36);
    String page =
        server
            .get("casey", "/encoder?chart=" + encounter + "&words=nausea+%26+vomiting&picked=R05.9")
            .body();

    assertThat(page).contains("?code=R05.9&words=nausea+%26+vomiting#add");
  }

  @Test
  void theStarterSetHasNothingToCompare() {
    assertThat(server.get("casey", "/encoder/updates").statusCode()).isEqualTo(200);
    assertThat(server.get("casey", "/encoder/updates.csv").body())
        .startsWith("kind,code,old_title,new_title,replacements");
  }
}
