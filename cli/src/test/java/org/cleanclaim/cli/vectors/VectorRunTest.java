package org.cleanclaim.cli.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cleanclaim.codesets.CodeSets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorRunTest {
  @TempDir Path folder;

  private List<VectorRun.FileResult> run() throws IOException {
    return new VectorRun(CodeSets.starter(), List.of()).run(folder);
  }

  @Test
  void aFileThatNoEngineTakesIsNamed() throws IOException {
    Files.writeString(folder.resolve("strange.jsonl"), "{\"id\":\"x\",\"weather\":1}\n");
    Files.writeString(folder.resolve("broken.jsonl"), "no json\n");
    Files.writeString(folder.resolve("empty.jsonl"), "");
    Files.writeString(folder.resolve("README.md"), "not a case");
    assertThat(run())
        .extracting(VectorRun.FileResult::file, VectorRun.FileResult::title)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("broken.jsonl", ""),
            org.assertj.core.groups.Tuple.tuple("empty.jsonl", ""),
            org.assertj.core.groups.Tuple.tuple("strange.jsonl", ""));
  }
}
