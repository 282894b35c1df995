package org.cleanclaim.codesets.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.codesets.publication.RuleTables;
import org.junit.jupiter.api.Test;

class RiskFilesTest {
  private static String summary(String name, String text) {
    return TextFile.summary(TextFile.read(TextFile.of(name, text)));
  }

  private static RuleTables.Table table(String name, String text) {
    var publication = TextFile.publications(TextFile.of(name, text)).getFirst();
    return ((RuleTables) publication.content()).tables().getFirst();
  }

  @Test
  void theNameOfAMappingTellsModelAndPaymentYear() {
    String text = "A0104\t92\t\r\nB377\t6\tD\r\n";

    assertThat(summary("F2825T1N.TXT", text)).isEqualTo("RISK_DIAGNOSES 2026 2026-01-01 2");
    assertThat(table("F2825T1N.TXT", text).rows())
        .containsExactly(
            List.of("A0104", "92", "CMS-HCC Model V28"), List.of("B377", "6", "CMS-HCC Model V28"));
    assertThat(table("F2425P1M.TXT", text).rows()).hasSize(4);
    assertThat(summary("mapping.txt", text)).startsWith("unknown").contains("of which model");
    assertThat(
            TextFile.summary(
                TextFile.read(TextFile.of("F2218O1P.TXT", text), LocalDate.of(2018, 1, 1))))
        .isEqualTo("RISK_DIAGNOSES 2018 2018-01-01 2");
  }

  @Test
  void aDamagedMappingIsRefusedWithItsLine() {
    assertThat(summary("F2825T1N.TXT", "A0104\t92\t\nA0105\tx\t\n"))
        .startsWith("refused")
        .contains("line 2");
  }

  private static final String SHEET =
      """
      "ICD-10-CM Codes, ESRD, CMS-HCC and RxHCC Models",,,,
      "Diagnosis
      Code",Description,"CMS-HCC
      ESRD Model
      Category
      V24","RxHCC
      Model
      Category
      V08","CMS-HCC ESRD Model Category V24 for 2026 Payment Year"
      A0104,Arthritis,39,,Yes
      B377,Sepsis,2,5,Yes
      B377,Sepsis,6,-,Yes
      Notes:,,,,
      """;

  @Test
  void aSheetMapsDiagnosesForAllModels() {
    assertThat(summary("2026 Initial ICD-10-CM Mappings.csv", SHEET))
        .isEqualTo("RISK_DIAGNOSES 2026 2026-01-01 4");
    assertThat(table("2026 Initial ICD-10-CM Mappings.csv", SHEET).rows())
        .containsExactly(
            List.of("A0104", "39", "CMS-HCC ESRD Model V24"),
            List.of("B377", "2", "CMS-HCC ESRD Model V24"),
            List.of("B377", "5", "RxHCC Model V08"),
            List.of("B377", "6", "CMS-HCC ESRD Model V24"));
  }

  @Test
  void aSheetCutOffOrWithoutCategoryIsRefused() {
    assertThat(summary("2026 Mappings.csv", SHEET.replace("Notes:,,,,\n", "")))
        .startsWith("refused")
        .contains("before its notes");
    assertThat(summary("2026 Mappings.csv", SHEET.replace("39,,Yes", "much,,Yes")))
        .startsWith("refused")
        .contains("much");
  }

  @Test
  void theNameOfCoefficientsTellsTheModel() {
    String text = "Name, Coeff, Label\r\nCNA_F65_69,0.330, Female 65-69\r\n";

    assertThat(summary("C2824T2N.csv", text)).isEqualTo("RISK_MODELS 2024 2024-01-01 1");
    assertThat(table("C2824T2N.csv", text).rows())
        .containsExactly(List.of("CNA_F65_69", "0.330", "CMS-HCC", "C28"));
    assertThat(summary("factors.csv", text)).startsWith("unknown");
    assertThat(summary("C2824T2N.csv", text.replace("0.330", "much"))).startsWith("refused");
  }

  @Test
  void tablesOfAllModelsAreKnownByTheirHeadings() {
    assertThat(
            summary(
                "dx_to_cc_2026.csv", "diagnosis_code,cc,model_name\nA0104,92,CMS-HCC Model V28\n"))
        .isEqualTo("RISK_DIAGNOSES 2026 2026-01-01 1");
    assertThat(
            summary(
                "hierarchies_2026.csv",
                """
                cc_parent,cc_child,model_domain,model_version,model_fullname
                17,18,CMS-HCC,V28,V28115H1
                """))
        .isEqualTo("RISK_MODELS 2026 2026-01-01 1");
    assertThat(summary("services_2026.csv", "cpt_hcpcs_code\n99213\n"))
        .isEqualTo("RISK_SERVICES 2026 2026-01-01 1");
    assertThat(
            summary(
                "edits.csv",
                """
                icd10,edit_type,sex,age_min,age_max,action,cc_override,model_name,description
                D66,sex,2,,,override,112,CMS-HCC Model V28,why
                """))
        .isEqualTo("RISK_EDITS V22 2014-01-01 1");
  }

  @Test
  void labelsAreWholeByTheirLastCell() {
    String heading = "cc,label,model_domain,model_version,model_fullname\n";

    assertThat(summary("labels_2026.csv", heading + "HCC1,Infection,CMS-HCC,V28,V28115L3"))
        .isEqualTo("RISK_MODELS 2026 2026-01-01 1");
    assertThat(summary("labels_2026.csv", heading + "HCC1,Infection,CMS-HCC,V28,V281"))
        .startsWith("refused");
  }

  @Test
  void officialMappingAndCoefficientsAreReadWhole() {
    assertThat(TextFile.summary(TextFile.read(TextFile.official("data/hcc/F2825T1N.TXT"))))
        .isEqualTo("RISK_DIAGNOSES 2026 2026-01-01 8183");
    assertThat(TextFile.summary(TextFile.read(TextFile.official("data/hcc/C2824T2N.csv"))))
        .isEqualTo("RISK_MODELS 2024 2024-01-01 1237");
  }

  private static final String FACTORS =
      """
      Variable,Label,COMMUNITY_NA,COMMUNITY_PBD,INSTITUTIONAL
      F65_69, Female 65-69,0.33,,1.188
      HCC1,HIV/AIDS,0.301,0.109,1.322
      """;
  private static final LocalDate YEAR = LocalDate.of(2026, 1, 1);

  private static List<List<String>> rows(String name, String text) {
    var read = (ReadResult.Read) TextFile.read(TextFile.of(name, text), YEAR);
    return ((RuleTables) read.publications().getFirst().content()).tables().getFirst().rows();
  }

  @Test
  void factorsOfAPackageTakeTheNamesOfTheSasSoftware() {
    assertThat(rows("V28_CE_Relative_Factors.csv", FACTORS))
        .containsExactly(
            List.of("CNA_F65_69", "0.33", "CMS-HCC", "C28"),
            List.of("INS_F65_69", "1.188", "CMS-HCC", "C28"),
            List.of("CNA_HCC1", "0.301", "CMS-HCC", "C28"),
            List.of("CPD_HCC1", "0.109", "CMS-HCC", "C28"),
            List.of("INS_HCC1", "1.322", "CMS-HCC", "C28"));
    assertThat(
            rows(
                "V28_NE_Relative_Factors.csv",
                "Variable,New Enrollees,NE,NE_SNP\nNMCAID_NORIGDIS_NEF65, Female 65,0.532,0.9\n"))
        .containsExactly(
            List.of("NE_NMCAID_NORIGDIS_NEF65", "0.532", "CMS-HCC", "C28"),
            List.of("SNPNE_NMCAID_NORIGDIS_NEF65", "0.9", "CMS-HCC", "C28"));
  }

  @Test
  void factorsOfDrugsAreThoseOfOneCalibration() {
    String community =
        """
        Variable,Label,CE_NonLow_Aged,CE_LTI
        F65OD,x,0.042,
        OD65,x,,0.298
        NONAGED_RXHCC1,x,,1.491
        """;

    assertThat(rows("X_CE_Relative_Factors.csv", community))
        .containsExactly(
            List.of("Rx_CE_NoLowAged_F65OD", "0.042", "RxHCC", "R08X"),
            List.of("Rx_CE_LTI_OrigDs", "0.298", "RxHCC", "R08X"),
            List.of("Rx_CE_LTI_NonAged_RXHCC1", "1.491", "RxHCC", "R08X"));
    assertThat(
            rows(
                "T_NE_Relative_Factors.csv",
                "Variable,Label,NE_NonLow_Community\nESRD_NORIGDIS_X_M0_34,x,1.069\n"))
        .containsExactly(List.of("Rx_NE_NoLo_ESRD_NOD_x_M0_34", "1.069", "RxHCC", "R08"));
  }

  @Test
  void factorsOfAnUnknownModelDamagedOnesAndThoseWithoutAYearAreRefused() {
    assertThat(TextFile.summary(TextFile.read(TextFile.of("factors.csv", FACTORS), YEAR)))
        .startsWith("unknown")
        .contains("of which model");
    assertThat(summary("V28_CE_Relative_Factors.csv", FACTORS)).startsWith("unknown");
    String damaged = FACTORS.replace("0.109", "much");
    assertThat(
            TextFile.summary(
                TextFile.read(TextFile.of("V28_CE_Relative_Factors.csv", damaged), YEAR)))
        .startsWith("refused")
        .contains("line 3");
  }

  @Test
  void hierarchiesOfAPackageAreReadByTheirModel() {
    assertThat(
            rows(
                "V28_HCC_Hierarchies.csv",
                "HCC,SecondaryHCC_1,SecondaryHCC_2\nHCC1,,\nHCC35,HCC36,HCC37\n"))
        .containsExactly(
            List.of("35", "36", "CMS-HCC", "V28", ""), List.of("35", "37", "CMS-HCC", "V28", ""));
    assertThat(rows("HCC_Hierarchies.csv", "RXHCC,SecondaryRxHCC_1\n15,16\n"))
        .containsExactly(List.of("15", "16", "RxHCC", "R08", ""));
    assertThat(
            TextFile.summary(
                TextFile.read(
                    TextFile.of("Hierarchies.csv", "HCC,SecondaryHCC_1\nHCC35,HCC36\n"), YEAR)))
        .startsWith("unknown");
  }
}
