package org.cleanclaim.app.story;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.practice.ApiAnswer;
import org.cleanclaim.app.practice.BoxedPayer;
import org.cleanclaim.app.practice.Practice;
import org.cleanclaim.app.timer.DailyRounds;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.identifier.PayerId;
import org.cleanclaim.payer.PayerBox;

/// The front desk as a program of the API, with a payer that answers what it is sent.
final class FrontDesk {
  /// Before anything that these stories tell.
  static final LocalDate LONG_AGO = LocalDate.of(2021, 1, 1);

  private final DemoServer server = DemoServer.shared();
  private final LocalDate today = LocalDate.now(Practice.ZONE);

  /// The day on which these stories take place.
  LocalDate today() {
    return today;
  }

  ApiAnswer get(String user, String path) {
    return server.as(user).get(path);
  }

  ApiAnswer post(String user, String path, String body) {
    return server.as(user).post(path, body);
  }

  ApiAnswer put(String user, String path, String body) {
    return server.as(user).put(path, body);
  }

  ApiAnswer table(String user, String path, String csv) {
    return server.as(user).call("POST", path, "text/csv", csv.getBytes(StandardCharsets.UTF_8));
  }

  byte[] download(String user, String path) {
    return get(user, path).bytes();
  }

  /// Gives a file that the practice sent to a payer, and the payer's answers back to the practice.
  ///
  /// @return how many parts of the answers found what they answer
  int carry(PayerBox payer, byte[] question) {
    int handled = 0;
    for (var answer : payer.receive("question.x12", question, today.atTime(12, 0))) {
      if (answer.kind().equals("TA1") || answer.kind().equals("999")) continue;
      var report =
          server
              .as("mara")
              .call("POST", "/files?name=" + answer.name(), "application/edi-x12", answer.bytes())
              .is(200);
      handled += report.json().at("/handled").asInt();
    }
    return handled;
  }

  /// Gives the practice a file of a payer.
  ApiAnswer take(String name, byte[] file) {
    return server
        .as("mara")
        .call("POST", "/files?name=" + name, "application/edi-x12", file)
        .is(200);
  }

  /// Gives the practice a file of a payer.
  ///
  /// @return how many of its parts found what they answer
  int take(String name, String text) {
    return take(name, text.getBytes(StandardCharsets.US_ASCII)).json().at("/handled").asInt();
  }

  /// Somebody has seen to the files that nobody could take.
  void settleUntaken() {
    for (var one : get("mara", "/files/untaken").is(200).json()) {
      post(
              "mara",
              "/files/untaken/" + one.at("/id").asString() + "/settle",
              "{\"reason\": \"Asked the sender for it again\"}")
          .is(204);
    }
  }

  /// What goes by itself each day.
  void goDailyRounds() {
    server.inPractice(() -> {
      server.bean(DailyRounds.class).goDue();
      return 0;
    });
  }

  /// The body of a registration.
  static String person(String last, String first, String bornOn, String line1) {
    return """
    {"last": "%s", "first": "%s", "bornOn": "%s", "sex": "FEMALE", "line1": "%s", "city": "Marlow",
     "state": "OH", "postalCode": "43215"}\
    """
        .formatted(last, first, bornOn, line1);
  }

  /// Registers somebody and gives their id.
  String register(String last, String first, String bornOn) {
    return post("fran", "/patients", person(last, first, bornOn, first + " Street 7"))
        .is(201)
        .at("/id");
  }

  /// Adds a policy that began with the year and gives its id.
  long cover(String patient, String payer, String memberId) {
    return post(
            "fran",
            "/patients/" + patient + "/coverages",
            """
            {"payer": "%s", "sequence": "PRIMARY", "plan": "Gold", "memberId": "%s", "relationship": "SELF",
             "from": "%d-01-01"}\
            """
                .formatted(payer, memberId, today.getYear()))
        .is(201)
        .json()
        .at("/id")
        .asLong();
  }

  /// Books a visit.
  void book(String patient, LocalDate on) {
    post(
            "fran",
            "/patients/" + patient + "/appointments",
            "{\"on\": \"" + on + "\", \"what\": \"visit\"}")
        .is(201);
  }

  /// The file in which the payer was asked about a coverage.
  byte[] question(String check) {
    return download("fran", "/eligibility/" + check + "/files/question");
  }

  /// A payer that knows some members, from the day on that each is covered.
  static PayerBox payer(String id, FilingIndicator filing, Map<String, LocalDate> members) {
    var payer =
        new BoxedPayer("A Payer", new PayerId(id), filing)
            .deductible("500.00")
            .officeCopay("30.00")
            .authorized("73721", "97110");
    members.forEach(payer::member);
    return payer.box(1);
  }
}
