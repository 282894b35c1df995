package org.cleanclaim.codesets.packed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.codesets.Note;
import org.cleanclaim.codesets.publication.AlphabeticIndex;
import org.cleanclaim.codesets.publication.CodeClasses;
import org.cleanclaim.codesets.publication.Content;
import org.cleanclaim.codesets.publication.Crosswalk;
import org.cleanclaim.codesets.publication.Definitions;
import org.cleanclaim.codesets.publication.ExemptCodes;
import org.cleanclaim.codesets.publication.ProcedureTables;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.codesets.publication.TabularList;
import org.cleanclaim.codesets.publication.TermTable;
import org.junit.jupiter.api.Test;

class ContentPackerTest {
  private static final AlphabeticIndex.Reference SEE =
      new AlphabeticIndex.Reference(
          AlphabeticIndex.Reference.Kind.SEE_ALSO, "Pain, é", List.of("0UT9"));

  @Test
  void everyShapeComesBackAsItWas() {
    comesBack(
        PublicationKind.ICD10CM_TABULAR,
        new TabularList(
            List.of(
                new TabularList.Entry(
                    TabularList.Level.CODE,
                    "S52",
                    "Fracture of forearm",
                    "S50-S59",
                    List.of(new Note(Note.Kind.EXCLUDES1, "amputation (S58.-)", List.of("S58-"))),
                    List.of(new TabularList.SeventhCharacter('A', "initial encounter")),
                    true),
                new TabularList.Entry(
                    TabularList.Level.CHAPTER,
                    "19",
                    "Injury",
                    null,
                    List.of(),
                    List.of(),
                    false))));
    comesBack(
        PublicationKind.ICD10CM_INDEX,
        new AlphabeticIndex(
            List.of(
                new AlphabeticIndex.Term(
                    3, "title", "(a) (b)", List.of("A1-"), List.of("B2"), List.of(SEE)))));
    comesBack(
        PublicationKind.ICD10CM_DRUGS,
        new TermTable(
            List.of("one", "two"),
            List.of(new TermTable.Row(0, "x", "", List.of("T511", ""), List.of(SEE)))));
    comesBack(
        PublicationKind.MCE,
        RuleTables.of(
            new RuleTables.Table(
                "ages",
                List.of("class", "from"),
                List.of(List.of("ADULT", "15"), List.of("é", "")))));
    comesBack(PublicationKind.ICD10CM_POA_EXEMPT, new ExemptCodes(List.of("B900", "Z00")));
    comesBack(
        PublicationKind.ICD10CM_SEX, new CodeClasses(List.of(new CodeClasses.Row("A34", "F"))));
    comesBack(
        PublicationKind.ICD10CM_CONVERSIONS,
        new Crosswalk(
            List.of(
                new Crosswalk.Link("A1", "B1", LocalDate.of(2025, 10, 1), ""),
                new Crosswalk.Link("A2", "", null, "10000"))));
    var choice = new ProcedureTables.Choice("Section", '0', "Medical and Surgical");
    comesBack(
        PublicationKind.ICD10PCS_TABLES,
        new ProcedureTables(
            List.of(
                new ProcedureTables.Table(
                    List.of(choice, choice, choice),
                    "what it is",
                    List.of(
                        new ProcedureTables.Row(
                            List.of(new ProcedureTables.Column("Approach", List.of(choice)))))))));
    comesBack(
        PublicationKind.ICD10PCS_DEFINITIONS,
        new Definitions(
            List.of(
                new Definitions.Definition('0', "Operation", "Bypass", "d", "e", List.of("f")))));
  }

  private static void comesBack(PublicationKind kind, Content content) {
    var packed = ByteBuffer.wrap(ContentPacker.pack(content));
    assertThat(ContentUnpacker.unpack(kind, packed)).isEqualTo(content);
    assertThat(content).isInstanceOf(kind.shape());
  }
}
