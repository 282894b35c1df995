package org.cleanclaim.edits.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.edits.CoveragePolicy;
import org.cleanclaim.edits.CoveragePolicy.DiagnosisRange;
import org.cleanclaim.edits.DiagnosisList;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.jspecify.annotations.Nullable;

/// The billing and coding articles of the Medicare Coverage Database: procedures, and diagnoses
/// that support them or do not. Codes are joined to an article by its number and version. The
/// database tells in prose alone which group of diagnoses belongs to which group of procedures; so
/// a diagnosis of any group supports any procedure of the article.
record Articles(List<ScopedPolicy> policies) {
  /// Stands in the database where an article has no list of codes.
  private static final String NOT_APPLICABLE = "XX000";

  Articles {
    policies = List.copyOf(policies);
  }

  static Articles of(RuleTables tables) {
    Map<String, Set<ProcedureCode>> procedures = new HashMap<>();
    Rows.of(tables, "codes")
        .each(row -> {
          String code = row.get("hcpc_code_id");
          if (code.equals(NOT_APPLICABLE) || code.length() != NOT_APPLICABLE.length()) return;
          procedures.computeIfAbsent(key(row), key -> new HashSet<>()).add(new ProcedureCode(code));
        });
    var covered = diagnoses(tables, "covered");
    var notCovered = diagnoses(tables, "not_covered");
    var contractors = new Contractors(tables);
    var titles = new Determinations(tables);
    var policies = new ArrayList<ScopedPolicy>();
    Rows.of(tables, "articles")
        .each(row -> {
          String key = key(row);
          Set<ProcedureCode> limited = procedures.get(key);
          EffectivePeriod period = period(row);
          var yes = DiagnosisList.of(covered.getOrDefault(key, List.of()));
          var no = DiagnosisList.of(notCovered.getOrDefault(key, List.of()));
          if (limited == null || period == null || (yes.isEmpty() && no.isEmpty())) return;
          String id = row.get("article_id");
          String version = row.get("article_version");
          policies.add(
              new ScopedPolicy(
                  new CoveragePolicy(
                      row.get("display_id").isEmpty() ? "A" + id : row.get("display_id"),
                      version,
                      row.get("title") + titles.behind(row),
                      contractors.names(key),
                      address(id, version),
                      period,
                      limited,
                      yes,
                      no,
                      null),
                  contractors.scope(key)));
        });
    return new Articles(policies);
  }

  private static String key(Rows.Cells row) {
    return row.key("article_id", "article_version");
  }

  private static Map<String, List<DiagnosisRange>> diagnoses(RuleTables tables, String table) {
    Map<String, List<DiagnosisRange>> all = new HashMap<>();
    Rows.of(tables, table)
        .each(row -> {
          String code = row.get("icd10_code_id").replace(".", "");
          if (code.equals(NOT_APPLICABLE)) return;
          all.computeIfAbsent(key(row), key -> new ArrayList<>()).add(DiagnosisRange.of(code));
        });
    return all;
  }

  /// Null when nothing says since when it holds.
  private static @Nullable EffectivePeriod period(Rows.Cells row) {
    LocalDate from = row.day("article_eff_date");
    if (from == null) return null;
    LocalDate through =
        Stream.of("article_end_date", "article_rev_end_date", "date_retired")
            .map(row::get)
            .filter(day -> !day.isEmpty())
            .map(LocalDate::parse)
            .min(LocalDate::compareTo)
            .orElse(null);
    if (through == null) return EffectivePeriod.from(from);
    LocalDate until = through.plusDays(1);
    return until.isBefore(from) ? null : new EffectivePeriod(from, until);
  }

  private static String address(String id, String version) {
    return "https://www.cms.gov/medicare-coverage-database/view/article.aspx?articleid=%s&ver=%s"
        .formatted(id, version);
  }
}
