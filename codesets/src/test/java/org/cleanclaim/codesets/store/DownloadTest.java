package org.cleanclaim.codesets.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class DownloadTest {
  private static final byte[] FILE = "the file".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private HttpServer server;
  private String address;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/2026-code-descriptions-tabular-order.zip",
        exchange -> {
          exchange.sendResponseHeaders(200, FILE.length);
          exchange.getResponseBody().write(FILE);
          exchange.close();
        });
    server.createContext(
        "/moved",
        exchange -> {
          exchange
              .getResponseHeaders()
              .add("Location", "/2026-code-descriptions-tabular-order.zip");
          exchange.sendResponseHeaders(301, -1);
          exchange.close();
        });
    server.createContext(
        "/broken",
        exchange -> {
          exchange.sendResponseHeaders(200, 1000);
          exchange.getResponseBody().write(FILE);
          exchange.close();
        });
    server.start();
    address = "http://localhost:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private Path download(String path) throws IOException {
    return Download.to(folder, address + path, InstallProgress.silent());
  }

  @Test
  void savesTheFileUnderItsName() throws IOException {
    var addresses =
        OfficialFiles.addresses("icd10cm", LocalDate.of(2025, 11, 1), address).orElseThrow();
    assertThat(addresses).contains(address + "/2026-code-descriptions-tabular-order.zip");
    Path file = Download.to(folder, addresses.getFirst(), InstallProgress.silent());
    assertThat(file).hasFileName("2026-code-descriptions-tabular-order.zip").hasBinaryContent(FILE);
    assertThat(download("/moved")).hasBinaryContent(FILE);
  }

  @Test
  void namesThePageWhenAnAddressIsGone() {
    assertThatThrownBy(() -> download("/2031-code-descriptions-tabular-order.zip"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("answers 404")
        .hasMessageContaining("https://www.cms.gov/");
  }

  @Test
  void aFileThatBreaksOffIsNoFile() {
    assertThatThrownBy(() -> download("/broken")).isInstanceOf(IOException.class);
  }

  @Test
  void aServerThatIsNotThereIsSaid() {
    server.stop(0);
    assertThatThrownBy(() -> download("/moved")).hasMessageContaining("cannot be reached");
  }

  @Test
  void addressesFollowTheDay() {
    assertThat(OfficialFiles.sets()).containsExactly("icd10cm", "icd10pcs", "hcpcs");
    assertThat(OfficialFiles.addresses("hcpcs", LocalDate.of(2026, 11, 28), null).orElseThrow())
        .isEqualTo(
            List.of("https://www.cms.gov/files/zip/october-2026-alpha-numeric-hcpcs-file.zip"));
    assertThat(OfficialFiles.addresses("icd10pcs", LocalDate.of(2026, 10, 1), null).orElseThrow())
        .allMatch(a -> a.startsWith("https://www.cms.gov/files/zip/2027-icd-10-pcs-"));
    assertThat(OfficialFiles.addresses("snomed", LocalDate.of(2026, 10, 1), null)).isEmpty();
  }
}
