package org.cleanclaim.cli.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.cleanclaim.codesets.CodeSets;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class AdjudicationVectorsTest {
  @Test
  void benefitsCoordinationAndMedicareSecondaryAgreeWithAllAnswers() throws IOException {
    String data = System.getenv("CLEANCLAIM_DATA");
    Assumptions.assumeTrue(data != null, "CLEANCLAIM_DATA is not set: no cases to compare with");
    var results =
        new VectorRun(CodeSets.starter(), List.of()).run(Path.of(data, "vectors", "adjudication"));

    assertThat(results)
        .hasSize(3)
        .allSatisfy(result -> {
          assertThat(result.failures()).isEmpty();
          assertThat(result.passed()).isGreaterThan(200);
        });
  }
}
