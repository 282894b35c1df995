package org.cleanclaim.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.payerrule.PublishedRules;
import org.cleanclaim.app.scrub.ClaimScrub;
import org.cleanclaim.app.scrub.FindingPrinter;
import org.cleanclaim.app.scrub.LimitedInput;
import org.cleanclaim.edits.Scrubber;
import org.cleanclaim.edits.coverage.MedicareCoverage;
import org.junit.jupiter.api.Test;

/// A file of claims that is sent to be scrubbed.
class ScrubResourcesTest {
  private static final String FHIR =
      """
      {"resourceType": "Claim", "identifier": [{"value": "F-1"}],
        "insurer": {"display": "Acme", "identifier": {"value": "ACME1"}},
        "item": [{"productOrService": {"coding": [{"code": "99213"}]}, "servicedDate": "2026-03-02",
          "net": {"value": 100}}]}
      """;

  private final DemoServer server = DemoServer.shared();

  @Test
  void theAnswerIsThatOfTheCommand() throws Exception {
    byte[] sent = sentFile();

    var answer = post("mara", "?asOf=2026-05-01&name=sent.837", "application/edi-x12", sent);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("x-ndjson");
    assertThat(answer.body()).isEqualTo(printed(sent, "sent.837", LocalDate.of(2026, 5, 1)));
    assertThat(answer.body()).contains("\"file\":\"sent.837\"", "\"byRule\"", "\"source\"");
  }

  @Test
  void fhirIsReadToo() throws Exception {
    var answer =
        post("mara", "?asOf=2026-03-09&naming=position", "application/fhir+json", bytes(FHIR));

    assertThat(answer.body()).contains("\"claim\":\"#1\"", "\"claims\":1").doesNotContain("F-1");
    assertThat(post("mara", "", "application/fhir+json", bytes("{")).body())
        .contains("FHIR-JSON", "\"claims\":0");
    assertThat(post("mara", "", "application/edi-x12", bytes("hello")).body())
        .contains("\"rule\"", "\"claims\":0");
  }

  @Test
  void whatCannotBeTakenIsRefused() throws Exception {
    assertThat(post("mara", "?asOf=soon", "application/edi-x12", bytes("x")).body())
        .contains("The date soon cannot be read");
    assertThat(post("mara", "?naming=x", "application/edi-x12", bytes("x")).statusCode())
        .isEqualTo(400);
    assertThat(post("mara", "", "application/x-www-form-urlencoded", bytes("x")).body())
        .contains("Send the file as it is");
    assertThat(post("fran", "", "application/edi-x12", bytes("x")).statusCode()).isEqualTo(403);
  }

  @Test
  void aStreamLongerThanAllowedEndsWithASentence() {
    var in = new LimitedInput(InputStream.nullInputStream(), 3);
    assertThat(in).isEmpty();
    var longer = new LimitedInput(new ByteArrayInputStream(new byte[8]), 3);
    org.assertj.core.api.Assertions.assertThatThrownBy(longer::readAllBytes)
        .isInstanceOf(LimitedInput.TooLong.class)
        .hasMessageContaining("larger than 3 bytes");
  }

  private String printed(byte[] file, String name, LocalDate day) throws IOException {
    var text = new StringWriter();
    var printer =
        new FindingPrinter(
            new PrintWriter(text), FindingPrinter.Form.JSON, FindingPrinter.Naming.NUMBER);
    printer.begin(name);
    var rules = server.inPractice(() -> server.bean(PublishedRules.class).withStarters());
    var medicare = server.bean(MedicareCoverage.class);
    try (var scrub =
        new ClaimScrub(
            server.bean(Scrubber.class), rules, medicare::policies, day, 1, printer::print)) {
      int claims = scrub.scrub(new ByteArrayInputStream(file), name);
      if (scrub.needsSecondReading()) scrub.scrubAgain(new ByteArrayInputStream(file), name);
      printer.finish(claims);
    }
    return text.toString();
  }

  /// A file of the demo month.
  private byte[] sentFile() throws IOException {
    try (var files = Files.walk(server.home().resolve("outbox"))) {
      Path file =
          files
              .filter(Files::isRegularFile)
              .filter(f -> f.getFileName().toString().contains("837P"))
              .sorted()
              .findFirst()
              .orElseThrow();
      return Files.readAllBytes(file);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private HttpResponse<String> post(String user, String query, String type, byte[] body) {
    return server.as(user).send("POST", "/api/v1/scrub" + query, type, body);
  }
}
