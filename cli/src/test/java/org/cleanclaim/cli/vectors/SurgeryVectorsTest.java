package org.cleanclaim.cli.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.cleanclaim.codesets.CodeSets;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class SurgeryVectorsTest {
  /// The rest differs by rule: see the reference page of hospital prices.
  @Test
  void surgicalCentersAgreeButForTheDifferencesThatAreExplained() throws IOException {
    String data = System.getenv("CLEANCLAIM_DATA");
    Assumptions.assumeTrue(data != null, "CLEANCLAIM_DATA is not set: no cases to compare with");
    var result =
        new VectorRun(CodeSets.starter(), List.of())
            .run(Path.of(data, "vectors", "asc"))
            .getFirst();

    assertThat(result.failures()).hasSizeLessThanOrEqualTo(5);
    assertThat(result.passed()).isGreaterThanOrEqualTo(1270);
  }
}
