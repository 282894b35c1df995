package org.cleanclaim.app.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.demo.DemoMonth;
import org.cleanclaim.app.staff.RemoteWork.LocalFiles;
import org.cleanclaim.app.staff.RemoteWork.Watermark;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RemoteWorkTest {
  private static final String USER = "fran";
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final DemoServer server = Undone.SERVER;
  private final RemoteWorkSettings settings = server.bean(RemoteWorkSettings.class);

  private void set(RemoteWork setting) {
    server.inPractice(() -> {
      settings.set(USER, setting);
      return true;
    });
  }

  @AfterEach
  void reset() {
    set(RemoteWork.UNSET);
  }

  private HttpResponse<String> send(HttpClient client, String path, String form)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
            .header("Accept", "text/html");
    if (form != null) {
      request
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(HttpRequest.BodyPublishers.ofString(form));
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void theServerEndsAnIdleSessionAfterTheMinutesSet()
      throws IOException, InterruptedException, SQLException {
    set(new RemoteWork(2, null, null));
    try (var client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
      var token = TOKEN.matcher(send(client, "/sign-in", null).body());
      assertThat(token.find()).isTrue();
      var signedIn =
          send(
              client,
              "/sign-in",
              "username=%s&password=%s&_csrf=%s"
                  .formatted(
                      USER,
                      DemoMonth.PASSWORD,
                      URLEncoder.encode(token.group(1), StandardCharsets.UTF_8)));
      assertThat(signedIn.statusCode()).isEqualTo(302);

      var page = send(client, "/patients", null);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("/assets/lock.js\" defer data-minutes=\"2\"");

      assertThat(idle(119)).isPositive();
      assertThat(send(client, "/patients", null).statusCode()).isEqualTo(200);

      assertThat(idle(121)).isPositive();
      var locked = send(client, "/patients", null);
      assertThat(locked.statusCode()).isEqualTo(302);
      assertThat(locked.headers().firstValue("Location").orElse("")).endsWith("/sign-in");
    }
  }

  /// Makes the user's sessions as if nothing had been asked for that long.
  private int idle(int seconds) throws SQLException {
    try (var connection = server.ownerConnection();
        var update =
            connection.prepareStatement(
                """
                update spring_session
                set last_access_time = (extract(epoch from now()) * 1000)::bigint - ?
                where principal_name = ? and max_inactive_interval = 120
                """)) {
      update.setLong(1, seconds * 1000L);
      update.setString(2, USER);
      return update.executeUpdate();
    }
  }

  @Test
  void filesAreRefusedEverywhereAndOnTheTrail() {
    assertThat(server.get("bill", "/claims.csv").statusCode()).isEqualTo(200);
    server.inPractice(() -> {
      settings.set("bill", new RemoteWork(null, LocalFiles.REFUSED, null));
      return true;
    });
    try {
      for (String path : new String[] {"/claims.csv", "/claims/findings.csv", "/api/v1/claims"}) {
        var response = server.get("bill", path);
        assertThat(response.statusCode()).as(path).isEqualTo(403);
        assertThat(response.body()).as(path).contains("gives out no files");
      }
      assertThat(server.get("bill", "/claims").statusCode()).isEqualTo(200);
      assertThat(server.get("mara", "/claims.csv").statusCode()).isEqualTo(200);
      assertThat(server.inPractice(() -> server.bean(AuditTrail.class).latest(null, 50)))
          .anyMatch(e ->
              e.action().equals("was refused a file")
                  && e.actor().equals("bill")
                  && e.subjectId().equals("/claims.csv"));
    } finally {
      server.inPractice(() -> {
        settings.set("bill", RemoteWork.UNSET);
        return true;
      });
    }
    assertThat(server.get("bill", "/claims.csv").statusCode()).isEqualTo(200);
  }

  @Test
  void theWatermarkSaysWhoAndWhen() {
    assertThat(server.get(USER, "/patients").body()).doesNotContain("cc-watermark");

    set(new RemoteWork(null, null, Watermark.SHOWN));

    assertThat(server.get(USER, "/patients").body())
        .contains("cc-watermark")
        .containsPattern("<span>fran · 20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d E[SD]T</span>");
  }

  @Test
  void theOwnSettingGoesBeforeTheOrganizations() {
    Undone.as(
        "adam",
        Role.ADMIN,
        () -> {
          settings.setForAll(new RemoteWork(15, LocalFiles.REFUSED, Watermark.SHOWN));
          settings.set(USER, new RemoteWork(5, null, Watermark.NOT_SHOWN));

          var own = settings.effective(USER);
          assertThat(own.lockMinutes()).isEqualTo(5);
          assertThat(own.refusesLocalFiles()).isTrue();
          assertThat(own.showsWatermark()).isFalse();
          assertThat(settings.effective("casey").lockMinutes()).isEqualTo(15);
        });
    assertThat(RemoteWork.UNSET.lockMinutes()).isEqualTo(30);
  }

  @Test
  void eachChangeIsOnTheTrailWithWhatWasBefore() {
    Undone.as(
        "adam",
        Role.ADMIN,
        () -> {
          settings.setForAll(new RemoteWork(15, null, null));
          settings.setForAll(new RemoteWork(10, LocalFiles.REFUSED, null));

          assertThat(server.bean(AuditTrail.class).latest(null, 1).getFirst().reason())
              .isEqualTo(
                  "lock after 10 minutes, local files refused, watermark unset; before: lock after"
                      + " 15 minutes, local files unset, watermark unset");
        });
  }

  @Test
  void onlyAnAdministratorSetsIt() {
    for (Role role : new Role[] {Role.CODER, Role.MANAGER, Role.AUDITOR}) {
      Undone.as(
          "somebody",
          role,
          () ->
              assertThatThrownBy(() -> settings.setForAll(RemoteWork.UNSET))
                  .isInstanceOf(AccessDeniedForActor.class));
    }
    assertThat(server.get("mara", "/staff/remote-work").statusCode()).isEqualTo(403);
    assertThat(server.get("adam", "/staff/remote-work").statusCode()).isEqualTo(200);
    assertThatThrownBy(() -> new RemoteWork(0, null, null)).isInstanceOf(StaffRefusal.class);
  }

  @Test
  void whatWasRefusedStandsNowhereAsExportedOrRead() {
    String card = server.inPractice(() -> "/staff/" + Undone.member("Casey Coder").publicId());
    var refused =
        List.of(
            "/staff/pay.csv",
            "/claims.csv",
            "/claims/findings.csv",
            "/rules/payer.csv",
            card + "/scorecard.csv",
            "/api/v1/staff/pay");
    server.inPractice(() -> {
      settings.set("mara", new RemoteWork(null, LocalFiles.REFUSED, null));
      return true;
    });
    long before =
        server.inPractice(
            () -> server.bean(AuditTrail.class).latest(null, 1).getFirst().sequence());
    try {
      for (String path : refused) {
        assertThat(server.get("mara", path).statusCode()).as(path).isEqualTo(403);
      }
      assertThat(server.inPractice(() -> server.bean(AuditTrail.class).latest(null, 100)))
          .filteredOn(e -> e.sequence() > before)
          .extracting(AuditTrail.AuditEvent::action, AuditTrail.AuditEvent::subjectId)
          .containsExactlyInAnyOrderElementsOf(
              refused.stream().map(path -> tuple("was refused a file", path)).toList());
      assertThat(server.get("mara", "/staff").body()).contains("<body class=\"cc-unprinted\">");
      assertThat(server.get("adam", "/staff").body()).doesNotContain("cc-unprinted");
      assertThat(server.get("adam", "/staff/remote-work").body())
          .contains("Files that were refused", "/staff/pay.csv");
    } finally {
      server.inPractice(() -> {
        settings.set("mara", RemoteWork.UNSET);
        return true;
      });
    }
    assertThat(server.get("mara", "/staff/pay.csv").statusCode()).isEqualTo(200);
  }
}
