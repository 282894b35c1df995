package org.cleanclaim.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.edits.ClaimBuilder.SERVED;
import static org.cleanclaim.edits.ClaimBuilder.aClaim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.InstalledPublication;
import org.cleanclaim.codesets.publication.Publication;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.edits.ncci.NcciTables;
import org.cleanclaim.edits.payerrule.PastClaim;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.junit.jupiter.api.Test;

/// A new quarter of tables over claims of the quarter before.
class NewTablesTest {
  private static final LocalDate OLD = LocalDate.of(2026, 1, 1);
  private static final LocalDate NEW = LocalDate.of(2026, 4, 1);

  private final Scrubber present = scrubber(limits(OLD, "5"));
  private final Scrubber coming = scrubber(limits(OLD, "5"), limits(NEW, "0"));
  private final PastClaim past =
      new PastClaim(
          aClaim().filedWith(FilingIndicator.MEDICARE_PART_B).line("99213", "120.00").build(),
          SERVED.plusDays(3),
          List.of());

  @Test
  void onTheirOwnDaysClaimsAreJudgedByTheTablesOfTheirDay() {
    var tables = NewTables.on(present, coming);

    assertThat(tables.added(past).findings()).isEmpty();
    assertThat(tables.dropped(past).findings()).isEmpty();
  }

  @Test
  void movedToTheNewQuarterTheyMeetItsTables() {
    var tables = NewTables.from(present, coming, NEW);

    assertThat(tables.added(past).findings())
        .extracting(f -> f.rule().value())
        .containsExactly("NCCI-MUE");
    assertThat(tables.dropped(past).findings()).isEmpty();
    assertThat(NewTables.from(coming, present, NEW).dropped(past).findings())
        .extracting(f -> f.rule().value())
        .containsExactly("NCCI-MUE");
  }

  @Test
  void everyDayOfAClaimIsMovedAlike() {
    Claim claim = past.claim();
    long days = MovedClaim.daysTo(claim, NEW);
    Claim moved = MovedClaim.servedFrom(claim, NEW);

    assertThat(days).isEqualTo(30);
    assertThat(moved.servedFrom()).contains(NEW);
    assertThat(moved.patient().bornOn()).isEqualTo(claim.patient().bornOn().plusDays(days));
    assertThat(moved.totalCharge()).isEqualTo(claim.totalCharge());
    assertThat(moved.controlNumber()).isEqualTo(claim.controlNumber());
    assertThat(MovedClaim.servedFrom(claim, SERVED)).isEqualTo(claim);
    assertThat(MovedClaim.servedFrom(claim, OLD)).as("served later").isEqualTo(claim);
  }

  private static Publication limits(LocalDate from, String units) {
    var table =
        new RuleTables.Table(
            "limits",
            List.of("code", "units", "mai", "rationale"),
            List.of(List.of("99213", units, "2", "Policy")));
    return new Publication(
        PublicationKind.MUE_PRACTITIONER,
        from.toString(),
        from,
        "a test",
        false,
        new RuleTables(List.of(table)));
  }

  private static Scrubber scrubber(Publication... installed) {
    var publications = new ArrayList<>(CodeSets.starter().publications());
    Arrays.stream(installed).map(InstalledPublication::of).forEach(publications::add);
    var codeSets = CodeSets.of(publications);
    return Scrubber.of(codeSets, NcciTables.of(codeSets));
  }
}
