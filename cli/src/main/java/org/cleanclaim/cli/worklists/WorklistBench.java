package org.cleanclaim.cli.worklists;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.cleanclaim.app.ApplicationStart;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Actor;
import org.cleanclaim.app.access.Organization;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.access.UserAccounts;
import org.cleanclaim.app.ledger.ReceivableMonths;
import org.cleanclaim.app.ledger.Receivables;
import org.cleanclaim.app.storage.Database;
import org.cleanclaim.cli.posting.BenchPractice;
import org.cleanclaim.cli.posting.BilledClaims;
import org.cleanclaim.postgres.PostgresServer;
import org.springframework.context.ConfigurableApplicationContext;

/// Measures the pages of the work lists over HTTP, as somebody at a browser waits for them, and
/// receivables as of past days.
public final class WorklistBench {
  private static final String USER = "bench";
  private static final String PASSWORD = "bench-bench-bench";
  private static final Set<Role> ROLES = Set.of(Role.BILLER, Role.MANAGER, Role.CODER);
  private static final Pattern NEXT = Pattern.compile("href=\"(/claims\\?[^\"]*after=[^\"]+)\"");

  /// @param list a word of the query that brings the rows
  private record Page(String name, String path, String list) {}

  // Each list as it opens, by each filter, sorted the other way, and its last page.
  private static final List<Page> PAGES =
      List.of(
          new Page("claims", "/claims", "from claim k"),
          new Page("claims, held", "/claims?status=HELD", "from claim k"),
          new Page("claims, decided", "/claims?status=ADJUDICATED", "from claim k"),
          new Page("claims, of a small payer", "/claims?payer=payer-12", "from claim k"),
          new Page(
              "claims, refused by a payer",
              "/claims?status=REJECTED&payer=payer-3",
              "from claim k"),
          new Page("claims, name begins with w", "/claims?q=w", "from claim k"),
          new Page("claims, name begins with mada", "/claims?q=mada", "from claim k"),
          new Page("claims, number", "/claims?q=cc000001", "from claim k"),
          new Page("claims, oldest first: the last page", "/claims?order=OLDEST", "from claim k"),
          new Page("findings", "/claims/findings", "c.claim_id desc, f.position"),
          new Page(
              "findings of a rule",
              "/claims/findings?rule=CLM-NPI-02",
              "c.claim_id desc, f.position"),
          new Page("denials", "/denials", "order by d.act_by"),
          new Page(
              "denials, by cause and payer",
              "/denials?cause=authorization&payer=payer-3",
              "order by d.act_by"),
          new Page("deadlines", "/deadlines", "from deadline_clock c"),
          new Page("deadlines, late", "/deadlines?span=LATE", "from deadline_clock c"),
          new Page("deadlines, within a month", "/deadlines?span=MONTH", "from deadline_clock c"),
          new Page("remittances and exceptions", "/remittances", "from remittance order"),
          new Page("underpayments", "/underpayments", "from underpayment u"),
          new Page(
              "underpayments, of a payer", "/underpayments?payer=payer-3", "from underpayment u"),
          new Page("silent payers", "/claims/silent", "from silent s"),
          new Page("silent payers, of one", "/claims/silent?payer=payer-12", "from silent s"),
          new Page("charts", "/charts", "from chart c"),
          new Page("charts that wait", "/charts?status=PENDING", "from chart c"),
          new Page("today", "/", "from deadline_clock where"));

  /// What a page costs.
  ///
  /// @param statements all that the page asks of tables
  /// @param ofList of these, how many bring the rows
  public record Cost(String name, int statements, int ofList, Duration median, Duration p95) {}

  /// @param ageing receivables as of a past day, the slowest of some days
  public record Outcome(int claims, List<Cost> pages, Duration ageing, int ageingParties) {
    public Outcome {
      pages = List.copyOf(pages);
    }
  }

  private final Path home;
  private final int claims;
  private final int visits;
  private final Consumer<String> progress;

  /// @param visits how often each page is looked at
  public WorklistBench(Path home, int claims, int visits, Consumer<String> progress) {
    this.home = home;
    this.claims = claims;
    this.visits = visits;
    this.progress = progress;
  }

  /// Measures.
  public Outcome run() throws IOException, SQLException, InterruptedException {
    try (var server = PostgresServer.start(home)) {
      var at = server.connection();
      var database =
          Database.prepare(
              at.jdbcUrl(), at.user(), at.password(), home.resolve("application-password"));
      int port = freePort();
      try (var context = ApplicationStart.serve(home, database, port);
          var owner = DriverManager.getConnection(at.jdbcUrl(), at.user(), at.password());
          var visitor = new Visitor(port)) {
        var known = context.getBean(Organizations.class).find(BenchPractice.practice().npi());
        var practice = known.isPresent() ? known.get() : filled(context, owner);
        letIn(context, practice);
        keepMonths(context, practice);
        visitor.signIn(USER, PASSWORD);
        return new Outcome(
            claims, pages(visitor, owner), ageing(context, practice), parties(context, practice));
      }
    }
  }

  private Organization filled(ConfigurableApplicationContext context, Connection owner)
      throws IOException, SQLException {
    progress.accept("filling a database with %,d claims".formatted(claims));
    var practice = context.getBean(Organizations.class).register(BenchPractice.practice());
    var snapshot = new BilledClaims(practice, BenchPractice.payer()).snapshot();
    ManyClaims.fill(owner, practice.id(), snapshot, claims);
    return practice;
  }

  private void keepMonths(ConfigurableApplicationContext context, Organization practice) {
    var months = context.getBean(ReceivableMonths.class);
    long from = System.nanoTime();
    int kept = 0;
    while (Acting.as(Actor.system(practice.id(), USER), months::keepNext)) kept++;
    progress.accept(
        "kept the receivables of %d months: %d ms"
            .formatted(kept, Duration.ofNanos(System.nanoTime() - from).toMillis()));
  }

  /// Lets somebody in who sees all that a page may show.
  private static void letIn(ConfigurableApplicationContext context, Organization practice) {
    var accounts = context.getBean(UserAccounts.class);
    Acting.as(
        Actor.system(practice.id(), USER),
        () -> {
          if (accounts.find(USER).isPresent()) accounts.change(USER, "Bench", ROLES);
          else accounts.register(USER, "Bench", PASSWORD, ROLES);
          return true;
        });
  }

  private List<Cost> pages(Visitor visitor, Connection owner)
      throws IOException, SQLException, InterruptedException {
    var log = new StatementLog(home, owner);
    var all = new ArrayList<Page>(PAGES);
    var next = NEXT.matcher(visitor.page("/claims"));
    if (next.find()) {
      all.add(
          1, new Page("claims, second page", next.group(1).replace("&amp;", "&"), "from claim k"));
    }
    var costs = new ArrayList<Cost>();
    for (Page page : all) {
      visitor.page(page.path());
      var statements = log.of(() -> visitor.page(page.path()));
      var times = new ArrayList<Duration>();
      for (int i = 0; i < visits; i++) {
        long from = System.nanoTime();
        visitor.page(page.path());
        times.add(Duration.ofNanos(System.nanoTime() - from));
      }
      Collections.sort(times);
      int ofList = (int) statements.stream().filter(s -> s.contains(page.list())).count();
      costs.add(
          new Cost(
              page.name(),
              statements.size(),
              ofList,
              times.get(times.size() / 2),
              times.get(Math.min(times.size() - 1, times.size() * 95 / 100))));
      progress.accept(page.name());
    }
    return costs;
  }

  private Duration ageing(ConfigurableApplicationContext context, Organization practice) {
    var slowest = Duration.ZERO;
    for (int daysAgo : new int[] {0, 30, 90, 365, 30}) {
      long from = System.nanoTime();
      aged(context, practice, daysAgo);
      var took = Duration.ofNanos(System.nanoTime() - from);
      if (took.compareTo(slowest) > 0) slowest = took;
      progress.accept("receivables as of %d days ago: %d ms".formatted(daysAgo, took.toMillis()));
    }
    return slowest;
  }

  private int parties(ConfigurableApplicationContext context, Organization practice) {
    return aged(context, practice, 30).size();
  }

  private static List<Receivables.Aged> aged(
      ConfigurableApplicationContext context, Organization practice, int daysAgo) {
    return Acting.as(
        Actor.system(practice.id(), USER),
        () ->
            context
                .getBean(Receivables.class)
                .asOf(LocalDate.of(2026, 11, 28).minusDays(daysAgo), null));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
