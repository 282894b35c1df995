package org.cleanclaim.codesets.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedFilesTest {
  private static final String ORDER = "icd10cm_order_2026.txt";

  @Test
  void orderFilesMustBeWhole() {
    var order = TextFile.sample(ORDER);
    String third = order.text().lines().skip(2).findFirst().orElseThrow();
    assertRefused(order.with(third + "\r\n", ""), 3, "The order number is not 3");
    assertRefused(order.without(20), 7, "in the middle of a line");
    assertRefused(order.cutTo(order.text().indexOf("00005")), 4, "ends with a heading");
    assertRefused(order.with("00002 A000    1", "00002 A000    7"), 2, "neither 0 nor 1");
    assertRefused(order.with("00003 A009 ", "00003 A000 "), 3, "A000 occurs a second time");
    assertRefused(order.with("00003 A009 ", "00003 ?009 "), 3, "no code");
    assertRefused(order.with(third, third.substring(0, 70)), 3, "fewer than 78");
    assertRefused(order.with(third, third.substring(0, 30) + third.substring(31)), 3, "shifted");
  }

  @Test
  void addendaMustAgreeWithTheirCounts() {
    var addenda = TextFile.sample("icd10cm_order_addenda_2026.txt");
    String first = addenda.text().lines().findFirst().orElseThrow();
    assertRefused(addenda.with(first + "\r\n", ""), 26, "0 lines of DELETE");
    assertRefused(addenda.cutTo(addenda.text().indexOf("\r\nHeaders")), 5, "counts at the end");
    assertRefused(addenda.with("Add:         1", "Add:         x"), 3, "neither 0 nor 1");
    assertRefused(addenda.with("B8801", "B8!01"), 3, "no code in column 16");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "icd10cm_tabular_2026.xml",
        "icd10cm_index_2026.xml",
        "icd10cm-neoplasm-2026.xml",
        "icd10pcs_tables_2026.xml",
        "icd10pcs_index_2026.xml",
        "icd10pcs_definitions_2026.xml"
      })
  void xmlMustBeClosed(String name) {
    var file = TextFile.sample(name);
    assertRefused(file.without(8), null, "XML");
    assertRefused(file.cutTo(file.text().lastIndexOf("</")), null, "ends early");
    assertRefused(file.cutTo(file.bytes().length * 2 / 3), null, "");
    assertRefused(file.with("</version>", "</vision>"), 3, "not well formed");
  }

  @Test
  void xmlReachesNothingOutside() {
    String secret = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>\n<ICD10CM.index>";
    var index =
        TextFile.sample("icd10cm_index_2026.xml")
            .with("<ICD10CM.index>", secret)
            .with("Abandonment", "&e;");
    assertThat(TextFile.read(index)).isInstanceOf(ReadResult.Refused.class);
  }

  @Test
  void xmlContentIsChecked() {
    var tabular = TextFile.sample("icd10cm_tabular_2026.xml");
    assertRefused(tabular.with("<name>T38.3</name>", "<name>E11.3</name>"), null, "E113 occurs");
    assertRefused(
        tabular.with("<name>T38.3</name>", "<name>38.3</name>"), null, "no ICD-10-CM code");
    var tables = TextFile.sample("icd10pcs_tables_2026.xml");
    assertRefused(tables.with("pcsRow codes=\"4\"", "pcsRow codes=\"5\""), 9, "states 5");
    assertRefused(tables.with("code=\"X\"", "code=\"XX\""), 13, "no character");
    var index = TextFile.sample("icd10cm_index_2026.xml");
    assertRefused(index.with("E85.4", "E85,4"), 10, "no ICD-10-CM code");
    var drugs = TextFile.sample("icd10cm-drug-2026.xml");
    assertRefused(drugs.with("cell col=\"3\">C79", "cell col=\"9\">C79"), 7, "no column");
    assertRefused(drugs.with(">Substance<", ">Thing<"), 1, "first heading");
  }

  @Test
  void delimitedFilesAreChecked() {
    var hcpcs = TextFile.sample("HCPC2024_JUL_extract.csv");
    assertRefused(hcpcs.with("V5362,Speech screening,", "V5362,"), 3, "20 cells instead of 21");
    assertRefused(hcpcs.with("V5362", "V536"), 3, "no code of HCPCS");
    assertRefused(hcpcs.with("V5362", "A0021"), 3, "A0021 occurs a second time");
    assertRefused(hcpcs.with("19850101", "1985-1-1"), 2, "no date");
    assertRefused(hcpcs.with("(medicaid only)\"", "(medicaid only)"), null, "");
    assertRefused(hcpcs.without(3), 3, "in the middle of a line");
    var index = TextFile.sample("index_2025.csv");
    assertRefused(index.with("2,A,0,Abdomen,,condition,(acute),\n", ""), 3, "row number is not 2");
    assertRefused(index.with("Q87.19", "Q"), 2, "no ICD-10-CM code");
    var exempt = TextFile.sample("POAexemptCodesFY26.txt");
    assertRefused(exempt.with("B91", "B90.0"), 3, "B900 occurs");
    assertRefused(exempt.with("01243\t", ""), 3, "2 cells instead of 3");
    var places = TextFile.sample("place_of_service_2024.csv");
    assertRefused(places.with("11,Non-Facility", "11,Perhaps"), 2, "neither facility");
    var mapping = TextFile.sample("2018_I9gem.txt");
    assertRefused(mapping.with("10000", "10"), 2, "two codes and five digits");
    assertRefused(mapping.with("0020 ", "??20 "), 2, "no pair");
    var cpt = TextFile.sample("cpt_tab_2025.txt");
    assertRefused(cpt.with("99999", "9999"), 3, "no CPT code");
    assertRefused(cpt.with("2024-12-31", "soon"), 3, "no date");
  }

  @Test
  void recordsAreChecked() {
    var records = TextFile.sample("HCPC2025_JAN_ANWEB.txt");
    assertRefused(records.with("   AD002008", "   AA002008"), 5, "not the one before");
    assertRefused(records.with("20171231", "20171399"), 7, "no date");
    assertRefused(records.with("20171231", "19991231"), 7, "before the date of addition");
    assertRefused(records.without(40), 7, "");
  }

  @Test
  void workbooksAreChecked() {
    var workbook = TextFile.sample("HCPC2020_OCT_ANWEB.xlsx");
    assertRefused(workbook.cutTo(workbook.bytes().length / 2), 1, "");
    assertRefused(TextFile.of("HCPC2020_OCT.xlsx", "HCPC,LONG DESCRIPTION\n"), 1, "it is none");
    assertRefused(
        TextFile.of("codes.xls", "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1"), 1, "old Excel form");
  }

  @Test
  void whatIsNoTableAtAllIsRefused() {
    assertRefused(TextFile.of(ORDER, ""), 1, "empty");
    assertRefused(TextFile.of(ORDER, "\r\n \r\n"), 1, "empty");
    assertRefused(TextFile.of(ORDER, "<!DOCTYPE html>\n<html><body>404</body>"), 1, "web page");
    assertRefused(TextFile.of(ORDER, "\u0000\u0001\u0002"), 1, "binary");
    assertRefused(new TextFile(ORDER, new byte[] {0x1F, (byte) 0x8B, 8, 0}), 1, "gzip");
  }

  /// Whatever happens to the bytes, reading answers with a result.
  @ParameterizedTest
  @ValueSource(
      strings = {
        ORDER,
        "icd10pcs_order_addenda_2026.txt",
        "icd10cm_tabular_2026.xml",
        "icd10pcs_tables_2026.xml",
        "conversion_table.xlsx",
        "HCPC2025_JAN_ANWEB.txt",
        "HCPC2024_JUL_extract.csv",
        "carc_rarc_2024-06.csv",
        "nucc_taxonomy_241.csv",
        "2018_I9gem.txt",
        "cpt_tab_2025.txt",
        "LONGULT_2025.txt"
      })
  void damageNeverEndsInAnException(String name) {
    byte[] whole = TextFile.sample(name).bytes();
    var random = new Random(name.hashCode());
    for (int i = 0; i < 400; i++) {
      byte[] bytes = whole.clone();
      int changes = 1 + random.nextInt(4);
      for (int c = 0; c < changes; c++) {
        bytes[random.nextInt(bytes.length)] =
            (byte) " \t\n\",<>0A\u00FF".charAt(random.nextInt(10));
      }
      if (random.nextInt(3) == 0) bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      ReadResult result = TextFile.read(new TextFile(name, bytes));
      assertThat(TextFile.summary(result)).isNotEmpty();
      if (result instanceof ReadResult.Refused refused) {
        assertThat(refused.line()).isPositive();
        assertThat(refused.reason()).endsWith(".");
      }
    }
  }

  private static void assertRefused(TextFile file, @Nullable Integer line, String reason) {
    ReadResult result = TextFile.read(file);
    assertThat(result).as(TextFile.summary(result)).isInstanceOf(ReadResult.Refused.class);
    var refused = (ReadResult.Refused) result;
    assertThat(refused.reason()).contains(reason);
    if (line != null) assertThat(refused.line()).as(refused.message()).isEqualTo(line);
  }
}
