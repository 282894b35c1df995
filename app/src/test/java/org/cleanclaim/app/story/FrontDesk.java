package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.timer.DailyRounds;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.identifier.MemberId;
import org.cleanclaim.kernel.identifier.PayerId;
import org.cleanclaim.payer.Member;
import org.cleanclaim.payer.PayerBook;
import org.cleanclaim.payer.PayerBox;
import org.cleanclaim.pricing.FeeSchedule;
import org.cleanclaim.pricing.benefit.Accumulators;
import org.cleanclaim.pricing.benefit.BenefitPlan;
import org.cleanclaim.pricing.benefit.CategoryBenefit;
import org.cleanclaim.pricing.benefit.FamilyLimit;
import org.cleanclaim.pricing.benefit.ServiceCategory;
import org.cleanclaim.pricing.benefit.TierBenefits;
import org.cleanclaim.pricing.contract.Contract;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The front desk as a program of the API, with a payer that answers what it is sent.
final class FrontDesk {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final DemoServer server = DemoServer.shared();
  private final LocalDate today = LocalDate.now(ZoneId.systemDefault());

  /// The day on which these stories take place.
  LocalDate today() {
    return today;
  }

  /// An answer of the API.
  record Said(int status, String text) {
    JsonNode json() {
      return JSON.readTree(text);
    }

    Said is(int wanted) {
      assertThat(status).as(text).isEqualTo(wanted);
      return this;
    }

    String at(String pointer) {
      return json().at(pointer).asString();
    }
  }

  Said get(String user, String path) {
    return send(user, path, "GET", new byte[0], "application/json");
  }

  Said post(String user, String path, String body) {
    return send(user, path, "POST", bytes(body), "application/json");
  }

  Said put(String user, String path, String body) {
    return send(user, path, "PUT", bytes(body), "application/json");
  }

  Said table(String user, String path, String csv) {
    return send(user, path, "POST", bytes(csv), "text/csv");
  }

  byte[] download(String user, String path) {
    try (var client = HttpClient.newHttpClient()) {
      return client
          .send(request(user, path).GET().build(), HttpResponse.BodyHandlers.ofByteArray())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String user, String path) {
    return HttpRequest.newBuilder(
            URI.create("http://localhost:" + server.port() + "/api/v1" + path))
        .header("Authorization", DemoServer.basic(user));
  }

  private Said send(String user, String path, String method, byte[] body, String type) {
    try (var client = HttpClient.newHttpClient()) {
      var answer =
          client.send(
              request(user, path)
                  .header("Content-Type", type)
                  .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      return new Said(answer.statusCode(), answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Gives a file that the practice sent to a payer, and the payer's answers back to the practice.
  ///
  /// @return how many parts of the answers found what they answer
  int carry(PayerBox payer, byte[] question) {
    int handled = 0;
    for (var answer : payer.receive("question.x12", question, today.atTime(12, 0))) {
      if (answer.kind().equals("TA1") || answer.kind().equals("999")) continue;
      var report =
          send(
                  "mara",
                  "/files?name=" + answer.name(),
                  "POST",
                  answer.bytes(),
                  "application/edi-x12")
              .is(200);
      handled += report.json().at("/handled").asInt();
    }
    return handled;
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

  /// A payer that knows some members, from the day on that each is covered.
  static PayerBox payer(String id, FilingIndicator filing, Map<String, LocalDate> members) {
    var always = EffectivePeriod.from(LocalDate.of(2020, 1, 1));
    var office = CategoryBenefit.copaid(Money.of("30.00"));
    var plan =
        BenefitPlan.of(
            "Gold",
            new TierBenefits(
                FamilyLimit.embedded(Money.of("500.00"), null),
                FamilyLimit.embedded(Money.of("4000.00"), null),
                CategoryBenefit.coinsured(new BigDecimal("0.20")),
                Map.of(new ServiceCategory("office"), office)),
            Set.of(),
            Map.of());
    var known = new java.util.HashMap<MemberId, Member>();
    members.forEach((number, from) -> {
      var member = new MemberId(number);
      known.put(
          member, new Member(member, EffectivePeriod.from(from), plan, Accumulators.NONE, from));
    });
    return new PayerBox(
        new PayerBook(
            "A Payer",
            new PayerId(id),
            null,
            null,
            filing,
            known,
            Contract.of("A contract", always, FeeSchedule.of(List.of())),
            Map.of(),
            Set.of(),
            Set.of(new ProcedureCode("73721"), new ProcedureCode("97110")),
            365,
            10,
            false),
        List.of(),
        1);
  }
}
