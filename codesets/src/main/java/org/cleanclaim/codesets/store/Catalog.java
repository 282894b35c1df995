package org.cleanclaim.codesets.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cleanclaim.codesets.InstalledPublication.Label;
import org.cleanclaim.codesets.publication.PublicationKind;

/// Which tables are installed: a tab-separated file that a person can read, replaced in one step.
/// What it does not name is not installed, whatever else lies in the folder.
record Catalog(List<Item> items) {
  /// Grows whenever tables are packed in another way.
  private static final String FORMAT = "# tables of format 1";

  private static final String HEADER =
      "id\tkind\tedition\teffective_from\trows\tbillable\toriginal\tsource";
  private static final int CELLS = 8;

  Catalog {
    items = List.copyOf(items);
  }

  /// An installed table.
  ///
  /// @param originals the SHA-256 of each of the publisher's files, which are kept under it
  record Item(Label label, List<String> originals) {
    Item {
      originals = List.copyOf(originals);
    }
  }

  static Catalog empty() {
    return new Catalog(List.of());
  }

  static Catalog read(Path file) throws IOException {
    if (!Files.exists(file)) return empty();
    var items = new ArrayList<Item>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (number == 1 && !line.equals(FORMAT)) throw otherFormat(file);
      if (number <= 2 || line.isBlank()) continue;
      String[] cells = line.split("\t", -1);
      if (cells.length != CELLS) {
        throw new IOException(
            "%s, line %d: %d cells instead of %d.".formatted(file, number, cells.length, CELLS));
      }
      items.add(item(file, number, cells));
    }
    return new Catalog(items);
  }

  private static IOException otherFormat(Path file) {
    return new IOException(
        "The code sets in %s were installed by another version of the program. Move the folder away and install the publishers' files again; they lie in its folder originals."
            .formatted(file.getParent()));
  }

  private static IOException newerTable(Path file, int number, String kind) {
    return new IOException(
        "%s, line %d: this version of the program knows no tables of the kind %s; a newer one installed them. Use that version, or take the line out to go on without these tables."
            .formatted(file, number, kind));
  }

  private static Item item(Path file, int number, String[] cells) throws IOException {
    PublicationKind kind =
        Arrays.stream(PublicationKind.values())
            .filter(known -> known.name().equals(cells[1]))
            .findFirst()
            .orElseThrow(() -> newerTable(file, number, cells[1]));
    return new Item(
        new Label(
            cells[0],
            kind,
            cells[2],
            LocalDate.parse(cells[3]),
            cells[7],
            false,
            Integer.parseInt(cells[4]),
            Integer.parseInt(cells[5])),
        List.of(cells[6].split(" ")));
  }

  void write(Path file) throws IOException {
    var text = new StringBuilder(FORMAT).append('\n').append(HEADER).append('\n');
    for (Item item : items) {
      Label label = item.label();
      text.append(
          String.join(
              "\t",
              label.id(),
              label.kind().name(),
              label.edition(),
              label.effectiveFrom().toString(),
              Integer.toString(label.rows()),
              Integer.toString(label.billable()),
              String.join(" ", item.originals()),
              label.source().replaceAll("\\s+", " ")));
      text.append('\n');
    }
    replace(file, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /// Writes a file so that it is there whole or as it was.
  static void replace(Path file, byte[] bytes) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (var out =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      var buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) out.write(buffer);
      out.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
