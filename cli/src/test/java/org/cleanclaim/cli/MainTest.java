package org.cleanclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  @TempDir Path folder;

  @Test
  void findsCodes() {
    String home = folder.toString();
    var outcome =
        Outcome.of("search", "type 2 diab polyneur", "--as-of", "2026-03-01", "--home", home);

    assertThat(outcome.code()).isZero();
    assertThat(outcome.said()).startsWith("ICD-10-CM\n  E11.42");
    assertThat(Outcome.of("search", "zzzzqqqq", "--home", home).code()).isEqualTo(1);
    assertThat(Outcome.of("codes", "list", "--home", home).said()).contains("ICD-10-CM");
  }

  @Test
  void aFileThatIsNoX12IsAFindingAndAMissingOneAFailure() throws IOException {
    Path text = Files.writeString(folder.resolve("note.txt"), "Dear payer");

    assertThat(Outcome.of("x12", "show", text.toString()).code()).isEqualTo(1);
    var missing = Outcome.of("x12", "show", folder.resolve("nowhere").toString());
    assertThat(missing.code()).isEqualTo(3);
    assertThat(missing.said()).contains("There is no file").doesNotContain("Exception");
  }

  @Test
  void misuseIsSaidAndEndsWithTwo() {
    assertThat(Outcome.of("frobnicate").code()).isEqualTo(2);
    assertThat(Outcome.of("serve", "--port", "many").code()).isEqualTo(2);
  }

  @Test
  void aTakenPortIsSaidBeforeAnythingStarts() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var outcome =
          Outcome.of(
              "serve",
              "--home",
              folder.toString(),
              "--port",
              Integer.toString(socket.getLocalPort()));

      assertThat(outcome.code()).isEqualTo(3);
      assertThat(outcome.said()).contains("is taken by another program").contains("--port");
      assertThat(folder.resolve("postgres")).doesNotExist();
    }
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsSaidInASentence() {
    var outcome =
        Outcome.of(
            "demo",
            "--once",
            "--home",
            folder.toString(),
            "--database-url",
            "jdbc:postgresql://127.0.0.1:1/none");

    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.said()).contains("No PostgreSQL answers").doesNotContain("Exception");
  }

  @Test
  void aHomeThatIsAFileIsRefused() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    var outcome = Outcome.of("demo", "--once", "--home", file.toString());

    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.said()).contains("cannot be written").contains("--home");
  }

  @Test
  void aPrintThatCannotBeIsRefusedBeforeAnythingStarts() {
    String to = folder.resolve("claims.pdf").toString();
    String home = folder.resolve("home").toString();

    assertThat(Outcome.of("print", "A1", "--form", "ub05", "--to", to).said())
        .contains("there is no form ub05; it is cms1500 or ub04");
    assertThat(
            Outcome.of("print", "A1", "--form", "cms1500", "--home", home, "--to", to + "/a.pdf")
                .said())
        .contains("There is no folder");
    assertThat(print(home, to, "--offset-x", "40").said()).contains("at most 30 millimetres");
    assertThat(print(home, to, "--plain", "--offset-y", "1").said())
        .contains("--plain is for white paper");
    assertThat(folder.resolve("home")).doesNotExist();
  }

  private static Outcome print(String home, String to, String... how) {
    var arguments = new ArrayList<>(List.of("print", "A1", "--form", "UB-04"));
    arguments.addAll(List.of("--home", home, "--to", to));
    arguments.addAll(List.of(how));
    var outcome = Outcome.of(arguments.toArray(String[]::new));
    assertThat(outcome.code()).isEqualTo(3);
    return outcome;
  }
}
