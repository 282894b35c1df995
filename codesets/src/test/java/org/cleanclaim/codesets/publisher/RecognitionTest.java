package org.cleanclaim.codesets.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecognitionTest {
  private static final String SAMPLES =
      """
      icd10cm_order_2026.txt | ICD10CM_CODES FY2026 2025-10-01 7
      icd10pcs_order_2026.txt | ICD10PCS_CODES FY2026 2025-10-01 3
      icd10cm_order_addenda_2026.txt | changes of ICD10CM_CODES FY2026 2025-10-01 4
      icd10pcs_order_addenda_2026.txt | changes of ICD10PCS_CODES FY2026 2025-10-01 2
      POAexemptCodesFY26.txt | ICD10CM_POA_EXEMPT FY2026 2025-10-01 3
      icd10cm_tabular_2026.xml | ICD10CM_TABULAR FY2026 2025-10-01 14
      icd10cm_index_2026.xml | ICD10CM_INDEX FY2026 2025-10-01 5
      icd10cm-eindex-April-1-2026.xml | ICD10CM_EXTERNAL_CAUSES FY2026-04 2026-04-01 1
      icd10cm-neoplasm-2026.xml | ICD10CM_NEOPLASMS FY2026 2025-10-01 2
      icd10cm-drug-2026.xml | ICD10CM_DRUGS FY2026 2025-10-01 2
      index_2025.csv | ICD10CM_INDEX FY2025 2024-10-01 4
      external_cause_2025.csv | ICD10CM_EXTERNAL_CAUSES FY2025 2024-10-01 3
      conversion_table.xlsx | ICD10CM_CONVERSIONS FY2026 2025-10-01 15
      icd10pcs_tables_2026.xml | ICD10PCS_TABLES FY2026 2025-10-01 1
      icd10pcs_index_2026.xml | ICD10PCS_INDEX FY2026 2025-10-01 5
      icd10pcs_definitions_2026.xml | ICD10PCS_DEFINITIONS FY2026 2025-10-01 3
      HCPC2025_JAN_ANWEB.txt | HCPCS_CODES 2025-01 2025-01-01 2, MODIFIERS 2025-01 2025-01-01 1
      HCPC2020_OCT_ANWEB.xlsx | HCPCS_CODES 2020-10 2020-10-01 1, MODIFIERS 2020-10 2020-10-01 1
      HCPC2024_JUL_extract.csv | HCPCS_CODES 2024-07 2024-07-01 2
      modifiers_2024.csv | MODIFIERS 2024 2024-01-01 2
      carc_rarc_2024-06.csv | CARCS 2024-06 2024-06-01 2, RARCS 2024-06 2024-06-01 1
      place_of_service_2024.csv | PLACES_OF_SERVICE 2024 2024-01-01 2
      revenue_center_code_2022.csv | REVENUE_CODES 2022 2022-01-01 2
      nucc_taxonomy_241.csv | TAXONOMY 24.1 2024-07-01 1
      icd10cmtoicd9gem.csv | ICD10CM_TO_ICD9 2018 2017-10-01 2
      2018_I9gem.txt | ICD9_TO_ICD10CM 2018 2017-10-01 3
      cpt_tab_2025.txt | CPT_CODES 2025 2025-01-01 2
      cpt_pipe_2025.txt | CPT_CODES 2025 2025-01-01 2
      LONGULT_2025.txt | CPT_CODES 2025 2025-01-01 3
      """;

  @ParameterizedTest
  @CsvSource(textBlock = SAMPLES, delimiter = '|')
  void everyLayoutIsRecognisedAndDated(String name, String summary) {
    assertThat(TextFile.summary(TextFile.read(TextFile.sample(name)))).isEqualTo(summary);
  }

  @ParameterizedTest
  @CsvSource(textBlock = SAMPLES, delimiter = '|')
  void contentDecidesAndNotTheName(String name, String summary) {
    String ending = name.endsWith(".xlsx") ? "" : ".txt";
    var result =
        TextFile.read(TextFile.sample(name).named("download" + ending), LocalDate.of(2031, 10, 1));
    assertThat(kinds(TextFile.summary(result))).isEqualTo(kinds(summary));
    assertThat(TextFile.summary(result)).contains(" 2031-10-01 ");
  }

  /// Kinds and sizes without edition and day.
  private static String kinds(String summary) {
    return summary.replaceAll(" \\S+ \\d{4}-\\d\\d-\\d\\d", "");
  }

  @ParameterizedTest
  @CsvSource(textBlock = SAMPLES, delimiter = '|')
  void gzipIsUnpackedByContent(String name, String summary) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(TextFile.sample(name).bytes());
    }
    assertThat(TextFile.summary(TextFile.read(new TextFile(name, packed.toByteArray()))))
        .isEqualTo(summary);
    var cut = Arrays.copyOf(packed.toByteArray(), packed.size() - 12);
    assertThat(TextFile.read(new TextFile(name, cut))).isInstanceOf(ReadResult.Refused.class);
  }

  @Test
  void whatIsNoCodeSetIsUnknown() throws IOException {
    assertThat(unknown(TextFile.of("notes.txt", "Dear colleague\nplease find enclosed\n")))
        .contains("known here");
    assertThat(
            unknown(TextFile.of("fees.csv", "Code,Description,Non-facility fee\n99999,Words,1\n")))
        .contains("known here");
    assertThat(unknown(TextFile.of("guide.pdf", "%PDF-1.7\n"))).contains("PDF");
    assertThat(unknown(TextFile.sample("POAexemptAddCodesFY26.txt"))).contains("not needed");
    var zip = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("order.txt"));
      out.write(1);
    }
    assertThat(unknown(new TextFile("files.zip", zip.toByteArray()))).contains("ZIP");
  }

  @Test
  void aDateThatNothingNamesIsAskedFor() {
    var file = TextFile.sample("icd10cm_order_2026.txt").named("order.txt");
    assertThat(unknown(file)).contains("State the effective date");
    assertThat(TextFile.summary(TextFile.read(file, LocalDate.of(2026, 4, 1))))
        .isEqualTo("ICD10CM_CODES FY2026-04 2026-04-01 7");
  }

  private static String unknown(TextFile file) {
    ReadResult result = TextFile.read(file);
    assertThat(result).isInstanceOf(ReadResult.Unknown.class);
    return TextFile.summary(result);
  }
}
