package org.cleanclaim.codesets.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompiledFilesTest {
  private static final byte[] CONTENT = {1, 2, 3};
  private int made;

  private byte[] make() {
    made++;
    return CONTENT.clone();
  }

  @Test
  void whatWasMadeIsKept(@TempDir Path folder) {
    var files = new CompiledFiles(folder.resolve("compiled"));

    assertThat(files.get("key", this::make)).isEqualTo(ByteBuffer.wrap(CONTENT));
    assertThat(files.get("key", this::make)).isEqualTo(ByteBuffer.wrap(CONTENT));
    assertThat(made).isEqualTo(1);

    files.get("other", this::make);
    assertThat(made).isEqualTo(2);
  }

  @Test
  void aDamagedFileIsMadeAnew(@TempDir Path folder) throws IOException {
    var files = new CompiledFiles(folder);
    files.get("key", this::make);
    byte[] bytes = Files.readAllBytes(folder.resolve("key"));
    bytes[1] ^= 4;
    Files.write(folder.resolve("key"), bytes);

    assertThat(files.get("key", this::make)).isEqualTo(ByteBuffer.wrap(CONTENT));
    assertThat(made).isEqualTo(2);
    assertThat(files.get("key", this::make)).isEqualTo(ByteBuffer.wrap(CONTENT));
    assertThat(made).isEqualTo(2);

    Files.write(folder.resolve("key"), new byte[3]);
    files.get("key", this::make);
    assertThat(made).isEqualTo(3);
  }

  @Test
  void whereNothingCanBeKeptItIsMadeEachTime(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("file"), "no folder");
    var files = new CompiledFiles(folder.resolve("file"));

    assertThat(files.get("key", this::make)).isEqualTo(ByteBuffer.wrap(CONTENT));
    files.get("key", this::make);
    assertThat(made).isEqualTo(2);
  }
}
