package org.cleanclaim.app.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Semaphore;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.payerrule.PublishedRules;
import org.cleanclaim.app.scrub.ClaimScrub;
import org.cleanclaim.app.scrub.FindingPrinter;
import org.cleanclaim.app.scrub.FindingPrinter.Form;
import org.cleanclaim.app.scrub.FindingPrinter.Naming;
import org.cleanclaim.app.scrub.LimitedInput;
import org.cleanclaim.edits.Scrubber;
import org.cleanclaim.edits.coverage.MedicareCoverage;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Scrubs the claims of a file that is sent: an 837 or FHIR. Nothing is kept. Read and answered as
/// a stream, a line of JSON for each finding and one with the counts at the end, as the command
/// line prints them; memory does not grow with the file.
@RestController
@RequestMapping("/api/v1/scrub")
class ScrubResources {
  private static final int SIDE_BY_SIDE = 2;
  private static final int THREADS = 2;
  private static final int LONGEST_NAME = 200;

  private final Scrubber scrubber;
  private final PublishedRules rules;
  private final MedicareCoverage medicare;
  private final AuditTrail audit;
  private final AskedDay days;
  private final long mostBytes;
  private final Semaphore places = new Semaphore(SIDE_BY_SIDE);

  ScrubResources(
      Scrubber scrubber,
      PublishedRules rules,
      MedicareCoverage medicare,
      AuditTrail audit,
      AskedDay days,
      @Value("${cleanclaim.scrub.most-bytes:268435456}") long mostBytes) {
    this.scrubber = scrubber;
    this.rules = rules;
    this.medicare = medicare;
    this.audit = audit;
    this.days = days;
    this.mostBytes = mostBytes;
  }

  /// @param name of the file, as the answer shall call it
  /// @param naming NUMBER or POSITION: by what a claim is named
  @PostMapping
  void scrub(
      HttpServletRequest request,
      HttpServletResponse response,
      @RequestParam(required = false) @Nullable String asOf,
      @RequestParam(defaultValue = "request") String name,
      @RequestParam(defaultValue = "NUMBER") String naming)
      throws IOException {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    var day = days.of(asOf);
    var named = naming(naming);
    if (name.length() > LONGEST_NAME) throw new BadInput("The name is too long.");
    String type = request.getContentType();
    if (type != null && type.startsWith("application/x-www-form-urlencoded")) {
      throw new BadInput(
          "Send the file as it is, with Content-Type application/edi-x12 or"
              + " application/fhir+json.");
    }
    if (request.getContentLengthLong() > mostBytes) throw new TooLarge(mostBytes);
    if (!places.tryAcquire()) throw new Busy();
    try {
      audit.record("scrubbed a file", "file", "api", null, null);
      Path kept = kept(request);
      try {
        response.setContentType("application/x-ndjson");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        var out =
            new PrintWriter(
                new BufferedWriter(
                    new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)));
        scrub(kept, name, day, new FindingPrinter(out, Form.JSON, named));
      } finally {
        Files.deleteIfExists(kept);
      }
    } finally {
      places.release();
    }
  }

  /// The file is read twice, so it is kept meanwhile where its owner alone may read.
  private Path kept(HttpServletRequest request) throws IOException {
    Path kept = Files.createTempFile("cleanclaim", ".input");
    try (var in = new LimitedInput(request.getInputStream(), mostBytes);
        var out = Files.newOutputStream(kept)) {
      in.transferTo(out);
      return kept;
    } catch (LimitedInput.TooLong e) {
      Files.deleteIfExists(kept);
      throw new TooLarge(mostBytes);
    } catch (IOException e) {
      Files.deleteIfExists(kept);
      throw e;
    }
  }

  private void scrub(Path file, String name, LocalDate day, FindingPrinter printer)
      throws IOException {
    printer.begin(name);
    try (var scrub =
            new ClaimScrub(
                scrubber, rules.withStarters(), medicare::policies, day, THREADS, printer::print);
        var first = Files.newInputStream(file);
        var second = Files.newInputStream(file)) {
      int claims = scrub.scrub(first, name);
      if (scrub.needsSecondReading()) scrub.scrubAgain(second, name);
      printer.finish(claims);
    }
  }

  private static Naming naming(String text) {
    for (Naming each : Naming.values()) {
      if (each.name().equalsIgnoreCase(text.strip())) return each;
    }
    throw new BadInput("naming has to be NUMBER or POSITION, not " + text + ".");
  }

  /// The body is larger than allowed.
  static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLarge(long mostBytes) {
      super(
          "The file is larger than %,d bytes. Split it, or use the command.".formatted(mostBytes));
    }
  }

  /// All places for work like this are taken.
  static final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Busy() {
      super("%d files are being scrubbed already. Send it again later.".formatted(SIDE_BY_SIDE));
    }
  }
}
