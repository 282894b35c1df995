package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cleanclaim.codesets.publication.ProcedureTables;
import org.cleanclaim.codesets.publication.ProcedureTables.Choice;
import org.cleanclaim.codesets.publication.ProcedureTables.Column;
import org.cleanclaim.codesets.publication.ProcedureTables.Row;
import org.cleanclaim.codesets.publication.ProcedureTables.Table;
import org.cleanclaim.codesets.publication.PublicationKind;

/// The ICD-10-PCS Tables as CMS publishes them in XML. Each row states how many codes it makes; the
/// count must agree.
final class ProcedureTablesXml implements Layout {
  @Override
  public boolean fits(Contents file) {
    return file.head().contains("<ICD10PCS.tabular");
  }

  @Override
  public ReadResult read(Contents file, Dating dating) throws IOException {
    var tables = new ArrayList<Table>();
    Set<String> prefixes = new HashSet<>();
    int[] year = {0};
    try (var xml = new Xml(file.open())) {
      xml.children(name -> {
        if (name.equals("version")) year[0] = XmlYear.of(xml);
        if (!name.equals("pcsTable")) return;
        int line = xml.line();
        Table table = table(xml);
        if (!prefixes.add(table.prefix())) {
          throw new DamagedFile(line, "The table " + table.prefix() + " occurs a second time.");
        }
        tables.add(table);
      });
      xml.finish();
      if (tables.isEmpty()) throw xml.damage("The file has no tables.");
    }
    return Layout.one(
        PublicationKind.ICD10PCS_TABLES,
        year[0] > 0 ? dating.fiscal(year[0]) : dating.fiscal(),
        "CMS ICD-10-PCS Tables " + file.name(),
        new ProcedureTables(tables));
  }

  private static Table table(Xml xml) throws IOException {
    int line = xml.line();
    var axes = new ArrayList<Choice>();
    var rows = new ArrayList<Row>();
    var definition = new StringBuilder();
    xml.children(name -> {
      switch (name) {
        case "axis" -> {
          Column column = column(xml, definition);
          if (column.choices().size() != 1) {
            throw xml.damage("One of the first three characters has not exactly one value.");
          }
          axes.add(column.choices().getFirst());
        }
        case "pcsRow" -> rows.add(row(xml));
        default -> {}
      }
    });
    if (axes.size() != 3 || rows.isEmpty()) {
      throw new DamagedFile(line, "The table has not three fixed characters and rows.");
    }
    return new Table(axes, definition.toString(), rows);
  }

  private static Row row(Xml xml) throws IOException {
    int line = xml.line();
    String stated = xml.attribute("codes");
    var columns = new ArrayList<Column>();
    xml.children(name -> {
      if (name.equals("axis")) columns.add(column(xml, new StringBuilder()));
    });
    if (columns.size() != 4) throw new DamagedFile(line, "The row has not four columns.");
    long codes = columns.stream().mapToLong(c -> c.choices().size()).reduce(1, (a, b) -> a * b);
    if (!stated.isEmpty() && !stated.equals(Long.toString(codes))) {
      throw new DamagedFile(
          line, "The row makes %d codes where it states %s.".formatted(codes, stated));
    }
    return new Row(columns);
  }

  private static Column column(Xml xml, StringBuilder definition) throws IOException {
    int line = xml.line();
    var title = new StringBuilder();
    List<Choice> choices = new ArrayList<>();
    xml.children(name -> {
      switch (name) {
        case "title" -> title.append(xml.text());
        case "label" -> {
          String code = xml.attribute("code");
          if (!code.matches("[0-9A-HJ-NP-Z]")) throw xml.damage("The value has no character.");
          choices.add(new Choice(title.toString(), code.charAt(0), xml.text()));
        }
        case "definition" -> definition.append(xml.text());
        default -> {}
      }
    });
    if (choices.isEmpty()) throw new DamagedFile(line, "The column has no values.");
    return new Column(title.toString(), choices);
  }
}
