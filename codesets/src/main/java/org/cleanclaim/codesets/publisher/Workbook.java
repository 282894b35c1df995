package org.cleanclaim.codesets.publisher;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/// The rows of the first sheet of an Excel workbook (.xlsx, ECMA-376): a ZIP of XML files, of which
/// the sheet and the shared strings are read. Every row is as wide as the widest before it.
final class Workbook implements Row.Source {
  private static final int LARGEST_PART = 256 << 20;

  private final Deque<Row> rows;

  Workbook(Contents file) throws IOException {
    Map<String, byte[]> parts = parts(file);
    byte[] sheet = parts.get("xl/worksheets/sheet1.xml");
    if (sheet == null) throw new DamagedFile(1, "The workbook has no first sheet.");
    byte[] strings = parts.get("xl/sharedStrings.xml");
    rows = rows(sheet, strings == null ? List.of() : strings(strings));
  }

  /// Whether the file is a workbook, by its first bytes and its list of parts.
  static boolean is(Contents file) {
    return file.startsWith('P', 'K', 3, 4) && file.rawHead().contains("[Content_Types].xml");
  }

  @Override
  public @Nullable Row next() {
    return rows.poll();
  }

  @Override
  public void close() {
    rows.clear();
  }

  private static Map<String, byte[]> parts(Contents file) throws IOException {
    Map<String, byte[]> parts = new HashMap<>();
    try (var zip = new ZipInputStream(file.open())) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        if (e.getName().equals("xl/worksheets/sheet1.xml")
            || e.getName().equals("xl/sharedStrings.xml")) {
          byte[] part = zip.readNBytes(LARGEST_PART);
          if (part.length == LARGEST_PART) throw new DamagedFile(1, "The workbook is too large.");
          parts.put(e.getName(), part);
        }
      }
    } catch (ZipException | EOFException e) {
      throw new DamagedFile(1, "The workbook ends early or is damaged.");
    }
    return parts;
  }

  private static List<String> strings(byte[] part) throws IOException {
    var strings = new ArrayList<String>();
    try (var xml = new Xml(new ByteArrayInputStream(part))) {
      xml.children(item -> strings.add(xml.textWithout(List.of("rPh"), new ArrayList<>())));
    }
    return strings;
  }

  private static Deque<Row> rows(byte[] part, List<String> strings) throws IOException {
    var rows = new ArrayDeque<Row>();
    int[] width = {0};
    try (var xml = new Xml(new ByteArrayInputStream(part))) {
      xml.children(name -> {
        if (!name.equals("sheetData")) return;
        xml.children(row -> {
          String number = xml.attribute("r");
          int line = number.matches("\\d{1,7}") ? Integer.parseInt(number) : rows.size() + 1;
          List<String> cells = cells(xml, line, strings);
          width[0] = Math.max(width[0], cells.size());
          while (cells.size() < width[0]) cells.add("");
          var read = new Row(line, List.copyOf(cells));
          if (!read.isBlank()) rows.add(read);
        });
      });
      xml.finish();
    }
    return rows;
  }

  private static List<String> cells(Xml xml, int line, List<String> strings) throws IOException {
    var cells = new ArrayList<String>();
    xml.children(name -> {
      int column = column(xml.attribute("r"), cells.size());
      boolean isShared = xml.attribute("t").equals("s");
      cells.addAll(Collections.nCopies(Math.max(0, column - cells.size()), ""));
      var value = new StringBuilder();
      xml.children(part -> {
        if (part.equals("v") || part.equals("is")) value.append(xml.text());
      });
      String text = value.toString();
      cells.add(isShared ? shared(text, strings, line) : text);
    });
    return cells;
  }

  private static String shared(String index, List<String> strings, int line) throws DamagedFile {
    if (!index.matches("\\d{1,8}") || Integer.parseInt(index) >= strings.size()) {
      throw new DamagedFile(line, "A cell of the sheet points to a text that is missing.");
    }
    return strings.get(Integer.parseInt(index));
  }

  /// The number of the column from a place such as `AV12`.
  private static int column(String place, int otherwise) {
    int column = 0;
    for (int i = 0; i < place.length() && Character.isLetter(place.charAt(i)) && i < 3; i++) {
      column = column * 26 + (place.charAt(i) - 'A' + 1);
    }
    return column == 0 ? otherwise : column - 1;
  }
}
