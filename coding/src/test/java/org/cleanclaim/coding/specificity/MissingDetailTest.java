package org.cleanclaim.coding.specificity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.codesets.InstalledPublication;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.codesets.publication.Publication;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.kernel.code.CodeSystem;
import org.junit.jupiter.api.Test;

class MissingDetailTest {
  private static final LocalDate FROM = LocalDate.of(2025, 10, 1);
  private static final Edition EDITION =
      CodeSets.of(
              List.of(
                  InstalledPublication.of(
                      new Publication(
                          PublicationKind.ICD10CM_CODES,
                          "test",
                          FROM,
                          "test",
                          true,
                          new CodeList(
                              List.of(
                                  row("M25", "Other joint disorder", false),
                                  row("M255", "Pain in joint", false),
                                  row("M2556", "Pain in knee", false),
                                  row("M25561", "Pain in right knee", true),
                                  row("M25562", "Pain in left knee", true),
                                  row("M25569", "Pain in unspecified knee", true),
                                  row("I50", "Heart failure", false),
                                  row("I502", "Systolic (congestive) heart failure", false),
                                  row(
                                      "I5020",
                                      "Unspecified systolic (congestive) heart failure",
                                      true),
                                  row("I5021", "Acute systolic (congestive) heart failure", true),
                                  row("I5022", "Chronic systolic (congestive) heart failure", true),
                                  row("N18", "Chronic kidney disease (CKD)", false),
                                  row("N181", "Chronic kidney disease, stage 1", true),
                                  row("N182", "Chronic kidney disease, stage 2 (mild)", true),
                                  row("N189", "Chronic kidney disease, unspecified", true),
                                  row("I46", "Cardiac arrest", false),
                                  row(
                                      "I462",
                                      "Cardiac arrest due to underlying cardiac condition",
                                      true),
                                  row(
                                      "I468",
                                      "Cardiac arrest due to other underlying condition",
                                      true),
                                  row("I469", "Cardiac arrest, cause unspecified", true)))))))
          .edition(CodeSystem.ICD10CM, FROM)
          .orElseThrow();

  private static CodeList.Row row(String code, String title, boolean billable) {
    return new CodeList.Row(code, title, "", billable, null, null, Map.of());
  }

  private static List<String> missing(String code) {
    return new MissingDetail(EDITION).of(EDITION.find(code).orElseThrow());
  }

  @Test
  void whatTheCodesBesideAreDividedBy() {
    assertThat(missing("M25569")).containsExactly("Not documented: the side (right, left).");
    assertThat(missing("I5020"))
        .containsExactly("Not documented: whether it is acute or chronic (acute, chronic).");
    assertThat(missing("N189"))
        .containsExactly(
            "Not documented: which form of N18 it is: chronic kidney disease, stage 1; chronic"
                + " kidney disease, stage 2 (mild).");
  }

  @Test
  void aCodeThatSaysAllLacksNothing() {
    assertThat(missing("M25561")).isEmpty();
    assertThat(missing("I5021")).isEmpty();
  }

  @Test
  void whereTheCodesBesideSayAlikeNothingIsNamed() {
    assertThat(missing("I469")).isEmpty();
  }
}
