package org.cleanclaim.codesets.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cleanclaim.codesets.publication.Definitions;
import org.cleanclaim.codesets.publication.Definitions.Definition;
import org.cleanclaim.codesets.publication.ProcedureTables;
import org.cleanclaim.codesets.publication.ProcedureTables.Choice;
import org.cleanclaim.codesets.publication.ProcedureTables.Column;
import org.cleanclaim.codesets.publication.ProcedureTables.Row;
import org.cleanclaim.codesets.publication.ProcedureTables.Table;
import org.junit.jupiter.api.Test;

class ProcedureBuilderTest {
  private static final Table EXCISION =
      new Table(
          List.of(
              new Choice("Section", '0', "Medical and Surgical"),
              new Choice("Body System", 'D', "Gastrointestinal System"),
              new Choice("Operation", 'B', "Excision")),
          "Cutting out a portion",
          List.of(row("6", "03", "Z", "X"), row("67", "8", "Z", "Z")));
  private static final ProcedureBuilder BUILDER =
      ProcedureBuilder.of(
          new ProcedureTables(List.of(EXCISION)),
          new Definitions(
              List.of(
                  new Definition(
                      '0', "Approach", "approach 8", "through an opening", "", List.of()))));

  @Test
  void offersOnlyWhatLeadsToACode() {
    assertThat(options("")).isEqualTo("0");
    assertThat(options("0DB")).isEqualTo("67");
    assertThat(options("0DB6")).isEqualTo("038");
    assertThat(options("0DB7")).isEqualTo("8");
    assertThat(options("0DB68Z")).isEqualTo("Z");
    assertThat(options("0db60z")).isEqualTo("X");
  }

  @Test
  void refusesWithTheReason() {
    assertThat(BUILDER.step("0DB70"))
        .isEqualTo(
            new ProcedureStep.Refused(
                "0DB70",
                5,
                "No Approach 0 follows 0DB7 in any table.",
                "Choose one of: 8 approach 8."));
    assertThat(BUILDER.step("1")).isInstanceOf(ProcedureStep.Refused.class);
    assertThat(BUILDER.step("0DB60ZXX")).isInstanceOf(ProcedureStep.Refused.class);
    assertThat(BUILDER.step("\u0000\uffff\uffff")).isInstanceOf(ProcedureStep.Refused.class);
    assertThat(ProcedureBuilder.of(new ProcedureTables(List.of())).step(""))
        .isInstanceOf(ProcedureStep.Refused.class);
  }

  @Test
  void endsWithTheCodeInWords() {
    var complete = (ProcedureStep.Complete) BUILDER.step("0DB78ZZ");

    assertThat(complete.words())
        .isEqualTo(
            "Medical and Surgical, Gastrointestinal System, Excision, body part 7, approach 8, device Z,"
                + " qualifier Z");
    assertThat(BUILDER.isValid("0DB78ZZ")).isTrue();
    assertThat(BUILDER.isValid("0DB78ZX")).isFalse();
    assertThat(BUILDER.isValid("0DB")).isFalse();
  }

  @Test
  void saysWhatValuesMean() {
    assertThat(((ProcedureStep.Open) BUILDER.step("0D")).options().getFirst().definition())
        .isEqualTo("Cutting out a portion");
    assertThat(((ProcedureStep.Open) BUILDER.step("0DB7")).options().getFirst().definition())
        .isEqualTo("through an opening");
  }

  @Test
  void expandsTablesAndOpensThemFromTheIndex() {
    assertThat(BUILDER.expand("0DB")).containsExactly("0DB60ZX", "0DB63ZX", "0DB68ZZ", "0DB78ZZ");
    assertThat(BUILDER.expand("0DB7")).containsExactly("0DB78ZZ");
    assertThat(BUILDER.fromIndex(List.of("0DB7", "0DT", "0DB")))
        .extracting(step -> ((ProcedureStep.Open) step).code())
        .containsExactly("0DB7", "0DB");
  }

  @Test
  void tablesOfAnotherShapeAreLeftOut() {
    var odd = new Table(List.of(new Choice("Section", '0', "")), "", List.of());
    var short0 = new Table(EXCISION.axes(), "", List.of(new Row(List.of())));

    var builder = ProcedureBuilder.of(new ProcedureTables(List.of(odd, short0)));

    assertThat(builder.step("0DB")).isInstanceOf(ProcedureStep.Refused.class);
    assertThat(builder.expand("")).isEmpty();
  }

  private static String options(String code) {
    var options = new StringBuilder();
    ((ProcedureStep.Open) BUILDER.step(code)).options().forEach(o -> options.append(o.character()));
    return options.toString();
  }

  private static Row row(String part, String approach, String device, String qualifier) {
    return new Row(
        List.of(
            column("Body Part", part),
            column("Approach", approach),
            column("Device", device),
            column("Qualifier", qualifier)));
  }

  private static Column column(String axis, String characters) {
    var choices = new ArrayList<Choice>();
    for (int i = 0; i < characters.length(); i++) {
      char c = characters.charAt(i);
      choices.add(new Choice(axis, c, axis.toLowerCase(Locale.ROOT) + " " + c));
    }
    return new Column(axis, choices);
  }
}
