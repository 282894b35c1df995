package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.codesets.publication.Definitions;
import org.cleanclaim.codesets.publication.Definitions.Definition;
import org.cleanclaim.codesets.publication.PublicationKind;

/// The ICD-10-PCS Definitions as CMS publishes them in XML: sections, their axes, and the terms of
/// each axis with definition, explanation and what is included. A term may have several titles.
final class DefinitionsXml implements Layout {
  @Override
  public boolean fits(Contents file) {
    return file.head().contains("<ICD10PCS.definitions");
  }

  @Override
  public ReadResult read(Contents file, Dating dating) throws IOException {
    var definitions = new ArrayList<Definition>();
    int[] year = {0};
    try (var xml = new Xml(file.open())) {
      xml.children(name -> {
        if (name.equals("version")) year[0] = XmlYear.of(xml);
        if (name.equals("section")) readSection(xml, definitions);
      });
      xml.finish();
      if (definitions.isEmpty()) throw xml.damage("The file has no definitions.");
    }
    return Layout.one(
        PublicationKind.ICD10PCS_DEFINITIONS,
        year[0] > 0 ? dating.fiscal(year[0]) : dating.fiscal(),
        "CMS ICD-10-PCS Definitions " + file.name(),
        new Definitions(definitions));
  }

  private static void readSection(Xml xml, List<Definition> definitions) throws IOException {
    String code = xml.attribute("code");
    if (!code.matches("[0-9A-HJ-NP-Z]")) throw xml.damage("The section has no character.");
    xml.children(name -> {
      if (name.equals("axis")) readAxis(xml, code.charAt(0), definitions);
    });
  }

  private static void readAxis(Xml xml, char section, List<Definition> definitions)
      throws IOException {
    var axis = new StringBuilder();
    xml.children(name -> {
      switch (name) {
        case "title" -> axis.append(xml.text());
        case "terms", "term" -> definitions.addAll(read(xml, section, axis.toString()));
        default -> {}
      }
    });
  }

  private static List<Definition> read(Xml xml, char section, String axis) throws IOException {
    int line = xml.line();
    var titles = new ArrayList<String>();
    var definition = new ArrayList<String>();
    var explanation = new ArrayList<String>();
    var includes = new ArrayList<String>();
    xml.children(name -> {
      switch (name) {
        case "title" -> titles.add(xml.text());
        case "definition" -> definition.add(xml.text());
        case "explanation" -> explanation.add(xml.text());
        case "includes", "include" -> includes.add(xml.text());
        default -> {}
      }
    });
    if (titles.isEmpty()) throw new DamagedFile(line, "The term has no title.");
    return titles.stream()
        .map(title ->
            new Definition(
                section,
                axis,
                title,
                String.join(" ", definition),
                String.join(" ", explanation),
                includes))
        .toList();
  }
}
