package org.cleanclaim.codesets.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cleanclaim.codesets.publication.CodeList;
import org.junit.jupiter.api.Test;

class CodeFamilyTest {
  private static final CodeFamily FAMILY =
      CodeFamily.of(
          titles(
              "H25 Age-related cataract",
              "H250 Incipient cataract",
              "H25011 Cortical cataract, right eye",
              "H25012 Cortical cataract, left eye",
              "H25013 Cortical cataract, bilateral",
              "H25019 Cortical cataract, unspecified eye",
              "H25031 Other cataract, right eye",
              "S72001A Fracture of neck of right femur, initial encounter",
              "S72001D Fracture of neck of right femur, subsequent encounter",
              "E113411 Retinopathy, right eye",
              "E113412 Retinopathy, left eye"));

  @Test
  void codesStandBelowTheirBeginnings() {
    assertThat(ids(FAMILY.ancestors("H25.011"))).containsExactly("H250", "H25");
    assertThat(ids(FAMILY.children("H25"))).containsExactly("H250");
    assertThat(ids(FAMILY.children("H250"))).hasSize(5);
    assertThat(FAMILY.childrenOfHeading("7")).isEmpty();
    assertThat(FAMILY.ancestors("")).isEmpty();
  }

  @Test
  void sidesDifferInOneCharacterAndTheWordsForTheSide() {
    assertThat(ids(FAMILY.sides("H25.012")))
        .containsExactly("H25011", "H25012", "H25013", "H25019");
    assertThat(ids(FAMILY.sides("E11.3411"))).containsExactly("E113411", "E113412");
    assertThat(FAMILY.sides("H25031")).isEmpty();
    assertThat(FAMILY.sides("Z99")).isEmpty();
  }

  @Test
  void encountersDifferInTheSeventhCharacter() {
    assertThat(ids(FAMILY.encounters("S72.001D"))).containsExactly("S72001A", "S72001D");
    assertThat(FAMILY.encounters("E11.3411")).isEmpty();
    assertThat(FAMILY.encounters("H25.011")).isEmpty();
  }

  private static List<String> ids(List<CodeFamily.Relative> relatives) {
    return relatives.stream().map(CodeFamily.Relative::id).toList();
  }

  private static Titles titles(String... lines) {
    var rows = new ArrayList<CodeList.Row>();
    for (String line : lines) {
      String[] parts = line.split(" ", 2);
      rows.add(new CodeList.Row(parts[0], parts[1], "", true, null, null, Map.of()));
    }
    return Titles.of(new CodeList(rows));
  }
}
