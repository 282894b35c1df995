package org.cleanclaim.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.charge.Charges;
import org.cleanclaim.app.charge.TypedDrug;
import org.cleanclaim.app.claim.VisitReconciliation;
import org.cleanclaim.app.claim.VisitReconciliation.Gap;
import org.cleanclaim.app.claim.VisitReconciliation.OpenVisit;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.staff.Undone;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A visit on the list of those without charges gets one by hand.
class VisitChargePagesTest {
  private final DemoServer server = DemoServer.shared();
  private final VisitChargePages pages = server.bean(VisitChargePages.class);
  private final Charges charges = server.bean(Charges.class);
  private final Encounters encounters = server.bean(Encounters.class);

  private List<Gap> gaps(UUID visit) {
    return server.bean(VisitReconciliation.class).open(1).rows().stream()
        .filter(v -> v.encounterId().equals(visit))
        .map(OpenVisit::gap)
        .toList();
  }

  @Test
  void aChargeThatIsCapturedByHandMovesTheVisitOnToItsClaim() {
    Undone.as(
        "bill",
        Role.BILLER,
        () -> {
          long chart = Undone.chart("OUTPATIENT", "VC-1", LocalDate.of(2026, 3, 2));
          server
              .bean(JdbcClient.class)
              .sql("update chart set status = 'FINAL_CODED' where chart_id = :id")
              .param("id", chart)
              .update();
          server
              .bean(JdbcClient.class)
              .sql(
                  """
                  insert into chart_code (chart_id, position, code_system, code, title, reason, added_by)
                  values (:id, 1, 'ICD10CM', 'J069', 'Acute upper respiratory infection, unspecified', 'OTHER_SOURCE', 'casey')
                  """)
              .param("id", chart)
              .update();
          var visit = encounters.numbered("VC-1").orElseThrow();
          var id = visit.publicId();
          assertThat(gaps(id)).containsExactly(Gap.NO_CHARGES);

          assertThatThrownBy(
                  () -> pages.add(id, "99213", "", "1", List.of(), TypedDrug.NONE, "Found later"))
              .hasMessageContaining("Choose the diagnoses");
          assertThatThrownBy(() ->
                  pages.add(id, "99213", "", "x", List.of("J069"), TypedDrug.NONE, "Found later"))
              .hasMessageContaining("Units are a number");
          assertThatThrownBy(() ->
                  pages.add(id, "99213", "", "0", List.of("J069"), TypedDrug.NONE, "Found later"))
              .hasMessageContaining("more than zero");
          assertThatThrownBy(() ->
                  pages.add(id, "9921", "", "1", List.of("J069"), TypedDrug.NONE, "Found later"))
              .hasMessageContaining("cannot be read");
          assertThatThrownBy(
                  () -> pages.add(id, "99213", "", "1", List.of("J069"), TypedDrug.NONE, ""))
              .hasMessageContaining("Say why");
          pages.add(
              id,
              "99213",
              "25, gt",
              "1",
              List.of("J069"),
              TypedDrug.NONE,
              "The sheet was found later");

          assertThat(charges.ofEncounter(visit.id()))
              .singleElement()
              .satisfies(c -> {
                assertThat(c.modifiers()).extracting(m -> m.value()).containsExactly("25", "GT");
                assertThat(c.diagnoses()).extracting(d -> d.value()).containsExactly("J069");
              });
          assertThat(gaps(id)).containsExactly(Gap.NOT_BILLED);
        });
  }

  @Test
  void thePageShowsWhatIsChargedWithItsDiagnoses() {
    var visit = server.inPractice(() -> encounters.numbered("E05")).orElseThrow();
    var first = server.inPractice(() -> charges.ofEncounter(visit.id())).getFirst();

    String body = server.get("bill", "/encounters/" + visit.publicId() + "/charges").body();

    assertThat(body)
        .contains(first.procedure().value(), first.diagnoses().getFirst().dotted())
        .contains("Capture a charge");
    assertThat(server.get("casey", "/encounters/" + visit.publicId() + "/charges").body())
        .doesNotContain("Capture a charge");
  }
}
