package org.cleanclaim.coding.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.Finding;

/// The characters of a file: UTF-8, UTF-16 with its mark, or else windows-1252, which is said.
record Decoded(String text, List<Finding> findings) {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /// A text has hardly any control characters besides line ends and tabs.
  private static final int FEW_OF_A_THOUSAND = 2;

  Decoded {
    findings = List.copyOf(findings);
  }

  static Decoded of(byte[] bytes) {
    String kind = binaryKind(bytes);
    if (!kind.isEmpty()) return refused(kind);
    if (startsWith(bytes, 0xFF, 0xFE)) return marked(bytes, 2, StandardCharsets.UTF_16LE);
    if (startsWith(bytes, 0xFE, 0xFF)) return marked(bytes, 2, StandardCharsets.UTF_16BE);
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) return marked(bytes, 3, StandardCharsets.UTF_8);
    if (isBinary(bytes)) return refused("it has bytes that no text has");
    try {
      return new Decoded(strict(bytes, 0, StandardCharsets.UTF_8), List.of());
    } catch (CharacterCodingException e) {
      String text = new String(bytes, WINDOWS);
      var findings = new ArrayList<Finding>(List.of(SourceFinding.ENCODING.at("")));
      if (text.indexOf('\uFFFD') >= 0) findings.add(SourceFinding.REPLACED.at(""));
      return new Decoded(text, findings);
    }
  }

  private static Decoded marked(byte[] bytes, int mark, Charset charset) {
    try {
      return new Decoded(strict(bytes, mark, charset), List.of());
    } catch (CharacterCodingException e) {
      return refused("its mark says " + charset.name() + ", which its bytes are not");
    }
  }

  private static String strict(byte[] bytes, int from, Charset charset)
      throws CharacterCodingException {
    return charset
        .newDecoder()
        .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
        .toString();
  }

  private static Decoded refused(String why) {
    return new Decoded("", List.of(SourceFinding.BINARY.at("", why)));
  }

  private static String binaryKind(byte[] bytes) {
    if (startsWith(bytes, '%', 'P', 'D', 'F')) return "it is a PDF";
    if (startsWith(bytes, 'P', 'K', 3, 4)) return "it is a ZIP or an office document";
    if (startsWith(bytes, '{', '\\', 'r', 't', 'f')) return "it is rich text (RTF)";
    if (startsWith(bytes, 0xFF, 0xD8, 0xFF)) return "it is a picture";
    if (startsWith(bytes, 0x89, 'P', 'N', 'G')) return "it is a picture";
    return startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0) ? "it is an office document" : "";
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    if (bytes.length < start.length) return false;
    for (int i = 0; i < start.length; i++) if ((bytes[i] & 0xFF) != start[i]) return false;
    return true;
  }

  private static boolean isBinary(byte[] bytes) {
    int odd = 0;
    for (byte b : bytes) {
      if (b == 0) return true;
      if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f') odd++;
    }
    return (long) odd * 1000 > (long) bytes.length * FEW_OF_A_THOUSAND;
  }
}
