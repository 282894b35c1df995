package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// Answers of payers as they really come: for a whole file, late, twice, about another day.
class EligibilityAnswerStoriesTest {
  private static int number = 700;

  private final FrontDesk desk = new FrontDesk();
  private final LocalDate today = desk.today();

  @Test
  void aPayerThatAnswersNobodyIsReadOnEachQuestionOfTheFile() {
    String id = desk.register("Quillfeather", "Isolde", "1977-01-11");
    String check = ask(desk.cover(id, "lakeland", "LKP700000061"), today);
    var refusal = answer(interchange(check), "AAA*Y**42*P~NM1*PR*2*Lakeland PPO*****PI*LKPPO~");

    assertThat(desk.take("down.271", refusal).at("/handled")).isEqualTo("1");

    var read = desk.get("fran", "/eligibility/" + check);
    assertThat(read.at("/check/trouble")).isEqualTo("REFUSED");
    assertThat(read.at("/check/sentence")).contains("(42)");
    var again = desk.take("down.271", refusal);
    assertThat(again.at("/handled")).isEqualTo("1");
    assertThat(again.at("/unknown")).isEqualTo("0");
  }

  @Test
  void aRefusalThatNamesNoFileOfOursWaitsWithThePayersReason() {
    var refusal = answer("999999999", "AAA*Y**42*P~NM1*PR*2*Lakeland PPO*****PI*LKPPO~");

    assertThat(desk.take("stray.271", refusal).at("/unknown")).isEqualTo("1");

    assertThat(desk.get("mara", "/files/untaken").text())
        .contains("stray.271", "It does not say which question it answers.", "(42)");
    desk.settleUntaken();
  }

  @Test
  void aLaterAnswerTakesThePlaceOfTheEarlierOneAndNeitherTwice() {
    String id = desk.register("Ravensbourne", "Odile", "1982-08-18");
    String check = ask(desk.cover(id, "lakeland", "LKP700000062"), today);
    var later = person(check, "AAA*N**80*Y~");
    var active = person(check, "EB*1*IND*30**Gold~EB*A*IND*30*****.2****Y~");

    desk.take("first.271", later);
    assertThat(trouble(check)).isEqualTo("REFUSED");
    desk.post("fran", "/eligibility/" + check + "/settle", "{\"note\": \"will come\"}").is(200);
    assertThat(desk.take("second.271", active).at("/handled")).isEqualTo("1");
    assertThat(trouble(check)).isEqualTo("OK");

    assertThat(desk.take("first.271", later).at("/unknown")).isEqualTo("0");
    assertThat(desk.take("second.271", active).at("/unknown")).isEqualTo("0");
    assertThat(trouble(check)).isEqualTo("OK");
    assertThat(desk.get("mara", "/files/untaken").text()).doesNotContain("first.271", "second.271");
  }

  @Test
  void aBirthDateThatWasWrongIsAskedAboutAgain() {
    String id = desk.register("Thistlewood", "Perpetua", "1991-02-03");
    desk.cover(id, "lakeland", "LKP700000063");
    desk.book(id, today.plusDays(3));
    round();
    String check = latest(id);
    desk.take("dob.271", person(check, "AAA*N**71*C~"));
    assertThat(round()).doesNotContain("corrected");

    String change =
        "{\"version\": 0, \"reason\": \"read from the card\", \"patient\": %s}"
            .formatted(
                FrontDesk.person("Thistlewood", "Perpetua", "1991-03-02", "Perpetua Street 7"));
    desk.put("fran", "/patients/" + id + "/registration", change).is(200);

    assertThat(desk.get("fran", "/eligibility/" + check).at("/check/next"))
        .contains("the patient was changed since");
    assertThat(round()).contains("The patient's record was corrected since it was checked");
    assertThat(latest(id)).isNotEqualTo(check);
  }

  @Test
  void whoIsExpectedIsNotKnownFromAnAnswerAboutAnotherTime() {
    String id = desk.register("Umberstone", "Clementia", "1964-04-24");
    long coverage = desk.cover(id, "lakeland", "LKP700000064");
    desk.book(id, today.plusDays(2));
    desk.take("old.271", person(ask(coverage, today.minusDays(240)), "EB*1*IND*30**Gold~"));

    assertThat(standing(id)).isEqualTo("NOT_ASKED");
    String check = ask(coverage, today.plusDays(2));
    assertThat(standing(id)).isEqualTo("WAITING");
    desk.take("new.271", person(check, "EB*1*IND*30**Gold~DTP*347*D8*20200101~"));
    assertThat(standing(id)).isEqualTo("TROUBLE");
  }

  private String standing(String patient) {
    return desk.get("fran", "/appointments?patient=" + patient).at("/0/standing");
  }

  private String trouble(String check) {
    return desk.get("fran", "/eligibility/" + check).at("/check/trouble");
  }

  private String ask(long coverage, LocalDate asOf) {
    return desk.post(
            "fran",
            "/eligibility/checks",
            "{\"coverage\": %d, \"asOf\": \"%s\"}".formatted(coverage, asOf))
        .is(201)
        .at("/id");
  }

  private String round() {
    return desk.post("fran", "/eligibility/rounds", "{\"days\": 7}").is(200).text();
  }

  private String latest(String patient) {
    return desk.get("fran", "/eligibility?patient=" + patient).is(200).at("/0/id");
  }

  private String question(String check) {
    return new String(desk.question(check), StandardCharsets.US_ASCII);
  }

  private String interchange(String check) {
    return question(check).substring(90, 99);
  }

  /// What the payer says of the person asked about.
  private byte[] person(String check, String said) {
    String asked = question(check);
    String trace = asked.substring(asked.indexOf("TRN*1*") + 6).split("\\*")[0];
    return answer(
        "1",
        """
        NM1*PR*2*Lakeland PPO*****PI*LKPPO~
        HL*2*1*21*1~
        NM1*1P*2*Juniper Street Medical Group*****XX*1948372614~
        HL*3*2*22*0~
        TRN*2*%s*9CLNCLAIMS~
        NM1*IL*1*Somebody*Else****MI*LKP400118203~
        %s\
        """
            .formatted(trace, said));
  }

  private static byte[] answer(String reference, String levels) {
    String control = "%09d".formatted(++number);
    String text =
        """
        ISA*00*          *00*          *ZZ*LKPPO          *ZZ*1948372614     *261129*2010*^*00501*%1$s*0*P*:~
        GS*HB*LKPPO*1948372614*20261129*2010*9*X*005010X279A1~
        ST*271*0001*005010X279A1~
        BHT*0022*11*%2$s*20261129*2010~
        HL*1**20*1~
        %3$s
        SE*%4$d*0001~
        GE*1*9~
        IEA*1*%1$s~
        """
            .formatted(control, reference, levels, levels.split("~").length + 4);
    return text.replace("\n", "").getBytes(StandardCharsets.US_ASCII);
  }
}
