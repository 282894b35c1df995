package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.jspecify.annotations.Nullable;

/// The ICD-10-CM mappings of all Medicare models in one sheet, as CMS publishes them for each
/// payment year (`2026 Initial ICD-10-CM Mappings`): Excel, or saved as CSV. A column for each
/// model; a diagnosis with two categories in a model has two rows. Notes stand below.
final class RiskMappingSheet implements RuleLayout {
  private static final int HEADING_ROWS = 10;
  private static final Pattern MODEL =
      Pattern.compile("(cms-hcc esrd|cms-hcc|rxhcc) model category (v\\d{2})");
  private static final Map<String, String> TITLES =
      Map.of(
          "cms-hcc esrd", "CMS-HCC ESRD Model ",
          "cms-hcc", "CMS-HCC Model ",
          "rxhcc", "RxHCC Model ");

  @Override
  public PublicationKind kind() {
    return PublicationKind.RISK_DIAGNOSES;
  }

  @Override
  public boolean fits(Contents file) throws IOException {
    if (!Workbook.is(file)) return Table.name(file.head()).contains(" model category v");
    try (Row.Source rows = new Workbook(file)) {
      return heading(rows) != null;
    }
  }

  @Override
  public ReadResult read(Contents file, Dating dating) throws IOException {
    var mapping = new ArrayList<List<String>>();
    try (Row.Source rows = Workbook.is(file) ? new Workbook(file) : Csv.whole(file, ',')) {
      Row heading = heading(rows);
      if (heading == null) throw new DamagedFile(1, "The sheet has no heading with models.");
      Map<Integer, String> models = models(heading);
      Row row = rows.next();
      for (; row != null && !row.cell(0).equals("Notes:"); row = rows.next()) {
        add(row, models, mapping);
      }
      if (row == null) throw new DamagedFile(1, "The sheet ends before its notes.");
    }
    return Layout.one(
        kind(),
        dating.calendar(),
        "CMS risk adjustment " + file.name(),
        RuleTables.of(
            new RuleTables.Table(
                "mapping", List.of("diagnosis_code", "cc", "model_name"), mapping)));
  }

  private static void add(Row row, Map<Integer, String> models, List<List<String>> mapping)
      throws DamagedFile {
    if (!row.cell(0).matches("[A-Z][0-9A][0-9A-Z]{1,5}")) {
      throw row.damage("\"%s\" is no diagnosis.".formatted(row.cell(0)));
    }
    for (var model : models.entrySet()) {
      String category = row.cell(model.getKey());
      if (category.matches("[-–—]?")) continue;
      if (!category.matches("\\d{1,3}")) {
        throw row.damage("\"%s\" is no category.".formatted(category));
      }
      mapping.add(List.of(row.cell(0), category, model.getValue()));
    }
  }

  /// The columns that hold categories, with the title of their model.
  private static Map<Integer, String> models(Row heading) {
    var models = new LinkedHashMap<Integer, String>();
    for (int i = 0; i < heading.cells().size(); i++) {
      Matcher model = MODEL.matcher(Table.name(heading.cell(i)));
      if (model.matches()) {
        models.put(i, TITLES.get(model.group(1)) + model.group(2).replace('v', 'V'));
      }
    }
    return models;
  }

  private static @Nullable Row heading(Row.Source rows) throws IOException {
    for (int i = 0; i < HEADING_ROWS; i++) {
      Row row = rows.next();
      if (row == null) return null;
      if (Table.name(row.cell(0)).equals("diagnosis code") && !models(row).isEmpty()) return row;
    }
    return null;
  }
}
