package org.cleanclaim.coding.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.coding.CodingProposal;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.Suggestion;
import org.cleanclaim.coding.ranking.RankedCode;
import org.cleanclaim.kernel.code.CodeSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoteMeasureTest {
  private static final Edition STARTER =
      CodeSets.starter().edition(CodeSystem.ICD10CM, LocalDate.of(2026, 1, 15)).orElseThrow();

  private static CodingProposal propose(String text, String... codes) {
    return new CodingProposal(
        Arrays.stream(codes)
            .map(code ->
                new Suggestion(
                    CodeSystem.ICD10CM,
                    code,
                    code,
                    90,
                    List.of(new Evidence("d", 0, 1, text.substring(0, 1))),
                    List.of(),
                    List.of()))
            .toList(),
        List.of(),
        List.of());
  }

  @Test
  void agreementIsCountedByHand(@TempDir Path folder) throws IOException {
    Files.createDirectory(folder.resolve("notes"));
    Files.writeString(folder.resolve("notes/A.txt"), "one");
    Files.writeString(folder.resolve("notes/B.txt"), "two");
    Files.writeString(folder.resolve("documents.tsv"), "doc\tn\nA\t2\nB\t1\n");
    Files.writeString(folder.resolve("labels.tsv"), "doc\tcode\nA\tI10\nA\tE11.9\nB\tE11\n");
    LabelledNotes set = LabelledNotes.read(folder).orElseThrow();

    NoteFigures figures =
        new NoteMeasure(
                STARTER,
                note ->
                    note.id().equals("A")
                        ? propose(note.text(), "I10", "E1165")
                        : propose(note.text(), "E119"),
                note -> List.of())
            .measure(set);

    // A: I10 is right, E11.65 is not E11.9; B: E11.9 meets the heading E11.
    assertThat(figures.codes()).isEqualTo(new Agreement(2, 3, 3));
    assertThat(figures.categories()).isEqualTo(new Agreement(3, 3, 3));
    assertThat(figures.codes().f1()).isEqualTo(2.0 / 3);
    // A: one of two right at the first rank; B: the only one at the first.
    assertThat(figures.averagePrecision()).isEqualTo(750);
    assertThat(figures.codesF1().low()).isLessThanOrEqualTo(667);
    assertThat(figures.codesF1().high()).isGreaterThanOrEqualTo(667);
  }

  @Test
  void ofEveryMentionTheLikelyOnesAreTheListAndAllAreTheRanking(@TempDir Path folder)
      throws IOException {
    Files.createDirectory(folder.resolve("text_en"));
    Files.writeString(folder.resolve("text_en/A.txt"), "one");
    Files.writeString(folder.resolve("documents.tsv"), "doc\tofficial_split\nA\ttest\n");
    Files.writeString(folder.resolve("labels_diagnosis.tsv"), "doc\tcode\nA\tI10\nA\tE11.9\n");
    LabelledNotes set = LabelledNotes.read(folder).orElseThrow();
    List<RankedCode> ranked =
        List.of(ranked("I10", true), ranked("E1165", false), ranked("E119", false));

    NoteFigures figures =
        new NoteMeasure(STARTER, note -> propose(note.text()), note -> ranked).measure(set);

    assertThat(figures.codes()).isEqualTo(new Agreement(1, 1, 2));
    // Right at the first and at the third rank.
    assertThat(figures.averagePrecision()).isEqualTo(833);
    assertThat(set.part("train").notes()).isEmpty();
    assertThat(set.part("test").notes()).hasSize(1);
  }

  private static RankedCode ranked(String code, boolean isLikely) {
    return new RankedCode(code, code, 500, isLikely, List.of(new Evidence("d", 0, 1, "o")));
  }

  @Test
  void aFolderOfAnotherKindIsNotRead(@TempDir Path folder) throws IOException {
    assertThat(LabelledNotes.read(folder)).isEmpty();
    assertThat(LabelledSentences.read(folder)).isEmpty();
  }

  @Test
  void sentencesAreReadAndCounted(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("sentences.tsv"),
        """
        id\tcondition\tsentence\tnegation\ttemporality\texperiencer
        1\tcough\tNo COUGH.\tNegated\tRecent\tPatient
        2\tgout\tA history of GOUT.\tAffirmed\tHistorical\tPatient
        3\tasthma\tHe has ASTHMA.\tAffirmed\tRecent\tPatient
        """);
    LabelledSentences sentences = LabelledSentences.read(folder).orElseThrow();

    assertThat(sentences.negation()).isEqualTo(new Agreement(1, 1, 1));
    assertThat(sentences.history()).isEqualTo(new Agreement(1, 1, 1));
  }
}
