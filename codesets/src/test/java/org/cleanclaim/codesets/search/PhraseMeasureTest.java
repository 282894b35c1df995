package org.cleanclaim.codesets.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhraseMeasureTest {
  private static final PhraseMeasure MEASURE = new PhraseMeasure(Set.of("Q101", "R20")::contains);

  @Test
  void countsExactAndCategoryHitsByKind(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("pairs.tsv"),
        "kind\tphrase\tcode\ntypo\tone\tQ10.1\ntypo\ttwo\tR20\nreorder\tthree\tQ10\n");

    var figures =
        MEASURE.measure(
            PhraseMeasure.read(folder),
            (text, limit) -> text.equals("two") ? List.of("R209", "R20") : List.of("Q101"));

    assertThat(figures.get("typo").count()).isEqualTo(2);
    assertThat(figures.get("typo").exactTop1()).isEqualTo(0.5);
    assertThat(figures.get("typo").exactTop5()).isEqualTo(1);
    assertThat(figures.get("typo").categoryTop5()).isEqualTo(1);
    assertThat(figures.get("reorder").exactTop1()).as("a code below a heading counts").isEqualTo(1);
    assertThat(figures.get("all").count()).isEqualTo(3);
  }

  @Test
  void tellsPhrasesThatEqualTheTitle(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("pairs.tsv"), "phrase\tcode\tsame_as_title\none\tQ10\t1\ntwo\tR20\t0\n");

    assertThat(PhraseMeasure.read(folder))
        .extracting(PhraseMeasure.Pair::kind)
        .containsExactly("same as title", "synonym");
  }

  @Test
  void refusesAFileWithoutItsColumns(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("pairs.tsv"), "a\tb\n1\t2\n");

    assertThatThrownBy(() -> PhraseMeasure.read(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("phrase and code");
  }
}
