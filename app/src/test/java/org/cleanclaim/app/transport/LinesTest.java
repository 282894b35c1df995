package org.cleanclaim.app.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cleanclaim.app.exchange.Home;
import org.cleanclaim.app.exchange.Usage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The three kinds of lines: each lets a receiver see whole files only.
class LinesTest {
  private static final byte[] BYTES = "ISA*00*".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;

  private Lines lines(String secret) throws IOException {
    var home = new Home(folder.resolve("home")).create();
    Files.writeString(home.secrets().resolve("clearinghouse"), secret);
    return new Lines(home);
  }

  @Test
  void anUploadedFileIsSeenAtItsReleaseOnly() throws Exception {
    try (var server = new SftpServerForTests(folder);
        var line = lines("let me in\n").open(server.settings("ch", "clearinghouse"))) {
      line.upload("a.x12", BYTES);
      assertThat(server.received()).containsExactly(".a.x12.part");
      assertThat(line.place("a.x12")).isEqualTo(Line.Place.UPLOADED);

      line.release("a.x12", BYTES);

      assertThat(server.received()).containsExactly("a.x12");
      assertThat(line.place("a.x12")).isEqualTo(Line.Place.RELEASED);
      assertThat(Files.readAllBytes(server.files.resolve("in/a.x12"))).isEqualTo(BYTES);
      Files.delete(server.files.resolve("in/a.x12"));
      assertThat(line.place("a.x12")).isEqualTo(Line.Place.TAKEN);
    }
  }

  @Test
  void filesForUsAreFetchedAndPutAside() throws Exception {
    try (var server = new SftpServerForTests(folder);
        var line = lines("let me in").open(server.settings("ch", "clearinghouse"))) {
      Files.write(server.files.resolve("out/b.x12"), BYTES);
      Files.write(server.files.resolve("out/.half.part"), BYTES);
      assertThat(line.waiting()).containsExactly("b.x12");
      assertThat(line.fetch("b.x12")).isEqualTo(BYTES);

      line.done("b.x12");

      assertThat(line.waiting()).isEmpty();
      assertThat(server.files.resolve("out/done/b.x12")).exists();
    }
  }

  @Test
  void aServerWithAnotherKeyIsToldNothing() throws Exception {
    try (var server = new SftpServerForTests(folder)) {
      var right = server.settings("ch", "clearinghouse");
      var pinned =
          new ConnectionSettings(
              right.name(),
              right.kind(),
              right.usage(),
              right.address(),
              right.user(),
              List.of("SHA256:" + "A".repeat(43)),
              right.secret(),
              "in",
              "out");
      assertThatThrownBy(() -> lines("let me in").open(pinned))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("not the pinned one")
          .hasMessageContaining(server.hostKey());
    }
  }

  @Test
  void aWrongPasswordAMissingSecretAndASilentServerAreToldApart() throws Exception {
    try (var server = new SftpServerForTests(folder)) {
      var settings = server.settings("ch", "clearinghouse");
      assertThatThrownBy(() -> lines("wrong").open(settings))
          .hasMessageContaining("does not let the user practice in");
      assertThatThrownBy(() -> lines("x").open(server.settings("ch", "other")))
          .hasMessageContaining("no file other");
      server.stop();
      assertThatThrownBy(() -> lines("let me in").open(settings))
          .hasMessageContaining("cannot be reached");
    }
  }

  @Test
  void aFolderIsALineToo() throws Exception {
    var root = Files.createDirectories(folder.resolve("exchange"));
    var settings =
        new ConnectionSettings(
            "f", ConnectionKind.FOLDER, Usage.TEST, root.toString(), "", List.of(), "", "to", "us");
    try (var line = lines("").open(settings)) {
      line.upload("a.x12", BYTES);
      assertThat(line.place("a.x12")).isEqualTo(Line.Place.UPLOADED);
      line.release("a.x12", BYTES);
      assertThat(root.resolve("to/a.x12")).hasBinaryContent(BYTES);
      Files.write(root.resolve("us/b.x12"), BYTES);
      assertThat(line.waiting()).containsExactly("b.x12");
      assertThat(line.fetch("b.x12")).isEqualTo(BYTES);
      line.done("b.x12");
      assertThat(line.waiting()).isEmpty();
    }
  }

  @Test
  void anInterfaceOverHttpTakesAKeyOnceAndGivesWhatWaits() throws Exception {
    Map<String, byte[]> taken = new TreeMap<>();
    List<String> asked = new ArrayList<>();
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          boolean isLetIn =
              "Bearer token-7".equals(exchange.getRequestHeaders().getFirst("Authorization"));
          byte[] answer = new byte[0];
          if (exchange.getRequestMethod().equals("PUT")) {
            taken.put(
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                exchange.getRequestBody().readAllBytes());
          } else if (exchange.getRequestURI().getPath().equals("/v1/out")) {
            answer = "b.x12\n".getBytes(StandardCharsets.UTF_8);
          } else {
            answer = BYTES;
          }
          exchange.sendResponseHeaders(
              isLetIn ? 200 : 401, answer.length == 0 ? -1 : answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    try {
      var settings =
          new ConnectionSettings(
              "api",
              ConnectionKind.HTTPS,
              Usage.LIVE,
              "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/",
              "",
              List.of(),
              "clearinghouse",
              "in",
              "out");
      assertThat(settings.faults()).isEmpty();
      try (var line = lines("token-7\n").open(settings)) {
        line.upload("a.x12", BYTES);
        line.release("a.x12", BYTES);
        line.release("a.x12", BYTES);
        assertThat(taken).containsOnlyKeys("a.x12");
        assertThat(line.waiting()).containsExactly("b.x12");
        assertThat(line.fetch("b.x12")).isEqualTo(BYTES);
        line.done("b.x12");
        assertThat(asked).endsWith("GET /v1/out/b.x12", "DELETE /v1/out/b.x12");
      }
      try (var line = lines("other").open(settings)) {
        assertThatThrownBy(line::waiting).hasMessageContaining("refuses the token");
      }
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aNameWithABlankIsWrittenAsPathsHaveItAndWhatIsGoneIsDone() throws Exception {
    List<String> asked = new ArrayList<>();
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath());
          boolean isDelete = exchange.getRequestMethod().equals("DELETE");
          boolean isKept = exchange.getRequestURI().getPath().endsWith("kept.x12");
          exchange.sendResponseHeaders(isDelete ? (isKept ? 500 : 404) : 200, -1);
          exchange.close();
        });
    server.start();
    var settings =
        new ConnectionSettings(
            "api",
            ConnectionKind.HTTPS,
            Usage.LIVE,
            "http://127.0.0.1:" + server.getAddress().getPort(),
            "",
            List.of(),
            "clearinghouse",
            "in",
            "out");
    try (var line = lines("token-7").open(settings)) {
      line.fetch("a b+c.x12");
      line.done("a b+c.x12");

      assertThat(asked).containsExactly("GET /out/a%20b%2Bc.x12", "DELETE /out/a%20b%2Bc.x12");
      assertThatThrownBy(() -> line.done("kept.x12")).hasMessageContaining("status 500");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void settingsThatCannotWorkAreNamed() {
    var sftp =
        new ConnectionSettings(
            " ",
            ConnectionKind.SFTP,
            Usage.LIVE,
            "host name",
            "",
            List.of("abc"),
            "../x",
            "same",
            "same");
    assertThat(String.join(" ", sftp.faults()))
        .contains("a name")
        .contains("host name, with :port")
        .contains("Name the user")
        .contains("password or private key")
        .contains("abc is no SHA256 fingerprint")
        .contains("folders of their own");
    var http =
        new ConnectionSettings(
            "x",
            ConnectionKind.HTTPS,
            Usage.LIVE,
            "http://example.org",
            "",
            List.of(),
            "t",
            "a",
            "../b");
    assertThat(String.join(" ", http.faults()))
        .contains("begin with https://")
        .contains("folder for files from");
  }
}
