package org.cleanclaim.codesets.publisher;

import static org.cleanclaim.codesets.publisher.CoverageColumn.Form.COUNT;
import static org.cleanclaim.codesets.publisher.CoverageColumn.Form.DAY;
import static org.cleanclaim.codesets.publisher.CoverageColumn.Form.DIAGNOSES;
import static org.cleanclaim.codesets.publisher.CoverageColumn.Form.DIAGNOSIS;
import static org.cleanclaim.codesets.publisher.CoverageColumn.Form.ID;
import static org.cleanclaim.codesets.publisher.CoverageColumn.Form.NAME;
import static org.cleanclaim.codesets.publisher.CoverageColumn.Form.PROCEDURE;
import static org.cleanclaim.codesets.publisher.CoverageColumn.Form.PROCEDURES;
import static org.cleanclaim.codesets.publisher.CoverageColumn.Form.STATES;
import static org.cleanclaim.codesets.publisher.CoverageColumn.Form.TEXT;
import static org.cleanclaim.codesets.publisher.CoverageColumn.given;
import static org.cleanclaim.codesets.publisher.CoverageColumn.needed;

import java.util.List;
import org.cleanclaim.codesets.publication.PublicationKind;

/// The tables of the Medicare Coverage Database as CMS offers them for download (`current_article`
/// and `current_lcd`, comma-separated), its index of documents, and the policies that a practice
/// keeps itself.
final class CoverageFiles {
  static final List<RuleLayout> ALL =
      List.of(
          kept(),
          index(),
          ofArticle("codes", needed("hcpc_code_id", PROCEDURE), given("hcpc_code_group", TEXT)),
          ofArticle(
              "covered", needed("icd10_code_id", DIAGNOSIS), needed("icd10_covered_group", TEXT)),
          ofArticle(
              "not_covered",
              needed("icd10_code_id", DIAGNOSIS),
              needed("icd10_noncovered_group", TEXT)),
          ofArticle(
              "article_contractors",
              needed("contractor_id", ID),
              needed("contractor_type_id", ID),
              needed("contractor_version", ID)),
          ofArticle("article_lcds", needed("r_lcd_id", TEXT), given("r_lcd_version", TEXT)),
          database(
              "articles",
              needed("article_id", ID),
              needed("article_version", ID),
              needed("title", NAME),
              needed("article_eff_date", DAY),
              given("article_end_date", DAY),
              given("article_rev_end_date", DAY),
              given("date_retired", DAY),
              given("display_id", TEXT)),
          database(
              "lcds",
              needed("lcd_id", ID),
              needed("lcd_version", ID),
              needed("title", NAME),
              needed("determination_number", TEXT),
              given("display_id", TEXT)),
          database(
              "lcd_articles",
              needed("lcd_id", ID),
              needed("lcd_version", ID),
              needed("r_article_id", TEXT)),
          database(
              "contractors",
              needed("contractor_id", ID),
              needed("contractor_type_id", ID),
              needed("contractor_version", ID),
              needed("contractor_bus_name", NAME),
              needed("contractor_number", TEXT)),
          database(
              "jurisdictions",
              needed("contractor_id", ID),
              needed("contractor_type_id", ID),
              needed("contractor_version", ID),
              needed("state_id", ID),
              given("active_date", DAY),
              needed("term_date", DAY)),
          database("states", needed("state_id", ID), needed("state_abbrev", NAME)));

  private CoverageFiles() {}

  private static CoverageTable ofArticle(String name, CoverageColumn... columns) {
    var all = new java.util.ArrayList<CoverageColumn>();
    all.add(needed("article_id", ID));
    all.add(needed("article_version", ID));
    all.addAll(List.of(columns));
    return database(name, all.toArray(CoverageColumn[]::new));
  }

  private static CoverageTable database(String name, CoverageColumn... columns) {
    return new CoverageTable(
        PublicationKind.COVERAGE_ARTICLES, name, List.of(columns), "CMS", (row, cells) -> {});
  }

  private static CoverageTable index() {
    return new CoverageTable(
        PublicationKind.COVERAGE_INDEX,
        "documents",
        List.of(
            needed("document_display_id", ID),
            needed("document_version", ID),
            needed("document_type", NAME),
            needed("title", NAME),
            needed("contractor_name_type", TEXT),
            needed("effective_date", DAY),
            needed("retirement_date", DAY),
            needed("url", TEXT)),
        "CMS",
        (row, cells) -> {});
  }

  private static CoverageTable kept() {
    return new CoverageTable(
        PublicationKind.COVERAGE_KEPT,
        "policies",
        List.of(
            needed("document", NAME),
            needed("title", TEXT),
            needed("contractor", TEXT),
            needed("states", STATES),
            needed("codes", PROCEDURES),
            needed("covered", DIAGNOSES),
            needed("not_covered", DIAGNOSES),
            needed("units", COUNT),
            needed("days", COUNT),
            needed("from", DAY),
            needed("through", DAY),
            needed("source", NAME)),
        "practice",
        CoverageFiles::checkKept);
  }

  private static void checkKept(Row row, List<String> cells) throws DamagedFile {
    String from = cells.get(9);
    String through = cells.get(10);
    if (from.isEmpty()) throw row.damage("The policy has no first day (column from).");
    if (!through.isEmpty() && through.compareTo(from) < 0) {
      throw row.damage("The policy ends before it begins.");
    }
    if (cells.get(7).isEmpty() != cells.get(8).isEmpty()) {
      throw row.damage("A limit needs both units and days.");
    }
    if (cells.get(5).isEmpty() && cells.get(6).isEmpty() && cells.get(7).isEmpty()) {
      throw row.damage("The policy names neither diagnoses nor a limit.");
    }
    for (String list : List.of(cells.get(5), cells.get(6))) {
      for (String range : list.split("[ ;]+")) {
        int dash = range.indexOf('-');
        if (dash > 0 && range.substring(0, dash).compareTo(range.substring(dash + 1)) > 0) {
          throw row.damage("\"%s\" is no range of diagnoses.".formatted(range));
        }
      }
    }
  }
}
