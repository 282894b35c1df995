package org.cleanclaim.codesets.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cleanclaim.codesets.Note;
import org.cleanclaim.codesets.publication.AlphabeticIndex;
import org.cleanclaim.codesets.publication.AlphabeticIndex.Reference;
import org.cleanclaim.codesets.publication.CodeChanges;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.codesets.publication.Content;
import org.cleanclaim.codesets.publication.Crosswalk;
import org.cleanclaim.codesets.publication.Definitions;
import org.cleanclaim.codesets.publication.ExemptCodes;
import org.cleanclaim.codesets.publication.ProcedureTables;
import org.cleanclaim.codesets.publication.Publication;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.TabularList;
import org.cleanclaim.codesets.publication.TermTable;
import org.cleanclaim.kernel.EffectivePeriod;
import org.junit.jupiter.api.Test;

class PublishedContentTest {
  @Test
  void orderFilesGiveTitlesHeadingsAndParents() {
    var codes = codes("icd10cm_order_2026.txt");
    assertThat(codes.get("E1142").title())
        .isEqualTo("Type 2 diabetes mellitus with diabetic polyneuropathy");
    assertThat(codes.get("E1142").parent()).isEqualTo("E114");
    assertThat(codes.get("E114").billable()).isFalse();
    assertThat(codes.get("QA00101").billable()).isTrue();
  }

  @Test
  void addendaGiveChanges() {
    var result = TextFile.read(TextFile.sample("icd10cm_order_addenda_2026.txt"));
    assertThat(((ReadResult.Changes) result).changes().changes())
        .extracting(CodeChanges.Change::action, CodeChanges.Change::code)
        .extracting(Object::toString)
        .containsExactly(
            "(DELETE, \"B880\")", "(ADD, \"B880\")", "(ADD, \"B8801\")", "(REVISE, \"Z83718\")");
  }

  @Test
  void theTabularListGivesNotesWithTheCodesThatTheyName() {
    var entries =
        ((TabularList) content("icd10cm_tabular_2026.xml"))
            .entries().stream()
                .collect(Collectors.toMap(TabularList.Entry::id, Function.identity()));
    assertThat(entries.get("4").notes())
        .contains(
            new Note(
                Note.Kind.EXCLUDES1,
                "transitory endocrine disorders specific to newborn (P70-P74)",
                List.of("P70-P74")));
    assertThat(entries.get("E11").notes())
        .extracting(Note::codes)
        .containsExactly(
            List.of(),
            List.of("Z794"),
            List.of("O244-", "O9981-"),
            List.of("E08-"),
            List.of("T383X1"));
    assertThat(entries.get("E1132").seventhCharacters())
        .contains(new TabularList.SeventhCharacter('9', "unspecified eye"));
    assertThat(entries.get("E119X").placeholder()).isTrue();
    assertThat(entries.get("T36-T50").parent()).isEqualTo("T07-T88");
    assertThat(entries.get("T07-T88").notes().getFirst().codes()).containsExactly("S120");
  }

  @Test
  void indexesGiveTermsCodesAndReferences() {
    var terms = ((AlphabeticIndex) content("icd10cm_index_2026.xml")).terms();
    assertThat(terms.get(0).references())
        .containsExactly(new Reference(Reference.Kind.SEE, "Maltreatment", List.of()));
    assertThat(terms.get(1))
        .isEqualTo(
            new AlphabeticIndex.Term(
                0,
                "Amyloidosis with heart",
                "(generalized)",
                List.of("E854"),
                List.of("I43"),
                List.of()));
    assertThat(terms.get(2).codes()).containsExactly("H933-");
    assertThat(terms.get(3).level()).isEqualTo(2);
    assertThat(terms.get(3).codes()).containsExactly("H933X-");
    assertThat(terms.get(4).references())
        .contains(new Reference(Reference.Kind.SEE_CATEGORY, "M01", List.of("M01")));
    var procedures = ((AlphabeticIndex) content("icd10pcs_index_2026.xml")).terms();
    assertThat(procedures.get(0).references())
        .containsExactly(new Reference(Reference.Kind.SEE, "Resection, Uterus", List.of("0UT9")));
    assertThat(procedures.get(2).title()).isEmpty();
    assertThat(procedures.get(3).codes()).containsExactly("10A07ZW");
    assertThat(((AlphabeticIndex) content("index_2025.csv")).terms().get(2).title())
        .isEqualTo("muscle, weak");
  }

  @Test
  void tablesGiveCellsAndChoices() {
    var neoplasms = (TermTable) content("icd10cm-neoplasm-2026.xml");
    assertThat(neoplasms.columns()).containsExactly("One", "Two");
    assertThat(neoplasms.rows().get(0).cells()).containsExactly("C801", "");
    assertThat(neoplasms.rows().get(1).cells()).containsExactly("", "C798-");
    var table = ((ProcedureTables) content("icd10pcs_tables_2026.xml")).tables().getFirst();
    assertThat(table.prefix()).isEqualTo("0DB");
    assertThat(table.definition()).startsWith("Cutting out or off");
    assertThat(table.rows().getFirst().columns().get(3).choices())
        .contains(new ProcedureTables.Choice("Qualifier", 'X', "Diagnostic"));
    var definitions = ((Definitions) content("icd10pcs_definitions_2026.xml")).definitions();
    assertThat(definitions.get(2).term()).isEqualTo("Abdomen Muscle, Right");
    assertThat(definitions.get(2).includes()).hasSize(2);
    assertThat(((ExemptCodes) content("POAexemptCodesFY26.txt")).codes())
        .containsExactly("B900", "B91", "QA00101");
  }

  @Test
  void crosswalksGivePairs() {
    var conversions = ((Crosswalk) content("conversion_table.xlsx")).links();
    assertThat(conversions)
        .extracting(Crosswalk.Link::from)
        .containsExactly(
            "A047", "J1289", "H4420", "H4421", "H4422", "H4423", "H3530", "S20211A", "S20212A",
            "T15-", "T16-", "T17-", "I63-", "P9188", "");
    assertThat(conversions.get(1).since()).isEqualTo(LocalDate.of(2021, 1, 1));
    assertThat(((Crosswalk) content("icd10cmtoicd9gem.csv")).links().get(1))
        .isEqualTo(new Crosswalk.Link("T500X6A", "", null, "11000"));
  }

  @Test
  void hcpcsGivesAttributesAndPeriods() {
    var codes = codes("HCPC2025_JAN_ANWEB.txt");
    assertThat(codes.get("A4230").attributes())
        .isEqualTo(
            Map.of(
                "coverage",
                "D",
                "pricing",
                "34",
                "multiple_pricing",
                "A",
                "betos",
                "D1E",
                "tos",
                "P 9",
                "cross_reference",
                "A4231",
                "action",
                "N"));
    assertThat(codes.get("G0503").period())
        .isEqualTo(new EffectivePeriod(LocalDate.of(2017, 1, 1), LocalDate.of(2018, 1, 1)));
    var modifiers = TextFile.publications(TextFile.sample("HCPC2025_JAN_ANWEB.txt")).get(1);
    assertThat(((CodeList) modifiers.content()).rows().getFirst().title())
        .endsWith("four concurrent anesthesia procedures");
    var tetracycline = codes("HCPC2020_OCT_ANWEB.xlsx").get("J0120");
    assertThat(tetracycline.title()).isEqualTo("Injection, tetracycline up to 250 mg");
    assertThat(tetracycline.attributes())
        .containsEntry("pricing", "51 52")
        .containsEntry("cross_reference", "A1111 A2222");
    assertThat(codes("HCPC2024_JUL_extract.csv").get("V5362").attributes())
        .containsEntry("tos", "1 W");
  }

  @Test
  void otherListsGiveTheirRows() {
    assertThat(codes("modifiers_2024.csv").get("22").title()).isEqualTo("Modifier 22");
    assertThat(codes("carc_rarc_2024-06.csv").get("W9").period())
        .isEqualTo(new EffectivePeriod(LocalDate.of(1995, 1, 1), LocalDate.of(2018, 5, 1)));
    assertThat(codes("place_of_service_2024.csv").get("21").attributes())
        .containsEntry("facility", "1");
    assertThat(codes("nucc_taxonomy_241.csv").get("193200000X").attributes())
        .containsEntry("definition", "A business group of practitioners.");
    assertThat(codes("cpt_tab_2025.txt").get("99999").period())
        .isEqualTo(new EffectivePeriod(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 1, 1)));
    assertThat(codes("LONGULT_2025.txt").get("99998").title()).isEqualTo("Invented words two");
  }

  @Test
  void theStarterTablesAreReadable() {
    var starter = StarterPublications.kinds().stream().map(StarterPublications::of).toList();
    assertThat(starter).extracting(Publication::kind).doesNotHaveDuplicates().hasSize(9);
    assertThat(starter).allMatch(p -> p.starter() && p.content().size() > 30);
    var tabular = starter.stream().filter(p -> p.kind() == PublicationKind.ICD10CM_TABULAR);
    assertThat(((TabularList) tabular.findFirst().orElseThrow().content()).entries())
        .anyMatch(e -> e.notes().stream().anyMatch(n -> n.names("E109")));
  }

  private static Content content(String sample) {
    return TextFile.publications(TextFile.sample(sample)).getFirst().content();
  }

  private static Map<String, CodeList.Row> codes(String sample) {
    return ((CodeList) content(sample))
        .rows().stream().collect(Collectors.toMap(CodeList.Row::code, Function.identity()));
  }
}
