package org.cleanclaim.cli.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostingBenchTest {
  @TempDir Path folder;

  @Test
  void aPostingThatIsKilledEndsWithTheSameLedger() throws Exception {
    var outcome = new PostingBench(folder, 400, 1, 7, word -> {}).run();

    assertThat(outcome.payments()).isEqualTo(404);
    assertThat(outcome.kills()).hasSize(1);
    assertThat(outcome.hashesAfterKills()).isNotEmpty().containsOnly(outcome.hash());
    assertThat(outcome.totals()).contains("0 exceptions");
  }
}
