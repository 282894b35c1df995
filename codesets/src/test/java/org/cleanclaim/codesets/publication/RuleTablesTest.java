package org.cleanclaim.codesets.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.cleanclaim.codesets.publication.RuleTables.Table;
import org.junit.jupiter.api.Test;

class RuleTablesTest {
  private static final Table AGES = table("ages", "15");
  private static final Table CODES = table("codes", "A00");

  private static Table table(String name, String cell) {
    return new Table(name, List.of("first"), List.of(List.of(cell)));
  }

  @Test
  void furtherFilesAddTablesInAnyOrder() {
    var one = RuleTables.of(AGES).with(RuleTables.of(CODES));
    var other = RuleTables.of(CODES).with(RuleTables.of(AGES));
    assertThat(one).isEqualTo(other);
    assertThat(one.size()).isEqualTo(2);
  }

  @Test
  void aTableOfTheSameNameIsReplaced() {
    var newer = table("ages", "16");
    assertThat(RuleTables.of(AGES).with(RuleTables.of(newer)).tables()).containsExactly(newer);
  }

  @Test
  void whatIsMissingHasNoRowsAndIsSaid() {
    var tables = RuleTables.of(AGES);
    assertThat(tables.has("codes")).isFalse();
    assertThat(tables.table("codes").rows()).isEmpty();
    assertThat(tables.table("ages").column("first")).isZero();
    assertThatThrownBy(() -> tables.table("ages").column("second")).hasMessageContaining("second");
  }
}
