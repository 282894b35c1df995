package org.cleanclaim.workforce.publisher;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cleanclaim.codesets.SourceFile;

/// Files as publishers make them.
public final class Workbooks {
  private Workbooks() {}

  /// A file with this content.
  private static SourceFile made(String name, byte[] content) {
    return new SourceFile() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(content);
      }
    };
  }

  public static SourceFile text(String name, String content) {
    return made(name, content.getBytes(StandardCharsets.UTF_8));
  }

  /// A workbook whose first sheet has these rows; numbers are kept as numbers.
  public static SourceFile workbook(String name, List<List<String>> rows) {
    var sheet = new StringBuilder("<worksheet><sheetData>");
    for (int r = 0; r < rows.size(); r++) {
      sheet.append("<row r=\"").append(r + 1).append("\">");
      for (int c = 0; c < rows.get(r).size(); c++) {
        String cell = rows.get(r).get(c);
        if (cell.isEmpty()) continue;
        String place = column(c) + (r + 1);
        if (cell.matches("\\d+(\\.\\d+)?")) {
          sheet.append("<c r=\"%s\"><v>%s</v></c>".formatted(place, cell));
        } else {
          sheet.append(
              "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>"
                  .formatted(place, cell.replace("&", "&amp;")));
        }
      }
      sheet.append("</row>");
    }
    sheet.append("</sheetData></worksheet>");
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      part(zip, "[Content_Types].xml", "<Types/>");
      part(zip, "xl/worksheets/sheet1.xml", sheet.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return made(name, bytes.toByteArray());
  }

  private static void part(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static String column(int index) {
    String letters = String.valueOf((char) ('A' + index % 26));
    return index < 26 ? letters : (char) ('A' + index / 26 - 1) + letters;
  }
}
