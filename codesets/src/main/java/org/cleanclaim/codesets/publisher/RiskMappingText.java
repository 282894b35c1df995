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

/// The diagnosis mapping that comes with the CMS risk adjustment software: a diagnosis, a tab, its
/// condition category, and a D where the diagnosis has a further one. The file does not say for
/// which model it holds; its name does: `F2825T1N` is version 28 with the diagnoses of fiscal year
/// 2025, which count for payment year 2026.
final class RiskMappingText implements RuleLayout {
  private static final Pattern LINE =
      Pattern.compile("([A-Z][0-9A][0-9A-Z]{1,5})\\t(\\d{1,3})(\\t[A-Z]?)?");
  private static final Pattern NAME = Pattern.compile("F(\\d{2})(\\d{2})[A-Z]\\d[A-Z].*");
  private static final List<String> COLUMNS = List.of("diagnosis_code", "cc", "model_name");

  /// V24 groups diagnoses alike for members with and without end-stage renal disease.
  private static final Map<String, List<String>> MODELS =
      Map.of(
          "21", List.of("CMS-HCC ESRD Model V21"),
          "22", List.of("CMS-HCC Model V22"),
          "24", List.of("CMS-HCC Model V24", "CMS-HCC ESRD Model V24"),
          "28", List.of("CMS-HCC Model V28"),
          "08", List.of("RxHCC Model V08"));

  @Override
  public PublicationKind kind() {
    return PublicationKind.RISK_DIAGNOSES;
  }

  @Override
  public boolean fits(Contents file) {
    return LINE.matcher(file.firstLine()).matches();
  }

  @Override
  public ReadResult read(Contents file, Dating dating) throws IOException {
    Matcher name = NAME.matcher(file.name().toUpperCase(Locale.ROOT));
    if (file.name().toUpperCase(Locale.ROOT).matches("CY\\d{2}F\\d{2}[A-Z]_.*")) {
      throw new UnknownFile(
          "The file maps diagnoses for the HHS-HCC models, without the ages and sexes for which"
              + " each holds.",
          "Install the workbook of the DIY tables of the same year, which has both.");
    }
    if (!name.matches() || !MODELS.containsKey(name.group(1))) {
      throw new UnknownFile(
          "The file maps diagnoses to condition categories, but its name does not say of which"
              + " model.",
          "Give it back the name it has in the CMS software, such as F2825T1N.TXT.");
    }
    List<String> models = Objects.requireNonNull(MODELS.get(name.group(1)));
    var rows = new ArrayList<List<String>>();
    try (Lines lines = file.lines()) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        if (line.isBlank() || line.equals("\u001A")) continue;
        Matcher cells = LINE.matcher(line.stripTrailing());
        if (!cells.matches()) {
          throw lines.damage("\"%s\" is no diagnosis with a category.".formatted(line));
        }
        models.forEach(model -> rows.add(List.of(cells.group(1), cells.group(2), model)));
      }
    }
    LocalDate stated = dating.stated();
    int year = stated == null ? 2001 + Integer.parseInt(name.group(2)) : stated.getYear();
    return Layout.one(
        kind(),
        new Edition(String.valueOf(year), LocalDate.of(year, 1, 1)),
        "CMS risk adjustment " + file.name(),
        RuleTables.of(new RuleTables.Table("mapping " + models.getFirst(), COLUMNS, rows)));
  }
}
