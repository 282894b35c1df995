package org.cleanclaim.codesets.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.codesets.publication.Content;
import org.cleanclaim.codesets.publication.ProcedureTables;
import org.cleanclaim.codesets.publication.TabularList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The publishers' own files with the counts that are known of them.
class OfficialFilesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          icd10cm/2026/icd10cm_order_2026.txt.gz | ICD10CM_CODES FY2026 2025-10-01 98186
          icd10cm/2025/icd10cm_order_2025.txt.gz | ICD10CM_CODES FY2025 2024-10-01 97584
          icd10cm/2026/icd10cm_order_addenda_2026.txt.gz | changes of ICD10CM_CODES FY2026 2025-10-01 703
          icd10cm/2025/icd10cm_order_addenda_2025.txt.gz | changes of ICD10CM_CODES FY2025 2024-10-01 374
          icd10cm/2025/icd10cm-order-addenda-April-2025.txt.gz | changes of ICD10CM_CODES FY2025-04 2025-04-01 0
          icd10cm/2026/POAexemptCodesFY26.txt.gz | ICD10CM_POA_EXEMPT FY2026 2025-10-01 38349
          icd10cm/2025/POAexemptCodesFY25.txt.gz | ICD10CM_POA_EXEMPT FY2025 2024-10-01 38154
          icd10cm/2026/ICD-10-CM-CONVERSION-TABLE-FY2026.xlsx | ICD10CM_CONVERSIONS FY2026 2025-10-01
          icd10cm/2025/icd-10-cm-conversion-table-FY2025.xlsx | ICD10CM_CONVERSIONS FY2025 2024-10-01
          icd10cm/2026/icd10cm-drug-April-1-2026.xml.gz | ICD10CM_DRUGS FY2026-04 2026-04-01 7430
          icd10cm/2026/icd10cm-neoplasm-April-1-2026.xml.gz | ICD10CM_NEOPLASMS FY2026-04 2026-04-01 1940
          icd10cm/2026/icd10cm-eindex-April-1-2026.xml.gz | ICD10CM_EXTERNAL_CAUSES FY2026-04 2026-04-01 8090
          icd10cm/2025/icd-10-cm-neoplasm-2025.xml.gz | ICD10CM_NEOPLASMS FY2025 2024-10-01 1939
          icd10cm/2025/icd-10-cm-tabular-2025_ch2.xml.gz | ICD10CM_TABULAR FY2025 2024-10-01 2198
          icd10cm/2021/icd10cm_tabular_2021.xml.gz | ICD10CM_TABULAR FY2021 2020-10-01 45335
          icd10cm/2017/icd10cm_tabular_2017.xml.gz | ICD10CM_TABULAR FY2017 2016-10-01 44226
          icd10cm/2017/icd10cm_index_2017.xml.gz | ICD10CM_INDEX FY2017 2016-10-01 77199
          icd10cm/2025/derived_ICD10CM_2025_Index.csv.gz | ICD10CM_INDEX FY2025 2024-10-01 81024
          icd10pcs/2026/icd10pcs_order_2026.txt.gz | ICD10PCS_CODES FY2026 2025-10-01 80029
          icd10pcs/2025/icd10pcs_order_2025.txt.gz | ICD10PCS_CODES FY2025 2024-10-01 79856
          icd10pcs/2026/icd10pcs_order_addenda_2026.txt.gz | changes of ICD10PCS_CODES FY2026 2025-10-01 188
          icd10pcs/2025/icd10pcs_tables_2025.xml.gz | ICD10PCS_TABLES FY2025 2024-10-01 908
          icd10pcs/2025/icd10pcs_index_2025.xml.gz | ICD10PCS_INDEX FY2025 2024-10-01 24484
          hcpcs/HCPC2019_CONTR_ANWEB.txt.gz | HCPCS_CODES 2019-01 2019-01-01 6440, MODIFIERS 2019-01 2019-01-01 360
          hcpcs/HCPC2020_OCT_ANWEB.xlsx | HCPCS_CODES 2020-10 2020-10-01 6825, MODIFIERS 2020-10 2020-10-01 371
          hcpcs/HCPC2024_JUL_extract.csv.gz | HCPCS_CODES 2024-07 2024-07-01 8033
          hcpcs/modifiers_2024.csv.gz | MODIFIERS 2024 2024-01-01 426
          claim_codes/carc_rarc_group_2024-06.csv.gz | CARCS 2024-06 2024-06-01 405, RARCS 2024-06 2024-06-01 1171
          claim_codes/place_of_service_2024.csv.gz | PLACES_OF_SERVICE 2024 2024-01-01 52
          claim_codes/revenue_center_code_2022.csv | REVENUE_CODES 2022 2022-01-01 525
          taxonomy/nucc_taxonomy_240.csv.gz | TAXONOMY 24.0 2024-01-01 874
          gems/icd10cmtoicd9gem.csv.gz | ICD10CM_TO_ICD9 2018 2017-10-01 78838
          gems/icd9toicd10cmgem.csv.gz | ICD9_TO_ICD10CM 2018 2017-10-01 23912
          icd10cm/2026/POAexemptReviseCodesFY26.txt.gz | unknown
          icd10cm/2026/POAexemptDeleteCodesFY26.txt.gz | unknown
          icd10cm/2026/ICD-10-CM-October-2025-Guidelines.pdf | unknown
          icd10cm/2025/icd10cm-index-2025.xsd | unknown
          hcpcs/proc_notes_2019.txt | unknown
          claim_codes/admit_source_2022.csv | unknown
          mpfs/PPRRVU2025_Oct.csv.gz | MPFS_RVU 2025-10 2025-10-01 19090
          mpfs/PPRRVU2025_Oct.txt.gz | MPFS_RVU 2025-10 2025-10-01 19090
          ncci/ccipra-v302r0_2024-07-01_deleted.txt.gz | PTP_PRACTITIONER 2024-07 2024-07-01 876197
          ncci/ccioph-v302r0_2024-07-01_active.txt.gz | PTP_HOSPITAL 2024-07 2024-07-01 1335857
          ncci/MCR_MUE_PractitionerServices_Eff_07-01-2024.csv.gz | MUE_PRACTITIONER 2024-07 2024-07-01 14677
          ncci/MCR_MUE_OutpatientHospitalServices_Eff_07-01-2024.csv.gz | MUE_HOSPITAL 2024-07 2024-07-01 14628
          ncci/MCR_MUE_DMESupplierServices_Eff_07-01-2024.csv.gz | MUE_SUPPLIER 2024-07 2024-07-01 2928
          ncci/AOC_V2024_2024-06-03.csv.gz | ADD_ON_CODES 2024-06 2024-06-03 7465
          opps/addendum_b_2026-04_extract.csv.gz | OPPS_RATES 2026-04 2026-04-01 19059
          hcc/F2825T1N.TXT | RISK_DIAGNOSES 2026 2026-01-01 8183
          hcc/hhs_2021/CY2021_DIY_tables_12.17.2021.xlsx | MARKET_RISK 2021 2021-01-01 31155
          hcc/2026 Initial ICD-10-CM Mappings.csv.gz | RISK_DIAGNOSES 2026 2026-01-01 54440
          hcc/hhs_2021/CY21F07B_FY2022_ICD10.TXT.gz | unknown
          """)
  void isRecognisedAndReadWhole(String file, String summary) {
    assertThat(TextFile.summary(TextFile.read(TextFile.official("data/" + file))))
        .startsWith(summary);
  }

  @ParameterizedTest
  @CsvSource({
    "icd10cm/2026/icd10cm_order_2026.txt.gz, 74719",
    "icd10cm/2025/icd10cm_order_2025.txt.gz, 74260",
    "icd10pcs/2026/icd10pcs_order_2026.txt.gz, 79115",
    "icd10pcs/2025/icd10pcs_order_2025.txt.gz, 78948"
  })
  void orderFilesHaveTheirBillableCodes(String file, int billable) {
    var rows = ((CodeList) content("data/" + file)).rows();
    assertThat(rows.stream().filter(CodeList.Row::billable)).hasSize(billable);
    assertThat(rows.stream().filter(r -> r.code().length() > 3)).allMatch(r -> r.parent() != null);
  }

  @Test
  void theTablesMakeExactlyTheCodesOfTheOrderFile() {
    var tables = (ProcedureTables) content("data/icd10pcs/2025/icd10pcs_tables_2025.xml.gz");
    var made =
        tables.tables().stream()
            .flatMap(t -> t.rows().stream().flatMap(r -> codes(t.prefix(), r)))
            .collect(Collectors.toSet());
    var listed =
        ((CodeList) content("data/icd10pcs/2025/icd10pcs_order_2025.txt.gz"))
            .rows().stream()
                .filter(CodeList.Row::billable)
                .map(CodeList.Row::code)
                .collect(Collectors.toSet());
    assertThat(made).isEqualTo(listed);
  }

  private static Stream<String> codes(String prefix, ProcedureTables.Row row) {
    var codes = Stream.of(prefix);
    for (var column : row.columns()) {
      codes = codes.flatMap(c -> column.choices().stream().map(choice -> c + choice.character()));
    }
    return codes;
  }

  @Test
  void theTabularListHasItsEntriesNotesAndSeventhCharacters() {
    var entries =
        ((TabularList) content("data/icd10cm/2021/icd10cm_tabular_2021.xml.gz")).entries();
    Map<TabularList.Level, Long> levels =
        entries.stream()
            .collect(Collectors.groupingBy(TabularList.Entry::level, Collectors.counting()));
    assertThat(levels)
        .containsEntry(TabularList.Level.CHAPTER, 22L)
        .containsEntry(TabularList.Level.SECTION, 296L)
        .containsEntry(TabularList.Level.CODE, 45_017L);
    assertThat(entries.stream().filter(e -> !e.seventhCharacters().isEmpty())).hasSize(507);
    var byId =
        entries.stream().collect(Collectors.toMap(TabularList.Entry::id, Function.identity()));
    assertThat(entries).allMatch(e -> e.parent() == null || byId.containsKey(e.parent()));
    assertThat(entries.stream().flatMap(e -> e.notes().stream()).flatMap(n -> n.codes().stream()))
        .allMatch(c -> c.matches("[A-Z][0-9A-Z]{2,6}(-|-[A-Z][0-9A-Z]{2,6})?"));
    assertThat(byId.get("E11"))
        .satisfies(e -> {
          assertThat(e.parent()).isEqualTo("E08-E13");
          assertThat(e.notes()).anyMatch(n -> n.codes().equals(List.of("O244-")));
        });
  }

  private static Content content(String file) {
    return TextFile.publications(TextFile.official(file)).getFirst().content();
  }
}
