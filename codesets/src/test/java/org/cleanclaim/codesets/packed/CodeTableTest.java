package org.cleanclaim.codesets.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.kernel.EffectivePeriod;
import org.junit.jupiter.api.Test;

class CodeTableTest {
  private static final CodeList LIST =
      new CodeList(
          List.of(
              row("M10", false),
              row("M109", true),
              row("M1A", false),
              row("M1A0", false),
              row("M1A00X0", true),
              row("S00", false),
              row("S00XXXA", true)));
  private final CodeTable table = CodeTable.of(LIST);

  private static CodeList.Row row(String code, boolean isBillable) {
    return new CodeList.Row(
        code, "Title of " + code, "Short " + code, isBillable, null, null, Map.of("k", code));
  }

  @Test
  void givesBackEveryRowInThePublishersOrder() {
    assertThat(table.rows().stream().map(CodeList.Row::code))
        .containsExactlyElementsOf(LIST.rows().stream().map(CodeList.Row::code).toList());
    assertThat(table.row(1).title()).isEqualTo("Title of M109");
    assertThat(table.row(1).shortTitle()).isEqualTo("Short M109");
    assertThat(table.row(1).attributes()).containsEntry("k", "M109");
    assertThat(table.billableCount()).isEqualTo(3);
  }

  @Test
  void findsCodesByThemselvesOnly() {
    assertThat(table.code(table.ordinal("M1A00X0"))).isEqualTo("M1A00X0");
    assertThat(table.ordinal("m109")).isEqualTo(1);
    assertThat(List.of("M1", "M1A00", "M1090", "", "M10.9", "ZZZZZZZZZZZZZ"))
        .allMatch(code -> table.ordinal(code) == CodeTable.NONE);
  }

  @Test
  void aParentIsTheLongestHeadingThatTheCodeBeginsWith() {
    assertThat(parent("M109")).isEqualTo("M10");
    assertThat(parent("M1A00X0")).isEqualTo("M1A0");
    assertThat(parent("S00XXXA")).isEqualTo("S00");
    assertThat(table.parent(table.ordinal("M10"))).isEqualTo(CodeTable.NONE);
    assertThat(codes(table.children(table.ordinal("M1A")))).containsExactly("M1A0");
    assertThat(codes(table.children(table.ordinal("M109")))).isEmpty();
  }

  @Test
  void findsCodesByTheirBeginning() {
    assertThat(codes(table.beginningWith("M1A"))).containsExactly("M1A", "M1A0", "M1A00X0");
    assertThat(codes(table.beginningWith("T"))).isEmpty();
  }

  @Test
  void aRowsOwnPeriodDecides() {
    var from = LocalDate.of(2000, 1, 1);
    var until = LocalDate.of(2001, 1, 1);
    var ended =
        new CodeList.Row("A1", "a", "", true, null, new EffectivePeriod(from, until), Map.of());
    var open = new CodeList.Row("B1", "b", "", true, null, null, Map.of());
    var old =
        new CodeList.Row(
            "C1", "c", "", true, null, EffectivePeriod.from(LocalDate.of(1965, 7, 1)), Map.of());
    var periods = CodeTable.of(new CodeList(List.of(ended, open, old)));

    assertThat(periods.holdsOn(0, from)).isTrue();
    assertThat(periods.holdsOn(0, until)).isFalse();
    assertThat(periods.holdsOn(1, until)).isTrue();
    assertThat(periods.row(0).period()).isEqualTo(new EffectivePeriod(from, until));
    assertThat(periods.row(1).period()).isNull();
    assertThat(periods.row(2).period()).isEqualTo(EffectivePeriod.from(LocalDate.of(1965, 7, 1)));
  }

  @Test
  void anEmptyListIsATableToo() {
    var empty = CodeTable.of(new CodeList(List.of()));
    assertThat(empty.size()).isZero();
    assertThat(empty.ordinal("A00")).isEqualTo(CodeTable.NONE);
  }

  @Test
  void twoRowsOfOneCodeAreRefused() {
    var twice = new CodeList(List.of(row("A00", true), row("A01", true), row("A00", true)));
    assertThatThrownBy(() -> CodeTablePacker.pack(twice)).hasMessageContaining("A00 occurs twice");
  }

  @Test
  void keysSortAsCodesDo() {
    var codes = List.of("0", "00", "0A", "9", "99", "A", "A0", "AZ", "Z9", "ZZZZZZZZZZZZ");
    var keys = codes.stream().mapToLong(CodeKey::of).toArray();
    assertThat(keys).isSorted().doesNotHaveDuplicates();
    assertThat(Arrays.stream(keys).mapToObj(CodeKey::code)).containsExactlyElementsOf(codes);
    assertThat(CodeKey.of("A-1")).isEqualTo(CodeKey.NONE);
  }

  private String parent(String code) {
    return table.code(table.parent(table.ordinal(code)));
  }

  private List<String> codes(int[] ordinals) {
    return Arrays.stream(ordinals).mapToObj(table::code).toList();
  }
}
