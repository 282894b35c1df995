package org.cleanclaim.coding.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.codesets.SearchEntries;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.EncounterSetting;
import org.cleanclaim.coding.mention.EverydayWordings;
import org.cleanclaim.coding.mention.TermIndex;
import org.cleanclaim.coding.reading.ReadNote;
import org.cleanclaim.coding.specificity.CodeResolver;
import org.cleanclaim.coding.specificity.GeneralWords;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.party.Sex;
import org.junit.jupiter.api.Test;

class MentionRankerTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 15);
  private static final Edition CODES =
      CodeSets.starter().edition(CodeSystem.ICD10CM, DAY).orElseThrow();
  private static final TermIndex TERMS =
      TermIndex.of(new EverydayWordings(SearchEntries.of(CODES)), GeneralWords::areTooGeneral);

  private static ReadNote note() {
    String text =
        """
        A 60-year-old man with type 2 diabetes mellitus, hypertension and a history of asthma came
        in with fever, cough and pneumonia. He denied chest pain. Anemia and fever persisted;
        diabetes was controlled. COPD was suspected, and the pneumonia was treated.
        """;
    return ReadNote.of(
        new Documentation("d", text, EncounterSetting.OUTPATIENT, DAY, 60, Sex.MALE), TERMS);
  }

  @Test
  void whoAsksForFewCodesGetsTheLikelihoodsOfWhoAsksForAll() {
    var ranker = MentionRanker.of(new CodeResolver(CODES), CODES);
    List<RankedCode> all = ranker.rank(note());

    assertThat(all).hasSizeGreaterThan(5);
    for (RankedCode each : all) {
      Map<String, Double> alone = ranker.likelihoods(note(), List.of(each.code()));
      assertThat(alone).containsOnlyKeys(each.code());
      assertThat(Math.round(1_000 * alone.getOrDefault(each.code(), 0.0)))
          .as(each.code())
          .isEqualTo(each.likelihoodPermille());
    }
    List<String> codes = all.stream().map(RankedCode::code).toList();
    assertThat(ranker.likelihoods(note(), codes)).hasSameSizeAs(all);
  }
}
