package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;

/// The relative factors that come with the Python packages of the CMS risk adjustment software
/// (since payment year 2026): a row for each variable, a column for each segment. The file's name
/// says of which model: `V28_CE_Relative_Factors.csv`, and for drugs which calibration:
/// `X_NE_Relative_Factors.csv`. They are kept under the names that coefficients have in the SAS
/// software.
final class RiskFactorSheet implements RuleLayout {
  private static final Pattern NAME =
      Pattern.compile("(V22|V24|V28|T|X)_(CE|NE)_RELATIVE_FACTORS.*");
  private static final List<String> COLUMNS =
      List.of("coefficient", "value", "model_domain", "model_version");

  /// Columns by their letters in small, since CMS writes the same one in several ways.
  private static final Map<String, String> SEGMENTS =
      Map.ofEntries(
          Map.entry("communityna", "CNA"),
          Map.entry("communitynd", "CND"),
          Map.entry("communityfba", "CFA"),
          Map.entry("communityfbd", "CFD"),
          Map.entry("communitypba", "CPA"),
          Map.entry("communitypbd", "CPD"),
          Map.entry("institutional", "INS"),
          Map.entry("ne", "NE"),
          Map.entry("nesnp", "SNPNE"),
          Map.entry("cenonlowaged", "Rx_CE_NoLowAged"),
          Map.entry("cenonlownonaged", "Rx_CE_NoLowNoAged"),
          Map.entry("celowaged", "Rx_CE_LowAged"),
          Map.entry("celownonaged", "Rx_CE_LowNoAged"),
          Map.entry("celti", "Rx_CE_LTI"),
          Map.entry("nenonlowcommunity", "Rx_NE_NoLo"),
          Map.entry("nelowcommunity", "Rx_NE_Lo"),
          Map.entry("nelti", "Rx_NE_LTI"));

  @Override
  public PublicationKind kind() {
    return PublicationKind.RISK_MODELS;
  }

  @Override
  public boolean fits(Contents file) {
    String[] heading = file.firstLine().replace("\"", "").split(",", -1);
    if (heading.length < 3 || !Table.name(heading[0]).equals("variable")) return false;
    for (int i = 2; i < heading.length; i++) {
      if (!SEGMENTS.containsKey(letters(heading[i]))) return false;
    }
    return true;
  }

  @Override
  public ReadResult read(Contents file, Dating dating) throws IOException {
    Matcher name = NAME.matcher(file.name().toUpperCase(Locale.ROOT));
    if (!name.matches()) {
      throw new UnknownFile(
          "The file holds relative factors, but its name does not say of which model.",
          "Give it back the name it has in the CMS software, such as V28_CE_Relative_Factors.csv.");
    }
    String model = name.group(1);
    boolean isOfDrugs = model.length() == 1;
    String domain = isOfDrugs ? "RxHCC" : "CMS-HCC";
    String version =
        isOfDrugs ? model.equals("T") ? "R08" : "R08" + model : model.replace("V", "C");
    var rows = new ArrayList<List<String>>();
    try (Row.Source source = Csv.whole(file, ',')) {
      Map<Integer, String> segments = segments(source.next());
      for (Row row = source.next(); row != null; row = source.next()) {
        String variable = isOfDrugs ? drugVariable(row.cell(0)) : row.cell(0);
        if (!variable.matches("\\w+")) {
          throw row.damage("\"%s\" is no name of a factor.".formatted(row.cell(0)));
        }
        for (var segment : segments.entrySet()) {
          String factor = row.cell(segment.getKey());
          if (factor.isEmpty()) continue;
          if (!factor.matches("-?\\d{1,3}(\\.\\d{1,3})?")) {
            throw row.damage("\"%s\" is no factor.".formatted(factor));
          }
          rows.add(List.of(segment.getValue() + "_" + variable, factor, domain, version));
        }
      }
    }
    if (rows.isEmpty()) throw new DamagedFile(2, "The table has no factors.");
    String table = "coefficients %s %s".formatted(version, name.group(2));
    return Layout.one(
        kind(),
        dating.calendar(),
        "CMS risk adjustment " + file.name(),
        RuleTables.of(new RuleTables.Table(table, COLUMNS, rows)));
  }

  private static Map<Integer, String> segments(@org.jspecify.annotations.Nullable Row heading)
      throws DamagedFile {
    if (heading == null) throw new DamagedFile(1, "The file has no heading.");
    var segments = new LinkedHashMap<Integer, String>();
    for (int i = 2; i < heading.cells().size(); i++) {
      segments.put(i, SEGMENTS.getOrDefault(letters(heading.cell(i)), ""));
    }
    return segments;
  }

  /// What the SAS software calls a variable of the models of drugs.
  private static String drugVariable(String variable) {
    return variable
        .replace("NORIGDIS_X_", "NOD_x_")
        .replace("ORIGDIS_X_", "OD_x_")
        .replace("NONAGED_", "NonAged_")
        .replaceFirst("^OD65$", "OrigDs");
  }

  private static String letters(String column) {
    return Table.name(column).replaceAll("[_ ]", "");
  }
}
