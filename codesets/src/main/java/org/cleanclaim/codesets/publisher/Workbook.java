package org.cleanclaim.codesets.publisher;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/// The rows of the first sheet of an Excel workbook (.xlsx, ECMA-376): a ZIP of XML files, of which
/// the sheet and the shared strings are read. Every row is as wide as the widest before it.
final class Workbook implements Row.Source {
  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final int LARGEST_PART = 256 << 20;

  private final Deque<Row> rows;

  Workbook(Contents file) throws IOException {
    rows = new ArrayDeque<>();
    each(file, rows::add);
  }

  /// What is done with each row.
  interface Visitor {
    void row(Row row) throws IOException;
  }

  /// Visits the rows one by one, so that memory does not grow with the sheet; only the shared
  /// strings are held.
  static void each(Contents file, Visitor visitor) throws IOException {
    List<String> strings = strings(file);
    try (var zip = new ZipInputStream(file.open())) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        if (e.getName().equals(SHEET)) {
          rows(zip, strings, visitor);
          return;
        }
      }
    } catch (ZipException | EOFException e) {
      throw new DamagedFile(1, "The workbook ends early or is damaged.");
    }
    throw new DamagedFile(1, "The workbook has no first sheet.");
  }

  /// What is done with the rows of a sheet.
  interface SheetVisitor {
    void sheet(List<Row> rows) throws IOException;
  }

  /// Visits all sheets, in the order in which they are packed.
  static void sheets(Contents file, SheetVisitor visitor) throws IOException {
    List<String> strings = strings(file);
    try (var zip = new ZipInputStream(file.open())) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        if (!e.getName().matches("xl/worksheets/sheet\\d+\\.xml")) continue;
        var rows = new ArrayList<Row>();
        rows(new Part(zip), strings, rows::add);
        visitor.sheet(rows);
      }
    } catch (ZipException | EOFException e) {
      throw new DamagedFile(1, "The workbook ends early or is damaged.");
    }
  }

  /// The names of the sheets.
  static List<String> sheetNames(Contents file) throws IOException {
    var names = new ArrayList<String>();
    try (var zip = new ZipInputStream(file.open())) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        if (!e.getName().equals("xl/workbook.xml")) continue;
        try (var xml = new Xml(new Part(zip))) {
          xml.children(list -> {
            if (list.equals("sheets")) xml.children(sheet -> names.add(xml.attribute("name")));
          });
        }
        return names;
      }
    } catch (ZipException | EOFException e) {
      throw new DamagedFile(1, "The workbook ends early or is damaged.");
    }
    return names;
  }

  /// One file of the ZIP; who reads it to its end leaves the ZIP open.
  private static final class Part extends FilterInputStream {
    Part(InputStream zip) {
      super(zip);
    }

    @Override
    public void close() {
      // the next file of the ZIP is still to be read
    }
  }

  /// Whether the file is a workbook, by its first bytes and the names of its first parts.
  static boolean is(Contents file) {
    if (!file.startsWith('P', 'K', 3, 4)) return false;
    String head = file.rawHead();
    return head.contains("[Content_Types].xml") || head.contains("xl/worksheets/sheet");
  }

  @Override
  public @Nullable Row next() {
    return rows.poll();
  }

  @Override
  public void close() {
    rows.clear();
  }

  private static List<String> strings(Contents file) throws IOException {
    try (var zip = new ZipInputStream(file.open())) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        if (!e.getName().equals("xl/sharedStrings.xml")) continue;
        byte[] part = zip.readNBytes(LARGEST_PART);
        if (part.length == LARGEST_PART) throw new DamagedFile(1, "The workbook is too large.");
        return strings(part);
      }
    } catch (ZipException | EOFException e) {
      throw new DamagedFile(1, "The workbook ends early or is damaged.");
    }
    return List.of();
  }

  private static List<String> strings(byte[] part) throws IOException {
    var strings = new ArrayList<String>();
    try (var xml = new Xml(new ByteArrayInputStream(part))) {
      xml.children(item -> strings.add(xml.textWithout(List.of("rPh"), new ArrayList<>())));
    }
    return strings;
  }

  private static void rows(InputStream part, List<String> strings, Visitor visitor)
      throws IOException {
    int[] size = {0, 0};
    try (var xml = new Xml(part)) {
      xml.children(name -> {
        if (!name.equals("sheetData")) return;
        xml.children(row -> {
          String number = xml.attribute("r");
          int line = number.matches("\\d{1,7}") ? Integer.parseInt(number) : size[1] + 1;
          List<String> cells = cells(xml, line, strings);
          size[0] = Math.max(size[0], cells.size());
          while (cells.size() < size[0]) cells.add("");
          var read = new Row(line, List.copyOf(cells));
          if (read.isBlank()) return;
          size[1]++;
          visitor.row(read);
        });
      });
      xml.finish();
    }
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
