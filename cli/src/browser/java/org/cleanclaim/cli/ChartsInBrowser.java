package org.cleanclaim.cli;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Actor;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.chart.Chart;
import org.cleanclaim.app.chart.ChartReopening;
import org.cleanclaim.app.chart.Charts;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.Encounters;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Charts of the demo practice in a real browser.
@NullUnmarked
abstract class ChartsInBrowser extends DemoInBrowser {
  void inPractice(Runnable work) {
    long organization = application.getBean(Organizations.class).all().getFirst().id();
    Acting.as(
        new Actor(organization, "cora", Set.of(Role.CODER, Role.MANAGER, Role.ADMIN), true),
        () -> {
          work.run();
          return true;
        });
  }

  /// The chart of a demo visit as it was before anybody coded it.
  Encounter freshChart(String visitNumber) {
    var found = new ArrayList<Encounter>();
    inPractice(() ->
        new TransactionTemplate(application.getBean(PlatformTransactionManager.class))
            .executeWithoutResult(status -> {
              var encounter =
                  application.getBean(Encounters.class).numbered(visitNumber).orElseThrow();
              var charts = application.getBean(Charts.class);
              if (charts.get(encounter.id()).status() == Chart.Status.FINAL_CODED)
                application
                    .getBean(ChartReopening.class)
                    .reopen(encounter.id(), "To code it again");
              var jdbc = application.getBean(JdbcClient.class);
              long chart = charts.get(encounter.id()).id();
              jdbc.sql("delete from chart_code where chart_id = :chart")
                  .param("chart", chart)
                  .update();
              jdbc.sql(
                      "update suggestion set decision = null, decision_reason = null where chart_id"
                          + " = :chart")
                  .param("chart", chart)
                  .update();
              jdbc.sql(
                      "update chart_service set decision = null, decision_reason = null where"
                          + " chart_id = :chart")
                  .param("chart", chart)
                  .update();
              found.add(encounter);
            }));
    return found.getFirst();
  }

  List<String> codesOf(Encounter visit) {
    var codes = new ArrayList<String>();
    inPractice(() ->
        application
            .getBean(Charts.class)
            .get(visit.id())
            .codes()
            .forEach(c -> codes.add(c.code())));
    return codes;
  }

  @SuppressWarnings("unchecked") // an array of strings in the page
  List<String> codes(Page page) {
    return (List<String>)
        page.evaluate(
            "[...document.querySelectorAll('[data-item=code]')].map(row => row.dataset.code)");
  }

  String current(Page page) {
    return (String) page.evaluate("document.querySelector('.cc-current')?.dataset.code ?? ''");
  }

  void open(Page page, Encounter visit) {
    page.navigate(address + "/charts/" + visit.publicId());
  }
}
