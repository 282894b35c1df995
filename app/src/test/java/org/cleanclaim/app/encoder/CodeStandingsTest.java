package org.cleanclaim.app.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.InstalledPublication;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.codesets.publication.Crosswalk;
import org.cleanclaim.codesets.publication.Publication;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.kernel.code.CodeSystem;
import org.junit.jupiter.api.Test;

/// Two small editions, made by hand.
class CodeStandingsTest {
  private static final LocalDate OLD = LocalDate.of(2024, 10, 1);
  private static final LocalDate NEW = LocalDate.of(2025, 10, 1);
  private final CodeSets codeSets =
      CodeSets.of(
          List.of(
              publication(
                  PublicationKind.ICD10CM_CODES,
                  "FY2025",
                  OLD,
                  new CodeList(List.of(row("B88", false), row("B880", true)))),
              publication(
                  PublicationKind.ICD10CM_CODES,
                  "FY2026",
                  NEW,
                  new CodeList(List.of(row("B88", false), row("B881", true)))),
              publication(
                  PublicationKind.ICD10CM_CONVERSIONS,
                  "FY2026",
                  NEW,
                  new Crosswalk(List.of(new Crosswalk.Link("B880", "B881", NEW, ""))))));
  private final CodeStandings standings = new CodeStandings(codeSets, new EditionComparisons());

  @Test
  void saysWhetherACodeMayBeSubmitted() {
    assertThat(of("B880", OLD)).isInstanceOf(CodeStanding.Valid.class);
    assertThat(of("B88", OLD)).isInstanceOf(CodeStanding.Incomplete.class);
    assertThat(of("X00", OLD)).isInstanceOf(CodeStanding.Unknown.class);
  }

  @Test
  void saysSinceWhenACodeIsRetiredAndWhatStandsForIt() {
    assertThat(of("B880", NEW))
        .isEqualTo(
            new CodeStanding.Retired(
                NEW,
                "FY2026",
                "Title of B880",
                List.of(new CodeStanding.Replacement("B881", "Title of B881"))));
  }

  @Test
  void theStarterSetSaysNothingOfThePublishersEditions() {
    var all = new ArrayList<>(codeSets.publications());
    all.add(
        InstalledPublication.of(
            new Publication(
                PublicationKind.ICD10CM_CODES,
                "starter",
                OLD.minusYears(4),
                "by hand",
                true,
                new CodeList(List.of(row("B881", true))))));
    var withStarter = new CodeStandings(CodeSets.of(all), new EditionComparisons());

    assertThat(withStarter.of(CodeSystem.ICD10CM, "B881", OLD))
        .isInstanceOf(CodeStanding.NotYet.class);
  }

  @Test
  void saysWhenACodeComesIntoForce() {
    assertThat(of("B881", NEW.minusDays(1)))
        .isEqualTo(new CodeStanding.NotYet(NEW, "FY2026", "Title of B881"));
  }

  private CodeStanding of(String code, LocalDate day) {
    return standings.of(CodeSystem.ICD10CM, code, day);
  }

  private static CodeList.Row row(String code, boolean billable) {
    return new CodeList.Row(
        code,
        "Title of " + code,
        "",
        billable,
        code.length() > 3 ? code.substring(0, 3) : null,
        null,
        Map.of());
  }

  private static InstalledPublication publication(
      PublicationKind kind,
      String edition,
      LocalDate from,
      org.cleanclaim.codesets.publication.Content content) {
    return InstalledPublication.of(new Publication(kind, edition, from, "by hand", false, content));
  }
}
