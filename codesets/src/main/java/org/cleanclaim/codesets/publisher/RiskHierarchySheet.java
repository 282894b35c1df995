package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;

/// The hierarchies that come with the Python packages of the CMS risk adjustment software (since
/// payment year 2026): a condition category and those that it takes in. For the models of drugs the
/// heading says so, for the others the file's name: `V28_HCC_Hierarchies.csv`.
final class RiskHierarchySheet implements RuleLayout {
  private static final Pattern HEADING = Pattern.compile("(rx)?hcc(,secondary(rx)?hcc_\\d{1,2})+");
  private static final Pattern NAME = Pattern.compile("(V2[1248])_HCC_HIERARCHIES.*");
  private static final List<String> COLUMNS =
      List.of("cc_parent", "cc_child", "model_domain", "model_version", "model_fullname");

  /// V21 and V24 have packages for end-stage renal disease only.
  private static final Map<String, String> DOMAINS =
      Map.of("V21", "ESRD", "V22", "CMS-HCC", "V24", "ESRD", "V28", "CMS-HCC");

  @Override
  public PublicationKind kind() {
    return PublicationKind.RISK_MODELS;
  }

  @Override
  public boolean fits(Contents file) {
    return HEADING.matcher(Table.name(file.firstLine())).matches();
  }

  @Override
  public ReadResult read(Contents file, Dating dating) throws IOException {
    String domain = "RxHCC";
    String version = "R08";
    if (!Table.name(file.firstLine()).startsWith("rx")) {
      Matcher name = NAME.matcher(file.name().toUpperCase(Locale.ROOT));
      if (!name.matches()) {
        throw new UnknownFile(
            "The file holds hierarchies, but its name does not say of which model.",
            "Give it back the name it has in the CMS software, such as V28_HCC_Hierarchies.csv.");
      }
      version = name.group(1);
      domain = Objects.requireNonNull(DOMAINS.get(version));
    }
    var rows = new ArrayList<List<String>>();
    try (var table = Table.of(Csv.whole(file, ','))) {
      for (Row row = table.next(); row != null; row = table.next()) {
        for (int i = 1; i < row.cells().size(); i++) {
          if (row.cell(i).isEmpty()) continue;
          rows.add(List.of(category(row, 0), category(row, i), domain, version, ""));
        }
      }
    }
    if (rows.isEmpty()) throw new DamagedFile(2, "The table has no hierarchies.");
    return Layout.one(
        kind(),
        dating.calendar(),
        "CMS risk adjustment " + file.name(),
        RuleTables.of(
            new RuleTables.Table("hierarchies " + domain + " " + version, COLUMNS, rows)));
  }

  private static String category(Row row, int cell) throws DamagedFile {
    String number = row.cell(cell).toUpperCase(Locale.ROOT).replaceFirst("^(RX)?HCC", "");
    if (!number.matches("\\d{1,3}")) {
      throw row.damage("\"%s\" is no condition category.".formatted(row.cell(cell)));
    }
    return number;
  }
}
