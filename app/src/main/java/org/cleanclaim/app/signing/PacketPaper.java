package org.cleanclaim.app.signing;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.cleanclaim.app.storage.PdfPaper;

/// An audit packet on paper: the same words as [PacketText], the same bytes each time.
final class PacketPaper {
  /// What the built-in fonts of PDF can draw.
  private static final Charset DRAWN = Charset.forName("windows-1252");

  private static final int ID_DIGITS = 15;

  private PacketPaper() {}

  /// @param sha256 digest of the packet's file, which stands on each page
  static byte[] of(PacketFacts facts, String sha256) {
    List<String> lines =
        Arrays.stream(PacketText.of(facts).split("\n")).map(PacketPaper::drawn).toList();
    return PdfPaper.repeatable(
        "signing/packet.jte",
        Map.of("lines", lines, "sha256", sha256),
        Instant.parse(facts.signature().at()),
        HexFormat.fromHexDigitsToLong(sha256.substring(0, ID_DIGITS)));
  }

  /// A sign that the fonts do not have is written as its number, so that it is not lost.
  static String drawn(String line) {
    var encoder = DRAWN.newEncoder();
    if (encoder.canEncode(line)) return line;
    var drawn = new StringBuilder();
    line.codePoints()
        .forEach(sign -> {
          String text = Character.toString(sign);
          drawn.append(encoder.canEncode(text) ? text : "[U+%04X]".formatted(sign));
        });
    return drawn.toString();
  }
}
