package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.cleanclaim.app.practice.ApiAnswer;
import org.junit.jupiter.api.Test;

/// What a payer's system refuses before anybody reads it, and what comes in and cannot be read.
class RefusedQuestionStoriesTest {
  private static int number = 800;

  private final FrontDesk desk = new FrontDesk();

  @Test
  void aRefusedFileOfQuestionsIsSaidOfEachQuestion() {
    String id = desk.register("Yellowlees", "Ambrosine", "1973-05-15");
    long coverage = desk.cover(id, "lakeland", "LKP700000065");
    String check =
        desk.post("fran", "/eligibility/checks", "{\"coverage\": " + coverage + "}")
            .is(201)
            .at("/id");

    var taken = desk.take("refused.ta1", refused(interchange(desk.question(check)), "020"));

    assertThat(taken.at("/handled")).isEqualTo("1");
    var read = desk.get("fran", "/eligibility/" + check);
    assertThat(read.at("/check/trouble")).isEqualTo("NOT_TAKEN");
    assertThat(read.at("/check/sentence"))
        .isEqualTo(
            "The payer's system refuses the file of the question: The TA1 refuses the interchange,"
                + " note 020, whether it is a test is said wrongly.");
    assertThat(desk.get("fran", "/eligibility").text()).contains(check);
    desk.book(id, desk.today());
    assertThat(desk.get("fran", "/appointments?patient=" + id).at("/0/standing"))
        .isEqualTo("TROUBLE");
  }

  @Test
  void aRefusedRequestForAnAuthorizationIsAskedAgain() {
    String id = desk.register("Zimmerhaus", "Leopoldine", "1969-12-01");
    desk.cover(id, "lakeland", "LKP700000066");
    String need =
        """
        {"patient": "%s", "payer": "lakeland", "services": [{"code": "97110", "units": "20"}], "from": "%s",
         "through": "%s"}\
        """
            .formatted(id, desk.today(), desk.today().plusDays(60));
    String one = desk.post("fran", "/authorizations/requests", need).is(201).at("/authorization");
    var requests = desk.get("fran", "/authorizations/" + one + "/requests");
    byte[] asked =
        desk.download(
            "fran",
            "/authorizations/"
                + one
                + "/requests/"
                + requests.at("/requests/0/request/publicId")
                + "/files/question");

    desk.take("refused.999", groupRefused(interchange(asked)));

    var after = desk.get("fran", "/authorizations/" + one + "/requests");
    assertThat(after.at("/requests/0/request/outcome")).isEqualTo("REFUSED");
    assertThat(after.text())
        .contains("The 999 refuses the group, code R/1, this kind of group is not taken.");
    desk.post("fran", "/authorizations/" + one + "/requests", "{}").is(200);
  }

  @Test
  void aFileOfQuestionsThatIsTakenWithErrorsSaysWhich() {
    String id = desk.register("Xanthopoulos", "Wilhelmina", "1971-02-20");
    long coverage = desk.cover(id, "lakeland", "LKP700000067");
    String check =
        desk.post("fran", "/eligibility/checks", "{\"coverage\": " + coverage + "}")
            .is(201)
            .at("/id");
    String sent = interchange(desk.question(check));

    var taken = desk.take("errors.999", group("HS", sent, "270", "005010X279A1", "E"));

    assertThat(taken.at("/handled")).isEqualTo("1");
    var read = desk.get("fran", "/eligibility/" + check);
    assertThat(read.at("/check/trouble")).isEqualTo("WAITING");
    assertThat(read.at("/check/questionRemarks"))
        .isEqualTo(
            "The 999 takes the file with errors: Segment 7, NM1 in loop 2100C: NM109 has a"
                + " character that is not allowed.");
    assertThat(untaken().text()).doesNotContain("errors.999");
  }

  @Test
  void aRequestForAnAuthorizationThatIsTakenWithErrorsSaysWhich() {
    String id = desk.register("Vandersloot", "Theodosia", "1968-07-07");
    desk.cover(id, "lakeland", "LKP700000068");
    String need =
        """
        {"patient": "%s", "payer": "lakeland", "services": [{"code": "97110", "units": "20"}], "from": "%s",
         "through": "%s"}\
        """
            .formatted(id, desk.today(), desk.today().plusDays(60));
    String one = desk.post("fran", "/authorizations/requests", need).is(201).at("/authorization");
    String requests = "/authorizations/" + one + "/requests";
    String request = desk.get("fran", requests).at("/requests/0/request/publicId");
    byte[] asked = desk.download("fran", requests + "/" + request + "/files/question");

    desk.take("errors.999", group("HI", interchange(asked), "278", "005010X217", "E"));

    assertThat(desk.get("fran", requests).at("/requests/0/request/questionRemarks"))
        .startsWith("The 999 takes the file with errors: Segment 7, NM1 in loop 2100C");
  }

  @Test
  void whatCannotBeReadWaitsForSomebody() {
    desk.take("nothing.x12", "not at all".getBytes(StandardCharsets.US_ASCII));
    desk.take("empty.271", envelope("").getBytes(StandardCharsets.US_ASCII));
    String whole = new String(groupRefused("999999998"), StandardCharsets.US_ASCII);
    desk.take(
        "cut.999", whole.substring(0, whole.indexOf("AK9")).getBytes(StandardCharsets.US_ASCII));
    desk.take("stranger.ta1", refused("999999997", "001"));

    assertThat(untaken().text())
        .contains("nothing.x12", "empty.271", "cut.999", "stranger.ta1")
        .contains("It holds nothing that can be read: ask the sender for it again.")
        .contains(
            "The TA1 refuses the interchange, note 001, its number differs between beginning and"
                + " end, of number 999999997, which was not sent from here.")
        .doesNotContain("999999998");
    desk.settleUntaken();
  }

  private ApiAnswer untaken() {
    return desk.get("mara", "/files/untaken").is(200);
  }

  private static String interchange(byte[] file) {
    return new String(file, StandardCharsets.US_ASCII).substring(90, 99);
  }

  private static byte[] refused(String interchange, String note) {
    return envelope("TA1*%s*261129*2010*R*%s~".formatted(interchange, note))
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] groupRefused(String interchange) {
    String text =
        """
        GS*FA*LKPPO*1948372614*20261129*2010*9*X*005010X231A1~
        ST*999*0001*005010X231A1~
        AK1*HI*%s*005010X217~
        AK9*R*1*1*0*1~
        SE*4*0001~
        GE*1*9~
        """
            .formatted(Long.parseLong(interchange))
            .replace("\n", "");
    return envelope(text).getBytes(StandardCharsets.US_ASCII);
  }

  /// A 999 that takes a group although an identifier in it is wrong.
  private static byte[] group(
      String functionalId, String interchange, String kind, String version, String code) {
    String text =
        """
        GS*FA*LKPPO*1948372614*20261129*2010*9*X*005010X231A1~
        ST*999*0001*005010X231A1~
        AK1*%s*%s*%s~
        AK2*%s*0001*%s~
        IK3*NM1*7*2100C*8~
        IK4*9*67*6~
        IK5*%s*5~
        AK9*%s*1*1*1~
        SE*8*0001~
        GE*1*9~
        """
            .formatted(
                functionalId, Long.parseLong(interchange), version, kind, version, code, code)
            .replace("\n", "");
    return envelope(text).getBytes(StandardCharsets.US_ASCII);
  }

  private static String envelope(String inside) {
    String control = "%09d".formatted(++number);
    return ("ISA*00*          *00*          *ZZ*LKPPO          *ZZ*1948372614    "
            + " *261129*2010*^*00501*%s*0*P*:~%sIEA*%d*%s~")
        .formatted(control, inside, inside.isEmpty() ? 0 : 1, control);
  }
}
