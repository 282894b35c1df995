package org.cleanclaim.coding.external;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.InstalledPublication;
import org.cleanclaim.codesets.publication.AlphabeticIndex;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.codesets.publication.Content;
import org.cleanclaim.codesets.publication.Publication;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.coding.CodingEngine;
import org.cleanclaim.coding.CodingProposal;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.EncounterSetting;
import org.cleanclaim.coding.Suggestion;
import org.cleanclaim.kernel.party.Sex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExternalCausesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 15);
  private static final LocalDate FROM = LocalDate.of(2025, 10, 1);
  private static final CodingEngine ENGINE = CodingEngine.of(codeSets(), DAY);

  private static CodeSets codeSets() {
    var codes =
        new CodeList(
            List.of(
                row("I10", "Essential (primary) hypertension"),
                row("S93401A", "Sprain of unspecified ligament of right ankle, initial encounter"),
                row(
                    "S93401D",
                    "Sprain of unspecified ligament of right ankle, subsequent encounter"),
                row("W009XXA", "Unspecified fall due to ice and snow, initial encounter"),
                row("W109XXA", "Fall (on) (from) unspecified stairs and steps, initial encounter"),
                row("W11XXXA", "Fall on and from ladder, initial encounter"),
                row(
                    "W109XXD",
                    "Fall (on) (from) unspecified stairs and steps, subsequent encounter"),
                row(
                    "W1840XA",
                    "Slipping, tripping and stumbling without falling, unspecified, initial"
                        + " encounter"),
                row("W19XXXA", "Unspecified fall, initial encounter"),
                row("W540XXA", "Bitten by dog, initial encounter"),
                row(
                    "V892XXA",
                    "Person injured in unspecified motor-vehicle accident, traffic, initial"
                        + " encounter"),
                row("Y990", "Civilian activity done for income or pay"),
                row("W11XXXD", "Fall on and from ladder, subsequent encounter"),
                row("Y92480", "Sidewalk as the place of occurrence of the external cause"),
                row("Y9368", "Activity, volleyball (beach) (court)")));
    var index =
        new AlphabeticIndex(
            List.of(
                term("hypertension", "I10"),
                term("ankle sprain", "S93401A"),
                term("fall ladder", "W11XXXA")));
    return CodeSets.of(
        List.of(
            publication(PublicationKind.ICD10CM_CODES, codes),
            publication(PublicationKind.ICD10CM_INDEX, index)));
  }

  private static InstalledPublication publication(PublicationKind kind, Content content) {
    return InstalledPublication.of(new Publication(kind, "test", FROM, "test", true, content));
  }

  private static CodeList.Row row(String code, String title) {
    return new CodeList.Row(code, title, "", true, null, null, Map.of());
  }

  private static AlphabeticIndex.Term term(String title, String code) {
    return new AlphabeticIndex.Term(0, title, "", List.of(code), List.of(), List.of());
  }

  private static CodingProposal propose(String told, String problem) {
    String text = "HPI:\n" + told + "\nAssessment:\n1. " + problem + "\n";
    return ENGINE.propose(
        new Documentation("d", text, EncounterSetting.OUTPATIENT, DAY, 50, Sex.FEMALE));
  }

  private static List<String> codes(String told, String problem) {
    return propose(told, problem).suggestions().stream().map(Suggestion::code).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          She slipped and fell on ice yesterday.                      | W009XXA
          He fell off a ladder.                                       | W11XXXA
          She missed the last steps of the stairs.                    | W109XXA
          She fell.                                                   | W19XXXA
          She stumbled on a ladder and caught herself from falling.   | W1840XA
          He was bitten by the neighbor's dog.                        | W540XXA
          Involved in an MVA last night.                              | V892XXA
          """)
  void whatHappenedStandsBehindTheInjury(String told, String cause) {
    assertThat(codes(told, "Ankle sprain.")).containsExactly("S93401A", cause);
  }

  @Test
  void placeAndActivityAreToldWithTheEvent() {
    assertThat(codes("She was playing volleyball on the sidewalk and fell.", "Ankle sprain."))
        .containsExactly("S93401A", "W19XXXA", "Y92480", "Y9368");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          He fell off a ladder.                    | Hypertension.
          She denies any fall.                     | Ankle sprain.
          Worse in the fall.                       | Ankle sprain.
          10 years ago she fell on stairs.         | Ankle sprain.
          Her mother fell on stairs.               | Ankle sprain.
          She lives near the sidewalk.             | Ankle sprain.
          """)
  void noInjuryNoEventNoCause(String told, String problem) {
    assertThat(codes(told, problem)).hasSize(1);
  }

  @Test
  void inHealingTheCauseIsTooAndThePlaceIsNoMore() {
    assertThat(codes("She fell on the stairs by the sidewalk.", "Follow-up of ankle sprain."))
        .containsExactly("S93401D", "W109XXD");
  }

  @Test
  void whetherItHappenedForPayIsToldOnceWithTheEvent() {
    assertThat(codes("He fell from a ladder at the job site today.", "Ankle sprain."))
        .containsExactly("S93401A", "W11XXXA", "Y990");
    assertThat(codes("He fell from a ladder at work.", "Follow-up of ankle sprain."))
        .containsExactly("S93401D", "W11XXXD");
    assertThat(codes("He fell at the job site.", "Ankle sprain.\n2. Fall from ladder."))
        .containsExactly("S93401A", "W11XXXA", "Y990");
    assertThat(codes("He fell from a ladder and hurts when standing at work.", "Ankle sprain."))
        .containsExactly("S93401A", "W11XXXA");
    assertThat(codes("He fell from a ladder. Off work until Monday.", "Ankle sprain."))
        .containsExactly("S93401A", "W11XXXA");
  }

  @Test
  void whatLiesBehindAnInjuryThatHealsIsItsCause() {
    assertThat(codes("1 week s/p fall from ladder.", "Follow-up of ankle sprain."))
        .containsExactly("S93401D", "W11XXXD");
    assertThat(codes("1 week s/p fall from ladder.", "Ankle sprain.")).containsExactly("S93401A");
    assertThat(codes("History of MVA in 2009, here for a check.", "Follow-up of ankle sprain."))
        .containsExactly("S93401D");
    assertThat(codes("Remote fall from ladder.", "Follow-up of ankle sprain."))
        .containsExactly("S93401D");
    assertThat(codes("History of MVA. She fell on stairs.", "Follow-up of ankle sprain."))
        .containsExactly("S93401D", "W109XXD");
  }

  @Test
  void theSentenceIsTheEvidence() {
    Suggestion cause = propose("He fell off a ladder.", "Ankle sprain.").suggestions().getLast();

    assertThat(cause.evidence().getFirst().quote()).isEqualTo("He fell off a ladder");
    assertThat(cause.path().getFirst()).contains("Fall, from, ladder");
  }
}
