package org.cleanclaim.codesets.publisher;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.codesets.publication.PublicationKind;

/// The logic tables of the MS-DRG grouper: a tab-separated file for each table. Their rows say
/// themselves for which versions they hold, so one set serves all discharges since its first
/// version.
final class GrouperFiles {
  private static final String CODE = "[0-9A-Z@]{3,7}";
  private static final String CODES = "[0-9A-Z@,]+";
  private static final String VERSION = "[0-9]{3,10}";
  private static final String NUMBER = "[0-9]{1,4}";
  private static final String ANY = ".*";

  /// V40, the oldest version of the tables, took effect with fiscal year 2023.
  private static final Edition FIRST = new Edition("V40", LocalDate.of(2022, 10, 1));

  static final List<RuleLayout> ALL =
      List.of(
          table(
              "diagnosis",
              "code from_version to_version mdc severity attributes hac_attributes category",
              List.of(CODE, VERSION, VERSION, "[0-9]{0,2}", "MCC|CC|NCC", ANY, ANY, ANY)),
          table(
              "procedure",
              "code from_version to_version attributes",
              List.of(CODE, VERSION, VERSION, ANY)),
          table(
              "drg_formulas",
              "from_version to_version mdc rank base_drg drg type reroute_mdc drg_severity formula"
                  + " severity_suppression",
              List.of(
                  VERSION,
                  VERSION,
                  NUMBER,
                  NUMBER,
                  NUMBER,
                  NUMBER,
                  "MEDICAL|SURGICAL|NA",
                  NUMBER,
                  NUMBER,
                  ".+",
                  ANY)),
          table(
              "exclusion_of_pdx",
              "principal_diagnosis from_version to_version exclusion_group",
              List.of(CODE, VERSION, VERSION, "[0-9]+")),
          table("exclusion_group", "exclusion_group secondary_diagnoses", List.of("[0-9]+", CODES)),
          table(
              "cluster_of_code",
              "procedure from_version to_version clusters",
              List.of(CODE, VERSION, VERSION, CODES)),
          table(
              "cluster",
              "cluster from_version to_version suppressed_in_mdcs members",
              List.of(CODE, VERSION, VERSION, "[0-9,]*", "[0-9A-Z() |+]+")),
          table(
              "sex_dependent_mdc",
              "code from_version to_version female_mdc male_mdc",
              List.of(CODE, VERSION, VERSION, NUMBER, NUMBER)),
          table(
              "hac_code",
              "code from_version to_version hac_lists hac_numbers",
              List.of(CODE, VERSION, VERSION, ".+", "[0-9,]+")),
          table(
              "hac_formula",
              "from_version to_version hac formula",
              List.of(VERSION, VERSION, NUMBER, ".+")),
          new GrouperTitles());

  private GrouperFiles() {}

  static Edition issue(Dating dating) {
    LocalDate stated = dating.stated();
    return stated == null ? FIRST : Edition.ofFiscalYear(stated);
  }

  private static RuleLayout table(String name, String columns, List<String> checks) {
    return new HeadedTable(
        PublicationKind.MSDRG_LOGIC,
        name,
        '\t',
        columns.replace(' ', '\t'),
        checks,
        GrouperFiles::issue,
        "CMS MS-DRG Grouper");
  }
}
