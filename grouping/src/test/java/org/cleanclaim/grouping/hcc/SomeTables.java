package org.cleanclaim.grouping.hcc;

import java.util.List;
import java.util.Optional;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.codesets.publication.RuleTables.Table;

/// A few rows of each table, with the values CMS published for V28.
final class SomeTables {
  static final Table MAPPING =
      new Table(
          "mapping",
          List.of("diagnosis_code", "cc", "model_name"),
          List.of(
              row("E1122", "37"),
              row("E119", "38"),
              row("I5022", "226"),
              row("I5023", "224"),
              row("Z95812", "223"),
              row("J449", "280"),
              row("N184", "327"),
              row("F1020", "139"),
              row("F209", "151"),
              row("C61", "23"),
              row("D66", "112"),
              row("E0840", "37"),
              row("E0840", "199")));

  static final Table EDITS =
      new Table(
          "edits",
          List.of(
              "icd10",
              "edit_type",
              "sex",
              "age_min",
              "age_max",
              "action",
              "cc_override",
              "model_name",
              "description"),
          List.of(
              List.of(
                  "J449",
                  "age",
                  "",
                  "",
                  "17",
                  "invalid",
                  "",
                  "CMS-HCC Model V28",
                  "not before 18 years")));

  static final RuleTables MODELS =
      new RuleTables(
          List.of(
              new Table(
                  "coefficients",
                  List.of("coefficient", "value", "model_domain", "model_version"),
                  List.of(
                      coefficient("CNA_F65_69", "0.330"),
                      coefficient("CNA_F75_79", "0.465"),
                      coefficient("CNA_M75_79", "0.49"),
                      coefficient("CND_M0_34", "0.2"),
                      coefficient("CNA_HCC23", "0.186"),
                      coefficient("CNA_HCC37", "0.166"),
                      coefficient("CNA_HCC38", "0.166"),
                      coefficient("CNA_HCC223", "1.2"),
                      coefficient("CNA_HCC224", "0.36"),
                      coefficient("CNA_HCC226", "0.36"),
                      coefficient("CNA_HCC280", "0.319"),
                      coefficient("CNA_HCC327", "0.514"),
                      coefficient("CNA_DIABETES_HF_V28", "0.112"),
                      coefficient("CNA_HF_CHR_LUNG_V28", "0.078"),
                      coefficient("CNA_HF_KIDNEY_V28", "0.176"),
                      coefficient("CNA_OriginallyDisabled_Female", "0.228"),
                      coefficient("CNA_D4", "0"),
                      coefficient("NE_NMCAID_NORIGDIS_NEF65", "0.5"))),
              new Table(
                  "hierarchies",
                  List.of("cc_parent", "cc_child", "model_domain", "model_version", "name"),
                  List.of(
                      List.of("37", "38", "CMS-HCC", "V28", "V28115H1"),
                      List.of("223", "226", "CMS-HCC", "V28", "V28115H1"),
                      List.of("224", "226", "CMS-HCC", "V28", "V28115H1"))),
              new Table(
                  "labels",
                  List.of("cc", "label", "model_domain", "model_version", "name"),
                  List.of(List.of("HCC37", "Diabetes", "CMS-HCC", "V28", "V28115L3")))));

  private SomeTables() {}

  static RiskTables v28() {
    return RiskTables.of(
            RiskModel.V28,
            RuleTables.of(MAPPING),
            Optional.of(RuleTables.of(EDITS)),
            List.of(MODELS))
        .orElseThrow();
  }

  private static List<String> row(String diagnosis, String category) {
    return List.of(diagnosis, category, "CMS-HCC Model V28");
  }

  private static List<String> coefficient(String name, String value) {
    return List.of(name, value, "CMS-HCC", "C28");
  }
}
