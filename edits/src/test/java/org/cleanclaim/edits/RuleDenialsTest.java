package org.cleanclaim.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.InstalledPublication;
import org.cleanclaim.codesets.SourceFile;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publisher.PublisherFiles;
import org.cleanclaim.codesets.publisher.ReadResult;
import org.cleanclaim.kernel.code.CodeSystem;
import org.junit.jupiter.api.Test;

/// The reason and remark codes that the rules name stand in the official lists, and none has been
/// stopped.
class RuleDenialsTest {
  private record Official(Path path) implements SourceFile {
    @Override
    public String name() {
      return path.getFileName().toString();
    }

    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(path);
    }
  }

  @Test
  void everyReasonAndRemarkIsInForce() throws IOException {
    String data = System.getenv("CLEANCLAIM_DATA");
    assumeTrue(data != null, "CLEANCLAIM_DATA names no folder of publishers' files");
    CodeSets official = lists(Path.of(data, "data", "claim_codes"));
    LocalDate today = LocalDate.now(java.time.ZoneOffset.UTC);
    assertThat(official.find(CodeSystem.CARC, "15", today)).as("stopped in 2018").isEmpty();
    var wrong = new ArrayList<String>();
    for (Rule rule : Rule.values()) {
      var reason = rule.expectedDenial();
      if (reason != null && official.find(CodeSystem.CARC, reason.value(), today).isEmpty()) {
        wrong.add(rule + ": CARC " + reason);
      }
      var remark = rule.expectedRemark();
      if (remark != null && official.find(CodeSystem.RARC, remark.value(), today).isEmpty()) {
        wrong.add(rule + ": RARC " + remark);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static CodeSets lists(Path folder) throws IOException {
    var publications = new ArrayList<InstalledPublication>();
    try (var files = Files.list(folder)) {
      for (Path path : files.filter(f -> f.getFileName().toString().startsWith("carc")).toList()) {
        if (PublisherFiles.read(new Official(path), null) instanceof ReadResult.Read read) {
          read.publications().stream()
              .filter(p -> List.of(PublicationKind.CARCS, PublicationKind.RARCS).contains(p.kind()))
              .map(InstalledPublication::of)
              .forEach(publications::add);
        }
      }
    }
    assertThat(publications).hasSize(2);
    return CodeSets.of(publications);
  }
}
