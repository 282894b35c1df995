package org.cleanclaim.app.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.coverage.EligibilityDesk;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.InstalledPublication;
import org.cleanclaim.codesets.publication.Publication;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.edits.Scrubber;
import org.cleanclaim.edits.coverage.MedicareCoverage;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class MedicarePoliciesOnClaimsTest {
  private static final List<String> COLUMNS =
      List.of(
          ("document,title,contractor,states,codes,covered,not_covered,units,days,from,through,"
                  + "source")
              .split(","));

  private final DemoServer server = DemoServer.shared();
  private final HeldClaims held = new HeldClaims();

  /// The scrub of the application with one national policy of a test for a code.
  private ClaimScrub scrub(String code) {
    var row =
        List.of("NCD 9.9", "A test", "", "", code, "Z99", "", "", "", "2020-01-01", "", "Test");
    var table = new RuleTables.Table("policies", COLUMNS, List.of(row));
    var publication =
        new Publication(
            PublicationKind.COVERAGE_KEPT,
            "test",
            LocalDate.of(2020, 1, 1),
            "a test's table",
            false,
            RuleTables.of(table));
    var codeSets = CodeSets.of(List.of(InstalledPublication.of(publication)));
    return new ClaimScrub(
        server.bean(Scrubber.class),
        server.bean(RuledClaims.class),
        server.bean(ClaimHistory.class),
        server.bean(Payers.class),
        server.bean(EligibilityDesk.class),
        MedicareCoverage.of(codeSets),
        server.bean(ClaimAuthorizations.class),
        server.bean(Organizations.class),
        server.bean(java.time.Clock.class));
  }

  @Test
  void claimsToMedicareAreJudgedByThePoliciesAndOthersAreNot() {
    held.undone(
        Role.BILLER,
        () -> {
          int medicare = 0;
          for (var id :
              server
                  .bean(JdbcClient.class)
                  .sql("select public_id from claim")
                  .query()
                  .listOfRows()) {
            var claim =
                held.claims
                    .find((java.util.UUID) Objects.requireNonNull(id.get("public_id")))
                    .orElseThrow();
            var first = claim.snapshot().lines().getFirst();
            if (first.procedure() == null) continue; // a stay in hospital
            String code = Objects.requireNonNull(first.procedure()).value();
            FilingIndicator filing = claim.snapshot().subscriber().filing();
            boolean isMedicare =
                filing == FilingIndicator.MEDICARE_PART_A
                    || filing == FilingIndicator.MEDICARE_PART_B;
            var found =
                scrub(code).findings(List.of(claim)).getFirst().stream()
                    .filter(f -> f.rule().value().equals("COV-DIAGNOSIS"))
                    .toList();
            assertThat(found.isEmpty()).as(claim.controlNumber()).isEqualTo(!isMedicare);
            if (isMedicare) {
              medicare++;
              assertThat(found.getFirst().message()).contains("NCD 9.9");
            }
          }
          assertThat(medicare).isPositive();
        });
  }
}
