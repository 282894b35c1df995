package org.cleanclaim.coding.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.InstalledPublication;
import org.cleanclaim.codesets.book.ProcedureBuilder;
import org.cleanclaim.codesets.publication.AlphabeticIndex;
import org.cleanclaim.codesets.publication.AlphabeticIndex.Reference;
import org.cleanclaim.codesets.publication.AlphabeticIndex.Term;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.codesets.publication.Content;
import org.cleanclaim.codesets.publication.ProcedureTables;
import org.cleanclaim.codesets.publication.ProcedureTables.Choice;
import org.cleanclaim.codesets.publication.ProcedureTables.Column;
import org.cleanclaim.codesets.publication.ProcedureTables.Row;
import org.cleanclaim.codesets.publication.Publication;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.EncounterSetting;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.party.Sex;
import org.junit.jupiter.api.Test;

class PcsEngineTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 12);
  private static final LocalDate FROM = LocalDate.of(2025, 10, 1);

  private static final List<String> APPROACHES =
      List.of("Open", "3 Percutaneous", "4 Percutaneous Endoscopic");
  private static final ProcedureTables TABLES =
      new ProcedureTables(
          List.of(
              table(
                  "0F",
                  "B Excision",
                  List.of("0 Liver", "4 Gallbladder"),
                  APPROACHES,
                  List.of("Z No Device"),
                  List.of("X Diagnostic", "Z No Qualifier")),
              table(
                  "0F",
                  "T Resection",
                  List.of("4 Gallbladder"),
                  APPROACHES,
                  List.of("Z No Device"),
                  List.of("Z No Qualifier")),
              table(
                  "0S",
                  "R Replacement",
                  List.of("9 Hip Joint, Right", "B Hip Joint, Left"),
                  List.of("Open"),
                  List.of("J Synthetic Substitute", "K Nonautologous Tissue Substitute"),
                  List.of("9 Cemented", "A Uncemented", "Z No Qualifier")),
              table(
                  "0S",
                  "J Inspection",
                  List.of("9 Hip Joint, Right"),
                  APPROACHES,
                  List.of("Z No Device"),
                  List.of("Z No Qualifier"))));

  private static final PcsEngine ENGINE =
      PcsEngine.of(codeSets().edition(CodeSystem.ICD10PCS, DAY).orElseThrow()).orElseThrow();

  private static ProcedureTables.Table table(
      String system,
      String operation,
      List<String> parts,
      List<String> approaches,
      List<String> devices,
      List<String> qualifiers) {
    return new ProcedureTables.Table(
        List.of(
            new Choice("Section", system.charAt(0), "Medical and Surgical"),
            new Choice("Body System", system.charAt(1), "A System"),
            choice("Operation", operation)),
        "",
        List.of(
            new Row(
                List.of(
                    column("Body Part", parts),
                    column("Approach", approaches),
                    column("Device", devices),
                    column("Qualifier", qualifiers)))));
  }

  private static Column column(String title, List<String> values) {
    return new Column(title, values.stream().map(v -> choice(title, v)).toList());
  }

  private static Choice choice(String axis, String value) {
    return value.equals("Open")
        ? new Choice(axis, '0', value)
        : new Choice(axis, value.charAt(0), value.substring(2));
  }

  private static Term term(int level, String title, String... codes) {
    return new Term(level, title, "", List.of(codes), List.of(), List.of());
  }

  private static Term see(int level, String title, String text, String... codes) {
    var reference = new Reference(Reference.Kind.SEE, text, List.of(codes));
    return new Term(level, title, "", List.of(), List.of(), List.of(reference));
  }

  private static CodeSets codeSets() {
    var index =
        new AlphabeticIndex(
            List.of(
                see(0, "Arthroplasty", "Replacement, Lower Joints", "0SR"),
                see(0, "Arthroscopy", "Inspection, Lower Joints", "0SJ"),
                term(0, "Cholecystectomy"),
                see(1, "", "Excision, Gallbladder", "0FB4"),
                see(1, "", "Resection, Gallbladder", "0FT4"),
                term(0, "Excision"),
                term(1, "Liver", "0FB0"),
                see(0, "Biopsy", "Excision")));
    var codes = new ArrayList<CodeList.Row>();
    ProcedureBuilder.of(TABLES)
        .forEachCode(
            code -> codes.add(new CodeList.Row(code, "x", "", true, null, null, Map.of())));
    return CodeSets.of(
        Stream.of(
                publication(PublicationKind.ICD10PCS_CODES, new CodeList(codes)),
                publication(PublicationKind.ICD10PCS_INDEX, index),
                publication(PublicationKind.ICD10PCS_TABLES, TABLES))
            .toList());
  }

  private static InstalledPublication publication(PublicationKind kind, Content content) {
    return InstalledPublication.of(new Publication(kind, "test", FROM, "test", true, content));
  }

  private static List<ProcedureCandidate> propose(String text) {
    return propose(text, EncounterSetting.INPATIENT).candidates();
  }

  private static ProcedureProposal propose(String text, EncounterSetting setting) {
    return ENGINE.propose(new Documentation("d", text, setting, DAY, 50, Sex.FEMALE));
  }

  private static List<String> codes(String text) {
    return propose(text).stream().map(ProcedureCandidate::code).toList();
  }

  @Test
  void eachCharacterNamesItsWords() {
    String note = "Procedure performed:\n1. Laparoscopic cholecystectomy.\nComplications: none\n";

    ProcedureCandidate only = propose(note).getFirst();

    assertThat(only.code()).isEqualTo("0FT44ZZ");
    assertThat(only.named().quote()).isEqualTo("Laparoscopic cholecystectomy");
    assertThat(note.substring(only.named().start(), only.named().end()))
        .isEqualTo(only.named().quote());
    assertThat(only.characters()).hasSize(7);
    assertThat(only.characters().get(4).evidence().quote()).isEqualTo("Laparoscopic");
    assertThat(only.path()).anyMatch(step -> step.contains("B3.8"));
    assertThat(propose(note, EncounterSetting.OUTPATIENT).candidates()).isEmpty();
  }

  @Test
  void theApproachComesFromTheDescriptionOrIsNamedAsMissing() {
    String named = "Procedure performed: Partial cholecystectomy.\n";

    assertThat(codes(named + "Description of procedure: A subcostal incision was made.\n"))
        .containsExactly("0FB40ZZ");
    ProcedureCandidate open = propose(named).getFirst();
    assertThat(open.code()).isEqualTo("0FB4");
    assertThat(open.isComplete()).isFalse();
    assertThat(open.undocumented().getFirst()).startsWith("Approach (character 5): Open;");
    assertThat(codes("Procedure performed: Laparoscopic cholecystectomy, converted to open.\n"))
        .containsExactly("0FT40ZZ");
  }

  @Test
  void sideDeviceAndQualifierComeFromTheRecord() {
    assertThat(codes("Operation: Left total hip arthroplasty, cemented, metal prosthesis.\n"))
        .containsExactly("0SRB0J9");
    assertThat(
            codes(
                "Operation: Total hip arthroplasty with prosthesis.\nFindings: right hip worn.\n"))
        .containsExactly("0SR90JZ");
    assertThat(propose("Operation: Total hip arthroplasty.\n")).allMatch(c -> !c.isComplete());
    assertThat(codes("Operation: Bilateral hip arthroplasty with prosthesis.\n"))
        .containsExactlyInAnyOrder("0SR90JZ", "0SRB0JZ");
    assertThat(codes("Operation: Percutaneous liver biopsy.\n")).containsExactly("0FB03ZX");
  }

  @Test
  void onlyWhatWasDoneIsACandidate() {
    assertThat(codes("Past surgical history: Laparoscopic cholecystectomy.\n")).isEmpty();
    assertThat(codes("Laparoscopic cholecystectomy is planned for tomorrow.\n")).isEmpty();
    assertThat(codes("Operation: Laparoscopic cholecystectomy was not performed.\n")).isEmpty();
    for (String left :
        List.of(
            "attempted but aborted",
            "attempted, however not completed",
            "was started; it could not be completed",
            "without adhesions, then cancelled")) {
      assertThat(codes("Operation: Laparoscopic cholecystectomy " + left + ".\n"))
          .as(left)
          .isEmpty();
    }
    assertThat(codes("Operation: Laparoscopic cholecystectomy, no stones and no leak.\n"))
        .containsExactly("0FT44ZZ");
    assertThat(codes("Hospital course: Laparoscopic cholecystectomy was performed on day 2.\n"))
        .containsExactly("0FT44ZZ");
    assertThat(codes("Operation: Right hip arthroscopy with arthroplasty, prosthesis.\n"))
        .containsExactly("0SR90JZ");
  }

  @Test
  void anOperationThatTheIndexDoesNotHaveIsSaid() {
    ProcedureProposal proposal = propose("Operation: Craniectomy.\n", EncounterSetting.INPATIENT);

    assertThat(proposal.candidates()).isEmpty();
    assertThat(proposal.unresolved().getFirst().quote()).isEqualTo("Craniectomy");
  }

  @Test
  void noLineUnderProceduresIsPassedOver() {
    assertThat(unresolved("Procedures performed:\n1. Whipple procedure\n2. Duodenal switch\n"))
        .containsExactly("Whipple procedure", "Duodenal switch");
    assertThat(unresolved("Procedure: The patient was taken to the room and prepared.\n"))
        .isEmpty();
    assertThat(unresolved("Procedure: None.\n")).isEmpty();
  }

  @Test
  void eachOperationOfALineIsCoded() {
    ProcedureProposal proposal =
        propose(
            "Operation: Laparoscopic cholecystectomy, liver biopsy, and Whipple resection.\n",
            EncounterSetting.INPATIENT);

    assertThat(proposal.candidates())
        .extracting(ProcedureCandidate::code)
        .containsExactlyInAnyOrder("0FT44ZZ", "0FB04ZX");
    assertThat(proposal.unresolved())
        .extracting(Evidence::quote)
        .containsExactly("Whipple resection");
  }

  private static List<String> unresolved(String text) {
    return propose(text, EncounterSetting.INPATIENT).unresolved().stream()
        .map(Evidence::quote)
        .toList();
  }
}
