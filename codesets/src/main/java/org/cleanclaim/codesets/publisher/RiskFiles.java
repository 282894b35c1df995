package org.cleanclaim.codesets.publisher;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.codesets.publication.PublicationKind;

/// The tables of Medicare risk adjustment, by payment year: as CMS packs them with its risk
/// adjustment software, and in one table for all models, as which they are passed on.
final class RiskFiles {
  private static final String DIAGNOSIS = "[A-Z][0-9A][0-9A-Z]{1,5}";
  private static final String CATEGORY = "[0-9]{1,3}";
  private static final String COEFFICIENT = "-?[0-9]{1,3}(\\.[0-9]{1,6})?";
  private static final String NAME = "[A-Za-z0-9_]+";
  private static final String ANY = ".*";

  /// The edits come without a year; they belong to the models since V22, which paid first in 2014.
  private static final Edition FIRST = new Edition("V22", LocalDate.of(2014, 1, 1));

  static final List<RuleLayout> ALL =
      List.of(
          new RiskMappingText(),
          new RiskMappingSheet(),
          new RiskCoefficientCsv(),
          new RiskFactorSheet(),
          new RiskHierarchySheet(),
          new RiskLabelCsv(),
          table(
              PublicationKind.RISK_DIAGNOSES,
              "mapping",
              "diagnosis_code,cc,model_name",
              List.of(DIAGNOSIS, CATEGORY, ".+")),
          table(
              PublicationKind.RISK_MODELS,
              "coefficients",
              "coefficient,value,model_domain,model_version",
              List.of(NAME, COEFFICIENT, ".+", ".+")),
          table(
              PublicationKind.RISK_MODELS,
              "hierarchies",
              "cc_parent,cc_child,model_domain,model_version,model_fullname",
              List.of(CATEGORY, CATEGORY, ".+", ".+", ANY)),
          new HeadedTable(
              PublicationKind.RISK_EDITS,
              "edits",
              ',',
              "icd10,edit_type,sex,age_min,age_max,action,cc_override,model_name,description",
              List.of(
                  DIAGNOSIS,
                  "age|sex",
                  "[12]?",
                  "[0-9]*",
                  "[0-9]*",
                  "override|invalid",
                  "[0-9]*",
                  ".+",
                  ANY),
              RiskFiles::sinceFirst,
              "CMS risk adjustment"),
          table(
              PublicationKind.RISK_SERVICES, "services", "cpt_hcpcs_code", List.of("[0-9A-Z]{5}")));

  private RiskFiles() {}

  private static Edition sinceFirst(Dating dating) {
    LocalDate stated = dating.stated();
    return stated == null ? FIRST : Edition.ofMonth(stated);
  }

  private static RuleLayout table(
      PublicationKind kind, String name, String columns, List<String> checks) {
    return new HeadedTable(
        kind, name, ',', columns, checks, Dating::calendar, "CMS risk adjustment");
  }
}
