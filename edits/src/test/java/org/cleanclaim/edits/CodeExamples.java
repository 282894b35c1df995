package org.cleanclaim.edits;

import static org.cleanclaim.edits.ClaimBuilder.SERVED;
import static org.cleanclaim.edits.ClaimBuilder.aClaim;
import static org.cleanclaim.edits.RuleExamples.CONTEXT;
import static org.cleanclaim.edits.RuleExamples.SCRUBBER;
import static org.cleanclaim.edits.RuleExamples.example;

import java.util.List;
import java.util.Map;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.publication.CodePairs;
import org.cleanclaim.edits.RuleExample.Case;
import org.cleanclaim.edits.ncci.AddOn;
import org.cleanclaim.edits.ncci.AddOns;
import org.cleanclaim.edits.ncci.NcciTables;
import org.cleanclaim.edits.ncci.ServiceKind;
import org.cleanclaim.edits.ncci.UnitLimits;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.party.Sex;

/// Examples of the rules on codes, modifiers and what claims say of each other.
final class CodeExamples {
  private static final Scrubber WHOLE = Scrubber.of(WholeCodeSets.of(), NcciTables.starter());
  private static final Scrubber ADD_ONS =
      Scrubber.of(
          CodeSets.starter(),
          NcciTables.of(
              ServiceKind.PRACTITIONER,
              new CodePairs.Builder().build(),
              new UnitLimits(Map.of()),
              new AddOns(
                  Map.of(
                      "99417",
                      new AddOn(
                          AddOn.Type.LISTED,
                          List.of(new AddOn.Primary("99215", Long.MIN_VALUE, Long.MAX_VALUE)))))));

  static final List<RuleExample> ALL =
      List.of(
          example(
              Rule.DIAGNOSIS_VALID,
              "J45.998, which the installed list does not hold",
              new Case(
                  aClaim().diagnosis("J45998").line("99213", "165.00").build(), CONTEXT, WHOLE),
              "I10, which it holds",
              new Case(aClaim().line("99213", "165.00").build(), CONTEXT, WHOLE)),
          example(
              Rule.DIAGNOSIS_COMPLETE,
              "E11, a heading",
              aClaim().diagnosis("E11").line("99213", "165.00").build(),
              "E11.9, a code below it",
              aClaim().diagnosis("E119").line("99213", "165.00").build()),
          example(
              Rule.PROCEDURE_VALID,
              "G9999, which the installed list does not hold",
              new Case(aClaim().line("G9999", "1.00").build(), CONTEXT, WHOLE),
              "G0439, which it holds",
              new Case(aClaim().line("G0439", "1.00").build(), CONTEXT, WHOLE)),
          example(
              Rule.MODIFIER_VALID,
              "Modifier ZZ",
              new Case(aClaim().line("99213", "1.00", "ZZ").build(), CONTEXT, WHOLE),
              "Modifier 25",
              new Case(aClaim().line("99213", "1.00", "25").build(), CONTEXT, WHOLE)),
          example(
              Rule.PLACE_VALID,
              "Place of service 98",
              aClaim().place("98").line("99213", "165.00").build(),
              "Place of service 11",
              aClaim().line("99213", "165.00").build()),
          example(
              Rule.EXCLUDES1,
              "E11.65 with E10.65",
              aClaim().diagnosis("E1165", "E1065").line("99213", "165.00").build(),
              "E11.65 with I10",
              aClaim().diagnosis("E1165", "I10").line("99213", "165.00").build()),
          example(
              Rule.EXTERNAL_CAUSE_FIRST,
              "A fall before the fracture",
              aClaim().diagnosis("W11XXXA", "S52501A").line("99213", "165.00").build(),
              "The fracture before the fall",
              aClaim().diagnosis("S52501A", "W11XXXA").line("99213", "165.00").build()),
          example(
              Rule.SEX_CONFLICT,
              "N40.1 for a woman",
              aClaim().diagnosis("N401").line("99213", "165.00").build(),
              "N40.1 for a man",
              aClaim().sex(Sex.MALE).diagnosis("N401").line("99213", "165.00").build()),
          example(
              Rule.AGE_CONFLICT,
              "A routine child examination at 55 years",
              aClaim().diagnosis("Z00129").line("99213", "165.00").build(),
              "The same at four years",
              aClaim()
                  .born(SERVED.minusYears(4))
                  .diagnosis("Z00129")
                  .line("99213", "165.00")
                  .build()),
          example(
              Rule.PTP,
              "A visit and an injection of one day",
              aClaim().line("99213", "1.00").line("20610", "1.00").build(),
              "The same with 25 on the visit",
              aClaim().line("99213", "1.00", "25").line("20610", "1.00").build()),
          example(
              Rule.ADD_ON,
              "An add-on code without its primary",
              new Case(aClaim().line("99417", "60.00").build(), CONTEXT, ADD_ONS),
              "The same beside its primary",
              new Case(
                  aClaim().line("99215", "200.00").line("99417", "60.00").build(),
                  CONTEXT,
                  ADD_ONS)),
          example(
              Rule.MUE,
              "Three units of 87880",
              aClaim().line("87880", "1.00", "3", SERVED).build(),
              "Two units of 87880",
              aClaim().line("87880", "1.00", "2", SERVED).build()),
          example(
              Rule.SIDE_CONFLICT,
              "LT with a diagnosis of the right knee",
              aClaim().diagnosis("M1711").line("20610", "1.00", "LT").build(),
              "RT with it",
              aClaim().diagnosis("M1711").line("20610", "1.00", "RT").build()),
          example(
              Rule.VISIT_MODIFIER,
              "25 on an injection",
              aClaim().line("20610", "1.00", "25").build(),
              "25 on a visit",
              aClaim().line("99213", "1.00", "25").build()),
          example(
              Rule.MODIFIER_ONCE,
              "59 twice on a line",
              aClaim().line("20610", "1.00", "59", "59").build(),
              "59 once",
              aClaim().line("20610", "1.00", "59").build()),
          example(
              Rule.EXACT_DUPLICATE,
              "The same visit on two lines",
              aClaim().line("99213", "165.00").line("99213", "165.00").build(),
              "The visit on one line",
              aClaim().line("99213", "165.00").build()),
          example(
              Rule.MANIFESTATION_FIRST,
              "F02.80 listed first",
              new Case(
                  aClaim().diagnosis("F0280", "I10").line("99213", "165.00").build(),
                  CONTEXT,
                  WHOLE),
              "F02.80 after the disease",
              new Case(
                  aClaim().diagnosis("I10", "F0280").line("99213", "165.00").build(),
                  CONTEXT,
                  WHOLE)),
          example(
              Rule.CODE_FIRST,
              "D63.1 before N18.4",
              aClaim().diagnosis("D631", "N184").line("99213", "165.00").build(),
              "N18.4 before D63.1",
              aClaim().diagnosis("N184", "D631").line("99213", "165.00").build()),
          example(
              Rule.SEQUELA_ORDER,
              "S52.501S before M25.531",
              aClaim().diagnosis("S52501S", "M25531").line("99213", "165.00").build(),
              "M25.531 before S52.501S",
              aClaim().diagnosis("M25531", "S52501S").line("99213", "165.00").build()),
          example(
              Rule.COMPONENT_CONFLICT,
              "26 with TC",
              aClaim().line("73030", "1.00", "26", "TC").build(),
              "26 alone",
              aClaim().line("73030", "1.00", "26").build()),
          example(
              Rule.MODIFIER_KIND,
              "57 on an injection",
              aClaim().line("20610", "1.00", "57").build(),
              "57 on a visit",
              aClaim().line("99213", "1.00", "57").build()),
          example(
              Rule.GLOBAL_EARLIER,
              "24 on a visit, no operation on file",
              new Case(aClaim().line("99213", "1.00", "24").build(), CONTEXT, SCRUBBER),
              "24 on a visit thirty days after an operation",
              new Case(
                  aClaim().line("99213", "1.00", "24").build(),
                  CONTEXT.withHistory(
                      List.of(
                          aClaim()
                              .numbered("T2")
                              .line("27447", "1.00", "1", SERVED.minusDays(30))
                              .build())),
                  SCRUBBER)),
          example(
              Rule.GLOBAL_VISIT,
              "A visit thirty days after an operation of ninety days, without modifier",
              new Case(
                  aClaim().line("99213", "1.00").build(),
                  CONTEXT.withHistory(List.of(operated(30))),
                  FeeScheduleSets.SCRUBBER),
              "A visit ninety-one days after it",
              new Case(
                  aClaim().line("99213", "1.00").build(),
                  CONTEXT.withHistory(List.of(operated(91))),
                  FeeScheduleSets.SCRUBBER)),
          example(
              Rule.POSSIBLE_DUPLICATE,
              "83036 twice, once with QW",
              aClaim().line("83036", "1.00").line("83036", "1.00", "QW").build(),
              "83036 twice, once with 91",
              aClaim().line("83036", "1.00").line("83036", "1.00", "91").build()));

  private CodeExamples() {}

  private static Claim operated(int daysBefore) {
    var day = SERVED.minusDays(daysBefore);
    return aClaim().numbered("T2").line("27447", "1.00", "1", day).build();
  }
}
