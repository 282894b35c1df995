package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;

/// The coefficients of one model that come with the CMS risk adjustment software: name,
/// coefficient, label. The file's name says of which model and since which payment year: `C2824T2N`
/// is version 28, first used for 2024.
final class RiskCoefficientCsv implements RuleLayout {
  private static final Pattern NAME = Pattern.compile("([CDR])(\\d{2})(\\d{2})[A-Z]\\d[A-Z].*");
  private static final Map<String, String> DOMAINS =
      Map.of("C", "CMS-HCC", "D", "ESRD", "R", "RxHCC");
  private static final List<String> COLUMNS =
      List.of("coefficient", "value", "model_domain", "model_version");

  @Override
  public PublicationKind kind() {
    return PublicationKind.RISK_MODELS;
  }

  @Override
  public boolean fits(Contents file) {
    return Table.name(file.firstLine()).equals(Table.name("Name, Coeff, Label"));
  }

  @Override
  public ReadResult read(Contents file, Dating dating) throws IOException {
    Matcher name = NAME.matcher(file.name().toUpperCase(Locale.ROOT));
    if (!name.matches()) {
      throw new UnknownFile(
          "The file holds risk coefficients, but its name does not say of which model.",
          "Give it back the name it has in the CMS software, such as C2824T2N.csv.");
    }
    String domain = Objects.requireNonNull(DOMAINS.get(name.group(1)));
    String version = name.group(1) + name.group(2);
    var rows = new ArrayList<List<String>>();
    try (var table = Table.of(Csv.whole(file, ','))) {
      for (Row row = table.next(); row != null; row = table.next()) {
        if (!row.cell(1).strip().matches("-?\\d{0,3}(\\.\\d{1,6})?")) {
          throw row.damage("\"%s\" is no coefficient.".formatted(row.cell(1)));
        }
        rows.add(List.of(row.cell(0).strip(), row.cell(1).strip(), domain, version));
      }
    }
    LocalDate stated = dating.stated();
    int year = stated == null ? 2000 + Integer.parseInt(name.group(3)) : stated.getYear();
    return Layout.one(
        kind(),
        new Edition(String.valueOf(year), LocalDate.of(year, 1, 1)),
        "CMS risk adjustment " + file.name(),
        RuleTables.of(new RuleTables.Table("coefficients " + version, COLUMNS, rows)));
  }
}
