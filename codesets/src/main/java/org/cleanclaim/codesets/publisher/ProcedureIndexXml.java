package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.codesets.publication.AlphabeticIndex;
import org.cleanclaim.codesets.publication.AlphabeticIndex.Reference;
import org.cleanclaim.codesets.publication.AlphabeticIndex.Term;
import org.cleanclaim.codesets.publication.PublicationKind;

/// The ICD-10-PCS Index as CMS publishes it in XML. It leads to codes, to code beginnings, to
/// tables, and with `use` to the words of the Tables.
final class ProcedureIndexXml implements Layout {
  @Override
  public boolean fits(Contents file) {
    return file.head().contains("<ICD10PCS.index");
  }

  @Override
  public ReadResult read(Contents file, Dating dating) throws IOException {
    var terms = new ArrayList<Term>();
    int[] year = {0};
    try (var xml = new Xml(file.open())) {
      xml.children(name -> {
        if (name.equals("version")) year[0] = XmlYear.of(xml);
        if (!name.equals("letter")) return;
        xml.children(n -> {
          if (n.equals("mainTerm")) read(xml, 0, terms);
        });
      });
      xml.finish();
      if (terms.isEmpty()) throw xml.damage("The index has no terms.");
    }
    return Layout.one(
        PublicationKind.ICD10PCS_INDEX,
        year[0] > 0 ? dating.fiscal(year[0]) : dating.fiscal(),
        "CMS ICD-10-PCS Index " + file.name(),
        new AlphabeticIndex(terms));
  }

  private static void read(Xml xml, int level, List<Term> terms) throws IOException {
    int line = xml.line();
    int place = terms.size();
    var title = new StringBuilder();
    var codes = new ArrayList<String>();
    var references = new ArrayList<Reference>();
    terms.add(new Term(level, "", "", List.of(), List.of(), List.of()));
    xml.children(name -> {
      switch (name) {
        case "title" -> title.append(xml.text());
        case "code", "codes", "tab" -> codes.addAll(codes(xml.text(), xml));
        case "see" -> references.add(reference(xml, Reference.Kind.SEE));
        case "use" -> references.add(reference(xml, Reference.Kind.USE));
        case "term" -> read(xml, IndexLevel.of(xml), terms);
        default -> {}
      }
    });
    boolean isBare = title.isEmpty() && codes.isEmpty() && references.isEmpty();
    if ((level == 0 && title.isEmpty()) || isBare) {
      throw new DamagedFile(line, "The term has no title.");
    }
    terms.set(place, new Term(level, title.toString(), "", codes, List.of(), references));
  }

  private static Reference reference(Xml xml, Reference.Kind kind) throws IOException {
    List<String> asides = new ArrayList<>();
    String text = xml.textWithout(List.of("codes", "code", "tab"), asides);
    var codes = new ArrayList<String>();
    for (String aside : asides) codes.addAll(codes(aside, xml));
    return new Reference(kind, text, codes);
  }

  private static List<String> codes(String text, Xml xml) throws DamagedFile {
    List<String> codes = Codes.plainAll(text);
    for (String code : codes) {
      if (!code.matches("[0-9A-HJ-NP-Z]{3,7}")) {
        throw xml.damage("\"" + code + "\" is no ICD-10-PCS code or beginning of one.");
      }
    }
    return codes;
  }
}
