package org.cleanclaim.cli.worklists;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorklistBenchTest {
  @TempDir Path home;

  @Test
  void eachListComesByOneQuery() throws Exception {
    var outcome = new WorklistBench(home, 800, 1, word -> {}).run();

    assertThat(outcome.pages()).hasSizeGreaterThan(15);
    assertThat(outcome.pages())
        .allSatisfy(page -> assertThat(page.ofList()).as(page.name()).isEqualTo(1));
    assertThat(outcome.pages())
        .allSatisfy(page ->
            // The first page counts the rows of every list.
            assertThat(page.statements())
                .as(page.name())
                .isLessThan(page.name().equals("today") ? 22 : 16));
    assertThat(outcome.ageingParties()).isGreaterThan(5);
  }
}
