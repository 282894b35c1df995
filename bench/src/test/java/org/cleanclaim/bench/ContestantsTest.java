package org.cleanclaim.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// All readers see the same file.
class ContestantsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void everyReaderCountsTheSameSegmentsAndFindsNoError(FileKind kind) throws Exception {
    Path file = folder.resolve("file.edi");
    GeneratedFile generated = kind.generator().write(file, 200_000);
    var contestants = new ArrayList<Contestant>();
    contestants.add(new ByteScan());
    contestants.addAll(OwnContestants.of(kind));
    contestants.addAll(PeerContestants.of(kind));

    for (Contestant contestant : contestants) {
      Result result = contestant.run(file);
      assertThat(result).as(contestant.name()).isEqualTo(Result.expected(result.what(), generated));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theGuideCheckSaysNothing(FileKind kind) throws Exception {
    Path file = folder.resolve("file.edi");
    kind.generator().write(file, 200_000);
    var faults = new ArrayList<String>();

    OwnContestants.faults(file, f -> faults.add(f + ": " + f.message()));

    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aMeasurementGoesThroughALineOfText(FileKind kind) throws Exception {
    Path file = folder.resolve("file.edi");
    kind.generator().write(file, 50_000);

    Measurement measured = Rounds.measure(new ByteScan(), file, 1);

    assertThat(Measurement.parse(measured.line())).contains(measured);
    assertThat(Measurement.parse("something else")).isEmpty();
  }
}
