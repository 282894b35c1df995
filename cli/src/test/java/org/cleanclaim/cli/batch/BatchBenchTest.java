package org.cleanclaim.cli.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchBenchTest {
  @TempDir Path home;

  @Test
  void whatIsHeldStopsNoOther() throws Exception {
    var outcome = new BatchBench(home, 100, word -> {}).run();

    assertThat(outcome.held()).isEqualTo(1);
    assertThat(outcome.ready()).isEqualTo(99);
    assertThat(outcome.fileBytes()).isPositive();
  }
}
