package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cleanclaim.codesets.publication.AlphabeticIndex.Reference;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.TermTable;

/// The Table of Neoplasms and the Table of Drugs and Chemicals as the CDC publishes them in XML;
/// the headings tell which it is.
final class TermTableXml implements Layout {
  @Override
  public boolean fits(Contents file) {
    return file.head().contains("<ICD10CM.index") && file.head().contains("<indexHeading");
  }

  @Override
  public ReadResult read(Contents file, Dating dating) throws IOException {
    var headings = new ArrayList<String>();
    var rows = new ArrayList<TermTable.Row>();
    int[] year = {0};
    try (var xml = new Xml(file.open())) {
      xml.children(name -> {
        switch (name) {
          case "version" -> year[0] = XmlYear.of(xml);
          case "indexHeading" -> xml.children(n -> headings.add(xml.text()));
          case "letter" ->
              xml.children(n -> {
                if (n.equals("mainTerm")) read(xml, 0, headings.size() - 1, rows);
              });
          default -> {}
        }
      });
      xml.finish();
      if (rows.isEmpty()) throw xml.damage("The table has no terms.");
    }
    return Layout.one(
        kind(headings),
        year[0] > 0 ? dating.fiscal(year[0]) : dating.fiscal(),
        "CDC/NCHS table " + file.name(),
        new TermTable(headings.subList(1, headings.size()), rows));
  }

  private static PublicationKind kind(List<String> headings) throws DamagedFile {
    return switch (headings.getFirst()) {
      case "Neoplasm" -> PublicationKind.ICD10CM_NEOPLASMS;
      case "Substance" -> PublicationKind.ICD10CM_DRUGS;
      default ->
          throw new DamagedFile(1, "The first heading is neither \"Neoplasm\" nor \"Substance\".");
    };
  }

  private static void read(Xml xml, int level, int columns, List<TermTable.Row> rows)
      throws IOException {
    int line = xml.line();
    int place = rows.size();
    var cells = new String[Math.max(0, columns)];
    Arrays.fill(cells, "");
    var references = new ArrayList<Reference>();
    var title = new Xml.Title[] {Xml.Title.NONE};
    rows.add(new TermTable.Row(level, "", "", List.of(), List.of()));
    xml.children(name -> {
      switch (name) {
        case "title" -> title[0] = xml.title();
        case "cell" -> readCell(xml, cells);
        case "see" -> references.add(IndexXml.reference(Reference.Kind.SEE, xml.text()));
        case "seeAlso" -> references.add(IndexXml.reference(Reference.Kind.SEE_ALSO, xml.text()));
        case "term" -> read(xml, IndexLevel.of(xml), columns, rows);
        default -> {}
      }
    });
    if (title[0].isEmpty()) throw new DamagedFile(line, "The term has no title.");
    rows.set(
        place,
        new TermTable.Row(
            level, title[0].text(), title[0].nonessential(), Arrays.asList(cells), references));
  }

  private static void readCell(Xml xml, String[] cells) throws IOException {
    int line = xml.line();
    String column = xml.attribute("col");
    int index = column.matches("\\d") ? Integer.parseInt(column) - 2 : -1;
    if (index < 0 || index >= cells.length) {
      throw new DamagedFile(line, "The cell belongs to no column of the headings.");
    }
    String code = Codes.plain(xml.text());
    if (code.matches("-*")) return;
    if (!Codes.isPointer(code))
      throw new DamagedFile(line, "\"" + code + "\" is no ICD-10-CM code.");
    cells[index] = code;
  }
}
