package org.cleanclaim.x12.tool;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.cleanclaim.x12.lexer.Segment;
import org.cleanclaim.x12.lexer.SegmentLexer;
import org.cleanclaim.x12.tool.IdentifyingElements.Kind;
import org.cleanclaim.x12.tool.IdentifyingElements.Target;

/// Takes the persons and organizations out of a file and leaves its structure, codes, days of
/// service and amounts as they are. Every replacement has the length of what it replaces, so that
/// each fault of the file keeps its place.
public final class Deidentifier {
  /// Elements of unknown segments up to this length are taken for codes.
  private static final int LONGEST_CODE = 3;

  private static final int DAYS_BACK = 365;

  private final Pseudonyms pseudonyms;
  private final boolean withInterchangeIds;
  private final IdentifyingElements table = IdentifyingElements.builtIn();

  private Deidentifier(Pseudonyms pseudonyms, boolean withInterchangeIds) {
    this.pseudonyms = pseudonyms;
    this.withInterchangeIds = withInterchangeIds;
  }

  /// Rewrites a file. Sender and receiver of its envelopes are replaced too: they are often the
  /// same tax number or NPI that stands inside.
  public static void rewrite(InputStream in, OutputStream out, Pseudonyms pseudonyms)
      throws IOException {
    new Deidentifier(pseudonyms, true).rewrite(in, out);
  }

  /// Rewrites a file but for sender and receiver of its envelopes, where it has to be delivered.
  public static void rewriteBetweenEnvelopes(
      InputStream in, OutputStream out, Pseudonyms pseudonyms) throws IOException {
    new Deidentifier(pseudonyms, false).rewrite(in, out);
  }

  private void rewrite(InputStream in, OutputStream out) throws IOException {
    var output = new SegmentOutput(out);
    var lexer = new SegmentLexer(in);
    for (Segment segment = lexer.next(); segment != null; segment = lexer.next()) {
      output.write(segment, replaced(segment));
    }
  }

  private byte[] replaced(Segment segment) {
    byte[] bytes = Arrays.copyOfRange(segment.bytes(), segment.start(), segment.end());
    List<Target> targets = table.of(segment);
    if (targets == null) {
      replaceAll(segment, bytes);
    } else {
      for (Target target : targets) replace(segment, target, bytes);
    }
    return bytes;
  }

  // What nobody knows is taken for identifying.
  private void replaceAll(Segment segment, byte[] bytes) {
    for (int i = 1; i <= segment.elementCount(); i++) {
      if (segment.length(i) <= LONGEST_CODE) continue;
      int start = segment.start();
      change(Kind.VALUE, bytes, segment.elementStart(i) - start, segment.elementEnd(i) - start);
    }
  }

  private void replace(Segment segment, Target target, byte[] bytes) {
    if (target.element() > segment.elementCount()) return;
    int from = segment.elementStart(target.element()) - segment.start();
    int to = segment.elementEnd(target.element()) - segment.start();
    if (target.component() == 0) {
      change(target.kind(), bytes, from, to);
      return;
    }
    byte componentBy = (byte) segment.separators().component();
    byte repetitionBy = (byte) segment.separators().repetition();
    int component = 1;
    int begin = from;
    for (int i = from; i <= to; i++) {
      boolean isRepetition = i < to && bytes[i] == repetitionBy;
      if (i < to && !isRepetition && bytes[i] != componentBy) continue;
      if (component == target.component()) change(target.kind(), bytes, begin, i);
      component = isRepetition ? 1 : component + 1;
      begin = i + 1;
    }
  }

  private void change(Kind kind, byte[] bytes, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && bytes[from] == ' ') from++;
    while (to > from && bytes[to - 1] == ' ') to--;
    if (from == to) return;
    switch (kind) {
      case VALUE -> pseudonyms.replace(bytes, from, to);
      case BIRTH -> moveBack(bytes, from, to);
      case NOTE -> overwrite(bytes, from, to);
      case BINARY -> Arrays.fill(bytes, start, end, (byte) 'x');
      case INTERCHANGE -> {
        if (withInterchangeIds) pseudonyms.replace(bytes, from, to);
      }
    }
  }

  private void moveBack(byte[] bytes, int from, int to) {
    String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    try {
      var day = LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
      var moved = day.minusDays(1L + pseudonyms.number(bytes, from, to, DAYS_BACK));
      byte[] written =
          DateTimeFormatter.BASIC_ISO_DATE.format(moved).getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(written, 0, bytes, from, written.length);
    } catch (DateTimeException e) {
      // No day: its digits are overwritten, and it stays none.
      Arrays.fill(bytes, from, to, (byte) '0');
    }
  }

  private static void overwrite(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (b < 0 || Character.isUpperCase(b) || Character.isDigit(b)) bytes[i] = 'X';
      if (Character.isLowerCase(b)) bytes[i] = 'x';
    }
  }
}
