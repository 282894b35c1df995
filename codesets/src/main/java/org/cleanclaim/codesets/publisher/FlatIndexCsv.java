package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.codesets.publication.AlphabeticIndex;
import org.cleanclaim.codesets.publication.AlphabeticIndex.Reference;
import org.cleanclaim.codesets.publication.AlphabeticIndex.Term;
import org.cleanclaim.codesets.publication.PublicationKind;

/// An index of ICD-10-CM flattened to rows `RowID, Letter, Level, Term, See, SeeAlso, NonEssModif,
/// Code`. Where most codes are external causes it is the Index to External Causes.
final class FlatIndexCsv implements Layout {
  @Override
  public boolean fits(Contents file) {
    return Table.isHeading(
        file.firstLine(), "rowid,letter,level,term,see,seealso,nonessmodif,code");
  }

  @Override
  public ReadResult read(Contents file, Dating dating) throws IOException {
    var terms = new ArrayList<Term>();
    int codes = 0;
    int external = 0;
    try (var table = Table.of(Csv.whole(file, ','))) {
      for (Row row = table.next(); row != null; row = table.next()) {
        Term term = term(table, row, terms.size() + 1);
        terms.add(term);
        for (String code : term.codes()) {
          codes++;
          if ("VWXY".indexOf(code.charAt(0)) >= 0) external++;
        }
      }
    }
    if (terms.isEmpty()) throw new DamagedFile(1, "The index has no terms.");
    return Layout.one(
        external * 2 > codes
            ? PublicationKind.ICD10CM_EXTERNAL_CAUSES
            : PublicationKind.ICD10CM_INDEX,
        dating.fiscal(),
        "CDC/NCHS index, flattened, " + file.name(),
        new AlphabeticIndex(terms));
  }

  private static Term term(Table table, Row row, int number) throws DamagedFile {
    if (!table.cell(row, "rowid").equals(Integer.toString(number))) {
      throw row.damage("The row number is not " + number + ", so rows are missing or damaged.");
    }
    String level = table.cell(row, "level");
    if (!level.matches("\\d{1,2}")) throw row.damage("The level is no number.");
    String title = Xml.collapse(table.cell(row, "term"));
    if (title.isEmpty() && table.cell(row, "nonessmodif").isEmpty())
      throw row.damage("The term has no words.");
    List<String> codes = Codes.plainAll(table.cell(row, "code"));
    for (String code : codes) {
      if (!Codes.isPointer(code)) throw row.damage("\"" + code + "\" is no ICD-10-CM code.");
    }
    var references = new ArrayList<Reference>();
    String see = table.cell(row, "see");
    String seeAlso = table.cell(row, "seealso");
    if (!see.isEmpty()) references.add(IndexXml.reference(Reference.Kind.SEE, see));
    if (!seeAlso.isEmpty()) references.add(IndexXml.reference(Reference.Kind.SEE_ALSO, seeAlso));
    return new Term(
        Integer.parseInt(level),
        title,
        table.cell(row, "nonessmodif"),
        codes,
        List.of(),
        references);
  }
}
