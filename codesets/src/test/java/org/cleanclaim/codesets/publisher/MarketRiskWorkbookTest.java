package org.cleanclaim.codesets.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cleanclaim.codesets.publication.RuleTables;
import org.junit.jupiter.api.Test;

class MarketRiskWorkbookTest {
  private static final String ADULT_RULES =
      """
      Table 6. Additional Adult Variables
      Model|Variable|Description|Variable Used in Risk Score Formula?|Definition
      Adult|SEVERE_V3|Severe|No|if HHS_HCC002 = 1 then SEVERE_V3 = 1;
      Adult|G01|Group|Yes|if HHS_HCC019   = 1 then do; HHS_HCC019   = 0; G01     = 1; end;
      ||||if HHS_HCC020   = 1 then do; HHS_HCC020   = 0; G01     = 1; end;
      |RXC_06|Insulin|Yes|if any of the NDC or HCPCS codes corresponding to RXC_06 are present, then RXC_06=1;
      |RXC_06_x_HCC019_020|Both|Yes|if RXC_06 = 1 and (HHS_HCC019 = 1 or HHS_HCC020 = 1) then RXC_06_x_HCC019_020 = 1;
      |SCORE_ADULT_SILVER||Formula|Sum of all
      Adult|CSR_ADJUSTED_SCORE_ADULT_SILVER||Formula|if CSR_INDICATOR = 1 then CSR_ADJUSTED_SCORE_ADULT_SILVER = SCORE_ADULT_SILVER x 1.12;
      """;

  private final Map<String, String> sheets = new LinkedHashMap<>();

  MarketRiskWorkbookTest() {
    sheets.put("Table 1", "Table 1. Model Membership\n");
    sheets.put(
        "Table 2",
        """
        Table 2. CPT/HCPCS Included List, Calendar Year (CY) 2021, Quarter 4
        HCPCS/CPT Code|Short Description|In CY2020 Included List?|In CY2021 Included List?
        G0463||yes|yes
        G9999||yes|no
        """);
    sheets.put(
        "Table 3",
        """
        Table 3. ICD-10 to V07 HHS-Condition Categories (CC) Crosswalk
        Obs|ICD10|ICD10 Label|FY2021 MCE Age Condition|CY2021 (FY21/FY22) MCE Age Condition|CY2021 (FY21/FY22) MCE Sex Condition|CC Age Split [use AGE_LAST]|CC Sex Split|CC|Second CC|Third CC
        1|A0101|||9 <= age <= 64|female|||2||
        2|D66|||||age < 2|male|87.09999999999999|20|
        Notes:
        """);
    sheets.put(
        "Table 4",
        """
        Table 4. Version 07 HHS-Hierarchical Condition Categories (HCC) Hierarchies
        Obs|V07 HCC|Set to 0 HCCs|HCC Label
        1|2||Sepsis
        2|19|20 ,87_1|Diabetes
        3|20||Diabetes
        4|87_1||Schizophrenia
        """);
    sheets.put(
        "Table 5",
        """
        Table 5. Age-Sex Variables
        Model|Variable|Description|Variable Used in Risk Score Formula?|Definition
        Adult, Child, Infant|AGE_LAST|Age|No|0 <= AGE_LAST
        Adult|MAGE_LAST_60_GT|Age|Yes|Male,   60 <= AGE_LAST
        Infant|AGE0_MALE|Age|Yes|Male,    AGE_LAST = 0
        """);
    sheets.put("Table 6", ADULT_RULES);
    sheets.put("Table 7", "Table 7. Additional Child Variables\nModel|Definition\n");
    sheets.put("Table 8", "Table 8. Additional Infant Variables\nModel|Definition\n");
    sheets.put(
        "Table 9",
        """
        Table 9. Model Factors
        Model|Variable|Variable Used in Risk Score Formula?|Platinum Level|Gold Level|Silver Level|Bronze Level|Catastrophic Level
        Adult|MAGE_LAST_60_GT|Yes|0.121|0.07099999999999999|-0.055|1|0
        """);
    sheets.put("Table 10a", "Table 10a. RXC to NDC\nRXC|RXC_Label|NDC\n6|Insulin|00002021301\n");
    sheets.put("Table 10b", "Table 10b. RXC to HCPCS\nRXC|RXC_Label|HCPCS\n6|Insulin|J1815\n");
    sheets.put("Table 11", "Table 11. RXC Hierarchies\nRXC|Set to 0 RXCs|RXC_Label\n6|7|Insulin\n");
  }

  private TextFile workbook() {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      int number = 0;
      for (String text : sheets.values()) {
        zip.putNextEntry(new ZipEntry("xl/worksheets/sheet%d.xml".formatted(++number)));
        zip.write(sheet(text).getBytes(StandardCharsets.UTF_8));
      }
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      var names = new StringBuilder("<workbook><sheets>");
      sheets.keySet().forEach(name -> names.append("<sheet name=\"").append(name).append(" \"/>"));
      zip.write(names.append("</sheets></workbook>").toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TextFile("diy.xlsx", bytes.toByteArray());
  }

  private static String sheet(String text) {
    var xml = new StringBuilder("<worksheet><sheetData>");
    text.lines()
        .forEach(line -> {
          xml.append("<row>");
          for (String cell : line.split("\\|", -1)) {
            xml.append("<c t=\"inlineStr\"><is><t>")
                .append(cell.replace("<", "&lt;"))
                .append("</t></is></c>");
          }
          xml.append("</row>");
        });
    return xml.append("</sheetData></worksheet>").toString();
  }

  private List<List<String>> rows(String table) {
    var publication = TextFile.publications(workbook()).getFirst();
    return ((RuleTables) publication.content()).table(table).rows();
  }

  private String summary() {
    return TextFile.summary(TextFile.read(workbook()));
  }

  @Test
  void theYearStandsInTheTitleOfTheServices() {
    assertThat(summary()).startsWith("MARKET_RISK 2021 2021-01-01");
    assertThat(rows("services")).containsExactly(List.of("G0463"));
  }

  @Test
  void diagnosesHaveCategoriesForAgesAndSexes() {
    assertThat(rows("mapping"))
        .containsExactly(
            List.of("A0101", "2", "0", "999", "", "9", "64", "F"),
            List.of("D66", "87_1", "0", "1", "M", "0", "999", ""),
            List.of("D66", "20", "0", "1", "M", "0", "999", ""));
    assertThat(rows("hierarchies")).containsExactly(List.of("19", "20"), List.of("19", "87_1"));
  }

  @Test
  void factorsHaveThreeDecimals() {
    assertThat(rows("factors"))
        .containsExactly(
            List.of("Adult", "MAGE_LAST_60_GT", "0.121", "0.071", "-0.055", "1.000", "0.000"));
    assertThat(rows("cost sharing")).containsExactly(List.of("ADULT", "1", "SILVER", "1.12"));
    assertThat(rows("ages"))
        .containsExactly(
            List.of("Adult", "MAGE_LAST_60_GT", "M", "60", "999"),
            List.of("Infant", "AGE0_MALE", "M", "0", "0"));
  }

  @Test
  void definitionsKeepTheirOrderAndModel() {
    assertThat(rows("definitions"))
        .extracting(List::getLast)
        .containsExactly(
            "IF HHS_HCC002 = 1 THEN SEVERE_V3 = 1;",
            "IF HHS_HCC019 = 1 THEN DO; HHS_HCC019 = 0; G01 = 1; END;",
            "IF HHS_HCC020 = 1 THEN DO; HHS_HCC020 = 0; G01 = 1; END;",
            "IF RXC_06 = 1 AND (HHS_HCC019 = 1 OR HHS_HCC020 = 1) THEN RXC_06_X_HCC019_020 = 1;");
  }

  @Test
  void aDefinitionThatCannotBeReadRefusesTheWorkbook() {
    sheets.put("Table 6", ADULT_RULES.replace("then SEVERE_V3 = 1", "then SEVERE_V3 = sum(all)"));
    assertThat(summary()).startsWith("refused").contains("SEVERE_V3");
  }

  @Test
  void aDefinitionOfUnknownVariablesRefusesTheWorkbook() {
    sheets.put("Table 6", ADULT_RULES.replace("if HHS_HCC002 = 1", "if HCC_CNT = 1"));
    assertThat(summary()).startsWith("refused").contains("HCC_CNT");
  }

  @Test
  void aMissingTableRefusesTheWorkbook() {
    sheets.remove("Table 11");
    assertThat(summary()).startsWith("refused").contains("Table 11");
  }

  @Test
  void aFactorThatIsNoNumberRefusesTheWorkbook() {
    sheets.compute("Table 9", (name, text) -> String.valueOf(text).replace("0.121", "much"));
    assertThat(summary()).startsWith("refused").contains("much");
  }
}
