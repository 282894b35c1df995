package org.cleanclaim.codesets.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cleanclaim.codesets.publication.AlphabeticIndex.Reference;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.TermTable;
import org.junit.jupiter.api.Test;

class TableBookTest {
  private static final TableBook TABLE =
      TableBook.of(
          new TermTable(
              List.of("Malignant Primary", "Malignant Secondary", "Benign"),
              List.of(
                  row(0, "Neoplasm, neoplastic", "C801", "C799", "D369"),
                  row(1, "lung", "C349-", "C780-", "D143-"),
                  row(2, "upper lobe", "C341-", "--", ""),
                  row(1, "skin", "C4490", "C792", "D239"),
                  row(2, "ear", "C4420", "C792", "D232-"))));

  @Test
  void rowsAreFoundByWords() {
    assertThat(paths(TABLE.find("lung upp", 5)))
        .containsExactly("Neoplasm, neoplastic, lung, upper lobe");
    assertThat(paths(TABLE.children(new Place(0))))
        .containsExactly("Neoplasm, neoplastic, lung", "Neoplasm, neoplastic, skin");
    assertThat(TABLE.parent(new Place(4))).hasValue(new Place(3));
    assertThat(TABLE.mainRows()).containsExactly(new Place(0));
  }

  @Test
  void cellsStandUnderTheirHeadings() {
    assertThat(TABLE.cells(new Place(2)))
        .containsExactly(new TableBook.Cell("Malignant Primary", "C341-"));
    assertThat(TABLE.rowsFor("C34.10").stream().map(Lead::place)).containsExactly(new Place(2));
    assertThat(TABLE.rowsFor("C79.2").stream().map(Lead::place))
        .containsExactly(new Place(3), new Place(4));
  }

  @Test
  void wordsOfTheIndexNameRowAndColumn() {
    assertThat(TABLE.locate("skin, ear, benign"))
        .hasValue(new TableBook.Spot(new Place(4), "Benign"));
    assertThat(TABLE.locate("malignant, by site"))
        .hasValue(new TableBook.Spot(new Place(0), "Malignant Primary"));
    assertThat(TABLE.locate("lung, secondary"))
        .hasValue(new TableBook.Spot(new Place(1), "Malignant Secondary"));
  }

  @Test
  void referencesStayInTheTableOrNameTheIndex() {
    assertThat(TABLE.follow(see("Neoplasm, skin, ear")))
        .isEqualTo(new Destination.At(new Place(4), ""));
    assertThat(TABLE.follow(see("Melanoma")))
        .isEqualTo(new Destination.Table(PublicationKind.ICD10CM_INDEX, "Melanoma"));
    assertThat(TABLE.follow(see("specific substance"))).isInstanceOf(Destination.Unknown.class);
  }

  private static Reference see(String text) {
    return new Reference(Reference.Kind.SEE, text, List.of());
  }

  private static List<String> paths(List<Place> rows) {
    return rows.stream().map(TABLE::path).toList();
  }

  private static TermTable.Row row(int level, String title, String... cells) {
    return new TermTable.Row(level, title, "", List.of(cells), List.of());
  }
}
