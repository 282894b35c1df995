package org.cleanclaim.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.x12.guide.GuideBook;
import org.cleanclaim.x12.lexer.Segment;
import org.cleanclaim.x12.tool.Deidentifier;
import org.cleanclaim.x12.tool.PlainOrGzip;
import org.cleanclaim.x12.tool.Pseudonyms;
import org.cleanclaim.x12.tool.SegmentParts;
import org.cleanclaim.x12.tool.SplitResult;
import org.cleanclaim.x12.tool.Splitter;
import org.cleanclaim.x12.tool.X12Listing;
import org.cleanclaim.x12.tool.X12Statistics;
import org.junit.jupiter.api.Test;

class ToolTest {
  @Test
  void aFileIsShownWithItsLoopsInWords() throws IOException {
    var shown = new StringBuilder();

    X12Listing.write(in(RewriteTest.CLAIMS), "test", GuideBook.builtIn(), shown, f -> {});

    assertThat(shown.toString())
        .contains("Professional claim")
        .contains("2010AA Billing provider")
        .contains("2400 Service line")
        .contains("2026-02-01")
        .contains("100.00");
  }

  @Test
  void aFileSplitByClaimsHoldsTheSameClaimsInWholeFiles() throws IOException {
    var parts = new ArrayList<ByteArrayOutputStream>();

    var result = Splitter.byClaims(in(RewriteTest.CLAIMS), "test", 1, n -> part(parts));

    assertThat(result).isEqualTo(new SplitResult.Parted(2, 2));
    var claims = new ArrayList<Claim>();
    for (var part : parts) {
      var errors = new ArrayList<String>();
      X12Checker.check(in(part), "part", CheckOptions.standard(), f -> errors.add(f.check().id()));
      assertThat(errors).isSubsetOf("X12-SEGMENT-UNKNOWN"); // the ZZ9 of the first claim
      X12Reader.claims(in(part), "part", f -> {}, claims::add);
    }
    var originals = new ArrayList<Claim>();
    X12Reader.claims(in(RewriteTest.CLAIMS), "test", f -> {}, originals::add);
    assertThat(claims).isEqualTo(originals);
  }

  @Test
  void aRemittanceIsNotSplitByClaims() throws IOException {
    String remittance = RewriteTest.CLAIMS.replace("GS*HC", "GS*HP").replace("ST*837", "ST*835");

    var result = Splitter.byClaims(in(remittance), "test", 1, n -> new ByteArrayOutputStream());

    assertThat(result)
        .isInstanceOfSatisfying(
            SplitResult.Refused.class, r -> assertThat(r.reason()).contains("balance"));
  }

  @Test
  void countsWhatAFileHolds() throws IOException {
    var statistics = new X12Statistics();
    statistics.add(in(RewriteTest.CLAIMS), "test");

    assertThat(statistics.claims()).isEqualTo(2);
    assertThat(statistics.serviceLines()).isEqualTo(2);
    assertThat(statistics.totalCharge().toString()).isEqualTo("150.00");
    assertThat(statistics.firstDay()).isEqualTo("2026-02-01");
    assertThat(statistics.transactions()).containsEntry("837 005010X222A1", 1L);
  }

  @Test
  void compressedFilesAreOpened() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(RewriteTest.CLAIMS.getBytes(StandardCharsets.US_ASCII));
    }

    assertThat(new String(PlainOrGzip.open(in(packed)).readAllBytes(), StandardCharsets.US_ASCII))
        .isEqualTo(RewriteTest.CLAIMS);
    assertThat(PlainOrGzip.open(in("")).readAllBytes()).isEmpty();
  }

  @Test
  void segmentsTakenApartAreJoinedToTheSameBytes() throws IOException {
    int compared = 0;
    for (Path file : Samples.all()) {
      var different = new ArrayList<String>();
      X12Reader.segments(
          Files.newInputStream(file),
          s -> {
            byte[] joined =
                SegmentParts.joined(SegmentParts.name(s), SegmentParts.of(s), s.separators());
            String raw =
                new String(s.bytes(), s.start(), s.end() - s.start(), StandardCharsets.ISO_8859_1);
            if (!raw.equals(new String(joined, StandardCharsets.ISO_8859_1))) different.add(raw);
          });
      assertThat(different).as(file.toString()).isEmpty();
      compared++;
    }
    assertThat(compared).isGreaterThan(300);
  }

  /// Names, numbers and addresses are gone; counts, amounts and codes are the same, and so is what
  /// the check finds.
  @Test
  void aDeidentifiedSampleSaysNobodysNameAndKeepsEverythingElse() throws IOException {
    int compared = 0;
    for (Path file : Samples.all()) {
      byte[] original = Files.readAllBytes(file);
      var out = new ByteArrayOutputStream();
      Deidentifier.rewrite(in(original), out, new Pseudonyms(42));
      byte[] changed = out.toByteArray();
      var before = segments(original);
      var after = segments(changed);

      assertThat(after).as(file.toString()).hasSameSizeAs(before);
      Set<String> identifying = new HashSet<>();
      for (int i = 0; i < before.size(); i++) {
        Segment was = before.get(i);
        Segment is = after.get(i);
        assertThat(is.id()).as(file.toString()).isEqualTo(was.id());
        switch (was.id()) {
          case "NM1" -> {
            if (was.element(3).length() > 5) identifying.add(was.element(3));
            if (was.element(9).length() > 7) identifying.add(was.element(9));
          }
          case "N3" -> identifying.add(was.element(1));
          case "ISA" -> identifying.addAll(List.of(was.element(6), was.element(8)));
          case "GS" -> identifying.addAll(List.of(was.element(2), was.element(3)));
          case "CLM", "CLP" -> identifying.add(was.element(1));
          case "PER" -> {
            for (int e = 4; e <= 8; e += 2) identifying.add(was.element(e));
          }
          case "NTE" -> identifying.add(was.element(2));
          case "MSG", "K3" -> identifying.add(was.element(1));
          case "AMT", "HI", "CAS", "BPR", "LX", "HL" -> {
            if (!was.is("BPR")) assertThat(is.raw()).as(file.toString()).isEqualTo(was.raw());
            assertThat(is.cents(2)).isEqualTo(was.cents(2));
          }
          default -> {}
        }
      }
      String text = new String(changed, StandardCharsets.ISO_8859_1);
      identifying.removeIf(v ->
          v.length() < 8 || v.chars().filter(Character::isLetterOrDigit).distinct().count() < 4);
      assertThat(identifying.stream().filter(text::contains).toList())
          .as(file.toString())
          .isEmpty();
      compared++;
    }
    assertThat(compared).isGreaterThan(300);
  }

  @Test
  void theSameValueBecomesTheSameOtherValue() {
    var one = new Pseudonyms(1);

    assertThat(one.of("JOHNSON"))
        .isEqualTo(new Pseudonyms(1).of("JOHNSON"))
        .isNotEqualTo("JOHNSON");
    assertThat(one.of("JOHNSON")).isNotEqualTo(new Pseudonyms(2).of("JOHNSON"));
    assertThat(one.of("1234567893")).matches("[12]\\d{9}").isNotEqualTo("1234567893");
  }

  private static ByteArrayOutputStream part(List<ByteArrayOutputStream> parts) {
    var part = new ByteArrayOutputStream();
    parts.add(part);
    return part;
  }

  private static List<Segment> segments(byte[] bytes) throws IOException {
    var segments = new ArrayList<Segment>();
    X12Reader.segments(in(bytes), s -> segments.add(s.keep()));
    return segments;
  }

  private static ByteArrayInputStream in(String text) {
    return in(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static ByteArrayInputStream in(ByteArrayOutputStream bytes) {
    return in(bytes.toByteArray());
  }

  private static ByteArrayInputStream in(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }
}
