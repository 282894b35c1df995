package org.cleanclaim.app.signing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The file of an audit packet: a ZIP archive whose bytes depend on nothing but the facts. Its
/// entries are stored and not compressed, in a fixed order, with the earliest time that the format
/// knows.
final class PacketFile {
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private PacketFile() {}

  /// @param factsJson the facts as they were written down
  static byte[] of(String factsJson, PacketFacts facts) {
    var entries = new LinkedHashMap<String, byte[]>();
    entries.put("packet.json", factsJson.getBytes(StandardCharsets.UTF_8));
    entries.put("packet.txt", PacketText.of(facts).getBytes(StandardCharsets.UTF_8));
    var sums = new StringBuilder();
    entries.forEach(
        (name, bytes) -> sums.append(sha256(bytes)).append("  ").append(name).append('\n'));
    entries.put("SHA256SUMS", sums.toString().getBytes(StandardCharsets.UTF_8));
    return zip(entries);
  }

  private static byte[] zip(Map<String, byte[]> entries) {
    var file = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(file, StandardCharsets.UTF_8)) {
      for (var entry : entries.entrySet()) {
        byte[] bytes = entry.getValue();
        var sum = new CRC32();
        sum.update(bytes);
        var head = new ZipEntry(entry.getKey());
        head.setMethod(ZipEntry.STORED);
        head.setSize(bytes.length);
        head.setCrc(sum.getValue());
        head.setTimeLocal(TIME);
        zip.putNextEntry(head);
        zip.write(bytes);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes every byte", e);
    }
    return file.toByteArray();
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
