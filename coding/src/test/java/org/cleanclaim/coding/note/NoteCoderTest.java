package org.cleanclaim.coding.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.InstalledPublication;
import org.cleanclaim.codesets.publication.AlphabeticIndex;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.codesets.publication.Content;
import org.cleanclaim.codesets.publication.Publication;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.coding.EncounterSetting;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.Mention;
import org.cleanclaim.coding.Suggestion;
import org.cleanclaim.coding.check.ChartChecks;
import org.cleanclaim.coding.check.CodedChart;
import org.cleanclaim.coding.check.OrderedCode;
import org.cleanclaim.coding.site.SiteProcedures;
import org.cleanclaim.coding.source.DocumentReader;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Severity;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.party.Sex;
import org.junit.jupiter.api.Test;

class NoteCoderTest {
  private static final LocalDate FROM = LocalDate.of(2025, 10, 1);
  private final NoteCoder coder = NoteCoder.of(codeSets(), SiteProcedures.NONE);

  private static CodeSets codeSets() {
    var codes =
        new CodeList(
            List.of(
                new CodeList.Row("I10", "Hypertension", "", true, null, null, Map.of()),
                new CodeList.Row("M109", "Gout, unspecified", "", true, null, null, Map.of())));
    var index = new AlphabeticIndex(List.of(term("Hypertension", "I10"), term("Gout", "M109")));
    return CodeSets.of(
        List.of(
            publication(PublicationKind.ICD10CM_CODES, codes),
            publication(PublicationKind.ICD10CM_INDEX, index)));
  }

  private static AlphabeticIndex.Term term(String title, String code) {
    return new AlphabeticIndex.Term(0, title, "", List.of(code), List.of(), List.of());
  }

  private static InstalledPublication publication(PublicationKind kind, Content content) {
    return InstalledPublication.of(new Publication(kind, "test", FROM, "test", false, content));
  }

  private CodedNote code(String text, LocalDate day) {
    return coder.code(
        DocumentReader.read("note", text.getBytes(StandardCharsets.UTF_8)),
        new NoteCoder.Visit(EncounterSetting.OUTPATIENT, day, null, Sex.UNKNOWN, null));
  }

  private static List<String> codes(CodedNote note) {
    return note.diagnoses().suggestions().stream().map(Suggestion::code).toList();
  }

  private static List<String> lists(CodedNote note, Severity severity) {
    return note.findings().stream()
        .filter(f -> f.severity() == severity && f.rule().value().equals("NOTE-CODE-LIST"))
        .map(f -> f.message())
        .toList();
  }

  @Test
  void evidencePointsIntoTheTextOfADocument() {
    CodedNote note =
        code(
            """
            <ClinicalDocument><component><structuredBody><component><section>
            <code code="51848-0"/><title>Assessment</title><text><list><item>Essential
              <content>hypertension</content></item></list></text>
            </section></component></structuredBody></component></ClinicalDocument>
            """,
            LocalDate.of(2026, 3, 12));

    assertThat(codes(note)).containsExactly("I10");
    Evidence at = note.diagnoses().suggestions().getFirst().evidence().getFirst();
    assertThat(note.document().text().substring(at.start(), at.end())).isEqualTo(at.quote());
    assertThat(note.document().section(at.start())).isEqualTo("Assessment");
    assertThat(note.document().origin(at.start()).part()).isEqualTo("section Assessment");
  }

  @Test
  void aDayThatNoListIsForIsSaidAndNotGuessedAt() {
    String gout = "Assessment:\n1. Gout\n";

    CodedNote before = code(gout, LocalDate.of(2012, 1, 1));
    CodedNote soonAfter = code(gout, LocalDate.of(2026, 11, 1));
    CodedNote longAfter = code(gout, LocalDate.of(2031, 1, 1));

    assertThat(codes(before)).isEmpty();
    assertThat(lists(before, Severity.ERROR)).first().asString().contains("2012-01-01");
    assertThat(codes(soonAfter)).containsExactly("M109");
    assertThat(lists(soonAfter, Severity.WARNING)).first().asString().contains("before 2026-10-01");
    assertThat(codes(longAfter)).isEmpty();
    assertThat(lists(longAfter, Severity.ERROR))
        .first()
        .asString()
        .contains("nothing of it is proposed");
    assertThat(lists(code(gout, LocalDate.of(2026, 9, 30)), Severity.WARNING)).isEmpty();
  }

  @Test
  void theBuiltInSelectionAgesAsTheListThatItIsTakenFrom() {
    var selection = NoteCoder.of(CodeSets.starter(), SiteProcedures.NONE);
    var note =
        DocumentReader.read(
            "note", "Assessment:\n1. Essential hypertension\n".getBytes(StandardCharsets.UTF_8));
    Function<LocalDate, CodedNote> on =
        day ->
            selection.code(
                note,
                new NoteCoder.Visit(EncounterSetting.OUTPATIENT, day, null, Sex.UNKNOWN, null));

    assertThat(codes(on.apply(LocalDate.of(2026, 11, 1)))).containsExactly("I10");
    assertThat(lists(on.apply(LocalDate.of(2026, 3, 1)), Severity.WARNING)).isEmpty();
    assertThat(lists(on.apply(LocalDate.of(2026, 11, 1)), Severity.WARNING))
        .first()
        .asString()
        .contains("for services before 2026-10-01");
    CodedNote longAfter = on.apply(LocalDate.of(2031, 5, 5));
    assertThat(codes(longAfter)).isEmpty();
    assertThat(lists(longAfter, Severity.ERROR))
        .containsExactly(
            "The newest installed list for 2031-05-05 is ICD-10-CM starter, which is for services"
                + " before 2026-10-01; nothing of it is proposed.");
    var chart =
        new CodedChart(
            EncounterSetting.OUTPATIENT,
            LocalDate.of(2031, 5, 5),
            LocalDate.of(2031, 5, 5),
            Sex.UNKNOWN,
            null,
            List.of(),
            List.of());
    assertThat(ChartChecks.of(CodeSets.starter()).check(chart))
        .extracting(f -> f.rule().value(), Finding::severity)
        .containsExactly(tuple("CHART-NO-EDITION", Severity.ERROR));
  }

  @Test
  void noCodeOfTheBuiltInSelectionIsProposedBeforeItBegan() {
    var selection = NoteCoder.of(CodeSets.starter(), SiteProcedures.NONE);
    var document =
        DocumentReader.read(
            "note",
            "Assessment:\n1. Obesity, class 2\n2. Essential hypertension\n"
                .getBytes(StandardCharsets.UTF_8));
    Function<LocalDate, CodedNote> on =
        day ->
            selection.code(
                document,
                new NoteCoder.Visit(EncounterSetting.OUTPATIENT, day, null, Sex.UNKNOWN, null));

    CodedNote before = on.apply(LocalDate.of(2024, 9, 30));
    CodedNote from = on.apply(LocalDate.of(2024, 10, 1));

    assertThat(codes(before)).containsExactly("I10");
    assertThat(before.diagnoses().notCoded())
        .extracting(Mention::code, Mention::why)
        .containsExactly(tuple("E66812", "the code is not valid on 2024-09-30 (45 CFR 162.1002)"));
    assertThat(lists(before, Severity.WARNING)).first().asString().contains("from 2025-10-01 on");
    assertThat(codes(from)).containsExactly("E66812", "I10");
    assertThat(
            CodeSets.starter().isBillable(CodeSystem.ICD10CM, "E66812", LocalDate.of(2024, 9, 30)))
        .isFalse();
  }

  @Test
  void aChartOfADayAfterTheNewestListIsToldSo() {
    assertThat(editions(LocalDate.of(2026, 9, 30))).isEmpty();
    assertThat(editions(LocalDate.of(2026, 11, 1)))
        .extracting(Finding::severity, Finding::message)
        .containsExactly(
            tuple(
                Severity.WARNING,
                "The newest installed list for 2026-11-01 is ICD-10-CM test, which is for services"
                    + " before 2026-10-01."));
    assertThat(editions(LocalDate.of(2041, 1, 5)))
        .extracting(Finding::severity, Finding::message)
        .containsExactly(
            tuple(
                Severity.ERROR,
                "The newest installed list for 2041-01-05 is ICD-10-CM test, which is for services"
                    + " before 2026-10-01; nothing is checked."));
  }

  @Test
  void aHoleBetweenTwoListsIsSaid() {
    var gout =
        new CodeList(
            List.of(new CodeList.Row("M109", "Gout, unspecified", "", true, null, null, Map.of())));
    var later =
        InstalledPublication.of(
            new Publication(
                PublicationKind.ICD10CM_CODES,
                "later",
                LocalDate.of(2027, 10, 1),
                "test",
                false,
                gout));
    var checks =
        ChartChecks.of(
            CodeSets.of(List.of(publication(PublicationKind.ICD10CM_CODES, gout), later)));

    assertThat(checks.check(chart(LocalDate.of(2026, 9, 30))))
        .noneMatch(finding -> finding.rule().value().equals("CHART-NO-EDITION"));
    assertThat(checks.check(chart(LocalDate.of(2027, 5, 10))))
        .filteredOn(finding -> finding.rule().value().equals("CHART-NO-EDITION"))
        .extracting(Finding::severity, Finding::message)
        .containsExactly(
            tuple(
                Severity.WARNING,
                "The newest installed list for 2027-05-10 is ICD-10-CM test, which is for services"
                    + " before 2026-10-01; the next installed one is for services from 2027-10-01"
                    + " on."));
    assertThat(checks.check(chart(LocalDate.of(2027, 10, 1))))
        .noneMatch(finding -> finding.rule().value().equals("CHART-NO-EDITION"));
  }

  private static List<Finding> editions(LocalDate day) {
    return ChartChecks.of(codeSets()).check(chart(day)).stream()
        .filter(finding -> finding.rule().value().equals("CHART-NO-EDITION"))
        .toList();
  }

  private static CodedChart chart(LocalDate day) {
    var gout = OrderedCode.of("M109");
    return new CodedChart(
        EncounterSetting.OUTPATIENT, day, day, Sex.FEMALE, null, List.of(gout), List.of());
  }

  @Test
  void documentsThatCannotBeReadGiveNothingAndNoFailure() {
    for (String text :
        List.of("", "HPI: ***\nAssessment: ____\n", "%PDF-1.4", "<ClinicalDocument>")) {
      CodedNote note = code(text, LocalDate.of(2026, 3, 12));
      assertThat(codes(note)).as(text).isEmpty();
      assertThat(note.findings()).as(text).isNotEmpty();
      assertThat(note.visit()).as(text).isNull();
    }
  }

  @Test
  void aDocumentThatTheProgramFailsOnIsLeftUncodedAndSaysSo() {
    CodedNote read = code("Assessment:\n1. Gout\n", LocalDate.of(2026, 3, 12));

    CodedNote note =
        NoteCoder.readOr(
            read,
            () -> {
              throw new IllegalStateException("Jane Doe");
            });

    assertThat(note.findings())
        .extracting(Finding::message)
        .contains(
            "The program failed on this document (IllegalStateException); no codes are proposed"
                + " from it.");
  }

  @Test
  void fiveMegabytesAreReadInOneGo() {
    CodedNote note =
        code(
            "Assessment:\n" + "1. Gout, stable on treatment.\n".repeat(170_000),
            LocalDate.of(2026, 3, 12));

    assertThat(codes(note)).containsExactly("M109");
  }
}
