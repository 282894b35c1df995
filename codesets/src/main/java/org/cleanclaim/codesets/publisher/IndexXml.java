package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cleanclaim.codesets.publication.AlphabeticIndex;
import org.cleanclaim.codesets.publication.AlphabeticIndex.Reference;
import org.cleanclaim.codesets.publication.AlphabeticIndex.Term;
import org.cleanclaim.codesets.publication.PublicationKind;

/// The Index to Diseases and the Index to External Causes of ICD-10-CM as the CDC publishes them in
/// XML; the title tells which it is.
final class IndexXml implements Layout {
  @Override
  public boolean fits(Contents file) {
    return file.head().contains("<ICD10CM.index") && !file.head().contains("<indexHeading");
  }

  @Override
  public ReadResult read(Contents file, Dating dating) throws IOException {
    var terms = new ArrayList<Term>();
    var title = new StringBuilder();
    int[] year = {0};
    try (var xml = new Xml(file.open())) {
      xml.children(name -> {
        switch (name) {
          case "version" -> year[0] = XmlYear.of(xml);
          case "title" -> title.append(xml.text());
          case "letter" ->
              xml.children(n -> {
                if (n.equals("mainTerm")) read(xml, 0, terms);
              });
          default -> {}
        }
      });
      xml.finish();
      if (terms.isEmpty()) throw xml.damage("The index has no terms.");
    }
    boolean isExternal = title.toString().toUpperCase(Locale.ROOT).contains("EXTERNAL CAUSE");
    return Layout.one(
        isExternal ? PublicationKind.ICD10CM_EXTERNAL_CAUSES : PublicationKind.ICD10CM_INDEX,
        year[0] > 0 ? dating.fiscal(year[0]) : dating.fiscal(),
        "CDC/NCHS index " + file.name(),
        new AlphabeticIndex(terms));
  }

  private static void read(Xml xml, int level, List<Term> terms) throws IOException {
    int line = xml.line();
    int place = terms.size();
    var codes = new ArrayList<String>();
    var manifestations = new ArrayList<String>();
    var references = new ArrayList<Reference>();
    var title = new Xml.Title[] {Xml.Title.NONE};
    terms.add(new Term(level, "", "", List.of(), List.of(), List.of()));
    xml.children(name -> {
      switch (name) {
        case "title" -> title[0] = xml.title();
        case "code" -> codes.add(code(xml));
        case "manif" -> manifestations.add(code(xml));
        case "subcat" -> codes.add(withDash(code(xml)));
        case "seecat" -> {
          String code = code(xml);
          references.add(
              new Reference(Reference.Kind.SEE_CATEGORY, code.replace("-", ""), List.of(code)));
        }
        case "see" -> references.add(reference(Reference.Kind.SEE, xml.text()));
        case "seeAlso" -> references.add(reference(Reference.Kind.SEE_ALSO, xml.text()));
        case "term" -> read(xml, IndexLevel.of(xml), terms);
        default -> {}
      }
    });
    if (title[0].isEmpty()) throw new DamagedFile(line, "The term has no title.");
    terms.set(
        place,
        new Term(
            level, title[0].text(), title[0].nonessential(), codes, manifestations, references));
  }

  static Reference reference(Reference.Kind kind, String text) {
    return new Reference(kind, text, List.of());
  }

  private static String withDash(String code) {
    return code.endsWith("-") ? code : code + "-";
  }

  private static String code(Xml xml) throws IOException {
    int line = xml.line();
    String code = Codes.plain(xml.text());
    if (!Codes.isPointer(code))
      throw new DamagedFile(line, "\"" + code + "\" is no ICD-10-CM code.");
    return code;
  }
}
