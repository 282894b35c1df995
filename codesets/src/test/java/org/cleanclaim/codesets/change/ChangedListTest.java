package org.cleanclaim.codesets.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.cleanclaim.codesets.publication.CodeChanges;
import org.cleanclaim.codesets.publication.CodeChanges.Action;
import org.cleanclaim.codesets.publication.CodeChanges.Change;
import org.cleanclaim.codesets.publication.CodeList;
import org.junit.jupiter.api.Test;

class ChangedListTest {
  private static final CodeList OLD =
      new CodeList(List.of(row("B88", false), row("B880", true), row("B881", true)));

  private static CodeList.Row row(String code, boolean isBillable) {
    return new CodeList.Row(code, code, code, isBillable, null, null, Map.of());
  }

  private static ChangedList.Result change(Change... changes) {
    return ChangedList.of(OLD, new CodeChanges(List.of(changes), 2, 3));
  }

  @Test
  void aCodeThatGainsChildrenBecomesAHeading() {
    var result =
        change(
            new Change(Action.DELETE, "B880", true, "B880", "B880"),
            new Change(Action.ADD, "B880", false, "B880", "B880"),
            new Change(Action.ADD, "B8801", true, "B8801", "B8801"),
            new Change(Action.REVISE, "B881", true, "new", "new"));

    var list = ((ChangedList.Result.Changed) result).list();
    assertThat(list.rows())
        .extracting(CodeList.Row::code)
        .containsExactly("B88", "B880", "B8801", "B881");
    assertThat(list.rows())
        .extracting(CodeList.Row::billable)
        .containsExactly(false, false, true, true);
    assertThat(list.rows().getLast().title()).isEqualTo("new");
    assertThat(ChangedList.differences(OLD, list)).isEqualTo(3);
    assertThat(ChangedList.differences(list, list)).isZero();
  }

  @Test
  void withoutAFlagTheLengthDecides() {
    var result =
        change(
            new Change(Action.ADD, "0DB", null, "", "heading"),
            new Change(Action.ADD, "0DB60ZZ", null, "", "code"));
    var rows = ((ChangedList.Result.Changed) result).list().rows();
    assertThat(rows.get(0).billable()).isFalse();
    assertThat(rows.get(1).billable()).isTrue();
  }

  @Test
  void changesForAnotherListAreRefused() {
    assertThat(change(new Change(Action.DELETE, "X", true, "", "")))
        .isEqualTo(
            new ChangedList.Result.Refused(
                "The code X is to be deleted and is not in the list before."));
    assertThat(change(new Change(Action.REVISE, "X", true, "", "")))
        .isInstanceOf(ChangedList.Result.Refused.class);
    assertThat(change(new Change(Action.ADD, "B88", false, "", "")))
        .isEqualTo(
            new ChangedList.Result.Refused("The code B88 is to be added and is there already."));
  }
}
