package org.cleanclaim.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.edits.ClaimBuilder.aClaim;

import java.util.List;
import java.util.stream.IntStream;
import org.cleanclaim.codesets.CodeSets;
import org.junit.jupiter.api.Test;

class CodeRulesTest {
  private final CodeRules starter = new CodeRules(CodeSets.starter());
  private final CodeRules whole = new CodeRules(WholeCodeSets.of());

  private static ClaimBuilder diagnosed(int count) {
    var codes = IntStream.range(0, count).mapToObj("A%03d"::formatted).toArray(String[]::new);
    return aClaim().diagnosis(codes).line("99213", "1");
  }

  @Test
  void aClaimTakesTwelveDiagnoses() {
    assertThat(Found.by(starter, diagnosed(12))).isEmpty();
    assertThat(Found.by(starter, diagnosed(13))).containsExactly("DX-MISSING");
  }

  @Test
  void aLinePointsToOneToFourDiagnosesOfTheClaim() {
    assertThat(pointing(1, 2, 3, 4)).isEmpty();
    assertThat(pointing(5)).isEmpty();
    assertThat(pointing(1, 2, 3, 4, 5)).containsExactly("1 DX-POINTER");
    assertThat(pointing(6)).containsExactly("1 DX-POINTER");
    assertThat(pointing(0)).containsExactly("1 DX-POINTER");
    assertThat(pointing()).containsExactly("1 DX-POINTER");
  }

  private List<String> pointing(Integer... pointers) {
    return Found.by(
        starter,
        aClaim()
            .diagnosis("I10", "E119", "E785", "J449", "K219")
            .pointingTo(pointers)
            .line("99213", "1"));
  }

  @Test
  void anIncompleteCodeNamesUpToFourBelowIt() {
    var claim = aClaim().diagnosis("E11").line("99213", "1").build();
    assertThat(starter.check(claim, Found.CONTEXT).getFirst().message())
        .matches("E11 needs more characters\\. Below it are (E11\\.\\w+, ){0,3}E11\\.\\w+\\.");
  }

  @Test
  void absenceFromAWholeTableProvesACodeInvalid() {
    var claim =
        aClaim().diagnosis("J45998").place("98").line("G9999", "1", "ZZ").line("99213", "1", "25");
    assertThat(Found.by(whole, claim))
        .containsExactly("DX-INVALID", "POS-INVALID", "1 PX-INVALID", "1 MOD-INVALID");
    assertThat(Found.by(starter, claim)).containsExactly("POS-INVALID");
  }
}
