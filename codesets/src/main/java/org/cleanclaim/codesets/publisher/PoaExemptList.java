package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.publication.ExemptCodes;
import org.cleanclaim.codesets.publication.PublicationKind;

/// The list of codes exempt from present-on-admission reporting (CMS): tab separated, headings
/// `Order26, POAexemptCode, Description`. The lists of additions, deletions and revisions are
/// recognised too, but not needed.
final class PoaExemptList implements Layout {
  private static final Pattern HEADING =
      Pattern.compile("ord(?:er)?(?:fy)?(\\d\\d) poaexemptcode description");

  @Override
  public boolean fits(Contents file) {
    return Table.name(file.firstLine()).contains("poaexemptcode description");
  }

  @Override
  public ReadResult read(Contents file, Dating dating) throws IOException {
    var heading = HEADING.matcher(Table.name(file.firstLine()));
    if (!heading.matches() || NAMED_CHANGES.matcher(file.name()).find()) throw changes();
    var codes = new LinkedHashSet<String>();
    try (var rows = Csv.whole(file, '\t')) {
      var table = Table.of(rows);
      int order = 0;
      for (Row row = table.next(); row != null; row = table.next()) {
        String number = row.cell(0);
        if (!number.matches("\\d{5}") || Integer.parseInt(number) <= order) {
          throw row.damage("The order number does not follow the one before.");
        }
        order = Integer.parseInt(number);
        String code = Codes.plain(row.cell(1));
        if (!Codes.isDiagnosis(code)) throw row.damage("\"" + code + "\" is no ICD-10-CM code.");
        if (!codes.add(code)) throw row.damage("The code " + code + " occurs a second time.");
        if (row.cell(2).isEmpty()) throw row.damage("The description is missing.");
      }
    }
    if (codes.isEmpty()) throw new DamagedFile(1, "The list has no codes.");
    return Layout.one(
        PublicationKind.ICD10CM_POA_EXEMPT,
        dating.fiscal(2000 + Integer.parseInt(heading.group(1))),
        "CMS present-on-admission exempt list " + file.name(),
        new ExemptCodes(codes.stream().toList()));
  }

  private static final Pattern NAMED_CHANGES =
      Pattern.compile("exempt_?(add|delete|revise)", Pattern.CASE_INSENSITIVE);

  private static UnknownFile changes() {
    return new UnknownFile(
        "The file lists changes of the present-on-admission exempt list, not the list.",
        "It is not needed; read the complete list of the year.");
  }
}
