package org.cleanclaim.edits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RulesPageTest {
  private static final Path PAGE = Path.of("../docs/reference/rules.md");

  @Test
  void theReferencePageIsUpToDate() throws IOException {
    if (Boolean.getBoolean("cleanclaim.write")) Files.writeString(PAGE, RulesPage.write());

    assertThat(PAGE).content().isEqualTo(RulesPage.write());
  }
}
